/// Reads single words to the left and right of a place within one leaf of prose.
struct WordReader {
  let text: UnsafeBufferPointer<UInt8>
  let leaf: Range<Int>

  /// A word and what stands between it and the place it was looked for from.
  struct Word {
    var range: Range<Int>
    var text: String
    /// The sign next to the word on the side of the place, a space apart; nil when only spaces.
    var sign: UInt8?
    /// False when word and place touch or a sign alone parts them.
    var isSpaced: Bool

    var isCapital: Bool {
      guard let first = text.unicodeScalars.first else { return false }
      return first.value < 0x80
        ? first.value >= 0x41 && first.value <= 0x5A : first.properties.isUppercase
    }
    /// `U`, with or without a point.
    var isInitial: Bool {
      text.utf8.count == 1 && isCapital
        && (sign == 0x2E || text != "I" && text != "A" && text != "O")
        || sign == 0x2E && isCapital && text.unicodeScalars.count <= 2 && text.utf8.count <= 2
          && !text.utf8.contains { $0 >= 0x61 && $0 <= 0x7A }
        || text == "Th" && sign == 0x2E
    }
  }

  /// The word before a place.
  func before(_ place: Int) -> Word? {
    var i = place
    var isSpaced = false
    while i > leaf.lowerBound, isSpace(endingAt: i) {
      i = spaceStart(endingAt: i)
      isSpaced = true
    }
    guard i > leaf.lowerBound else { return nil }
    var sign: UInt8?
    if !ProseBytes.isWordByte(text, i - 1) {
      sign = text[i - 1]
      guard sign == 0x2E || sign == 0x2C || sign == 0x26 else {
        return Word(range: i..<i, text: "", sign: signBefore(i), isSpaced: isSpaced)
      }
      if sign == 0x26 { return Word(range: i - 1..<i, text: "&", sign: nil, isSpaced: isSpaced) }
      i -= 1
      guard i > leaf.lowerBound, ProseBytes.isWordByte(text, i - 1) else {
        return Word(range: i..<i, text: "", sign: sign, isSpaced: isSpaced)
      }
    }
    var start = i
    while start > leaf.lowerBound {
      if ProseBytes.isWordByte(text, start - 1) {
        start -= 1
      } else if start - 1 > leaf.lowerBound, isJoiner(start - 1),
        ProseBytes.isWordByte(text, start - 2)
      {
        start -= 1
      } else if start - 3 > leaf.lowerBound,
        ProseBytes.apostropheLength(text, start - 3, limit: start) == 3,
        ProseBytes.isWordByte(text, start - 4)
      {
        start -= 3
      } else {
        break
      }
    }
    return Word(range: start..<i, text: string(start..<i), sign: sign, isSpaced: isSpaced)
  }

  /// The word after a place.
  func after(_ place: Int) -> Word? {
    var i = place
    var sign: UInt8?
    if i < leaf.upperBound, text[i] == 0x2E || text[i] == 0x2C {
      sign = text[i]
      i += 1
    }
    var isSpaced = false
    while i < leaf.upperBound {
      let length = ProseBytes.spaceLength(text, i, limit: leaf.upperBound)
      guard length > 0 else { break }
      i += length
      isSpaced = true
    }
    guard i < leaf.upperBound else { return nil }
    guard ProseBytes.isWordByte(text, i) else {
      if text[i] == 0x26 {
        return Word(range: i..<i + 1, text: "&", sign: sign, isSpaced: isSpaced)
      }
      return Word(range: i..<i, text: "", sign: sign ?? text[i], isSpaced: isSpaced)
    }
    var end = i
    while end < leaf.upperBound {
      if ProseBytes.isWordByte(text, end) {
        end += 1
      } else if isJoiner(end), end + 1 < leaf.upperBound, ProseBytes.isWordByte(text, end + 1),
        text[end] == 0x2D
      {
        end += 1
      } else if let length = innerApostrophe(end) {
        end += length
      } else {
        break
      }
    }
    return Word(range: i..<end, text: string(i..<end), sign: sign, isSpaced: isSpaced)
  }

  // The apostrophe in "M’Durmond" and "O’Brien", before another capital.
  private func innerApostrophe(_ place: Int) -> Int? {
    let length = ProseBytes.apostropheLength(text, place, limit: leaf.upperBound)
    guard length > 0, place + length < leaf.upperBound, text[place + length] &- 0x41 < 26 else {
      return nil
    }
    return length
  }

  /// The bytes of a possessive ending at a place: `’s`, or a bare apostrophe after s.
  func possessiveLength(_ place: Int) -> Int {
    let length = ProseBytes.apostropheLength(text, place, limit: leaf.upperBound)
    guard length > 0 else { return 0 }
    let next = place + length
    if next < leaf.upperBound, text[next] == 0x73 || text[next] == 0x53,
      next + 1 >= leaf.upperBound || !ProseBytes.isWordByte(text, next + 1)
    {
      return length + 1
    }
    if place > leaf.lowerBound, text[place - 1] | 0x20 == 0x73,
      next >= leaf.upperBound || !ProseBytes.isWordByte(text, next)
    {
      return length
    }
    return 0
  }

  /// Whether a sentence, or speech within one, begins at a place.
  func isSentenceStart(_ place: Int) -> Bool {
    var i = place
    while i > leaf.lowerBound {
      if isSpace(endingAt: i) {
        i = spaceStart(endingAt: i)
        continue
      }
      let byte = text[i - 1]
      if byte == 0x22 || byte == 0x28 || byte == 0x5B { return true }
      if i - 3 >= leaf.lowerBound, text[i - 3] == 0xE2, text[i - 2] == 0x80 {
        switch text[i - 1] {
        case 0x9C, 0x98, 0x9E: return true
        case 0x94, 0xA6: return true
        case 0x9D, 0x99:
          i -= 3
          continue
        default: return false
        }
      }
      switch byte {
      case 0x21, 0x3F, 0x3A: return true
      case 0x2E: return !endsAbbreviation(i - 1)
      case 0x29, 0x27:
        i -= 1
        continue
      default: return false
      }
    }
    return true
  }

  /// Whether the point at a place belongs to an initial or a title.
  func endsAbbreviation(_ point: Int) -> Bool {
    guard let word = before(point) else { return false }
    guard !word.isSpaced, word.isCapital else { return false }
    return word.text.utf8.count == 1
      || word.text.utf8.count <= 6 && Honorific.named(word.text) != nil
  }

  /// The bytes of a quotation mark that ends at a place, 0 when none does.
  func quoteLength(endingAt place: Int) -> Int {
    guard place > leaf.lowerBound else { return 0 }
    if text[place - 1] == 0x22 { return 1 }
    if place - 3 >= leaf.lowerBound, text[place - 3] == 0xE2, text[place - 2] == 0x80,
      (0x98...0x9E).contains(text[place - 1])
    {
      return 3
    }
    return 0
  }

  /// The last year, 1000 to 2199, within some thirty words before a place in the same leaf.
  func year(before place: Int) -> Int? {
    var place = place
    for _ in 0..<30 {
      guard let word = before(place) else { return nil }
      if word.text.isEmpty {
        place = word.range.lowerBound - 1
        if place <= leaf.lowerBound { return nil }
        continue
      }
      if word.text.utf8.count == 4, let year = Int(word.text), (1000..<2200).contains(year) {
        return year
      }
      place = word.range.lowerBound
    }
    return nil
  }

  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  private func isJoiner(_ i: Int) -> Bool { text[i] == 0x2D || text[i] == 0x27 }

  private func isSpace(endingAt i: Int) -> Bool { spaceStart(endingAt: i) < i }

  private func spaceStart(endingAt i: Int) -> Int {
    switch text[i - 1] {
    case 0x20, 0x0A, 0x09, 0x0D: return i - 1
    case 0xA0 where i - 2 >= leaf.lowerBound && text[i - 2] == 0xC2: return i - 2
    case 0xAF, 0x89, 0x8A:
      return i - 3 >= leaf.lowerBound && text[i - 3] == 0xE2 && text[i - 2] == 0x80 ? i - 3 : i
    default: return i
    }
  }

  private func signBefore(_ i: Int) -> UInt8 {
    i - 3 >= leaf.lowerBound && text[i - 3] == 0xE2 ? 0xE2 : text[i - 1]
  }
}
