import BookModel

/// Reads the numbers of path data, transforms and point lists: `1.5-2e1,.5` is three.
struct NumberScanner {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { offset >= bytes.count }

  /// The next letter, if one stands here.
  mutating func letter() -> UInt8? {
    skipSeparators()
    guard offset < bytes.count, (bytes[offset] | 0x20) &- 0x61 < 26 else { return nil }
    offset += 1
    return bytes[offset - 1]
  }

  /// The next byte, whatever it is.
  mutating func byte() -> UInt8? {
    guard offset < bytes.count else { return nil }
    offset += 1
    return bytes[offset - 1]
  }

  /// The next number, if one stands here.
  mutating func number() -> Double? {
    skipSeparators()
    let start = offset
    if offset < bytes.count, bytes[offset] == 0x2B || bytes[offset] == 0x2D { offset += 1 }
    let digits = skipDigits()
    var fraction = 0
    if offset < bytes.count, bytes[offset] == 0x2E {
      offset += 1
      fraction = skipDigits()
    }
    guard digits + fraction > 0 else {
      offset = start
      return nil
    }
    if offset < bytes.count, bytes[offset] | 0x20 == 0x65 {
      let mark = offset
      offset += 1
      if offset < bytes.count, bytes[offset] == 0x2B || bytes[offset] == 0x2D { offset += 1 }
      if skipDigits() == 0 { offset = mark }
    }
    guard let value = Double(String(decoding: bytes[start..<offset], as: UTF8.self)),
      value.isFinite
    else { return nil }
    return max(-1e7, min(1e7, value))
  }

  /// A flag of an arc, which may stand without a space behind it.
  mutating func flag() -> Bool? {
    skipSeparators()
    guard offset < bytes.count, bytes[offset] == 0x30 || bytes[offset] == 0x31 else { return nil }
    offset += 1
    return bytes[offset - 1] == 0x31
  }

  /// What is left, without the space around it.
  var rest: String {
    String(decoding: bytes[offset...], as: UTF8.self).trimmed
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while offset < bytes.count, bytes[offset] &- 0x30 < 10 { offset += 1 }
    return offset - start
  }

  private mutating func skipSeparators() {
    while offset < bytes.count, bytes[offset] == 0x2C || bytes[offset] <= 0x20 { offset += 1 }
  }
}
