/// The character that begins at `offset` and its length in bytes; nil and 1 where the bytes are no
/// UTF-8.
@inline(__always)
func decodeScalar(
  _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
) -> (Unicode.Scalar?, Int) {
  let first = bytes[offset]
  if first < 0x80 { return (Unicode.Scalar(first), 1) }
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
  guard length > 1, offset + length <= bytes.count else { return (nil, 1) }
  var value = UInt32(first) & (0x7F >> UInt32(length))
  for i in 1..<length {
    guard bytes[offset + i] & 0xC0 == 0x80 else { return (nil, 1) }
    value = value << 6 | UInt32(bytes[offset + i] & 0x3F)
  }
  return (Unicode.Scalar(value), length)
}

/// True for what words are spelt with: letters and the marks upon them.
@inline(__always)
func isWordLetter(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value < 0x80 { return (scalar.value | 0x20) &- 0x61 < 26 }
  if scalar.value < 0xC0 {
    return scalar.value == 0xAA || scalar.value == 0xB5 || scalar.value == 0xBA
  }
  if scalar.value < 0x250 { return scalar.value != 0xD7 && scalar.value != 0xF7 }
  switch scalar.properties.generalCategory {
  case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .nonspacingMark, .spacingMark:
    return true
  default: return false
  }
}
