// Single bytes as CommonMark and HTML class them.

extension UInt8 {
  var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }
  var isASCIISpace: Bool { isSpaceOrTab || isLineEnd || self == 0x0C }
  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }
  /// CommonMark 0.30 section 2.1, ASCII punctuation.
  var isASCIIPunctuation: Bool {
    (self >= 0x21 && self <= 0x2F) || (self >= 0x3A && self <= 0x40)
      || (self >= 0x5B && self <= 0x60) || (self >= 0x7B && self <= 0x7E)
  }
  var lowercasedASCII: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

/// The Unicode scalar that begins at `i` in sound UTF-8, and how many bytes it takes.
@inline(__always)
func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> (value: UInt32, length: Int) {
  let first = UInt32(bytes[i])
  func continuation(_ k: Int) -> UInt32 { i + k < bytes.count ? UInt32(bytes[i + k]) & 0x3F : 0 }
  if first < 0x80 { return (first, 1) }
  if first < 0xE0 { return ((first & 0x1F) << 6 | continuation(1), 2) }
  if first < 0xF0 {
    return ((first & 0x0F) << 12 | continuation(1) << 6 | continuation(2), 3)
  }
  return (
    (first & 0x07) << 18 | continuation(1) << 12 | continuation(2) << 6 | continuation(3), 4
  )
}

/// The bytes of a literal written in Swift.
func utf8(_ text: StaticString) -> UnsafeBufferPointer<UInt8> {
  UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
}
