// People. Codes B0301 to B0399.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let people: [DiagnosticCode] = []
}
