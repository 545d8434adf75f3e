import CLibXML2

/// Takes libxml2's errors for one document, through the document's own context.
final class FaultCollector {
  private(set) var faults: [XMLFault] = []
  private var kind = XMLFault.Kind.notWellFormed
  private(set) var isStopped = false
  /// Takes the elements of a document that is read piece by piece.
  var gatherer: PieceGatherer?

  /// What a document gives beyond this says nothing new.
  static let limit = 50

  /// From now on errors are the grammar's.
  func beginValidation() { kind = .invalid }

  /// Whether an entity may be declared, as old drawing programs do for the addresses of their
  /// namespaces: a few words without marks or other entities, so that a document never grows to
  /// more than some thirty times its length.
  func mayDeclare(_ words: [UInt8]) -> Bool {
    declared += 1
    return declared <= Self.mostEntities && words.count <= Self.longestEntity
      && !words.contains(UInt8(ascii: "&")) && !words.contains(UInt8(ascii: "<"))
  }
  private var declared = 0
  /// Illustrator declares 12.
  private static let mostEntities = 64
  /// Bytes; the longest of Illustrator's takes 56.
  private static let longestEntity = 128

  /// Counts an element and its attributes; false when there are more than any document has.
  fileprivate func mayAdd(_ count: Int, line: Int) -> Bool {
    held += count
    if held <= Self.most { return true }
    isStopped = true
    faults.append(
      XMLFault(.tooMany, "it has more than \(Self.most) elements and attributes", line: line))
    return false
  }
  private var held = 0
  /// Each takes some 300 bytes when it is held as a tree; the whole of Pepys' diary in one document
  /// has a fifth of it.
  private static let most = 500_000

  /// Refuses an entity declaration; the parser is to stop.
  func refuseEntity(_ name: String, line: Int) {
    guard !isStopped else { return }
    isStopped = true
    faults.append(XMLFault(.entity, "entity '\(name)' is declared", line: line))
  }

  /// libxml2 reads no element with more than this many about it, and has no code for saying so.
  private static let deepest: Int32 = 256

  fileprivate func take(_ error: UnsafePointer<xmlError>, depth: Int32 = 0) {
    guard !isStopped, faults.count < Self.limit else { return }
    let error = error.pointee
    guard error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    var words = error.message.map { String(cString: $0) } ?? "unknown error"
    while words.last?.isWhitespace == true { words.removeLast() }
    var kind = kind
    if kind == .notWellFormed, depth > Self.deepest { kind = .tooDeep }
    if error.code == XML_ERR_ENTITY_LOOP.rawValue { kind = .entity }
    if error.code == XML_ERR_NO_MEMORY.rawValue { kind = .failed }
    faults.append(
      XMLFault(kind, words, line: Int(error.line), column: kind == .invalid ? 0 : Int(error.int2)))
  }

  /// The collector as libxml2 carries it about; valid while the collector lives.
  var reference: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}

/// libxml2 calls this with the parser context, whose `_private` is the collector.
func takeParserError(
  _ context: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?
) {
  guard let context, let error else { return }
  let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
  guard let state = parser.pointee._private else { return }
  Unmanaged<FaultCollector>.fromOpaque(state).takeUnretainedValue()
    .take(error, depth: max(parser.pointee.nameNr, parser.pointee.nodeNr))
}

/// libxml2 calls this with the collector itself.
func takeGrammarError(
  _ context: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?
) {
  guard let context, let error else { return }
  Unmanaged<FaultCollector>.fromOpaque(context).takeUnretainedValue().take(error)
}

/// libxml2 calls this for every element of a document that becomes a tree.
func countElement(
  _ context: UnsafeMutableRawPointer?, _ local: UnsafePointer<xmlChar>?,
  _ prefix: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?, _ spaceCount: Int32,
  _ spaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int32, _ defaulted: Int32,
  _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
  guard let context else { return }
  let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
  if let state = parser.pointee._private {
    let faults = Unmanaged<FaultCollector>.fromOpaque(state).takeUnretainedValue()
    let line = parser.pointee.input.map { Int($0.pointee.line) } ?? 0
    if !faults.mayAdd(1 + Int(count), line: line) { return xmlStopParser(parser) }
  }
  xmlSAX2StartElementNs(
    context, local, prefix, space, spaceCount, spaces, count, defaulted, attributes)
}

/// libxml2 calls this for every entity declaration: one of plain words is taken, any other stops it.
func takeEntity(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?, _ type: Int32,
  _ publicID: UnsafePointer<xmlChar>?, _ systemID: UnsafePointer<xmlChar>?,
  _ content: UnsafeMutablePointer<xmlChar>?
) {
  guard let context else { return }
  let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
  if let state = parser.pointee._private {
    let faults = Unmanaged<FaultCollector>.fromOpaque(state).takeUnretainedValue()
    let isInternal = type == Int32(XML_INTERNAL_GENERAL_ENTITY.rawValue)
    if isInternal, let content,
      faults.mayDeclare(Array(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))))
    {
      return xmlSAX2EntityDecl(context, name, type, publicID, systemID, content)
    }
    let words = name.map { String(cString: $0) } ?? ""
    let line = parser.pointee.input.map { Int($0.pointee.line) } ?? 0
    faults.refuseEntity(words, line: line)
  }
  xmlStopParser(parser)
}
