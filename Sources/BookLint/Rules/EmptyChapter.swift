package import BookDiagnostics
package import BookModel

/// A chapter file without a word, a picture or anything else that is printed.
package struct EmptyChapter: ChapterRule {
  package static let code = DiagnosticCode.emptyChapter

  package init() {}

  package func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic] {
    let chapter = book.book.chapters[chapter]
    guard chapter.holdsNothing, chapter.header.title == nil else { return [] }
    return [
      Diagnostic(
        Self.code, "the chapter is empty",
        at: SourceSpan(file: chapter.source, start: 0, end: 0))
    ]
  }
}

extension ParsedChapter {
  /// Whether it was read and there was nothing to read but its header and comments.
  var holdsNothing: Bool { bodyStart != nil && blocks.isEmpty && notes.isEmpty }
}
