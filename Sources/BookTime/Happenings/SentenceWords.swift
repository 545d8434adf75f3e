import BookLanguage
import BookModel
import BookWords

/// A word or sign of a sentence.
struct SentenceWord: Sendable {
  /// Range of the chapter's text.
  var start: Int32
  var end: Int32
  /// What words of events it is.
  var kinds: EventKinds
  /// How it is written.
  var shape: Shape
  /// It stands within marks of quotation.
  var isSpoken = false

  enum Shape: UInt8, Sendable {
    case small, capital, figure, year, opensQuote, closesQuote, stop, sign
  }

  var range: Range<Int> { Int(start)..<Int(end) }
}

/// The words of a chapter with what words of events they are.
struct EventText {
  let words: ChapterWords
  /// By the number of a word.
  let kinds: [EventKinds]

  init(_ chapter: ParsedChapter, _ text: UnsafeBufferPointer<UInt8>, _ lexicon: EventLexicon) {
    words = chapter.wordsCut
    kinds = words.samples.map {
      lexicon.kinds(of: Int($0.lowerBound)..<Int($0.upperBound), in: text)
    }
  }

  /// The words and signs of a sentence.
  func words(of sentence: Sentence, in text: UnsafeBufferPointer<UInt8>) -> [SentenceWord] {
    var found: [SentenceWord] = []
    found.reserveCapacity(sentence.tokens.count + 8)
    var at = sentence.text.lowerBound
    var isSpoken = false
    for token in words.tokens[sentence.tokens] {
      signs(at..<Int(token.start), text, isSpoken, &found)
      isSpoken = token.shape.contains(.spoken)
      let shape = token.eventShape(in: text)
      let start = shape == .figure ? joinedFigure(token, text, &found) : token.start
      found.append(
        SentenceWord(
          start: start, end: token.end, kinds: kinds[Int(token.word)], shape: shape,
          isSpoken: isSpoken))
      at = Int(token.end)
    }
    signs(at..<sentence.text.upperBound, text, isSpoken, &found)
    return found
  }

  /// Where a figure begins that is one with what touches it: `£2,300`, `7.42`; what it takes in is no
  /// word of its own any more.
  private func joinedFigure(
    _ token: WordToken, _ text: UnsafeBufferPointer<UInt8>, _ found: inout [SentenceWord]
  ) -> Int32 {
    var start = token.start
    if let sign = found.last, sign.end == start, sign.shape == .sign || sign.shape == .stop,
      [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":")].contains(text[Int(sign.start)]),
      let before = found.dropLast().last, before.end == sign.start,
      before.shape == .figure || before.shape == .year
    {
      found.removeLast(2)
      start = before.start
    }
    // £ and ¢ to ¥ are of two bytes, € of three.
    if let sign = found.last, sign.end == start, sign.shape == .sign,
      text[Int(sign.start)] == UInt8(ascii: "$") || [0xC2, 0xE2].contains(text[Int(sign.start)])
    {
      found.removeLast()
      start = sign.start
    }
    return start
  }

  /// The signs between two words, a possessive's ending among them.
  private func signs(
    _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ isSpoken: Bool,
    _ found: inout [SentenceWord]
  ) {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = text[at]
      if byte <= 0x20 {
        at += 1
        continue
      }
      var length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      var shape = SentenceWord.Shape.sign
      switch (byte, length) {
      case (UInt8(ascii: "."), _), (UInt8(ascii: "!"), _), (UInt8(ascii: "?"), _): shape = .stop
      case (0xE2, 3) where at + 2 < range.upperBound && text[at + 1] == 0x80:
        switch text[at + 2] {
        case 0x9C: shape = .opensQuote
        case 0x9D: shape = .closesQuote
        case 0xA6: shape = .stop
        default: break
        }
      default: break
      }
      // The "'s" of a possessor is one piece.
      let isApostrophe = byte == UInt8(ascii: "'") || length == 3 && byte == 0xE2
      if isApostrophe, at + length < range.upperBound, text[at + length] | 0x20 == UInt8(ascii: "s")
      {
        length += 1
        shape = .small
      }
      let end = min(range.upperBound, at + length)
      found.append(
        SentenceWord(
          start: Int32(truncatingIfNeeded: at), end: Int32(truncatingIfNeeded: end), kinds: [],
          shape: shape, isSpoken: isSpoken))
      at = end
    }
  }
}

extension WordToken {
  /// How it is written, as far as events ask.
  fileprivate func eventShape(in text: UnsafeBufferPointer<UInt8>) -> SentenceWord.Shape {
    if shape.contains(.digit) { return isYear(in: text) ? .year : .figure }
    return shape.contains(.capital) ? .capital : .small
  }

  /// Four figures that may be a year.
  func isYear(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count == 4 else { return false }
    let first = text[range.lowerBound]
    return (first == UInt8(ascii: "1") || first == UInt8(ascii: "2"))
      && range.allSatisfy { text[$0] &- 0x30 < 10 }
  }
}
