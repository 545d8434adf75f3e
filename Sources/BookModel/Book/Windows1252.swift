/// The character of a byte in Windows-1252, nil for the five that stand for none
/// (https://encoding.spec.whatwg.org, index of windows-1252).
package func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
  guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
  let scalar = middle[Int(byte) - 0x80]
  return scalar == "\u{FFFD}" ? nil : scalar
}

private let middle = Array(
  "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
