/// Which characters a face has, a bit each, in pages of 256.
struct FontCoverage: Sendable {
  private var numbers: [UInt32] = []
  private var pages: [[UInt32]] = []

  /// Adds a page of eight numbers of 32 bits; pages come in rising order.
  mutating func add(page number: UInt32, _ bits: [UInt32]) {
    numbers.append(number)
    pages.append(bits)
  }

  /// True where the face has a glyph for a character.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let wanted = scalar.value >> 8
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    guard low < numbers.count, numbers[low] == wanted else { return false }
    return pages[low][Int(scalar.value >> 5 & 7)] & (1 << (scalar.value & 31)) != 0
  }
}
