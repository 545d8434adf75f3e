/// Which words stand in small letters somewhere in the book: a set that may, once in a few hundred
/// questions, say yes where it should say no, and takes 64 KB whatever the book's length.
struct SmallWords: Sendable, Equatable {
  private var bits = [UInt64](repeating: 0, count: 8192)

  /// Where the hash of a word begins.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash with one more byte.
  @inline(__always)
  static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  @inline(__always)
  mutating func insert(_ hash: UInt64) {
    let mixed = hash ^ hash >> 29
    bits[Int(mixed >> 6 & 8191)] |= 1 << (mixed & 63)
    bits[Int(mixed >> 38 & 8191)] |= 1 << (mixed >> 32 & 63)
  }

  /// Whether a word, given in any case, stands in small letters.
  func contains(_ word: String) -> Bool {
    var hash = Self.seed
    for byte in word.utf8 {
      hash = Self.hash(hash, byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    let mixed = hash ^ hash >> 29
    return bits[Int(mixed >> 6 & 8191)] & 1 << (mixed & 63) != 0
      && bits[Int(mixed >> 38 & 8191)] & 1 << (mixed >> 32 & 63) != 0
  }

  mutating func formUnion(_ other: SmallWords) {
    for i in bits.indices { bits[i] |= other.bits[i] }
  }
}
