import CLibXML2

/// A document that libxml2 has parsed, freed with this value.
struct ParsedXML: ~Copyable {
  private let document: UnsafeMutablePointer<xmlDoc>

  private init(_ document: UnsafeMutablePointer<xmlDoc>) { self.document = document }

  deinit { xmlFreeDoc(document) }

  /// libxml2's own state, made ready once; after that nothing of it changes.
  private static let isReady: Bool = {
    xmlInitParser()
    xmlSetExternalEntityLoader { _, _, _ in nil }
    xmlRelaxNGInitTypes()
    return true
  }()

  static func prepareLibrary() { _ = isReady }

  /// How everything is read: the entities that NOENT puts in are those that `takeEntity` lets through.
  ///
  /// Never DTDLOAD, XINCLUDE or HUGE: those read files and lift the limits.
  static let options = Int32(
    XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_BIG_LINES.rawValue)

  /// Parses; nil when the document is not well-formed, is refused, or is too large.
  static func parse(_ bytes: [UInt8], faults: FaultCollector) -> ParsedXML? {
    prepareLibrary()
    guard let length = Int32(exactly: bytes.count), let context = xmlNewParserCtxt() else {
      return nil
    }
    defer { xmlFreeParserCtxt(context) }
    context.pointee._private = faults.reference
    context.pointee.sax.pointee.serror = takeParserError
    context.pointee.sax.pointee.entityDecl = takeEntity
    context.pointee.sax.pointee.startElementNs = countElement
    let options = Self.options
    let document = bytes.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), length, nil, nil, options)
    }
    guard let document else { return nil }
    if context.pointee.wellFormed == 0 || faults.isStopped {
      xmlFreeDoc(document)
      return nil
    }
    return ParsedXML(document)
  }

  /// Lends the document for the length of a call.
  borrowing func withDocument<Result>(_ body: (UnsafeMutablePointer<xmlDoc>) -> Result) -> Result {
    body(document)
  }

  /// Calls `body` with every element, parents first, without recursion.
  borrowing func forEachElement(_ body: (UnsafeMutablePointer<xmlNode>) -> Void) {
    let root = xmlDocGetRootElement(document)
    var node = root
    while let current = node {
      if current.pointee.type == XML_ELEMENT_NODE {
        body(current)
        if let child = current.pointee.children {
          node = child
          continue
        }
      }
      var next: UnsafeMutablePointer<xmlNode>? = current
      while let here = next, here != root, here.pointee.next == nil { next = here.pointee.parent }
      node = next == root ? nil : next?.pointee.next
    }
  }
}
