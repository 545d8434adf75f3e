import BookDiagnostics
import BookMarkup
import BookModel

/// A book made of the text of its chapters, ready for the rules.
struct LintedBook {
  let annotated: AnnotatedBook

  init(_ texts: [String], language: String = "en-GB") {
    var sources = SourceFiles()
    var chapters: [ParsedChapter] = []
    for (number, text) in texts.enumerated() {
      let source = sources.add(path: "chapters/\(number + 1).md", bytes: Array(text.utf8))
      let parsed = parseChapter(
        Array(text.utf8), source: source, header: ChapterHeader(), language: language)
      chapters.append(parsed.value)
    }
    let metadata = BookMetadata(title: "The Ledger", language: language)
    annotated = AnnotatedBook(
      book: Book(metadata: metadata, chapters: chapters, sources: sources),
      people: PeopleAnnotation(), time: TimeAnnotation())
  }

  /// What stands in the file where a diagnostic points.
  func source(of diagnostic: Diagnostic) -> String {
    guard let span = diagnostic.span else { return "no place" }
    return String(decoding: annotated.book.sources[span.file].bytes[span.range], as: UTF8.self)
  }
}
