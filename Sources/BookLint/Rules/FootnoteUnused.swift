package import BookDiagnostics
package import BookModel

/// A footnote that nothing refers to.
package struct FootnoteUnused: ChapterRule {
  package static let code = DiagnosticCode.footnoteUnused

  package init() {}

  package func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic] {
    book.book.chapters[chapter].notes.filter { $0.number == 0 }.map { note in
      Diagnostic(
        Self.code, "nothing refers to the footnote '[^\(note.label)]'", at: note.labelSpan)
    }
  }
}
