/// FNV-1a of the words, blanks of every kind as one, cut to 40 bits.
///
/// The name stays while the words stay, however the lines are broken.
func shortHash(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes {
    hash = (hash ^ UInt64(byte == 0x0A ? 0x20 : byte)) &* 0x100_0000_01B3
  }
  return (hash ^ hash >> 40) & 0xFF_FFFF_FFFF
}

/// Eight digits of base 32, in letters and figures that cannot be taken for one another.
func base32(_ value: UInt64) -> String {
  let digits = utf8("0123456789abcdefghjkmnpqrstvwxyz")
  return String(
    decoding: (0..<8).map { digits[Int(value >> UInt64(35 - 5 * $0)) & 31] }, as: UTF8.self)
}
