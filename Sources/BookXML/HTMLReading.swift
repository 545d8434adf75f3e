import CLibXML2

extension XMLElement {
  /// Reads HTML as browsers do, whatever is wrong with it; nil for nothing.
  ///
  /// Names are in small letters, without a namespace; elements deeper than `deepest` are left out
  /// and their words kept.
  package static func readHTML(_ bytes: [UInt8], deepest: Int = 200) -> XMLElement? {
    ParsedXML.prepareLibrary()
    guard let length = Int32(exactly: bytes.count) else { return nil }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue
    // What says no encoding is UTF-8, where it can be.
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    let document = bytes.withUnsafeBytes { buffer in
      htmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), length, nil,
        isUTF8 ? "UTF-8" : nil, Int32(options))
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { return nil }
    return element(root, room: deepest)
  }

  private static func element(_ node: UnsafeMutablePointer<xmlNode>, room: Int) -> XMLElement {
    var element = XMLElement(name: String(cString: node.pointee.name).lowercased())
    var next = node.pointee.properties
    while let attribute = next {
      next = attribute.pointee.next
      guard let name = attribute.pointee.name else { continue }
      element.attributes.append(
        Attribute(name: String(cString: name).lowercased(), value: ParsedXML.value(attribute)))
    }
    var child = node.pointee.children
    while let piece = child {
      child = piece.pointee.next
      switch piece.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = piece.pointee.content {
          element.children.append(.text(String(cString: content)))
        }
      case XML_ELEMENT_NODE:
        if room > 0 {
          element.children.append(.element(self.element(piece, room: room - 1)))
        } else if let buffer = xmlBufferCreate() {
          xmlNodeBufGetContent(buffer, piece)
          if let content = xmlBufferContent(buffer) {
            element.children.append(.text(String(cString: content)))
          }
          xmlBufferFree(buffer)
        }
      default: break
      }
    }
    return element
  }
}
