import BookDiagnostics
import BookMarkup
import BookModel

/// Lets links to a chapter by its name or title, `[[The mill]]`, lead to its file; those that name
/// no chapter become words, and are said once a chapter.
func resolveChapterNames(_ book: inout Book) -> [Diagnostic] {
  let isUsed = book.chapters.contains { $0.marks.contains { name(of: $0) != nil } }
  guard isUsed else { return [] }
  let names = ChapterNames(book)
  var diagnostics: [Diagnostic] = []
  for index in book.chapters.indices {
    var chapter = book.chapters[index]
    var unknown: [(name: String, span: SourceSpan)] = []
    var isDropped = [Bool](repeating: false, count: chapter.marks.count)
    for mark in chapter.marks.indices {
      guard let name = name(of: chapter.marks[mark]) else { continue }
      if let destination = names.destination(name, from: index, in: book) {
        chapter.marks[mark].kind = .link(destination: destination, title: nil)
      } else {
        isDropped[mark] = true
        unknown.append((name, chapter.marks[mark].span))
      }
    }
    if let first = unknown.first {
      chapter.dropMarks(isDropped)
      diagnostics.append(report(unknown.count, first.name, first.span, names))
    }
    book.chapters[index] = chapter
  }
  return diagnostics
}

private func name(of mark: Mark) -> String? {
  guard case .link(let destination, _) = mark.kind, destination.hasPrefix(wikiScheme) else {
    return nil
  }
  return String(destination.dropFirst(wikiScheme.count))
}

private func report(
  _ count: Int, _ name: String, _ span: SourceSpan, _ names: ChapterNames
) -> Diagnostic {
  var notes: [DiagnosticNote] = []
  if FolderContents.isPicture(name) {
    notes.append(DiagnosticNote("a picture has '!' before its brackets: '![[\(name)]]'"))
  } else if let near = nearestWord(to: name, among: names.titles) {
    notes.append(DiagnosticNote("there is a chapter '\(near)'"))
  }
  if count > 1 { notes.append(DiagnosticNote("\(count) such in this chapter")) }
  return Diagnostic(
    .chapterNameUnknown,
    "'[[\(name)]]' names no chapter of the book; its words are printed without a link", at: span,
    notes: notes)
}

/// The chapters of a book by what they may be called.
private struct ChapterNames {
  private var byName: [String: Int] = [:]
  private(set) var titles: [String] = []

  init(_ book: Book) {
    for (index, chapter) in book.chapters.enumerated() {
      let path = book.sources[chapter.source].path
      let file = path.split(separator: "/").last.map(String.init) ?? path
      let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
      let names = [path, file, stem, withoutNumber(stem), chapter.title].compactMap { $0 }
      for name in names where byName[Self.key(name)] == nil { byName[Self.key(name)] = index }
      titles.append(chapter.title ?? stem)
    }
  }

  /// The path of a chapter and the id of its heading as a link in another chapter has them.
  func destination(_ name: String, from chapter: Int, in book: Book) -> String? {
    let parts = name.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let wanted = String(parts.first ?? "")
    let short = wanted.split(separator: "/").last.map(String.init) ?? wanted
    guard
      let target = wanted.isEmpty
        ? chapter : byName[Self.key(wanted)] ?? byName[Self.key(short)]
    else { return nil }
    let fragment = parts.count > 1 ? heading(String(parts[1]), in: book.chapters[target]) : nil
    if target == chapter {
      return fragment ?? book.chapters[target].sections.first.map { "#" + $0.id }
    }
    return path(of: target, from: chapter, in: book) + (fragment ?? "")
  }

  private func heading(_ words: String, in chapter: ParsedChapter) -> String? {
    let last = words.split(separator: "#").last.map(String.init) ?? words
    return chapter.sections.first {
      Self.key(chapter.string(chapter.prose[$0.prose].text)) == Self.key(last)
    }.map { "#" + $0.id }
  }

  /// Names are equal whatever their capitals, hyphens and blanks.
  private static func key(_ name: String) -> String {
    name.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "_" }.joined(separator: " ")
  }
}

/// `02-the-mill` without the number that gives its place.
func withoutNumber(_ name: String) -> String {
  String(name.drop { $0.isNumber || "-_. ".contains($0) })
}

/// The path of a chapter's file as a link in another chapter has it.
func path(of target: Int, from chapter: Int, in book: Book) -> String {
  let path = book.sources[book.chapters[target].source].path
  let depth = book.sources[book.chapters[chapter].source].path.split(separator: "/").count - 1
  return String(repeating: "../", count: depth)
    + path.replacing("%", with: "%25").replacing("#", with: "%23")
}

extension ParsedChapter {
  /// Takes marks out; what they mark stays.
  fileprivate mutating func dropMarks(_ isDropped: [Bool]) {
    var place = [0]
    for dropped in isDropped { place.append(place[place.count - 1] + (dropped ? 0 : 1)) }
    marks = zip(marks, isDropped).filter { !$1 }.map(\.0)
    for leaf in prose.indices {
      prose[leaf].marks =
        place[prose[leaf].marks.lowerBound]..<place[prose[leaf].marks.upperBound]
    }
  }
}
