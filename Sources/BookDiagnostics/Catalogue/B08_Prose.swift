// Prose. Codes B0801 to B0899.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let prose: [DiagnosticCode] = []
}
