/// The words of a language that can stand in a date, found by their first sixteen bytes.
///
/// Open addressing on two 64-bit words a key, so that a look-up reads one cache line and compares
/// no strings; words longer than sixteen bytes are in no lexicon.
struct Lexicon: Sendable {
  struct Entry: Sendable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var kind: Token.Kind = .word
    var isShort = false
    var value: Int32 = 0
  }

  private(set) var slots: [Entry]
  private let mask: Int

  /// One line for each kind: words apart by blanks, `word=value` where the value matters,
  /// `word!` where it is a short form.
  init(_ lines: [(Token.Kind, String)]) {
    var entries: [Entry] = []
    for (kind, line) in lines {
      for piece in line.utf8.split(separator: 0x20) {
        let parts = piece.split(separator: UInt8(ascii: "="))
        var word = Array(parts[0])
        let isShort = word.last == UInt8(ascii: "!")
        if isShort { word.removeLast() }
        let value =
          parts.count > 1 ? Int32(String(decoding: parts[1], as: UTF8.self)) ?? 0 : 0
        let (low, high) = Self.key(word)
        entries.append(Entry(low: low, high: high, kind: kind, isShort: isShort, value: value))
      }
    }
    var size = 64
    while size < entries.count * 4 { size *= 2 }
    mask = size - 1
    slots = [Entry](repeating: Entry(), count: size)
    for entry in entries {
      var i = Self.slot(entry.low, entry.high) & mask
      while slots[i].low != 0 { i = (i + 1) & mask }
      slots[i] = entry
    }
  }

  @inline(__always)
  static func slot(_ low: UInt64, _ high: UInt64) -> Int {
    let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 40)
  }

  private static func key(_ word: [UInt8]) -> (UInt64, UInt64) {
    var (low, high): (UInt64, UInt64) = (0, 0)
    for (i, byte) in word.enumerated() where i < 16 {
      if i < 8 { low |= UInt64(byte) << (8 * i) } else { high |= UInt64(byte) << (8 * (i - 8)) }
    }
    return (low, high)
  }

  /// The tables for a BCP 47 tag; without one for the language, numbers alone are read.
  static func of(_ language: String) -> Lexicon {
    switch String(language.prefix { $0 != "-" }).lowercased() {
    case "en": english
    case "fr": french
    case "de": german
    case "es": spanish
    default: bare
    }
  }

  static let bare = Lexicon([])
}
