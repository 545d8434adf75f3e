import CLibXML2

/// One pass over a parsed document, element by element, beside its content model.
struct ContentWalk {
  /// An element that is open, and how far its content has been read.
  private struct Frame {
    var element: Int
    var run = 0
    var count = 0
    var chosen = -1
  }

  private let model: ContentModel
  private let harvest: Set<String>
  private var report = XMLReport(faults: [], attributes: [])
  private var frames: [Frame] = []
  /// libxml2 keeps every name of a document once, so that a pointer stands for a name.
  private var elementsByName: [UnsafePointer<xmlChar>: Int] = [:]
  private var attributesByName: [AttributeName: KnownAttribute] = [:]
  private var spaces: [UnsafeMutablePointer<xmlNs>: String] = [:]

  private struct AttributeName: Hashable {
    var name: UnsafePointer<xmlChar>
    var space: UnsafeMutablePointer<xmlNs>?
  }

  /// What is asked of an attribute wherever it stands.
  private struct KnownAttribute {
    var name: String
    var isHarvested: Bool
    /// The elements that it may stand on, by their indices.
    var elements: UInt128
  }

  init(model: ContentModel, harvest: [String]) {
    self.model = model
    self.harvest = Set(harvest)
  }

  mutating func run(_ document: UnsafeMutablePointer<xmlDoc>) -> XMLReport {
    guard let root = xmlDocGetRootElement(document) else { return report }
    var node = root
    while true {
      let isEntered = enter(node, isRoot: node == root)
      if isEntered, let child = node.pointee.children {
        node = child
        continue
      }
      if isEntered { leave(node) }
      while node != root, node.pointee.next == nil, let parent = node.pointee.parent {
        node = parent
        leave(node)
      }
      guard node != root, let next = node.pointee.next else { return report }
      node = next
    }
  }

  /// True when the children are to be read and the element to be left.
  private mutating func enter(_ node: UnsafeMutablePointer<xmlNode>, isRoot: Bool) -> Bool {
    switch node.pointee.type {
    case XML_ELEMENT_NODE:
      let element = index(of: node)
      readAttributes(of: node, element)
      let isInPlace = isRoot ? element == 0 : element >= 0 && take(element)
      if !isInPlace { misplaced(node) }
      // What an unknown element may hold is unknown too.
      guard element >= 0 else { return false }
      frames.append(Frame(element: element))
      return true
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      if let words = node.pointee.content, !Self.isBlank(words), !takeText() {
        fault("text may not stand in '<\(openName)>'", at: node.pointee.parent ?? node)
      }
      return false
    default:
      return false
    }
  }

  private mutating func leave(_ node: UnsafeMutablePointer<xmlNode>) {
    guard let frame = frames.popLast() else { return }
    let runs = model.runs[frame.element]
    var run = frame.run
    var count = frame.count
    while run < runs.count {
      if count < runs[run].minimum {
        let element = model.elements[frame.element]
        let wanted = element.content[run].names.joined(separator: ">' or '<")
        return fault("element '<\(element.name)>' lacks '<\(wanted)>'", at: node)
      }
      run += 1
      count = 0
    }
  }

  /// Goes on to the first run that holds the element; false when none does.
  private mutating func take(_ element: Int) -> Bool {
    guard var frame = frames.last else { return false }
    let runs = model.runs[frame.element]
    while frame.run < runs.count {
      let run = runs[frame.run]
      let isWanted =
        run.names & (1 << UInt128(element)) != 0 && frame.count < run.maximum
        && (!run.isOfOneName || frame.chosen < 0 || frame.chosen == element)
      if isWanted {
        frame.count += 1
        frame.chosen = element
        frames[frames.count - 1] = frame
        return true
      }
      if frame.count < run.minimum { return false }
      frame.run += 1
      frame.count = 0
      frame.chosen = -1
    }
    return false
  }

  private mutating func takeText() -> Bool {
    guard var frame = frames.last else { return false }
    let runs = model.runs[frame.element]
    while frame.run < runs.count {
      if runs[frame.run].allowsText {
        frames[frames.count - 1] = frame
        return true
      }
      if frame.count < runs[frame.run].minimum { return false }
      frame.run += 1
      frame.count = 0
      frame.chosen = -1
    }
    return false
  }

  private mutating func readAttributes(of node: UnsafeMutablePointer<xmlNode>, _ element: Int) {
    guard node.pointee.properties != nil else { return checkRequired([], element, at: node) }
    var names: [String] = []
    // The faults of an element come behind what is gathered of it, in the order of its attributes.
    var misplaced: [String] = []
    let asksNames = element >= 0 && !model.elements[element].required.isEmpty
    var next = node.pointee.properties
    while let attribute = next {
      next = attribute.pointee.next
      let known = self.known(attribute)
      if asksNames { names.append(known.name) }
      if known.isHarvested {
        report.attributes.append(
          XMLAttributeUse(
            element: node.pointee.name.map { String(cString: $0) } ?? "", name: known.name,
            value: ParsedXML.value(attribute), line: Int(xmlGetLineNo(node))))
      }
      if element >= 0, known.elements & (1 << UInt128(element)) == 0 {
        misplaced.append(known.name)
      }
    }
    for name in misplaced {
      fault("attribute '\(name)' may not stand on '<\(model.elements[element].name)>'", at: node)
    }
    checkRequired(names, element, at: node)
  }

  private mutating func checkRequired(
    _ names: [String], _ element: Int, at node: UnsafeMutablePointer<xmlNode>
  ) {
    guard element >= 0 else { return }
    for name in model.elements[element].required where !names.contains(name) {
      fault("element '<\(model.elements[element].name)>' lacks the attribute '\(name)'", at: node)
    }
  }

  /// Index of the element in the model, -1 for one that it does not hold.
  private mutating func index(of node: UnsafeMutablePointer<xmlNode>) -> Int {
    guard let name = node.pointee.name, let space = node.pointee.ns,
      self.name(of: space) == model.namespace
    else { return -1 }
    if let known = elementsByName[name] { return known }
    let found = model.indices[String(cString: name)] ?? -1
    elementsByName[name] = found
    return found
  }

  private mutating func known(_ attribute: UnsafeMutablePointer<xmlAttr>) -> KnownAttribute {
    guard let local = attribute.pointee.name else { return asked("") }
    let key = AttributeName(name: local, space: attribute.pointee.ns)
    if let known = attributesByName[key] { return known }
    var name = String(cString: local)
    if let space = attribute.pointee.ns {
      switch self.name(of: space) {
      case "http://www.w3.org/XML/1998/namespace": name = "xml:" + name
      case "http://www.idpf.org/2007/ops": name = "epub:" + name
      case let other: name = "{\(other)}" + name
      }
    }
    let known = asked(name)
    attributesByName[key] = known
    return known
  }

  private func asked(_ name: String) -> KnownAttribute {
    KnownAttribute(
      name: name, isHarvested: harvest.contains(name), elements: model.attributes[name] ?? 0)
  }

  private mutating func name(of space: UnsafeMutablePointer<xmlNs>) -> String {
    if let known = spaces[space] { return known }
    let name = space.pointee.href.map { String(cString: $0) } ?? ""
    spaces[space] = name
    return name
  }

  private var openName: String { frames.last.map { model.elements[$0.element].name } ?? "" }

  private mutating func misplaced(_ node: UnsafeMutablePointer<xmlNode>) {
    let name = node.pointee.name.map { String(cString: $0) } ?? ""
    let place = frames.isEmpty ? "at the root" : "in '<\(openName)>'"
    fault("element '<\(name)>' may not stand \(place)", at: node)
  }

  private mutating func fault(_ message: String, at node: UnsafeMutablePointer<xmlNode>) {
    guard report.faults.count < FaultCollector.limit else { return }
    report.faults.append(XMLFault(.invalid, message, line: Int(xmlGetLineNo(node))))
  }

  private static func isBlank(_ words: UnsafePointer<xmlChar>) -> Bool {
    var i = 0
    while words[i] != 0 {
      guard words[i] == 0x20 || (0x09...0x0D).contains(words[i]) else { return false }
      i += 1
    }
    return true
  }
}
