import CLibXML2
import Synchronization

/// A RELAX NG grammar, compiled when first needed.
///
/// libxml2's compiled grammar belongs to one thread at a time here: a thread works with one from
/// the shelf behind its lock, or compiles another when those are in use. So nothing of libxml2's
/// is ever shared, and the compiler sees that it is not.
package final class XMLGrammar: Sendable {
  private let text: StaticString
  private let shelf: [Slot]

  private final class Slot: Sendable {
    let grammar = Mutex<CompiledGrammar?>(nil)
  }

  /// A grammar in RELAX NG's XML syntax, one pattern to an element.
  package init(_ text: StaticString) {
    self.text = text
    shelf = (0..<16).map { _ in Slot() }
  }

  /// Compiles the grammar ahead of need for as many documents as are validated at once.
  package func prepare(count: Int) {
    for slot in shelf.prefix(count) {
      slot.grammar.withLockIfAvailable { grammar in
        if grammar == nil { grammar = CompiledGrammar(text) }
      }
    }
  }

  /// Validates a document and hands back the attributes named in `harvest`.
  package func validate(_ bytes: [UInt8], harvest: [String] = []) -> XMLReport {
    for slot in shelf {
      let report = slot.grammar.withLockIfAvailable { grammar in
        Self.validate(bytes, text, &grammar, harvest)
      }
      if let report { return report }
    }
    var grammar: CompiledGrammar?
    return Self.validate(bytes, text, &grammar, harvest)
  }

  private static func validate(
    _ bytes: [UInt8], _ text: StaticString, _ grammar: inout CompiledGrammar?, _ harvest: [String]
  ) -> XMLReport {
    let faults = FaultCollector()
    guard let document = ParsedXML.parse(bytes, faults: faults) else {
      var found = faults.faults
      if found.isEmpty { found = [XMLFault(.failed, "document is too large to read", line: 1)] }
      return XMLReport(faults: found, attributes: [])
    }
    faults.beginValidation()
    let compiled = grammar.take() ?? CompiledGrammar(text)
    let isValid = compiled.validate(document, faults: faults)
    grammar = consume compiled
    var found = faults.faults
    if !isValid, found.isEmpty {
      found = [XMLFault(.invalid, "document does not follow its grammar", line: 1)]
    }
    return XMLReport(faults: found, attributes: document.attributes(named: harvest))
  }
}

/// What validation says of a document.
package struct XMLReport: Sendable {
  /// In the order of the document.
  package var faults: [XMLFault]
  /// The attributes asked for, in the order of the document.
  package var attributes: [XMLAttributeUse]
}

/// An attribute as it stands in a document.
package struct XMLAttributeUse: Sendable, Equatable {
  /// Local name of the element.
  package var element: String
  /// Local name of the attribute.
  package var name: String
  /// Decoded.
  package var value: String
  /// 1-based line of the element.
  package var line: Int
}

/// A grammar as libxml2 holds it, freed with this value.
private struct CompiledGrammar: ~Copyable {
  private let pointer: OpaquePointer?

  init(_ text: StaticString) {
    ParsedXML.prepareLibrary()
    let context = text.utf8Start.withMemoryRebound(to: CChar.self, capacity: text.utf8CodeUnitCount) {
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
