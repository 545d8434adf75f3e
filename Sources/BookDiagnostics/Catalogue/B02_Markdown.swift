// Markdown. Codes B0201 to B0299.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let markdown: [DiagnosticCode] = []
}
