import BookLanguage

/// The words of a language that can stand in a date, found by their first sixteen bytes.
///
/// Open addressing on 64-bit words, so that a look-up reads one cache line and compares no strings.
/// Words of up to eight bytes lie apart from longer ones, in a table that fits the nearest cache,
/// behind a filter that turns away most words that are in neither. Words longer than sixteen bytes
/// are in no lexicon.
struct Lexicon: Sendable {
  /// No longer word is in a table: its key is sixteen bytes.
  static let longestWord = 16

  /// What a word is.
  struct Meaning: Sendable {
    var kind: Token.Kind = .word
    var isShort = false
    var value: Int32 = 0
  }

  struct ShortEntry: Sendable {
    var key: UInt64 = 0
    var meaning = Meaning()
  }

  struct LongEntry: Sendable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var meaning = Meaning()
  }

  private(set) var short: [ShortEntry]
  private(set) var long: [LongEntry]
  /// One bit for each hash of a short word.
  private(set) var filter: [UInt64]

  /// The tables of a language's lists.
  init(_ lists: [DateWord]) {
    var words: [LongEntry] = []
    for list in lists {
      let kind = Token.Kind(list.kind)
      for piece in list.words.utf8.split(separator: 0x20) {
        let parts = piece.split(separator: UInt8(ascii: "="))
        var word = Array(parts[0])
        let isShort = word.last == UInt8(ascii: "!")
        if isShort { word.removeLast() }
        let value =
          parts.count > 1 ? Int32(String(decoding: parts[1], as: UTF8.self)) ?? 0 : 0
        let (low, high) = Self.key(word)
        words.append(
          LongEntry(
            low: low, high: high, meaning: Meaning(kind: kind, isShort: isShort, value: value)))
      }
    }
    filter = [UInt64](repeating: 0, count: Self.filterBits / 64)
    short = [ShortEntry](repeating: ShortEntry(), count: Self.size(words.count { $0.high == 0 }))
    long = [LongEntry](repeating: LongEntry(), count: Self.size(words.count { $0.high != 0 }))
    for word in words {
      let hash = Self.hash(word.low, word.high)
      if word.high == 0 {
        var i = hash & (short.count - 1)
        while short[i].key != 0 { i = (i + 1) & (short.count - 1) }
        short[i] = ShortEntry(key: word.low, meaning: word.meaning)
        let bit = Self.bit(hash)
        filter[bit / 64] |= 1 << UInt64(bit % 64)
      } else {
        var i = hash & (long.count - 1)
        while long[i].low != 0 { i = (i + 1) & (long.count - 1) }
        long[i] = word
      }
    }
  }

  /// Slots for so many words: a power of two, at most half of them taken.
  private static func size(_ words: Int) -> Int {
    var size = 64
    while size < words * 2 { size *= 2 }
    return size
  }

  private static let filterBits = 8192

  @inline(__always)
  static func hash(_ low: UInt64, _ high: UInt64 = 0) -> Int {
    let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 33)
  }

  /// The bit of the filter for a hash: other bits of it than the slot.
  @inline(__always)
  static func bit(_ hash: Int) -> Int { hash >> 17 & (filterBits - 1) }

  private static func key(_ word: [UInt8]) -> (UInt64, UInt64) {
    var (low, high): (UInt64, UInt64) = (0, 0)
    for (i, byte) in word.enumerated() where i < 16 {
      if i < 8 { low |= UInt64(byte) << (8 * i) } else { high |= UInt64(byte) << (8 * (i - 8)) }
    }
    return (low, high)
  }

  /// The tables, lent for a while.
  struct Tables {
    let short: UnsafeBufferPointer<ShortEntry>
    let long: UnsafeBufferPointer<LongEntry>
    let filter: UnsafeBufferPointer<UInt64>

    /// What a word of up to eight bytes is.
    @inline(__always)
    func find(_ key: UInt64) -> Meaning {
      let hash = Lexicon.hash(key)
      let bit = Lexicon.bit(hash)
      guard filter[bit >> 6] >> UInt64(bit & 63) & 1 != 0 else { return Meaning() }
      let mask = short.count &- 1
      var slot = hash & mask
      while short[slot].key != 0 {
        if short[slot].key == key { return short[slot].meaning }
        slot = (slot &+ 1) & mask
      }
      return Meaning()
    }

    /// What a longer word is.
    func find(_ low: UInt64, _ high: UInt64) -> Meaning {
      if high == 0 { return find(low) }
      let mask = long.count &- 1
      var slot = Lexicon.hash(low, high) & mask
      while long[slot].low != 0 {
        if long[slot].low == low, long[slot].high == high { return long[slot].meaning }
        slot = (slot &+ 1) & mask
      }
      return Meaning()
    }
  }

  /// Lends the tables to a reader of bytes.
  func withTables<Result>(_ body: (Tables) -> Result) -> Result {
    short.withUnsafeBufferPointer { short in
      long.withUnsafeBufferPointer { long in
        filter.withUnsafeBufferPointer { filter in
          body(Tables(short: short, long: long, filter: filter))
        }
      }
    }
  }

  /// The tables of a language, built once; without words, numbers alone are read.
  static func of(_ language: Language) -> Lexicon {
    byPrimary[String(language.tag.prefix { $0 != "-" })] ?? bare
  }

  /// Regions share the words of their language.
  private static let byPrimary = Dictionary(
    Language.all.lazy.filter { !$0.dateWords.isEmpty && !$0.tag.contains("-") }
      .map { ($0.tag, Lexicon($0.dateWords)) },
    uniquingKeysWith: { first, _ in first })

  static let bare = Lexicon([])
}
