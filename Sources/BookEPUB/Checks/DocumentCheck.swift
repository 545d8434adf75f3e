import BookDiagnostics
import BookModel
import BookXHTML
import BookXML

/// The grammars of an EPUB's documents, compiled as they are needed and kept.
struct DocumentGrammars: Sendable {
  let content = XMLGrammar.content()
  let navigation = XMLGrammar.navigation()
  let package = XMLGrammar.package()
  let ncx = XMLGrammar.ncx()
  let container = XMLGrammar.container()
}

/// Ids and references of one document of the package, as libxml2 read them.
struct DocumentFacts: Sendable {
  /// File name, relative to the package document.
  var name: String
  var ids: [XMLAttributeUse] = []
  var references: [XMLAttributeUse] = []

  init(name: String, _ attributes: [XMLAttributeUse]) {
    self.name = name
    for attribute in attributes {
      if attribute.name == "id" { ids.append(attribute) } else { references.append(attribute) }
    }
  }

  static let harvest = ["id", "href", "src"]
}

/// Validates one document and says what is wrong at the line of Markdown that caused it.
struct DocumentCheck {
  let name: String
  let chapter: ParsedChapter?
  let rendered: RenderedDocument

  func run(_ grammar: XMLGrammar) -> (facts: DocumentFacts, diagnostics: [Diagnostic]) {
    let report = grammar.validate(rendered.bytes, harvest: DocumentFacts.harvest)
    let facts = DocumentFacts(name: name, report.attributes)
    return (facts, report.faults.map(diagnostic) + duplicates(facts))
  }

  private func span(_ line: Int) -> SourceSpan? {
    rendered.origins.span(ofLine: line, in: chapter)
  }

  private func diagnostic(_ fault: XMLFault) -> Diagnostic {
    let code: DiagnosticCode
    switch fault.kind {
    case .notWellFormed, .entity, .failed: code = .notWellFormed
    case .invalid: code = .invalidContent
    case .tooDeep: code = .nestingTooDeep
    }
    return Diagnostic(
      code, Self.words(fault), at: span(fault.line),
      notes: [DiagnosticNote("found in \(name) at line \(fault.line)")])
  }

  /// libxml2's words in the author's terms, where they can be put so.
  private static func words(_ fault: XMLFault) -> String {
    let parts = fault.message.split(separator: " ").map(String.init)
    if fault.message.hasPrefix("Did not expect element "), parts.count > 3 {
      return "element '<\(parts[3])>' may not stand here"
    }
    if fault.message.hasPrefix("Invalid attribute "), parts.count > 5 {
      return "attribute '\(parts[2])' may not stand on '<\(parts[5])>'"
    }
    if fault.message.hasPrefix("Element "), parts.count > 1, fault.message.contains("failed") {
      return "element '<\(parts[1])>' holds what it may not hold"
    }
    return fault.message
  }

  private func duplicates(_ facts: DocumentFacts) -> [Diagnostic] {
    var seen = Set<String>(minimumCapacity: facts.ids.count)
    var found: [Diagnostic] = []
    for id in facts.ids where !seen.insert(id.value).inserted {
      found.append(
        Diagnostic(
          .duplicateID, "id '\(id.value)' is used twice in one chapter", at: span(id.line)))
    }
    return found
  }
}
