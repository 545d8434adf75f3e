// Typewriter signs to printed ones: quotation marks, apostrophes, dashes, the ellipsis.

import BookLanguage

/// The quotation marks of a language as bytes.
struct QuoteStyle {
  struct Pair {
    let open: [UInt8]
    let close: [UInt8]
  }

  let marks: QuoteMarks
  private let levels: [Pair]
  /// Marks by their last or first character, which say how a mark that was typed in print stands.
  private let opening: Set<UInt32>
  private let closing: Set<UInt32>
  /// Bytes at which taking words stops to look.
  let stops: [Bool]

  init(language: String) {
    marks = Language.of(language).quotes
    levels = marks.levels.map { Pair(open: Array($0.open.utf8), close: Array($0.close.utf8)) }
    let open = Set(marks.levels.compactMap { $0.open.unicodeScalars.first?.value })
    let close = Set(marks.levels.compactMap { $0.close.unicodeScalars.last?.value })
    opening = marks.nests ? open.subtracting(close) : []
    closing = marks.nests ? close.subtracting(open) : []
    stops = marks.blanks.isEmpty ? plainStops : spacedStops
  }

  /// The marks of a level.
  func level(_ depth: Int) -> Pair { levels[depth % levels.count] }

  /// The class of a character in the language.
  func neighbour(_ value: UInt32) -> Neighbour {
    if value < 0x80 { return Neighbour(value) }
    if opening.contains(value) { return .opening }
    return closing.contains(value) ? .closing : Neighbour(value)
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
  /// A quotation that is open, in a language whose marks change with depth.
  private struct Level {
    let isSingle: Bool
    let depth: Int
  }

  private var levels: [Level] = []
  private var isOneDoubleOpen = false
  private var isOneSingleOpen = false
  private let nests: Bool
  /// Where the last mark was set, and whether it opened: the next one's neighbour.
  var last: (end: Int, opens: Bool) = (-1, false)

  init(nests: Bool = false) { self.nests = nests }

  var isDoubleOpen: Bool { nests ? levels.contains { !$0.isSingle } : isOneDoubleOpen }
  var isSingleOpen: Bool { nests ? levels.contains { $0.isSingle } : isOneSingleOpen }

  /// Opens or closes, and returns how deep the mark stands.
  private mutating func turn(_ isSingle: Bool, opens: Bool) -> Int {
    guard nests else {
      if isSingle { isOneSingleOpen = opens } else { isOneDoubleOpen = opens }
      return isSingle ? 1 : 0
    }
    if opens {
      // A quotation in single marks alone has the inner marks, and one in it the outer ones.
      let depth =
        if let top = levels.last {
          levels.count == 1 && top.isSingle && !isSingle ? 0 : top.depth + 1
        } else {
          isSingle ? 1 : 0
        }
      levels.append(Level(isSingle: isSingle, depth: depth))
      return depth
    }
    guard let index = levels.lastIndex(where: { $0.isSingle == isSingle }) else {
      return isSingle ? 1 : 0
    }
    let depth = levels[index].depth
    levels.removeSubrange(index...)
    return depth
  }
}

/// What a straight quotation mark becomes, at which depth.
enum QuoteForm: Equatable {
  case open(Int)
  case close(Int)
  case apostrophe
}

extension OpenQuotes {
  /// A straight double mark between two neighbours.
  mutating func double(
    after previous: Neighbour, before next: Neighbour, _ marks: QuoteMarks
  ) -> QuoteForm {
    let opens: Bool =
      switch (previous, next) {
      case _ where marks.isUnspaced: !isDoubleOpen
      case (.space, .space): !isDoubleOpen
      // `" oui ",`: a language that sets blanks inside its marks has them typed there.
      case (.space, .closing) where !marks.blanks.isEmpty && isDoubleOpen: false
      case (.space, _), (.opening, _): true
      case (_, .space), (_, .closing): false
      case (.dash, _): !isDoubleOpen
      case (.digit, _): false
      // `said:"No"`, typed without its blank.
      case (.closing, .letter): !isDoubleOpen
      default: !isDoubleOpen && previous != .closing && next != .dash
      }
    let depth = turn(false, opens: opens)
    return opens ? .open(depth) : .close(depth)
  }

  /// A straight single mark between two neighbours; `elides` says that a word follows which is
  /// written with an apostrophe in front.
  mutating func single(
    after previous: Neighbour, before next: Neighbour, elides: Bool, _ marks: QuoteMarks
  ) -> QuoteForm {
    if marks.isUnspaced, !elides {
      return isSingleOpen ? .close(turn(true, opens: false)) : .open(turn(true, opens: true))
    }
    switch previous {
    case .letter, .digit, .closing:
      let ends = next == .space || next == .closing || next == .quote || next == .dash
      guard ends, isSingleOpen || previous == .closing else { return .apostrophe }
      return .close(turn(true, opens: false))
    case .space, .opening, .dash, .quote:
      if next == .space || elides {
        // `' oui '`, typed with blanks.
        guard next == .space, !marks.blanks.isEmpty, isSingleOpen else { return .apostrophe }
        return .close(turn(true, opens: false))
      }
      if next == .closing, previous != .opening {
        return isSingleOpen ? .close(marks.nests ? turn(true, opens: false) : 1) : .apostrophe
      }
      if previous == .dash, isSingleOpen, next == .closing { return .close(1) }
      return .open(turn(true, opens: true))
    }
  }
}

/// Whether the word at `i`, after a straight single mark, is written with an apostrophe in front:
/// `'tis`, `'em`, `'90s`, the `'n'` of rock 'n' roll.
func isElided(
  _ bytes: UnsafeBufferPointer<UInt8>, at i: Int, before end: Int, _ marks: QuoteMarks
) -> Bool {
  guard i < end else { return false }
  if bytes[i].isASCIIDigit {
    var k = i
    while k < end, bytes[k].isASCIIDigit { k += 1 }
    // "the '90's", but not "'90'", a number in quotation marks.
    return k - i == 2
      && !(k < end && bytes[k] == 0x27 && !(k + 1 < end && bytes[k + 1] == 0x73))
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
  guard marks.elided.contains(name) else { return false }
  guard marks.doubtful.contains(name) else { return true }
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
