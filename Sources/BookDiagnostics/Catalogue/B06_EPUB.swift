// EPUB. Codes B0601 to B0699.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let epub: [DiagnosticCode] = [archiveFailed]
  package static let archiveFailed = DiagnosticCode("B0601", .error, "archive not made", "")
}
