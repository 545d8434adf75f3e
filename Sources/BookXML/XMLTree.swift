import CLibXML2

/// A document as values: elements in order, each with its parent's place.
package struct XMLTree: Sendable {
  /// One element.
  package struct Element: Sendable {
    /// Local name.
    package var name: String
    /// Namespace, empty for none.
    package var namespace: String
    /// Attributes by local name, prefixed ones as `prefix:name`.
    package var attributes: [String: String]
    /// Words right within it.
    package var text: String
    /// Index of the parent, nil for the root.
    package var parent: Int?
    /// 1-based.
    package var line: Int
  }
  /// In the order of the document, the root first.
  package private(set) var elements: [Element] = []

  /// Reads a document, with what is wrong if it is not one.
  package static func read(_ bytes: [UInt8]) -> (tree: XMLTree?, faults: [XMLFault]) {
    let faults = FaultCollector()
    guard let document = ParsedXML.parse(bytes, faults: faults) else {
      let found = faults.faults
      return (
        nil, found.isEmpty ? [XMLFault(.notWellFormed, "document is empty", line: 1)] : found
      )
    }
    var tree = XMLTree()
    var places: [UnsafeMutablePointer<xmlNode>: Int] = [:]
    // One string a namespace, however many elements have it.
    var spaces: [UnsafeMutablePointer<xmlNs>: String] = [:]
    document.forEachElement { node in
      places[node] = tree.elements.count
      var element = element(node, parent: node.pointee.parent.flatMap { places[$0] })
      if let space = node.pointee.ns {
        let known = spaces[space] ?? space.pointee.href.map { String(cString: $0) } ?? ""
        spaces[space] = known
        element.namespace = known
      }
      tree.elements.append(element)
    }
    return (tree, faults.faults)
  }

  private static func element(_ node: UnsafeMutablePointer<xmlNode>, parent: Int?) -> Element {
    var attributes: [String: String] = [:]
    var next = node.pointee.properties
    while let attribute = next {
      next = attribute.pointee.next
      guard let name = attribute.pointee.name else { continue }
      let prefix = attribute.pointee.ns?.pointee.prefix.map { String(cString: $0) + ":" } ?? ""
      attributes[prefix + String(cString: name)] = ParsedXML.value(attribute)
    }
    var text = ""
    var child = node.pointee.children
    while let piece = child {
      child = piece.pointee.next
      if piece.pointee.type == XML_TEXT_NODE || piece.pointee.type == XML_CDATA_SECTION_NODE,
        let content = piece.pointee.content
      {
        text += String(cString: content)
      }
    }
    return Element(
      name: String(cString: node.pointee.name),
      namespace: "", attributes: attributes, text: text, parent: parent,
      line: Int(xmlGetLineNo(node)))
  }
}
