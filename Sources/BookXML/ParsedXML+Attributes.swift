import CLibXML2

extension ParsedXML {
  /// Every attribute with one of the local names, in the order of the document.
  borrowing func attributes(named names: [String]) -> [XMLAttributeUse] {
    if names.isEmpty { return [] }
    let wanted = names.map { Array($0.utf8) + [0] }
    var found: [XMLAttributeUse] = []
    forEachElement { element in
      var next = element.pointee.properties
      while let attribute = next {
        next = attribute.pointee.next
        guard let name = attribute.pointee.name,
          let match = wanted.firstIndex(where: { Self.isEqual(name, $0) })
        else { continue }
        found.append(
          XMLAttributeUse(
            element: String(cString: element.pointee.name), name: names[match],
            value: Self.value(attribute), line: Int(xmlGetLineNo(element))))
      }
    }
    return found
  }

  private static func isEqual(_ name: UnsafePointer<xmlChar>, _ wanted: [UInt8]) -> Bool {
    var i = 0
    while i < wanted.count {
      if name[i] != wanted[i] { return false }
      if name[i] == 0 { return true }
      i += 1
    }
    return false
  }

  /// The value of an attribute; entities are refused, so that it is made of text alone.
  static func value(_ attribute: UnsafeMutablePointer<xmlAttr>) -> String {
    var value = ""
    var next = attribute.pointee.children
    while let piece = next {
      if let content = piece.pointee.content { value += String(cString: content) }
      next = piece.pointee.next
    }
    return value
  }
}
