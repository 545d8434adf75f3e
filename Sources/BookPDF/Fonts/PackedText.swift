/// Up to eight bytes of UTF-8 in one number, so that what a glyph says can be compared at once.
struct PackedText: Sendable, Hashable {
  /// The first byte lowest; 0 for no text.
  var bits: UInt64

  /// The most bytes it holds.
  static let longest = 8

  /// No text.
  static let none = PackedText(bits: 0)

  init(bits: UInt64) { self.bits = bits }

  /// The bytes; `none` when there are more than eight of them or none.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    if range.count == 1 {
      bits = UInt64(bytes[range.lowerBound])
      return
    }
    bits = 0
    guard range.count <= Self.longest else { return }
    var shift: UInt64 = 0
    for i in range {
      bits |= UInt64(bytes[i]) << shift
      shift += 8
    }
  }

  init(_ scalar: Unicode.Scalar) {
    bits = 0
    var shift: UInt64 = 0
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      bits |= UInt64(byte) << shift
      shift += 8
    }
  }

  /// The text as a string.
  var string: String {
    var bytes: [UInt8] = []
    var rest = bits
    while rest > 0 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A character that nobody sees: what the glyphs say that come after all of a cluster is said.
  static let nothingSeen = PackedText("\u{2060}" as Unicode.Scalar)
  /// What the hyphen at a line's end says: it is no part of the word.
  static let softHyphen = PackedText(Unicode.Scalar(0xAD))
}
