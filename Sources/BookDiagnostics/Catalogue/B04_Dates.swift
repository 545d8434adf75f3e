// Dates. Codes B0401 to B0499.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let dates: [DiagnosticCode] = []
}
