import BookDiagnostics

extension SVGFault {
  /// Its diagnostic code.
  var code: DiagnosticCode {
    switch self {
    case .active: .svgActive
    case .external: .svgExternal
    case .malformed: .svgMalformed
    }
  }
}

/// Walks the tags of an XML file without building a tree or expanding anything.
struct TagScanner {
  /// One tag, comment or declaration.
  struct Tag {
    enum Kind { case open, close, empty, doctype, other }
    var kind: Kind
    /// Without its prefix.
    var localName = ""
    /// Values with their references decoded.
    var attributes: [(name: String, value: String)] = []
    /// For a document type: whether it has an internal subset or names an entity.
    var hasDeclarations = false
    /// The character data up to the next tag; only kept for `style`.
    var text = ""
  }

  private let bytes: [UInt8]
  private var at = 0
  /// True when a tag was never closed.
  private(set) var isBroken = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag, nil at the end.
  mutating func next() -> Tag? {
    while at < bytes.count, bytes[at] != 0x3C { at += 1 }
    guard at < bytes.count else { return nil }
    if starts("<!--") { return skip(to: "-->", .other) }
    if starts("<![CDATA[") { return skip(to: "]]>", .other) }
    if starts("<?") {
      let isStyle = starts("<?xml-stylesheet")
      var tag = skip(to: "?>", .other)
      if isStyle { tag?.localName = "xml-stylesheet" }
      return tag
    }
    if starts("<!") { return declaration() }
    return element()
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer {
      at + $0.count <= bytes.count && bytes[at..<at + $0.count].elementsEqual($0)
    }
  }

  private mutating func skip(to end: StaticString, _ kind: Tag.Kind) -> Tag? {
    while at < bytes.count {
      if starts(end) {
        at += end.utf8CodeUnitCount
        return Tag(kind: kind)
      }
      at += 1
    }
    isBroken = true
    return nil
  }

  private mutating func declaration() -> Tag {
    var tag = Tag(kind: .doctype)
    var depth = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == 0x5B { tag.hasDeclarations = true }
      if byte == 0x3C { depth += 1 }
      if byte == 0x3E {
        depth -= 1
        if depth == 0 { return tag }
      }
    }
    isBroken = true
    return tag
  }

  private mutating func element() -> Tag {
    at += 1
    var tag = Tag(kind: .open)
    if at < bytes.count, bytes[at] == 0x2F {
      tag.kind = .close
      at += 1
    }
    let name = word()
    tag.localName = name.split(separator: ":").last.map(String.init) ?? name
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x3E {
        at += 1
        if tag.localName == "style", tag.kind == .open { tag.text = textAhead() }
        return tag
      }
      if byte == 0x2F {
        if tag.kind == .open { tag.kind = .empty }
        at += 1
      } else if Self.isSpace(byte) {
        at += 1
      } else {
        attribute(&tag)
      }
    }
    isBroken = true
    return tag
  }

  private mutating func attribute(_ tag: inout Tag) {
    let name = word()
    if name.isEmpty {
      at += 1
      return
    }
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
    guard at < bytes.count, bytes[at] == 0x3D else {
      tag.attributes.append((name, ""))
      return
    }
    at += 1
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
    guard at < bytes.count, bytes[at] == 0x22 || bytes[at] == 0x27 else {
      tag.attributes.append((name, word()))
      return
    }
    let quote = bytes[at]
    let start = at + 1
    at = start
    while at < bytes.count, bytes[at] != quote { at += 1 }
    tag.attributes.append((name, Self.decoded(bytes[start..<min(at, bytes.count)])))
    at += 1
  }

  private func textAhead() -> String {
    var end = at
    while end < bytes.count, end - at < 100_000,
      !(bytes[end] == 0x3C && end + 1 < bytes.count && bytes[end + 1] == 0x2F)
    {
      end += 1
    }
    return Self.decoded(bytes[at..<end])
  }

  /// Text with references to characters decoded; others, which nothing may declare, are left out.
  private static func decoded(_ slice: ArraySlice<UInt8>) -> String {
    let text = String(decoding: slice, as: UTF8.self)
    guard slice.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      rest = rest[rest.index(after: ampersand)...]
      guard let end = rest.prefix(longestReference).firstIndex(of: ";") else { continue }
      let name = rest[..<end]
      rest = rest[rest.index(after: end)...]
      let isHex = name.hasPrefix("#x")
      if let plain = plainReferences[name] {
        result += plain
      } else if name.hasPrefix("#"),
        let value = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10),
        let scalar = Unicode.Scalar(value)
      {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + rest
  }

  /// Zeros before a number make it no other.
  private static let longestReference = 40
  private static let plainReferences: [Substring: String] = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'",
  ]

  private mutating func word() -> String {
    let start = at
    while at < bytes.count, !Self.isSpace(bytes[at]),
      ![0x3E, 0x2F, 0x3D, 0x22, 0x27, 0x3C].contains(bytes[at])
    { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
