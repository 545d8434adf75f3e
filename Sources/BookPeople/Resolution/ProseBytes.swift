/// Questions about bytes of prose that every finder asks.
enum ProseBytes {
  /// True for a byte of a letter or digit; marks count as letters, typographic signs do not.
  static func isWordByte(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    let byte = text[i]
    if byte < 0x80 {
      return byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A
        || byte >= 0x30 && byte <= 0x39
    }
    return isWideLetter(text, i)
  }

  // U+2000–206F (E2 80, E2 81) are signs, C2 80–BF are signs but for ª º µ; all else is a letter.
  private static func isWideLetter(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    var lead = i
    while lead > 0, text[lead] & 0xC0 == 0x80, i - lead < 4 { lead -= 1 }
    let byte = text[lead]
    let next = lead + 1 < text.count ? text[lead + 1] : 0
    if byte == 0xC2 { return next == 0xAA || next == 0xBA || next == 0xB5 || next == 0xAD }
    if byte == 0xE2 { return next != 0x80 && next != 0x81 }
    if byte == 0xE3 { return next != 0x80 }
    return true
  }

  /// True where a word has ended: at the limit, before a sign, before a possessive ending.
  static func isWordEnd(_ text: UnsafeBufferPointer<UInt8>, _ i: Int, limit: Int) -> Bool {
    guard i < limit else { return true }
    if isWordByte(text, i) { return false }
    // "O" is not the end of a word in "O’Brien"; "Smith" is in "Smith’s".
    let length = apostropheLength(text, i, limit: limit)
    if length > 0, i + length < limit {
      let next = text[i + length]
      return !(next >= 0x41 && next <= 0x5A)
    }
    // Nor is "Campbell" in "Campbell-Bannerman".
    if text[i] == 0x2D, i + 1 < limit, text[i + 1] >= 0x41, text[i + 1] <= 0x5A { return false }
    return true
  }

  /// The bytes of an apostrophe at `i`, 0 when there is none.
  static func apostropheLength(
    _ text: UnsafeBufferPointer<UInt8>, _ i: Int, limit: Int
  ) -> Int {
    guard i < limit else { return 0 }
    if text[i] == 0x27 { return 1 }
    if text[i] == 0xE2, i + 2 < limit, text[i + 1] == 0x80,
      text[i + 2] == 0x99 || text[i + 2] == 0x98
    {
      return 3
    }
    if text[i] == 0xCA, i + 1 < limit, text[i + 1] == 0xBC { return 2 }
    return 0
  }

  /// The bytes of one white space at `i`, 0 when there is none.
  static func spaceLength(_ text: UnsafeBufferPointer<UInt8>, _ i: Int, limit: Int) -> Int {
    guard i < limit else { return 0 }
    switch text[i] {
    case 0x20, 0x0A, 0x09, 0x0D: return 1
    case 0xC2: return i + 1 < limit && text[i + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard i + 2 < limit, text[i + 1] == 0x80 else { return 0 }
      return text[i + 2] == 0xAF || text[i + 2] == 0x89 || text[i + 2] == 0x8A ? 3 : 0
    default: return 0
    }
  }

  /// The scalar at `i` and its length; a stray byte counts as U+FFFD of one byte.
  static func scalar(
    _ text: UnsafeBufferPointer<UInt8>, _ i: Int, limit: Int
  ) -> (value: UInt32, length: Int) {
    let byte = text[i]
    let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 0
    guard length > 0, i + length <= limit else { return (0xFFFD, 1) }
    if length == 1 { return (UInt32(byte), 1) }
    var value = UInt32(byte) & (0xFF >> UInt32(length + 1))
    for k in 1..<length {
      guard text[i + k] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(text[i + k] & 0x3F)
    }
    return (value, length)
  }
}
