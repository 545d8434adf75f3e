import BookLanguage

/// A word or sign of a sentence.
struct SentenceWord: Sendable {
  /// Range of the chapter's text.
  var start: Int32
  var end: Int32
  /// What words of events it is.
  var kinds: EventKinds
  /// How it is written.
  var shape: Shape

  enum Shape: UInt8, Sendable { case small, capital, figure, year, opensQuote, closesQuote, stop, sign }

  var range: Range<Int> { Int(start)..<Int(end) }
}

/// Cuts a leaf of prose into sentences of words.
struct SentenceReader {
  private let text: UnsafeBufferPointer<UInt8>
  private let lexicon: EventLexicon
  private var i: Int
  private let end: Int
  private(set) var words: [SentenceWord] = []

  init(_ text: UnsafeBufferPointer<UInt8>, _ leaf: Range<Int>, _ lexicon: EventLexicon) {
    self.text = text
    self.lexicon = lexicon
    i = leaf.lowerBound
    end = min(leaf.upperBound, text.count)
  }

  /// Reads the next sentence into `words`; false at the end of the leaf.
  mutating func next() -> Bool {
    words.removeAll(keepingCapacity: true)
    while i < end {
      let b = text[i]
      if b <= 0x20 {
        i &+= 1
        continue
      }
      if isLetter(b) { word() } else if b &- 0x30 < 10 { figure() } else { sign() }
      if words[words.count - 1].shape == .stop, isOver() { return true }
    }
    return !words.isEmpty
  }

  @inline(__always)
  private func byte(_ at: Int) -> UInt8 { at < end ? text[at] : 0 }
  @inline(__always)
  private func isLetter(_ b: UInt8) -> Bool { (b | 0x20) &- 0x61 < 26 || b >= 0xC3 && b != 0xE2 }

  private mutating func word() {
    let start = i
    let isCapital = text[i] &- 0x41 < 26 || text[i] == 0xC3 && byte(i + 1) < 0xA0
    var hash = EventLexicon.seed
    while i < end {
      let b = text[i]
      if isLetter(b) || b >= 0x80 && b < 0xC0 || b &- 0x30 < 10 {
        hash = EventLexicon.mixed(hash, b)
        i &+= 1
      } else if b == UInt8(ascii: "-") || b == UInt8(ascii: "'"), isLetter(byte(i + 1)) {
        hash = EventLexicon.mixed(hash, b)
        i &+= 1
      } else if b == 0xE2, byte(i + 1) == 0x80, byte(i + 2) == 0x99, isLetter(byte(i + 3)) {
        hash = EventLexicon.mixed(hash, UInt8(ascii: "'"))
        i &+= 3
      } else {
        break
      }
    }
    let kinds = lexicon.kinds(of: hash)
    // The stop of "Mr." and of an initial belongs to the word.
    if byte(i) == UInt8(ascii: "."), isCapital,
      i - start == 1 && !kinds.has(.narrator) || kinds.has(.abbreviation)
    {
      let isLast = i + 1 >= end
      if !isLast || i - start > 1 { i &+= 1 }
    }
    append(start, kinds, isCapital ? .capital : .small)
  }

  private mutating func figure() {
    let start = i
    while i < end {
      let b = text[i]
      if b &- 0x30 < 10 || isLetter(b) {
        i &+= 1
      } else if b == UInt8(ascii: ",") || b == UInt8(ascii: ".") || b == UInt8(ascii: ":"),
        byte(i + 1) &- 0x30 < 10
      {
        i &+= 1
      } else {
        break
      }
    }
    let isYear =
      i - start == 4 && (text[start] == UInt8(ascii: "1") || text[start] == UInt8(ascii: "2"))
      && (start..<i).allSatisfy { text[$0] &- 0x30 < 10 }
    append(start, [], isYear ? .year : .figure)
  }

  private mutating func sign() {
    let start = i
    let b = text[i]
    var shape = SentenceWord.Shape.sign
    if b < 0x80 {
      i &+= 1
      if b == UInt8(ascii: ".") || b == UInt8(ascii: "!") || b == UInt8(ascii: "?") {
        shape = .stop
      } else if b == UInt8(ascii: "\"") {
        shape = .opensQuote
      }
    } else {
      let length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2
      i = min(end, i + length)
      if b == 0xE2, byte(start + 1) == 0x80 {
        switch byte(start + 2) {
        case 0x9C: shape = .opensQuote
        case 0x9D: shape = .closesQuote
        case 0xA6: shape = .stop
        default: break
        }
      }
    }
    append(start, [], shape)
  }

  private mutating func append(_ start: Int, _ kinds: EventKinds, _ shape: SentenceWord.Shape) {
    words.append(
      SentenceWord(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: i), kinds: kinds,
        shape: shape))
  }

  /// Whether the sentence ends behind a stop: what follows begins with a capital, a figure or a
  /// mark of quotation.
  private mutating func isOver() -> Bool {
    // Marks that close belong to the sentence.
    while i < end {
      if text[i] == UInt8(ascii: ")") || text[i] == UInt8(ascii: "]")
        || text[i] == UInt8(ascii: "\"") || text[i] == UInt8(ascii: ".")
        || text[i] == UInt8(ascii: "!") || text[i] == UInt8(ascii: "?")
      {
        sign()
      } else if text[i] == 0xE2, byte(i + 1) == 0x80, byte(i + 2) == 0x9D || byte(i + 2) == 0x99 {
        sign()
      } else {
        break
      }
    }
    var j = i
    while j < end, text[j] <= 0x20 { j += 1 }
    if j >= end { return true }
    guard j > i else { return false }
    let b = text[j]
    return b &- 0x41 < 26 || b &- 0x30 < 10 || b >= 0xC3 && b != 0xE2
      || b == UInt8(ascii: "\"") || b == UInt8(ascii: "(") || b == UInt8(ascii: "[")
      || b == 0xE2 && byte(j + 1) == 0x80 && (byte(j + 2) == 0x9C || byte(j + 2) == 0x98)
  }
}
