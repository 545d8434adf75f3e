import BookModel

/// Cuts a chapter's leaves into words, one after the other.
struct WordCutter {
  let text: UnsafeBufferPointer<UInt8>
  private let abbreviations: Abbreviations
  private var words = ChapterWords()
  private var numbering = WordNumbering(capacity: 4096)
  private var gap: WordToken.Gap = .leaf
  private var spoken = false

  init(_ text: UnsafeBufferPointer<UInt8>, abbreviations: Abbreviations) {
    self.text = text
    self.abbreviations = abbreviations
    words.tokens.reserveCapacity(text.count / 5)
  }

  /// The words of the leaves cut so far.
  consuming func finished() -> ChapterWords {
    words.leaves.append(words.tokens.count)
    words.hashes = numbering.hashes
    return words
  }

  /// Cuts one leaf; `isHeading` when it stands in a heading.
  ///
  /// The stretches `skipped`, in order, are no prose: they part the words on both sides.
  mutating func cut(_ range: Range<Int>, isHeading: Bool, skipped: [Range<Int>] = []) {
    let range = range.clamped(to: 0..<text.count)
    let first = words.tokens.count
    words.leaves.append(first)
    gap = .leaf
    spoken = false
    var index = range.lowerBound
    for stretch in skipped {
      let stop = min(max(index, stretch.lowerBound), range.upperBound)
      cutWords(index..<stop)
      gap.insert(.other)
      index = min(max(index, stretch.upperBound), range.upperBound)
    }
    cutWords(index..<range.upperBound)
    markHeadline(from: first, isHeading: isHeading)
  }

  private mutating func cutWords(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if isLetter(byte, index, range.upperBound) {
        index = plainWord(index, range.upperBound) ?? word(index, range.upperBound)
      } else if byte &- 48 < 10 {
        index = number(index, range.upperBound)
      } else if byte > 0xE2, wideKind(index, range.upperBound) == .ideograph {
        index = ideograph(index)
      } else {
        index = punctuation(index, range.lowerBound, range.upperBound)
      }
    }
  }

  /// Where a heading or a line of capitals is, a capital says nothing.
  private mutating func markHeadline(from first: Int, isHeading: Bool) {
    var capitals = 0
    var count = 0
    for token in words.tokens[first...] where !token.shape.contains(.digit) {
      count += 1
      if token.shape.contains(.capital) { capitals += 1 }
    }
    guard isHeading || (count >= 2 && count <= 20 && capitals * 10 > count * 7) else {
      return markShouts(from: first)
    }
    for index in first..<words.tokens.count { words.tokens[index].shape.insert(.headline) }
  }

  /// How many words in capitals alone are said out loud, not one name or what letters stand for.
  private static let wordsOfShout = 4

  /// "MY FATHER LEAVES HOME--ARRIVAL AT BOSTON": a summary in capitals within the prose.
  private mutating func markShouts(from first: Int) {
    var start = first
    var shouted = 0
    for index in first...words.tokens.count {
      let shape = index < words.tokens.count ? words.tokens[index].shape : []
      if shape.contains(.allCapitals) {
        shouted += 1
      } else if shouted == 0 {
        start = index + 1
      } else if shape.isDisjoint(with: [.digit, .initial]), !isLoneCapital(index) {
        if shouted >= Self.wordsOfShout {
          for word in start..<index { words.tokens[word].shape.insert(.headline) }
        }
        (start, shouted) = (index + 1, 0)
      }
    }
  }

  /// `I` or `A`, which are capitals in any stretch.
  private func isLoneCapital(_ index: Int) -> Bool {
    guard index < words.tokens.count else { return false }
    let token = words.tokens[index]
    return token.shape.contains(.capital) && token.end - token.start == 1
  }

  @inline(__always)
  private func isLetter(_ byte: UInt8, _ index: Int, _ end: Int) -> Bool {
    if byte < 0x80 { return (byte | 0x20) &- 97 < 26 }
    if byte < 0xE2 { return byte >= 0xC3 && !(byte == 0xC3 && isTimesSign(index, end)) }
    return wideKind(index, end) == .letter
  }

  /// What the scalar of three or four bytes at `index` is.
  private func wideKind(_ index: Int, _ end: Int) -> LetterKind {
    let length = wideLength(text[index])
    guard index + length <= end else { return .sign }
    var value = UInt32(text[index]) & (0xFF >> UInt32(length + 1))
    for k in 1..<length { value = value << 6 | UInt32(text[index + k] & 0x3F) }
    return LetterKind(value)
  }

  /// An ideograph is a word by itself.
  private mutating func ideograph(_ start: Int) -> Int {
    let end = start + wideLength(text[start])
    var hash = WordHash()
    for index in start..<end { hash.add(text[index]) }
    append(start, end, hash.value, [.nonASCII, .ideograph])
    return end
  }

  private func isTimesSign(_ index: Int, _ end: Int) -> Bool {
    index + 1 < end && (text[index + 1] == 0x97 || text[index + 1] == 0xB7)
  }

  /// The length of an apostrophe at `index`, 0 if there is none.
  @inline(__always)
  private func apostrophe(_ index: Int, _ end: Int) -> Int {
    guard index < end else { return 0 }
    if text[index] == 0x27 { return 1 }
    if text[index] == 0xE2, index + 2 < end, text[index + 1] == 0x80,
      text[index + 2] == 0x99 || text[index + 2] == 0x98
    {
      return 3
    }
    return 0
  }

  @inline(__always)
  private func letter(at index: Int, _ end: Int) -> Bool {
    index < end && isLetter(text[index], index, end)
  }

  /// A word of plain letters behind which nothing can belong to it; nil for any other.
  ///
  /// Most words of a page are such, and are cut without a look at all that another may hold.
  @inline(__always)
  private mutating func plainWord(_ start: Int, _ limit: Int) -> Int? {
    let first = text[start]
    guard first < 0x80 else { return nil }
    var hash = WordHash()
    hash.add(first | 0x20)
    var index = start + 1
    while index < limit, text[index] &- 97 < 26 {
      hash.add(text[index])
      index += 1
    }
    guard index == limit || endsWord(text[index]) else { return nil }
    append(start, index, hash.value, first < 97 ? .capital : WordToken.Shape(rawValue: 0))
    return index
  }

  /// Whether no word goes on here, nor has its possessive or its full stop.
  @inline(__always)
  private func endsWord(_ byte: UInt8) -> Bool {
    byte <= 32 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }

  private mutating func word(_ start: Int, _ limit: Int) -> Int {
    var index = start
    var hash = WordHash()
    var shape = WordToken.Shape()
    var capitals = 0
    var letters = 0
    var segment = 0
    var end = start
    while index < limit {
      let byte = text[index]
      if byte < 0x80, (byte | 0x20) &- 97 < 26 {
        if byte < 97 {
          if letters == 0 { shape.insert(.capital) } else { shape.insert(.innerCapital) }
          capitals += 1
        }
        hash.add(byte | 0x20)
        letters += 1
        segment += 1
        index += 1
      } else if byte >= 0x80, isLetter(byte, index, limit) {
        let capital = addWide(index, limit, &hash)
        if capital {
          if letters == 0 { shape.insert(.capital) } else { shape.insert(.innerCapital) }
          capitals += 1
        }
        shape.insert(.nonASCII)
        letters += 1
        segment += 1
        index += wideLength(byte)
      } else if byte == 0xC2, index + 1 < limit, text[index + 1] == 0xAD {
        shape.insert(.joined)
        index += 2
      } else if let next = innerSign(index, limit, segment, &hash, &shape) {
        shape.insert(.joined)
        segment = 0
        index = next
      } else {
        break
      }
      end = min(index, limit)
    }
    if capitals == letters, letters > 1 { shape.insert(.allCapitals) }
    if !shape.contains(.capital), capitals > 0, start + 1 < end, apostrophe(start + 1, end) > 0 {
      shape.formUnion([.capital, .innerCapital])  // d'Artagnan
    } else if capitals < 2 || capitals == letters {
      shape.remove(.innerCapital)
    }
    return finish(start, end, limit, hash, letters, shape)
  }

  /// A hyphen, an apostrophe or a full stop within a word; nil where the word ends.
  private func innerSign(
    _ index: Int, _ limit: Int, _ segment: Int, _ hash: inout WordHash,
    _ shape: inout WordToken.Shape
  ) -> Int? {
    let byte = text[index]
    if byte == UInt8(ascii: "-") {
      if letter(at: index + 1, limit) {
        shape.insert(.hyphen)
        hash.add(byte)
        return index + 1
      }
      // A word broken at the line's end.
      if index + 2 < limit, text[index + 1] == 10, text[index + 2] &- 97 < 26 { return index + 2 }
      return nil
    }
    if byte == UInt8(ascii: ".") {
      guard segment > 0, segment <= 2, letter(at: index + 1, limit), shape.contains(.capital)
      else { return nil }
      hash.add(byte)
      return index + 1
    }
    let sign = apostrophe(index, limit)
    guard sign > 0, letter(at: index + sign, limit) else { return nil }
    let after = index + sign
    if text[after] | 0x20 == UInt8(ascii: "s"), !letter(at: after + 1, limit) { return nil }
    hash.add(0x27)
    return after
  }

  private mutating func finish(
    _ start: Int, _ end: Int, _ limit: Int, _ hash: WordHash, _ letters: Int,
    _ given: WordToken.Shape
  ) -> Int {
    var shape = given
    var end = end
    var next = end
    let sign = apostrophe(end, limit)
    if sign > 0, end + sign < limit, text[end + sign] | 0x20 == UInt8(ascii: "s"),
      !letter(at: end + sign + 1, limit)
    {
      shape.insert(.possessive)
      next = end + sign + 1
    } else if sign > 0, end > start, text[end - 1] | 0x20 == UInt8(ascii: "s") {
      if !spoken { shape.insert(.possessive) }
    } else if end < limit, text[end] == UInt8(ascii: ".") {
      let dotted = end - start > 1 && text[(start + 1)..<end].contains(UInt8(ascii: "."))
      if shape.contains(.capital),
        dotted || (letters == 1 && text[start] != UInt8(ascii: "I"))
          || initialI(end, limit, letters)
      {
        shape.formUnion([.initial, .dotted])
        end += 1
        next = end
      } else if letters <= 6, abbreviations.contains(hash.value) {
        shape.insert(.dotted)
        end += 1
        next = end
      }
    }
    append(start, end, hash.value, shape)
    return next
  }

  /// `I.` before another initial or a name is an initial, else it ends a sentence.
  private func initialI(_ end: Int, _ limit: Int, _ letters: Int) -> Bool {
    guard letters == 1, end + 3 < limit, text[end + 1] == 32 else { return false }
    return text[end + 2] &- 65 < 26 && text[end + 3] == UInt8(ascii: ".")
  }

  private mutating func append(
    _ start: Int, _ end: Int, _ hash: UInt64, _ given: WordToken.Shape
  ) {
    var shape = given
    if !gap.isDisjoint(with: .opening) { shape.insert(.sentenceStart) }
    if spoken { shape.insert(.spoken) }
    let (index, isNew) = numbering.insert(hash)
    if isNew {
      words.samples.append(Int32(clamping: start)..<Int32(clamping: end))
      words.lower.append(0)
    }
    if !shape.contains(.capital) { words.lower[Int(index)] &+= 1 }
    words.tokens.append(
      WordToken(
        start: Int32(clamping: start), end: Int32(clamping: end), word: index, shape: shape,
        gap: gap))
    gap = WordToken.Gap(rawValue: 0)
  }

  private mutating func number(_ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, text[index] &- 48 < 10 || (text[index] | 0x20) &- 97 < 26 { index += 1 }
    append(start, index, 0x30, .digit)
    return index
  }
}

extension WordCutter {
  @inline(__always)
  private func wideLength(_ byte: UInt8) -> Int { byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }

  /// Adds a letter outside ASCII, folded; true for a capital.
  private func addWide(_ index: Int, _ limit: Int, _ hash: inout WordHash) -> Bool {
    let lead = text[index]
    guard index + 1 < limit else {
      hash.add(lead)
      return false
    }
    let (folded, capital) = foldWide(lead, text[index + 1])
    hash.add(folded.0)
    hash.add(folded.1)
    for offset in 2..<max(2, wideLength(lead)) where index + offset < limit {
      hash.add(text[index + offset])
    }
    return capital
  }

  private mutating func punctuation(_ start: Int, _ low: Int, _ limit: Int) -> Int {
    let byte = text[start]
    switch byte {
    case 32, 9, 10, 13: gap.insert(.space)
    case UInt8(ascii: ","): gap.insert(.comma)
    case UInt8(ascii: "."): gap.insert(.stop)
    case UInt8(ascii: "!"), UInt8(ascii: "?"): gap.insert(.shout)
    case UInt8(ascii: ";"), UInt8(ascii: ":"): gap.insert(.colon)
    case UInt8(ascii: "-"):
      let hyphen = start > low && start + 1 < limit && text[start + 1] > 32 && text[start - 1] > 45
      gap.insert(hyphen && text[start + 1] != byte ? .other : .dash)
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"):
      gap.insert(.bracket)
    case UInt8(ascii: "&"): gap.insert(.ampersand)
    case UInt8(ascii: "_"), UInt8(ascii: "*"): break
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      let opens =
        start == low || text[start - 1] <= 32
        || "([-_*\u{22}".utf8.contains(text[start - 1]) || gap.contains(.dash)
      quote(opens: opens && start + 1 < limit && text[start + 1] > 32, double: byte == 34)
    case 0xE2: return general(start, limit)
    case 0xC2: return latin(start, limit)
    case 0xE3...0xFF:
      gap.insert(.other)
      return min(start + wideLength(byte), limit)
    default: gap.insert(.other)
    }
    return start + 1
  }

  private mutating func quote(opens: Bool, double: Bool) {
    gap.insert(opens ? .openQuote : .closeQuote)
    if double { spoken = opens }
  }

  /// U+2000 to U+2FFF.
  private mutating func general(_ start: Int, _ limit: Int) -> Int {
    guard start + 2 < limit, text[start + 1] == 0x80 else {
      gap.insert(.other)
      return start + 3
    }
    switch text[start + 2] {
    case 0x90, 0x91: gap.insert(.other)
    case 0x92...0x95: gap.insert(.dash)
    case 0x98: gap.insert(.openQuote)
    case 0x99: gap.insert(.closeQuote)
    case 0x9C, 0x9E: quote(opens: true, double: true)
    case 0x9D: quote(opens: false, double: true)
    case 0xA6: gap.insert(.stop)
    case 0x80...0x8F, 0xA8, 0xA9, 0xAF: gap.insert(.space)
    default: gap.insert(.other)
    }
    return start + 3
  }

  /// U+0080 to U+00BF.
  private mutating func latin(_ start: Int, _ limit: Int) -> Int {
    guard start + 1 < limit else { return start + 1 }
    switch text[start + 1] {
    case 0xA0: gap.insert(.space)
    case 0xAB: quote(opens: true, double: true)
    case 0xBB: quote(opens: false, double: true)
    default: gap.insert(.other)
    }
    return start + 2
  }
}
