import CLibXML2

extension XMLElement {
  /// Reads a document piece by piece, so that only one piece of a long one is held at a time.
  ///
  /// - Parameters:
  ///   - depth: elements with so many about them are the pieces; 0 is the root
  ///   - body: is handed each piece when its end has been read
  /// - Returns: what is wrong with the document; the pieces before a fault have been handed over
  package static func readPieces(
    of bytes: [UInt8], atDepth depth: Int, names: XMLNames, _ body: (XMLElement) -> Void
  ) -> [XMLFault] {
    withoutActuallyEscaping(body) {
      gatherPieces(of: bytes, with: PieceGatherer(depth: depth, names: names, $0))
    }
  }

  private static func gatherPieces(
    of bytes: [UInt8], with gatherer: PieceGatherer
  ) -> [XMLFault] {
    ParsedXML.prepareLibrary()
    guard let length = Int32(exactly: bytes.count), let context = xmlNewParserCtxt() else {
      return [XMLFault(.failed, "the document is too long", line: 1)]
    }
    defer { xmlFreeParserCtxt(context) }
    let faults = FaultCollector()
    faults.gatherer = gatherer
    defer { faults.gatherer = nil }
    context.pointee._private = faults.reference
    let sax = context.pointee.sax
    sax?.pointee.serror = takeParserError
    sax?.pointee.entityDecl = takeEntity
    sax?.pointee.startElementNs = beginPiece
    if gatherer.wantsOnlyRootName { sax?.pointee.internalSubset = beginDocumentType }
    sax?.pointee.endElementNs = endPiece
    sax?.pointee.characters = takeCharacters
    sax?.pointee.ignorableWhitespace = takeCharacters
    sax?.pointee.cdataBlock = takeCharacters
    sax?.pointee.comment = nil
    sax?.pointee.processingInstruction = takeInstruction
    let options = ParsedXML.options
    let document = bytes.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), length, nil, nil, options)
    }
    if let document { xmlFreeDoc(document) }
    if gatherer.isStopped { return [] }
    if context.pointee.wellFormed == 0, faults.faults.isEmpty {
      return [XMLFault(.notWellFormed, "the document is empty", line: 1)]
    }
    return faults.faults
  }

  /// Reads a whole document; nil with what is wrong where it is none.
  ///
  /// - Parameter instruction: is handed the name of each processing instruction
  package static func read(
    _ bytes: [UInt8], names: XMLNames, instruction: (String) -> Void = { _ in }
  ) -> (root: XMLElement?, faults: [XMLFault]) {
    var root: XMLElement?
    let (faults, instructions) = withoutActuallyEscaping({ root = $0 }) { body in
      let gatherer = PieceGatherer(depth: 0, names: names, body)
      return (gatherPieces(of: bytes, with: gatherer), gatherer.instructions)
    }
    instructions.forEach(instruction)
    return (root, faults)
  }

  /// The name of a document's root, read no further than that; nil for what is no XML.
  package static func rootName(of bytes: [UInt8], names: XMLNames) -> String? {
    let gatherer = PieceGatherer(depth: 0, names: names, onlyRootName: true) { _ in }
    _ = gatherPieces(of: bytes, with: gatherer)
    return gatherer.rootName
  }
}

/// Puts elements together from what the parser tells.
final class PieceGatherer {
  private struct Name: Hashable {
    var local: UnsafePointer<xmlChar>
    var space: UnsafePointer<xmlChar>?
  }

  private let depth: Int
  private let names: XMLNames
  private let body: (XMLElement) -> Void
  /// Elements open that are part of a piece.
  private var open: [XMLElement] = []
  private var level = 0
  /// The parser keeps every name once, so that a pointer stands for one.
  private var known: [Name: String] = [:]
  /// Of the first element.
  private(set) var rootName: String?
  /// Names of the processing instructions.
  private(set) var instructions: [String] = []
  let wantsOnlyRootName: Bool
  /// Whether enough is read.
  var isStopped: Bool { wantsOnlyRootName && rootName != nil }

  init(
    depth: Int, names: XMLNames, onlyRootName: Bool = false, _ body: @escaping (XMLElement) -> Void
  ) {
    self.depth = depth
    self.names = names
    self.body = body
    wantsOnlyRootName = onlyRootName
  }

  /// A document type names the root before anything else does.
  func takeDocumentType(_ name: UnsafePointer<xmlChar>) { rootName = String(cString: name) }

  func takeInstruction(_ name: UnsafePointer<xmlChar>) {
    instructions.append(String(cString: name))
  }

  private func name(_ local: UnsafePointer<xmlChar>, _ space: UnsafePointer<xmlChar>?) -> String {
    let key = Name(local: local, space: space)
    if let name = known[key] { return name }
    var name = String(cString: local)
    if let space, let prefix = names.prefixes[String(cString: space)] ?? names.foreign,
      !prefix.isEmpty
    {
      name = prefix + ":" + name
    }
    known[key] = name
    return name
  }

  func begin(
    _ local: UnsafePointer<xmlChar>, _ space: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    defer { level += 1 }
    if rootName == nil { rootName = name(local, space) }
    guard level >= depth, !isStopped else { return }
    var element = XMLElement(name: name(local, space))
    if let attributes {
      for index in 0..<count {
        // Local name, prefix, namespace, and where the value begins and ends.
        let at = attributes + 5 * index
        guard let local = at[0], let start = at[3], let end = at[4] else { continue }
        let name = self.name(local, at[2])
        if names.ignored.contains(where: name.hasPrefix) { continue }
        let value = UnsafeBufferPointer(start: start, count: end - start)
        let text = String(decoding: value, as: UTF8.self)
        element.attributes.append(XMLElement.Attribute(name: name, value: text))
      }
    }
    open.append(element)
  }

  func end() {
    level -= 1
    guard let element = open.popLast() else { return }
    if open.isEmpty {
      body(element)
    } else {
      open[open.count - 1].children.append(.element(element))
    }
  }

  func take(_ characters: UnsafePointer<xmlChar>, count: Int) {
    guard !open.isEmpty else { return }
    let text = String(
      decoding: UnsafeBufferPointer(start: characters, count: count), as: UTF8.self)
    let last = open.count - 1
    if case .text(var before) = open[last].children.last {
      open[last].children.removeLast()
      before += text
      open[last].children.append(.text(before))
    } else {
      open[last].children.append(.text(text))
    }
  }
}

private func gatherer(_ context: UnsafeMutableRawPointer?) -> PieceGatherer? {
  guard let context else { return nil }
  let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
  guard let state = parser.pointee._private else { return nil }
  return Unmanaged<FaultCollector>.fromOpaque(state).takeUnretainedValue().gatherer
}

private func beginPiece(
  _ context: UnsafeMutableRawPointer?, _ local: UnsafePointer<xmlChar>?,
  _ prefix: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?, _ spaceCount: Int32,
  _ spaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int32, _ defaulted: Int32,
  _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
  guard let local, let context, let gatherer = gatherer(context) else { return }
  gatherer.begin(local, space, attributes, count: Int(count))
  if gatherer.isStopped { xmlStopParser(context.assumingMemoryBound(to: xmlParserCtxt.self)) }
}

private func endPiece(
  _ context: UnsafeMutableRawPointer?, _ local: UnsafePointer<xmlChar>?,
  _ prefix: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?
) {
  gatherer(context)?.end()
}

private func beginDocumentType(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
  _ publicID: UnsafePointer<xmlChar>?, _ systemID: UnsafePointer<xmlChar>?
) {
  guard let name, let context else { return }
  gatherer(context)?.takeDocumentType(name)
  xmlStopParser(context.assumingMemoryBound(to: xmlParserCtxt.self))
}

private func takeInstruction(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
  _ data: UnsafePointer<xmlChar>?
) {
  guard let name else { return }
  gatherer(context)?.takeInstruction(name)
}

private func takeCharacters(
  _ context: UnsafeMutableRawPointer?, _ characters: UnsafePointer<xmlChar>?, _ count: Int32
) {
  guard let characters else { return }
  gatherer(context)?.take(characters, count: Int(count))
}
