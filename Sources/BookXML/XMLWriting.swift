extension XMLElement {
  /// The element as a document of its own in UTF-8, its names under the prefixes of a vocabulary.
  ///
  /// What it says read again by the same names is the same element.
  package func document(_ names: XMLNames) -> [UInt8] {
    var out = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    let declarations = names.prefixes.sorted { $0.value < $1.value }.filter { $0.value != "xml" }
    write(
      to: &out,
      declaring: declarations.filter { $0.value.isEmpty || uses($0.value + ":") }.map {
        Attribute(name: $0.value.isEmpty ? "xmlns" : "xmlns:" + $0.value, value: $0.key)
      })
    out.append(0x0A)
    return out
  }

  private func uses(_ prefix: String) -> Bool {
    name.hasPrefix(prefix) || attributes.contains { $0.name.hasPrefix(prefix) }
      || elements.contains { $0.uses(prefix) }
  }

  private func write(to out: inout [UInt8], declaring declarations: [Attribute] = []) {
    out.append(UInt8(ascii: "<"))
    out += name.utf8
    for attribute in declarations + attributes {
      out.append(0x20)
      out += attribute.name.utf8
      out += Array("=\"".utf8)
      Self.write(attribute.value, inAttribute: true, to: &out)
      out.append(UInt8(ascii: "\""))
    }
    if children.isEmpty {
      out += Array("/>".utf8)
      return
    }
    out.append(UInt8(ascii: ">"))
    for child in children {
      switch child {
      case .element(let element): element.write(to: &out)
      case .text(let words): Self.write(words, inAttribute: false, to: &out)
      }
    }
    out += Array("</".utf8)
    out += name.utf8
    out.append(UInt8(ascii: ">"))
  }

  /// Escapes what would be a mark, and in attributes the breaks that a reader would make blanks
  /// (XML 1.0, 3.3.3); a return everywhere (2.11).
  private static func write(_ words: String, inAttribute: Bool, to out: inout [UInt8]) {
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += Array("&amp;".utf8)
      case UInt8(ascii: "<"): out += Array("&lt;".utf8)
      case UInt8(ascii: ">"): out += Array("&gt;".utf8)
      case 0x0D: out += Array("&#13;".utf8)
      case UInt8(ascii: "\"") where inAttribute: out += Array("&quot;".utf8)
      case 0x09 where inAttribute: out += Array("&#9;".utf8)
      case 0x0A where inAttribute: out += Array("&#10;".utf8)
      default: out.append(byte)
      }
    }
  }
}
