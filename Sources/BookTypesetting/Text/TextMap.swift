/// What a stretch of text needs to know beyond its bytes where not all of it runs from left to
/// right with gaps between the words: how deep each byte is embedded and where lines may end.
struct TextMap {
  /// Where the stretch begins in the store's text.
  let start: Int
  /// By byte, as UAX 9 has it.
  private var levels: [UInt8]
  /// By byte: true where a line may end before it by UAX 14, and that is what counts there.
  private var ends: [Bool]
  /// Bytes of line ends in the manuscript that stand for no gap: those between ideographs.
  private var closedUp: Set<Int> = []

  /// True where a text is more than words with gaps that run from left to right.
  static func isNeeded(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range {
      let byte = text[index]
      if byte < 0xD6 { continue }
      if byte != 0xE2 { return true }
      guard index + 2 < range.upperBound else { return false }
      switch (text[index + 1], text[index + 2]) {
      // Marks of direction; radicals.
      case (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9), (0xBA..., _): return true
      default: break
      }
    }
    return false
  }

  init(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isRightToLeft: Bool,
    _ table: CharacterTable
  ) {
    start = range.lowerBound
    levels = [UInt8](repeating: 0, count: range.count)
    ends = [Bool](repeating: false, count: range.count)
    var scalars: [UInt32] = []
    var places: [Int] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let (scalar, length) = Self.scalar(text, place, range.upperBound)
      scalars.append(scalar)
      places.append(place - start)
      place += length
    }
    places.append(range.count)
    var bidi = BidiLevels(table)
    let found = bidi.levels(of: scalars, base: isRightToLeft ? 1 : 0)
    for number in scalars.indices {
      for byte in places[number]..<places[number + 1] { levels[byte] = found[number] }
    }
    findEnds(scalars, places, table)
  }

  private mutating func findEnds(_ scalars: [UInt32], _ places: [Int], _ table: CharacterTable) {
    var kept: [Int] = []
    for number in scalars.indices {
      let isLineEnd = scalars[number] == 0x0A
      if isLineEnd, number > 0, number + 1 < scalars.count,
        Self.closesUp(scalars[number - 1], table), Self.closesUp(scalars[number + 1], table)
      {
        closedUp.insert(places[number])
      } else {
        kept.append(number)
      }
    }
    var opportunities = LineOpportunities(table)
    let mayEnd = opportunities.find(
      kept.enumerated().map { index, number in
        let before = index > 0 ? scalars[kept[index - 1]] : 0
        let after = index + 1 < kept.count ? scalars[kept[index + 1]] : 0
        return Self.bracket(scalars[number], table.isWide(before) || table.isWide(after))
      })
    for (index, number) in kept.enumerated().dropFirst() where mayEnd[index] {
      let before = scalars[kept[index - 1]]
      if Self.isUnspaced(before) || Self.isUnspaced(scalars[number]) { ends[places[number]] = true }
    }
  }

  /// A curved quotation mark beside ideographs opens or closes as their own brackets do.
  private static func bracket(_ scalar: UInt32, _ isBesideWide: Bool) -> UInt32 {
    guard isBesideWide else { return scalar }
    switch scalar {
    case 0x2018, 0x201C: return 0x300C
    case 0x2019, 0x201D: return 0x300D
    default: return scalar
    }
  }

  /// Ideographs and kana and their signs, but no Hangul, which has gaps between words.
  private static func closesUp(_ scalar: UInt32, _ table: CharacterTable) -> Bool {
    guard table.isWide(scalar) else { return false }
    switch table.lineClass(scalar) {
    case .hangulLV, .hangulLVT, .jamoL, .jamoV, .jamoT: return false
    default: return true
    }
  }

  /// True for characters at which lines end by UAX 14 alone; what Latin, Greek and Cyrillic words
  /// and their signs do is the house's own way.
  private static func isUnspaced(_ scalar: UInt32) -> Bool {
    (0x590...0x8FF).contains(scalar) || (0xE00...0x1DFF).contains(scalar) || scalar >= 0x2E80
  }

  /// A character and its length in bytes; a byte that is no UTF-8 is one.
  private static func scalar(
    _ text: UnsafeBufferPointer<UInt8>, _ place: Int, _ end: Int
  ) -> (UInt32, Int) {
    let first = text[place]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard place + length <= end else { return (UInt32(first), 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in 1..<length { value = value << 6 | UInt32(text[place + index] & 0x3F) }
    return (min(value, 0x10FFFF), length)
  }

  /// How deep a byte is embedded.
  @inline(__always)
  func level(_ place: Int) -> UInt8 {
    levels.indices.contains(place - start) ? levels[place - start] : 0
  }

  /// True where a line may end before a byte by UAX 14.
  @inline(__always)
  func mayEnd(before place: Int) -> Bool {
    ends.indices.contains(place - start) && ends[place - start]
  }

  /// True for the byte of a line's end that stands for no gap.
  func isClosedUp(_ place: Int) -> Bool { closedUp.contains(place - start) }
}
