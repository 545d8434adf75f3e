import CLibXML2

/// A RELAX NG grammar.
///
/// libxml2 compiles it when documents are to be validated: a small grammar costs it a tenth of a
/// millisecond, and nothing of libxml2's is shared between threads. A large one is a
/// `ContentModel`.
package struct XMLGrammar: Sendable {
  private let text: StaticString

  /// A grammar in RELAX NG's XML syntax, one pattern to an element.
  package init(_ text: StaticString) { self.text = text }

  /// Validates a document and hands back the attributes named in `harvest`.
  package func validate(_ bytes: [UInt8], harvest: [String] = []) -> XMLReport {
    report(on: bytes, harvest, by: CompiledGrammar(text))
  }

  /// Validates documents one after the other.
  package func validate(_ documents: [[UInt8]], harvest: [String] = []) -> [XMLReport] {
    let compiled = CompiledGrammar(text)
    return documents.map { report(on: $0, harvest, by: compiled) }
  }

  private func report(
    on bytes: [UInt8], _ harvest: [String], by grammar: borrowing CompiledGrammar
  ) -> XMLReport {
    let faults = FaultCollector()
    guard let document = ParsedXML.parse(bytes, faults: faults) else { return faults.unreadable }
    faults.beginValidation()
    let isValid = grammar.validate(document, faults: faults)
    var found = faults.faults
    if !isValid, found.isEmpty {
      found = [XMLFault(.invalid, "document does not follow its grammar", line: 1)]
    }
    return XMLReport(faults: found, attributes: document.attributes(named: harvest))
  }
}

/// A grammar as libxml2 holds it, freed with this value.
private struct CompiledGrammar: ~Copyable {
  private let pointer: OpaquePointer?

  init(_ text: StaticString) {
    ParsedXML.prepareLibrary()
    let context = text.utf8Start.withMemoryRebound(to: CChar.self, capacity: text.utf8CodeUnitCount)
    {
      xmlRelaxNGNewMemParserCtxt($0, Int32(text.utf8CodeUnitCount))
    }
    defer { xmlRelaxNGFreeParserCtxt(context) }
    pointer = context.flatMap { xmlRelaxNGParse($0) }
    // The grammars are ours: one that does not compile is a fault of the program.
    precondition(pointer != nil, "grammar does not compile")
  }

  deinit { xmlRelaxNGFree(pointer) }

  /// True when the document follows the grammar.
  borrowing func validate(_ document: borrowing ParsedXML, faults: FaultCollector) -> Bool {
    guard let context = xmlRelaxNGNewValidCtxt(pointer) else { return false }
    defer { xmlRelaxNGFreeValidCtxt(context) }
    xmlRelaxNGSetValidStructuredErrors(context, takeGrammarError, faults.reference)
    return document.withDocument { xmlRelaxNGValidateDoc(context, $0) } == 0
  }
}
