// Manuscript and configuration. Codes B0101 to B0199.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let manuscript: [DiagnosticCode] = []
}
