package import BookDiagnostics
package import BookModel

/// A picture that nobody has described for those who cannot see it.
package struct AlternativeMissing: ChapterRule {
  package static let code = DiagnosticCode.alternativeMissing

  package init() {}

  package func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic] {
    book.book.chapters[chapter].imagesShown.filter(\.alternative.isEmpty).map { image in
      Diagnostic(
        Self.code, "the image '\(image.path)' has no alternative text", at: image.span,
        notes: [
          DiagnosticNote(
            "say between the brackets what is to be seen, for those who cannot see it: ![The mill]")
        ])
    }
  }
}
