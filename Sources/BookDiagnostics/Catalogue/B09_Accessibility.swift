// Accessibility. Codes B0901 to B0999.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let accessibility: [DiagnosticCode] = []
}
