import BookModel

/// The words of those names that mostly are no person's, wherever they stand.
struct ThingNames {
  private var counts: [UInt64: Int] = [:]

  init(_ scan: BookScan, isThing: (Int) -> Bool) {
    for (index, name) in scan.names.enumerated() where isThing(index) {
      counts[Self.key(name, scan), default: 0] += 1
    }
    if counts.isEmpty { return }
    for (index, name) in scan.names.enumerated() where !isThing(index) {
      let key = Self.key(name, scan)
      if let count = counts[key] { counts[key] = count - 1 }
    }
  }

  func contains(_ name: FoundName, in scan: BookScan) -> Bool {
    !counts.isEmpty && counts[Self.key(name, scan), default: 0] > 0
  }

  private static func key(_ name: FoundName, _ scan: BookScan) -> UInt64 {
    scan.chapters[name.chapter].tokens[name.tokens].reduce(0) { key, token in
      (key &* 0x100_0000_01B3) ^ UInt64(token.word &+ 1)
    }
  }
}
