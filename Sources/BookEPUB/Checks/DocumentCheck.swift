import BookDiagnostics
import BookModel
import BookXHTML
import BookXML

/// What an EPUB's documents must follow.
struct DocumentGrammars: Sendable {
  let content = ContentModel.content()
  /// What `content` says, said again in RELAX NG; nil where one judge is enough.
  var secondJudge: XMLGrammar?
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
    run(grammar.validate(rendered.bytes, harvest: DocumentFacts.harvest))
  }

  func run(_ model: ContentModel) -> (facts: DocumentFacts, diagnostics: [Diagnostic]) {
    run(model.validate(rendered.bytes, harvest: DocumentFacts.harvest))
  }

  /// Judges by the model, and by the grammar where there is one: two that disagree are a fault of
  /// bookc's own, since both say the same.
  func run(
    _ model: ContentModel, and grammar: XMLGrammar?
  ) -> (facts: DocumentFacts, diagnostics: [Diagnostic]) {
    var judged = run(model)
    guard let grammar else { return judged }
    let second = grammar.validate(rendered.bytes).faults
    let first = judged.diagnostics.filter { $0.code != .duplicateID }
    guard first.isEmpty != second.isEmpty else { return judged }
    let fault = second.first
    judged.diagnostics.append(
      Diagnostic(
        .invalidContent,
        "the two judges of pages disagree: \(fault?.message ?? "the grammar finds nothing wrong")",
        at: fault.flatMap { span($0.line) },
        notes: [
          DiagnosticNote("found in \(name); this is a fault of bookc's own, please report it")
        ]))
    return judged
  }

  private func run(_ report: XMLReport) -> (facts: DocumentFacts, diagnostics: [Diagnostic]) {
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
    case .tooDeep, .tooMany: code = .nestingTooDeep
    }
    return Diagnostic(
      code, fault.message, at: span(fault.line),
      notes: [DiagnosticNote("found in \(name) at line \(fault.line)")])
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
