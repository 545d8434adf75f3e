import BookDiagnostics
import BookLanguage
package import BookModel

/// Where chapters that are added to a book lie so that they stand behind those it has: beside them,
/// and counted on as they are.
///
/// Names count in the language of the book; without one, in that of what is added.
package func placeOfNewChapters(
  in workspace: some Workspace, language added: String
) -> NewChapters {
  var reading = BookReading(book: nil, diagnostics: [], sources: SourceFiles())
  let stated = readDescription(workspace, &reading)?.metadata.language
  let language = Language.of(stated ?? added)
  let within = FolderContents(ChapterFinder.folder, in: workspace, language: language)
  let beside =
    within.files.isEmpty
    ? FolderContents("", in: workspace, language: language, isBook: true) : within
  guard !beside.files.isEmpty else { return NewChapters() }
  let folder = within.files.isEmpty ? "" : ChapterFinder.folder + "/"
  let names = beside.files.map { String($0.path.dropFirst(folder.count)) }
    .filter { !$0.contains("/") }
  let order = FileOrder(language)
  let earlier = order.sorted(names)
  let words = names.map(FileOrder.words)
  let figures = words.compactMap { $0.first.flatMap { Int($0) } }.max() ?? 0
  let numerals = words.compactMap { $0.compactMap(FileOrder.romanNumeral).first }.max() ?? 0
  let places = [
    NewChapters(folder: folder, firstNumber: figures + 1),
    // "Chapter One" counts in words.
    NewChapters(folder: folder, firstNumber: names.count + 1),
    NewChapters(folder: folder, firstNumber: numerals + 1, isRoman: true),
  ]
  // Names that would come first, or bring the others out of their order, are no names to give.
  let fitting = places.first { place in
    let added = place.path(0, of: 1, called: "text").dropFirst(folder.count)
    let all = order.sorted(names + [String(added)])
    return all.filter { $0 != added } == earlier && (names.isEmpty || all.first != String(added))
  }
  return fitting ?? places[0]
}
