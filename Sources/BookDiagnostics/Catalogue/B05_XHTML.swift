// XHTML. Codes B0501 to B0599.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let xhtml: [DiagnosticCode] = [
    elementForbidden, eventHandler, elementDropped, attributeDropped, linkRunsCode,
    linkToLocalFile, targetMissing, fragmentMissing, targetOutside, emptyLink, duplicateID,
    invalidContent, notWellFormed, rawImageMissing, linkSchemeUnknown, nestingTooDeep,
  ]
  package static let elementForbidden = DiagnosticCode("B0501", .error, "element not allowed", "")
  package static let eventHandler = DiagnosticCode("B0502", .error, "attribute runs code", "")
  package static let elementDropped = DiagnosticCode("B0503", .warning, "element left out", "")
  package static let attributeDropped = DiagnosticCode("B0504", .warning, "attribute left out", "")
  package static let linkRunsCode = DiagnosticCode("B0505", .error, "link runs code", "")
  package static let linkToLocalFile = DiagnosticCode("B0506", .error, "link to a local file", "")
  package static let targetMissing = DiagnosticCode("B0507", .error, "link to a file that is not there", "")
  package static let fragmentMissing = DiagnosticCode("B0508", .error, "link to a place that is not there", "")
  package static let targetOutside = DiagnosticCode("B0509", .error, "link leaves the book", "")
  package static let emptyLink = DiagnosticCode("B0510", .warning, "empty link", "")
  package static let duplicateID = DiagnosticCode("B0511", .error, "id used twice", "")
  package static let invalidContent = DiagnosticCode("B0512", .error, "element in the wrong place", "")
  package static let notWellFormed = DiagnosticCode("B0513", .error, "not well-formed", "")
  package static let rawImageMissing = DiagnosticCode("B0514", .error, "image not in the book", "")
  package static let linkSchemeUnknown = DiagnosticCode("B0515", .warning, "unknown kind of link", "")
  package static let nestingTooDeep = DiagnosticCode("B0516", .error, "nested too deep", "")
}
