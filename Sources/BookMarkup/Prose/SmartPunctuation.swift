// Typewriter signs to printed ones: quotation marks, apostrophes, dashes, the ellipsis.

/// The quotation marks of a language.
struct QuoteStyle {
  let openDouble: [UInt8]
  let closeDouble: [UInt8]
  let openSingle: [UInt8]
  let closeSingle: [UInt8]

  /// English marks for every language that has no other custom here.
  init(language: String) {
    let primary = language.prefix { $0 != "-" }.lowercased()
    let isLow = ["de", "cs", "sk", "sl", "is"].contains(primary) && !language.hasSuffix("-CH")
    openDouble = Array((isLow ? "„" : "“").utf8)
    closeDouble = Array((isLow ? "“" : "”").utf8)
    openSingle = Array((isLow ? "‚" : "‘").utf8)
    closeSingle = Array((isLow ? "‘" : "’").utf8)
  }

  static let apostrophe = Array("’".utf8)
}

/// What stands beside a quotation mark.
enum Neighbour {
  case space, opening, closing, dash, letter, digit, quote

  /// The class of a character.
  init(_ value: UInt32) {
    switch value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: self = .space
    case 0x28, 0x5B, 0x7B, 0x201C, 0x2018, 0x201E, 0x201A, 0xAB, 0xBF, 0xA1, 0x2039:
      self = .opening
    case 0x22, 0x27: self = .quote
    case 0x2D, 0x2010...0x2015: self = .dash
    case 0x30...0x39: self = .digit
    case 0x21...0x2F, 0x3A...0x40, 0x5C...0x60, 0x5D, 0x7C...0x7E, 0x201D, 0x2019, 0x2026, 0xBB,
      0x203A:
      self = .closing
    default: self = .letter
    }
  }
}

/// The quotations open in one leaf.
struct OpenQuotes {
  var isDoubleOpen = false
  var isSingleOpen = false
}

/// What a straight quotation mark becomes.
enum QuoteForm {
  case open, close, apostrophe
}

extension OpenQuotes {
  /// A straight double mark between two neighbours.
  mutating func double(after previous: Neighbour, before next: Neighbour) -> QuoteForm {
    let opens: Bool =
      switch (previous, next) {
      case (.space, .space): !isDoubleOpen
      case (.space, _), (.opening, _): true
      case (_, .space), (_, .closing): false
      case (.dash, _): !isDoubleOpen
      case (.digit, _): false
      default: !isDoubleOpen && previous != .closing && next != .dash
      }
    isDoubleOpen = opens
    return opens ? .open : .close
  }

  /// A straight single mark between two neighbours; `elides` says that a word follows which is
  /// written with an apostrophe in front.
  mutating func single(
    after previous: Neighbour, before next: Neighbour, elides: Bool
  ) -> QuoteForm {
    switch previous {
    case .letter, .digit, .closing:
      let endsWord = next == .space || next == .closing || next == .quote
      let closes = previous == .closing || (endsWord && isSingleOpen)
      if endsWord { isSingleOpen = false }
      return closes ? .close : .apostrophe
    case .space, .opening, .dash, .quote:
      if next == .space || elides { return .apostrophe }
      if next == .closing, previous != .opening { return isSingleOpen ? .close : .apostrophe }
      if previous == .dash, isSingleOpen, next == .closing { return .close }
      isSingleOpen = true
      return .open
    }
  }
}

/// Words that begin with an apostrophe however they are set, and those that may.
private let elidedWords: Set<String> = [
  "tis", "twas", "twere", "twill", "twould", "twouldn", "twasn", "tisn", "tweren", "twon", "tain",
  "em", "til", "till", "twixt", "neath", "cept", "fraid", "nough", "nuff", "cos", "cuz", "coz",
  "bout", "cause", "gainst", "tween", "mongst", "round", "tother", "sfunny", "ave", "appen", "im",
  "er", "ere", "ouse", "ead", "ome", "alf", "un", "uns",
]
private let doubtfulWords: Set<String> = [
  "till", "cause", "round", "er", "ere", "im", "un", "til", "alf",
]

/// Whether the word at `i`, after a straight single mark, is written with an apostrophe in front:
/// `'tis`, `'em`, `'90s`, the `'n'` of rock 'n' roll.
func isElided(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int, before end: Int) -> Bool {
  guard i < end else { return false }
  if bytes[i].isASCIIDigit {
    var k = i
    while k < end, bytes[k].isASCIIDigit { k += 1 }
    return k - i == 2 && !(k < end && bytes[k] == 0x27)
  }
  var word: [UInt8] = []
  var k = i
  while k < end, bytes[k].isASCIILetter, word.count < 10 {
    word.append(bytes[k].lowercasedASCII)
    k += 1
  }
  if k < end, bytes[k] >= 0x80 {
    // A letter beyond ASCII goes on; a printed apostrophe does not.
    if scalar(bytes, at: k).value != 0x2019 { return false }
  }
  if word == [0x6E] { return k < end && (bytes[k] == 0x27 || bytes[k] == 0x20 || bytes[k] >= 0x80) }
  let name = String(decoding: word, as: UTF8.self)
  guard elidedWords.contains(name) else { return false }
  guard doubtfulWords.contains(name) else { return true }
  return !isClosedSoon(bytes, from: k, before: end)
}

/// Whether a mark that closes a quotation follows within a sentence or two.
private func isClosedSoon(
  _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, before end: Int
) -> Bool {
  var k = start
  let limit = min(end, start + 300)
  while k < limit {
    if bytes[k] == 0x27, k > start, !(k + 1 < end && bytes[k + 1].isASCIIAlphanumeric),
      !bytes[k - 1].isASCIISpace
    {
      return true
    }
    k += 1
  }
  return false
}

/// A run of hyphens as dashes, as cmark's own smart option has it: three make an em dash, two an
/// en dash, longer runs are made of both with as few as can be.
func dashes(_ hyphens: Int) -> [UInt8] {
  let em = Array("—".utf8)
  let en = Array("–".utf8)
  let (ems, ens) =
    switch hyphens % 6 {
    case 0, 3: (hyphens / 3, 0)
    case 2, 4: (0, hyphens / 2)
    case 5: ((hyphens - 2) / 3, 1)
    default: ((hyphens - 4) / 3, 2)
    }
  return Array(repeatElement(em, count: ems).joined())
    + Array(repeatElement(en, count: ens).joined())
}
