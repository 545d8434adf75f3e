package import BookDiagnostics
package import BookModel

/// A chapter file without a byte in it.
package struct EmptyChapter: ChapterRule {
  package static let code = DiagnosticCode.emptyChapter

  package init() {}

  package func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic] {
    let source = book.book.chapters[chapter].source
    let file = book.book.sources[source]
    guard file.bytes.isEmpty else { return [] }
    return [
      Diagnostic(
        Self.code, "the chapter '\(file.path)' is empty",
        at: SourceSpan(file: source, start: 0, end: 0))
    ]
  }
}
