/// An element of an SVG document.
struct SVGElement: Sendable, Equatable {
  /// Without a namespace prefix.
  var name: String
  /// By name, prefixes kept.
  var attributes: [String: String] = [:]
  /// Elements and text in order.
  var children: [Node] = []

  /// What an element holds.
  enum Node: Sendable, Equatable {
    case element(SVGElement)
    case text(String)
  }

  /// The elements among its children.
  var elements: [SVGElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }
}

/// Reads the well-formed XML of a drawing; nil where it is not well-formed or nested too deeply.
///
/// Drawings are small and come from bookc or from a program that has checked them, so a reader of
/// elements, attributes and text is enough here.
struct SVGParser {
  private let bytes: [UInt8]
  private var offset = 0

  static let deepest = 64

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The root element.
  mutating func parse() -> SVGElement? {
    var open: [SVGElement] = []
    while offset < bytes.count {
      if bytes[offset] != 0x3C {
        let text = readText()
        if let last = open.indices.last, !text.isEmpty { open[last].children.append(.text(text)) }
      } else if starts(with: "<!--") {
        guard skip(past: "-->") else { return nil }
      } else if starts(with: "<![CDATA[") {
        let start = offset + 9
        guard skip(past: "]]>") else { return nil }
        let text = String(decoding: bytes[start..<offset - 3], as: UTF8.self)
        if let last = open.indices.last { open[last].children.append(.text(text)) }
      } else if starts(with: "<?") {
        guard skip(past: "?>") else { return nil }
      } else if starts(with: "<!") {
        guard skipDeclaration() else { return nil }
      } else if starts(with: "</") {
        offset += 2
        let name = readName()
        skipSpace()
        guard take(0x3E), let element = open.popLast(), element.name == local(name) else {
          return nil
        }
        if open.isEmpty { return element }
        open[open.count - 1].children.append(.element(element))
      } else {
        guard let (element, isEmpty) = readTag(), open.count < Self.deepest else { return nil }
        if !isEmpty {
          open.append(element)
        } else if let last = open.indices.last {
          open[last].children.append(.element(element))
        } else {
          return element
        }
      }
    }
    return nil
  }

  private mutating func readTag() -> (SVGElement, isEmpty: Bool)? {
    offset += 1
    let name = readName()
    if name.isEmpty { return nil }
    var element = SVGElement(name: local(name))
    while true {
      skipSpace()
      if take(0x3E) { return (element, false) }
      if take(0x2F) { return take(0x3E) ? (element, true) : nil }
      let key = readName()
      skipSpace()
      guard !key.isEmpty, take(0x3D) else { return nil }
      skipSpace()
      guard offset < bytes.count, bytes[offset] == 0x22 || bytes[offset] == 0x27 else { return nil }
      let quote = bytes[offset]
      let start = offset + 1
      guard let end = bytes[start...].firstIndex(of: quote) else { return nil }
      element.attributes[key] = decoded(bytes[start..<end])
      offset = end + 1
    }
  }

  private mutating func readText() -> String {
    let start = offset
    offset = bytes[start...].firstIndex(of: 0x3C) ?? bytes.count
    return decoded(bytes[start..<offset])
  }

  private mutating func readName() -> String {
    let start = offset
    while offset < bytes.count, !isSpace(bytes[offset]),
      ![0x3E, 0x2F, 0x3D].contains(bytes[offset])
    {
      offset += 1
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private func local(_ name: String) -> String {
    name.split(separator: ":").last.map(String.init) ?? name
  }

  private mutating func skipSpace() {
    while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private func starts(with text: String) -> Bool { bytes[offset...].starts(with: text.utf8) }

  private mutating func skip(past text: String) -> Bool {
    while offset < bytes.count {
      if starts(with: text) {
        offset += text.utf8.count
        return true
      }
      offset += 1
    }
    return false
  }

  /// A document type, with what stands between its brackets.
  private mutating func skipDeclaration() -> Bool {
    var depth = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case 0x3E where depth <= 0:
        offset += 1
        return true
      default: break
      }
      offset += 1
    }
    return false
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private func decoded(_ slice: ArraySlice<UInt8>) -> String {
    let text = String(decoding: slice, as: UTF8.self)
    guard text.utf8.contains(0x26) else { return text }
    var result = ""
    var rest = Substring(text)
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      rest = rest[rest.index(after: ampersand)...]
      guard let end = rest.prefix(12).firstIndex(of: ";") else {
        result += "&"
        continue
      }
      result += character(named: rest[..<end])
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private func character(named name: Substring) -> String {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let isHex = name.hasPrefix("#x")
      let digits = name.dropFirst(isHex ? 2 : 1)
      guard name.hasPrefix("#"), let value = UInt32(digits, radix: isHex ? 16 : 10),
        let scalar = Unicode.Scalar(value)
      else { return "" }
      return String(Character(scalar))
    }
  }
}
