// XHTML. Codes B0501 to B0599.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let xhtml: [DiagnosticCode] = []
}
