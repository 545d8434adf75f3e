package import BookDiagnostics

/// A content document as rendered, and what a checker must know to speak of the manuscript.
package struct RenderedDocument: Sendable {
  /// The document, UTF-8.
  package var bytes: [UInt8]
  /// Where its lines came from.
  package var origins: LineOrigins
  /// Links within the book with their exact place in the Markdown.
  package var links: [WrittenLink]
  /// What was wrong with raw HTML and links.
  package var diagnostics: [Diagnostic]

  package init(
    bytes: [UInt8], origins: LineOrigins = LineOrigins(), links: [WrittenLink] = [],
    diagnostics: [Diagnostic] = []
  ) {
    self.bytes = bytes
    self.origins = origins
    self.links = links
    self.diagnostics = diagnostics
  }
}

/// A link from the manuscript as it was written into a document.
package struct WrittenLink: Sendable, Equatable {
  /// The reference written, relative to the documents' folder.
  package var reference: String
  /// The link in the Markdown.
  package var span: SourceSpan
}
