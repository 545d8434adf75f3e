// Markdown. Codes B0201 to B0299.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let markdown: [DiagnosticCode] = [
    yearBecomesList, footnoteUndefined, footnoteDuplicate, footnoteUnused, footnoteCycle, notUTF8,
    illegalCharacter, illegalReference, privateUse, bidiUnclosed, codeFenceUnclosed, headingSkip,
    headingMissing, secondTitle, headingEmpty, tooDeep, divisionUnclosed, divisionUnknown,
    divisionStray, htmlUnclosed, htmlOverlap, htmlNesting, htmlForbidden, htmlHandler, htmlStyle,
    htmlDeclaration, htmlLeftover, htmlUnknown, htmlAttributeUnknown, decomposedCharacters,
    identifierTwice, identifierUnsound, markUnread, allowanceUnread, indentedProse, fileTooLarge,
  ]

  package static let yearBecomesList = DiagnosticCode("B0201", .warning, "a year begins a paragraph", "")
  package static let footnoteUndefined = DiagnosticCode("B0202", .error, "footnote without words", "")
  package static let footnoteDuplicate = DiagnosticCode("B0203", .error, "footnote written twice", "")
  package static let footnoteUnused = DiagnosticCode("B0204", .warning, "footnote nobody refers to", "")
  package static let footnoteCycle = DiagnosticCode("B0205", .warning, "footnote that leads back to itself", "")
  package static let notUTF8 = DiagnosticCode("B0206", .error, "file is not UTF-8", "")
  package static let illegalCharacter = DiagnosticCode("B0207", .error, "character no book may hold", "")
  package static let illegalReference = DiagnosticCode("B0208", .error, "number of a character no book may hold", "")
  package static let privateUse = DiagnosticCode("B0209", .warning, "private-use character", "")
  package static let bidiUnclosed = DiagnosticCode("B0210", .warning, "direction mark never closed", "")
  package static let codeFenceUnclosed = DiagnosticCode("B0211", .warning, "code fence never closed", "")
  package static let headingSkip = DiagnosticCode("B0212", .warning, "heading level left out", "")
  package static let headingMissing = DiagnosticCode("B0213", .warning, "chapter without a heading", "")
  package static let secondTitle = DiagnosticCode("B0214", .warning, "two titles in one chapter", "")
  package static let headingEmpty = DiagnosticCode("B0215", .warning, "heading without words", "")
  package static let tooDeep = DiagnosticCode("B0216", .error, "nested too deep", "")
  package static let divisionUnclosed = DiagnosticCode("B0217", .error, "division never closed", "")
  package static let divisionUnknown = DiagnosticCode("B0218", .warning, "unknown kind of division", "")
  package static let divisionStray = DiagnosticCode("B0219", .error, "closes no division", "")
  package static let htmlUnclosed = DiagnosticCode("B0220", .error, "HTML element never closed", "")
  package static let htmlOverlap = DiagnosticCode("B0221", .error, "HTML elements overlap", "")
  package static let htmlNesting = DiagnosticCode("B0222", .error, "block within words", "")
  package static let htmlForbidden = DiagnosticCode("B0223", .error, "HTML element no book may hold", "")
  package static let htmlHandler = DiagnosticCode("B0224", .error, "program in an attribute", "")
  package static let htmlStyle = DiagnosticCode("B0225", .error, "style that loads or runs something", "")
  package static let htmlDeclaration = DiagnosticCode("B0226", .error, "declaration in the text", "")
  package static let htmlLeftover = DiagnosticCode("B0227", .warning, "leftover of a word processor", "")
  package static let htmlUnknown = DiagnosticCode("B0228", .error, "unknown HTML element", "")
  package static let htmlAttributeUnknown = DiagnosticCode("B0229", .warning, "unknown HTML attribute", "")
  package static let decomposedCharacters = DiagnosticCode("B0230", .warning, "letter and accent apart", "")
  package static let identifierTwice = DiagnosticCode("B0231", .error, "id given twice", "")
  package static let identifierUnsound = DiagnosticCode("B0232", .error, "id that is no name", "")
  package static let markUnread = DiagnosticCode("B0233", .warning, "mark that is no link", "")
  package static let allowanceUnread = DiagnosticCode("B0234", .warning, "allowance that allows nothing", "")
  package static let indentedProse = DiagnosticCode("B0235", .warning, "paragraph set in as code", "")
  package static let fileTooLarge = DiagnosticCode("B0236", .error, "file too large", "")
}
