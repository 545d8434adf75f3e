package import BookDiagnostics
package import BookModel

/// A chapter file without a word, a picture or anything else that is printed, or with a heading
/// alone.
package struct EmptyChapter: ChapterRule {
  package static let code = DiagnosticCode.emptyChapter

  package init() {}

  package func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic] {
    let chapter = book.book.chapters[chapter]
    if chapter.holdsNothing, chapter.header.title == nil {
      return [
        Diagnostic(
          Self.code, "the chapter is empty",
          at: SourceSpan(file: chapter.source, start: 0, end: 0))
      ]
    }
    guard chapter.blocks.count == 1, chapter.notes.isEmpty, let only = chapter.blocks.first,
      case .heading = only.kind
    else { return [] }
    return [
      Diagnostic(
        Self.code, "the chapter is empty but for its heading", at: only.span,
        notes: [
          DiagnosticNote(
            "the name of a part is written 'part: Its Name', at the head of its first chapter")
        ])
    ]
  }
}

extension ParsedChapter {
  /// Whether it was read and there was nothing to read but its header and comments.
  var holdsNothing: Bool { bodyStart != nil && blocks.isEmpty && notes.isEmpty }
}
