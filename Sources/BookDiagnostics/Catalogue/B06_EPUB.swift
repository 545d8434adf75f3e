// EPUB. Codes B0601 to B0699.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let epub: [DiagnosticCode] = []
}
