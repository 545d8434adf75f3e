/// A packed table of words by their hash; see Scripts/tagger/README.md.
struct PackedWords: Sendable {
  private let bits: UInt32
  private let buckets: Int
  private let checks: Int
  private let values: Int
  private let width: Int

  init?(at start: Int, width: Int, in model: UnsafeRawBufferPointer) {
    guard start + 8 <= model.count else { return nil }
    bits = model.word(start)
    guard bits > 0, bits < 20 else { return nil }
    let count = Int(model.word(start + 4))
    self.width = width
    buckets = start + 8
    checks = buckets + 4 * ((1 << bits) + 1)
    values = (checks + 2 * count + 3) & ~3
    guard values + width * count <= model.count,
      model.word(checks - 4) == UInt32(count)
    else { return nil }
  }

  /// The value of the word with this hash, 0 when it is not there.
  func value(_ hash: UInt32, in model: UnsafeRawBufferPointer) -> UInt32 {
    let bucket = buckets + 4 * Int(hash &>> (32 &- bits))
    let check = UInt16(truncatingIfNeeded: hash)
    for row in Int(model.word(bucket))..<Int(model.word(bucket + 4))
    where model.half(checks + 2 * row) == check {
      return width == 1 ? UInt32(model[values + row]) : model.word(values + 4 * row)
    }
    return 0
  }
}

extension UnsafeRawBufferPointer {
  /// The 32 bits at an offset, the low byte first.
  @inline(__always) func word(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
  /// The 16 bits at an offset, the low byte first.
  @inline(__always) func half(_ offset: Int) -> UInt16 {
    UInt16(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }
}
