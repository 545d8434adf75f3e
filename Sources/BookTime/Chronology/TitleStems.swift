/// What a title speaks of: names and longer words by their first letters.
struct TitleStems: Sendable {
  /// In order, each once.
  private let stems: [Stem]

  private struct Stem: Comparable {
    var letters: UInt64
    /// The stem where its letters are more than eight bytes, else empty.
    var long: String

    static func < (a: Stem, b: Stem) -> Bool {
      a.letters != b.letters ? a.letters < b.letters : a.long < b.long
    }
  }

  /// How many letters of a word tell it.
  private static let length = 5
  /// How many letters a word has that tells something without a capital.
  private static let longWord = 5

  init(_ title: String) {
    var stems: [Stem] = []
    if title.hasPlainCharacters {
      var title = title
      title.withUTF8 { Self.gather($0, into: &stems) }
    } else {
      for (number, word) in title.split(whereSeparator: { !$0.isLetter }).enumerated()
      where word.count >= Self.longWord || number > 0 && word.first?.isUppercase == true {
        stems.append(Self.stem(String(word.lowercased().prefix(Self.length))))
      }
    }
    stems.sort()
    var unique: [Stem] = []
    for stem in stems where stem != unique.last { unique.append(stem) }
    self.stems = unique
  }

  private static func gather(_ title: UnsafeBufferPointer<UInt8>, into stems: inout [Stem]) {
    var (index, number) = (0, 0)
    while index < title.count {
      let start = index
      var letters: UInt64 = 0
      while index < title.count, (title[index] | 0x20) &- 0x61 < 26 {
        if index - start < length { letters = letters << 8 | UInt64(title[index] | 0x20) }
        index += 1
      }
      if index == start {
        index += 1
        continue
      }
      if index - start >= longWord || number > 0 && title[start] < 0x61 {
        stems.append(Stem(letters: letters, long: ""))
      }
      number += 1
    }
  }

  private static func stem(_ text: String) -> Stem {
    guard text.utf8.count <= MemoryLayout<UInt64>.size else { return Stem(letters: 0, long: text) }
    return Stem(letters: text.utf8.reduce(0) { $0 << 8 | UInt64($1) }, long: "")
  }

  /// The share of words that two titles have in common.
  func likeness(to other: TitleStems) -> Double {
    guard !stems.isEmpty, !other.stems.isEmpty else { return 0 }
    var (mine, its, common) = (0, 0, 0)
    while mine < stems.count, its < other.stems.count {
      let (a, b) = (stems[mine], other.stems[its])
      if a == b { common += 1 }
      if a <= b { mine += 1 }
      if b <= a { its += 1 }
    }
    return 2 * Double(common) / Double(stems.count + other.stems.count)
  }
}
