/// As much of a Compact Font Format table as tells which CID each glyph has.
///
/// The format is Adobe Technical Note 5176. What is malformed reads as "no CIDs of its own".
struct CompactFont {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The CID of every glyph: its own number in a font keyed by name (PDF 32000-1, 9.7.4.2).
  func characterIDs(count: Int) -> [UInt16] {
    let identity = (0..<count).map { UInt16(truncatingIfNeeded: $0) }
    let header = byte(2)
    guard let names = index(at: header), let tops = index(at: names.end),
      let top = tops.entries.first
    else { return identity }
    let entries = operators(in: top)
    // 12 30 is ROS, which only a font keyed by CID has; 15 is where its charset stands.
    guard entries[12 << 8 | 30] != nil, let charset = entries[15], charset > 2 else {
      return identity
    }
    return readCharset(at: charset, count: count) ?? identity
  }

  private func readCharset(at start: Int, count: Int) -> [UInt16]? {
    var ids: [UInt16] = [0]
    var position = start + 1
    let format = byte(start)
    guard format <= 2 else { return nil }
    while ids.count < count {
      guard position < bytes.count else { return nil }
      let first = number(at: position, size: 2)
      position += 2
      var left = 0
      if format > 0 {
        left = number(at: position, size: format)
        position += format
      }
      for offset in 0...left where ids.count < count {
        ids.append(UInt16(truncatingIfNeeded: first + offset))
      }
    }
    return ids
  }

  /// The first operand of every operator of a DICT, by operator; two-byte ones as 12 << 8 | second.
  private func operators(in range: Range<Int>) -> [Int: Int] {
    var result: [Int: Int] = [:]
    var operands: [Int] = []
    var i = range.lowerBound
    while i < range.upperBound {
      let first = byte(i)
      switch first {
      case 0...21:
        let code = first == 12 ? 12 << 8 | byte(i + 1) : first
        i += first == 12 ? 2 : 1
        result[code] = operands.first ?? 0
        operands.removeAll()
      case 28:
        operands.append(number(at: i + 1, size: 2))
        i += 3
      case 29:
        operands.append(number(at: i + 1, size: 4))
        i += 5
      case 30:
        i += 1
        while i < range.upperBound, byte(i) & 0x0F != 0x0F, byte(i) >> 4 != 0x0F { i += 1 }
        i += 1
        operands.append(0)
      case 32...246:
        operands.append(first - 139)
        i += 1
      case 247...250:
        operands.append((first - 247) * 256 + byte(i + 1) + 108)
        i += 2
      case 251...254:
        operands.append(-(first - 251) * 256 - byte(i + 1) - 108)
        i += 2
      default: i += 1
      }
    }
    return result
  }

  private func index(at start: Int) -> (entries: [Range<Int>], end: Int)? {
    let count = number(at: start, size: 2)
    if count == 0 { return ([], start + 2) }
    let size = byte(start + 2)
    guard (1...4).contains(size), start + 3 + (count + 1) * size <= bytes.count else { return nil }
    let base = start + 3 + (count + 1) * size - 1
    var entries: [Range<Int>] = []
    for i in 0..<count {
      let from = base + number(at: start + 3 + i * size, size: size)
      let to = base + number(at: start + 3 + (i + 1) * size, size: size)
      guard from <= to, to <= bytes.count else { return nil }
      entries.append(from..<to)
    }
    return (entries, entries.last?.upperBound ?? base + 1)
  }

  private func byte(_ offset: Int) -> Int {
    offset >= 0 && offset < bytes.count ? Int(bytes[offset]) : 0
  }

  private func number(at offset: Int, size: Int) -> Int {
    (0..<size).reduce(0) { $0 << 8 | byte(offset + $1) }
  }
}
