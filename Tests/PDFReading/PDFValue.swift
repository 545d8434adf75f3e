/// A PDF object as the tests' own reader sees it.
package indirect enum PDFValue: Equatable {
  case null
  case boolean(Bool)
  case number(Double)
  case string([UInt8])
  case name(String)
  case array([PDFValue])
  case dictionary([String: PDFValue])
  case reference(Int)
  /// An operator of a content stream, or a keyword.
  case word(String)

  package var integer: Int? { if case .number(let value) = self { Int(value) } else { nil } }
  package var name: String? { if case .name(let value) = self { value } else { nil } }
  package var reference: Int? { if case .reference(let value) = self { value } else { nil } }

  /// A text string decoded.
  package var text: String? {
    guard case .string(let bytes) = self else { return nil }
    guard bytes.starts(with: [0xFE, 0xFF]) else { return String(decoding: bytes, as: UTF8.self) }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return String(decoding: units, as: UTF16.self)
  }
}

/// Reads PDF syntax, written from the standard and not from the writer.
package struct PDFLexer {
  let bytes: [UInt8]
  package var offset: Int

  package init(_ bytes: [UInt8], at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 9, 10, 12, 13, 32: true
    default: false
    }
  }

  /// True for what ends a word: white space, and ()<>[]{}/%.
  private func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: true
    default: isSpace(byte)
    }
  }

  package mutating func skipSpace() {
    while offset < bytes.count {
      if isSpace(bytes[offset]) {
        offset += 1
      } else if bytes[offset] == 0x25 {
        while offset < bytes.count, bytes[offset] != 10, bytes[offset] != 13 { offset += 1 }
      } else {
        return
      }
    }
  }

  /// The next object or operator; nil at the end.
  package mutating func next() -> PDFValue? {
    skipSpace()
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case 0x2F: return .name(readName())
    case 0x28: return .string(readLiteral())
    case 0x5B:
      offset += 1
      return .array(readItems(until: "]"))
    case 0x3C where offset + 1 < bytes.count && bytes[offset + 1] == 0x3C:
      offset += 2
      let items = readItems(until: ">>")
      var result: [String: PDFValue] = [:]
      for i in stride(from: 0, to: items.count - 1, by: 2) {
        result[items[i].name ?? "?"] = items[i + 1]
      }
      return .dictionary(result)
    case 0x3C: return .string(readHex())
    case 0x5D:
      offset += 1
      return .word("]")
    case 0x3E:
      offset += 2
      return .word(">>")
    default: return readWord()
    }
  }

  private mutating func readItems(until end: String) -> [PDFValue] {
    var items: [PDFValue] = []
    while let value = next(), value != .word(end) {
      if value == .word("R"), items.count >= 2, let number = items[items.count - 2].integer {
        items.removeLast(2)
        items.append(.reference(number))
      } else {
        items.append(value)
      }
    }
    return items
  }

  private mutating func readName() -> String {
    offset += 1
    var name: [UInt8] = []
    while offset < bytes.count, !endsWord(bytes[offset]) {
      if bytes[offset] == 0x23, offset + 2 < bytes.count {
        let digits = String(decoding: bytes[offset + 1...offset + 2], as: UTF8.self)
        name.append(UInt8(digits, radix: 16) ?? 0x3F)
        offset += 3
      } else {
        name.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func readLiteral() -> [UInt8] {
    var result: [UInt8] = []
    var depth = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case 0x28:
        if depth > 0 { result.append(byte) }
        depth += 1
      case 0x29:
        depth -= 1
        if depth == 0 { return result }
        result.append(byte)
      case 0x5C:
        let next = bytes[offset]
        offset += 1
        let plain: [UInt8: UInt8] = [0x6E: 10, 0x72: 13, 0x74: 9, 0x62: 8, 0x66: 12]
        result.append(plain[next] ?? next)
      case 13: result.append(10)
      default: result.append(byte)
      }
    }
    return result
  }

  private mutating func readHex() -> [UInt8] {
    offset += 1
    var digits: [UInt8] = []
    while offset < bytes.count, bytes[offset] != 0x3E {
      if let digit = UInt8(String(decoding: [bytes[offset]], as: UTF8.self), radix: 16) {
        digits.append(digit)
      }
      offset += 1
    }
    offset += 1
    if digits.count % 2 == 1 { digits.append(0) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  private mutating func readWord() -> PDFValue {
    let start = offset
    while offset < bytes.count, !endsWord(bytes[offset]) {
      offset += 1
    }
    if offset == start { offset += 1 }
    let word = String(decoding: bytes[start..<offset], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default: return Double(word).map(PDFValue.number) ?? .word(word)
    }
  }
}
