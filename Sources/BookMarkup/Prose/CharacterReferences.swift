import BookDiagnostics

/// A decoded `&…;`.
struct CharacterReference {
  /// What it means, in UTF-8.
  var bytes: [UInt8]
  /// How many bytes it takes in the file.
  var length: Int
  /// How many bytes cmark has for it; nil for as many as `bytes`.
  var literalLength: Int?
  /// The code point when it is one that no book may hold.
  var illegal: UInt32?
}

/// Decodes the character references of CommonMark 0.30 section 6.2, which are HTML's.
struct CharacterReferences {
  private var names: [String: [UInt8]] = [:]

  /// The reference that begins at `i`, nil when it is none.
  mutating func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at i: Int, before end: Int
  ) -> CharacterReference? {
    guard i + 2 < end, bytes[i] == 0x26 else { return nil }
    return bytes[i + 1] == 0x23
      ? number(bytes, at: i, before: end) : name(bytes, at: i, before: end)
  }

  private func number(
    _ bytes: UnsafeBufferPointer<UInt8>, at i: Int, before end: Int
  ) -> CharacterReference? {
    var k = i + 2
    let isHexadecimal = k < end && bytes[k] | 0x20 == 0x78
    if isHexadecimal { k += 1 }
    let digits = k
    var value: UInt32 = 0
    let limit = min(end, k + (isHexadecimal ? 6 : 7))
    while k < limit {
      let byte = bytes[k]
      if byte.isASCIIDigit {
        value = value * (isHexadecimal ? 16 : 10) + UInt32(byte - 0x30)
      } else if isHexadecimal, byte | 0x20 >= 0x61, byte | 0x20 <= 0x66 {
        value = value * 16 + UInt32((byte | 0x20) - 0x57)
      } else {
        break
      }
      k += 1
    }
    guard k > digits, k < end, bytes[k] == 0x3B else { return nil }
    let length = k + 1 - i
    var literalLength: Int?
    if let meant = Self.windows1252[value] {
      literalLength = String(Unicode.Scalar(value) ?? " ").utf8.count
      value = meant
    }
    // cmark lets U+000B and its like through; XML does not (production 2, Char).
    guard isXMLCharacter(value), let scalar = Unicode.Scalar(value) else {
      let isKept = value != 0 && value < 0xD800 || (value >= 0xFFFE && value <= 0xFFFF)
      let shown = isKept ? Unicode.Scalar(value) : nil
      return CharacterReference(
        bytes: Array(String(shown ?? "\u{FFFD}").utf8), length: length, illegal: value)
    }
    return CharacterReference(
      bytes: Array(String(scalar).utf8), length: length, literalLength: literalLength)
  }

  /// Numbers that stand for no sign of Unicode's and mean those of Windows-1252 (HTML, 13.2.5.80).
  private static let windows1252: [UInt32: UInt32] = [
    0x80: 0x20AC, 0x82: 0x201A, 0x83: 0x0192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020,
    0x87: 0x2021, 0x88: 0x02C6, 0x89: 0x2030, 0x8A: 0x0160, 0x8B: 0x2039, 0x8C: 0x0152,
    0x8E: 0x017D, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022,
    0x96: 0x2013, 0x97: 0x2014, 0x98: 0x02DC, 0x99: 0x2122, 0x9A: 0x0161, 0x9B: 0x203A,
    0x9C: 0x0153, 0x9E: 0x017E, 0x9F: 0x0178,
  ]

  private mutating func name(
    _ bytes: UnsafeBufferPointer<UInt8>, at i: Int, before end: Int
  ) -> CharacterReference? {
    var k = i + 1
    let limit = min(end, i + 40)
    while k < limit, bytes[k].isASCIIAlphanumeric { k += 1 }
    guard k < limit, bytes[k] == 0x3B, k > i + 1 else { return nil }
    let whole = UnsafeBufferPointer(rebasing: bytes[i...k])
    let key = String(decoding: whole, as: UTF8.self)
    let decoded = names[key] ?? Self.meaning(whole)
    names[key] = decoded
    return decoded.isEmpty ? nil : CharacterReference(bytes: decoded, length: k + 1 - i)
  }

  /// cmark holds the table of names; empty when it does not know one.
  private static func meaning(_ reference: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let document = MarkdownDocument(reference)
    return document.withRoot { root in
      guard let text = root.firstChild?.firstChild, text.kind == .text else { return [] }
      let literal = Array(text.literal)
      return literal.elementsEqual(reference) ? [] : literal
    } ?? []
  }
}
