package import BookDiagnostics
package import BookModel

/// A picture that nobody has described for those who cannot see it.
package struct AlternativeMissing: ChapterRule {
  package static let code = DiagnosticCode.alternativeMissing

  package init() {}

  package func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic] {
    book.book.chapters[chapter].imagesShown
      .filter { image in
        // One that is not there says so itself.
        image.alternative.isEmpty && !image.path.isEmpty
          && book.book.publicationImage(image.path, from: chapter) != nil
      }
      .map { image in
        Diagnostic(
          Self.code, "the image '\(image.path)' has no alternative text", at: image.span,
          notes: [DiagnosticNote(mend(of: image, in: book.book))])
      }
  }

  /// What to write, as the picture is written.
  private func mend(of image: Image, in book: Book) -> String {
    let bytes = book.sources[image.span.file].bytes
    let written = bytes[image.span.range.clamped(to: 0..<bytes.count)]
    let what = "say what is to be seen, for those who cannot see it: "
    // Behind `![` and `]` a label: what the label means stays where it is.
    if written.starts(with: "![][".utf8) {
      return what + "'![The mill]\(String(decoding: written.dropFirst(3), as: UTF8.self))'"
    }
    if written.starts(with: "![[".utf8) { return what + "'![[\(image.path)|The mill]]'" }
    if written.first == 0x3C { return what + "'alt=\"The mill\"' within the tag" }
    return what + "'![The mill](\(image.path))'"
  }
}
