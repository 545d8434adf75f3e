// Typesetting and PDF. Codes B0701 to B0799.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let typesetting: [DiagnosticCode] = []
}
