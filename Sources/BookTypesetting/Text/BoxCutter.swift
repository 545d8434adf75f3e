/// Cuts text at the places where a line may end or a gap may stretch: what lies between two of them
/// is set as one box.
///
/// Words are `BookWords`' affair; a box may hold several or a part of one.
enum BoxCutter {
  /// Longer boxes may be parted anywhere: nothing that long is a word.
  private static let longestBox = 96

  /// Adds the tokens of a range of the store's text, all in one style and of one node.
  ///
  /// `isOpen` says that the text before it ended without a gap, so that the first word goes on.
  static func append(
    _ range: Range<Int>, style: UInt16, node: Int, to store: inout TokenStore, from first: Int
  ) {
    let key = store.styles[style].key
    store.text.withUnsafeBufferPointer { text in
      let breaks = BreakFinder(text: text, end: range.upperBound)
      var i = range.lowerBound
      while i < range.upperBound {
        let gap = breaks.gap(at: i)
        if gap.length > 0 {
          if store.tokens.count > first {
            let last = store.tokens.count - 1
            if store.tokens[last].joint != .lineEnd, gap.joint != .none {
              store.tokens[last].joint = gap.joint
            }
          }
          i += gap.length
          continue
        }
        var (end, joint) = breaks.word(from: i, longest: longestBox)
        if let inner = breaks.endOfReversed(from: i, to: end) {
          end = inner
          joint = .none
        }
        let number = store.words.number(UnsafeBufferPointer(rebasing: text[i..<end]), key)
        store.tokens.append(
          Token(
            word: number, start: Int32(clamping: i), length: Int32(clamping: end - i),
            node: Int32(clamping: node), style: style, joint: joint))
        i = end
      }
    }
  }
}

/// Finds gaps and the ends of boxes in UTF-8.
private struct BreakFinder {
  let text: UnsafeBufferPointer<UInt8>
  let end: Int

  /// Where the letters of a right-to-left word end, if signs of the line around it follow: they
  /// stand after it as that line runs.
  ///
  /// What stands before it ends there too.
  func endOfReversed(from start: Int, to end: Int) -> Int? {
    if !isReversed(start) {
      // A bracket or quotation mark before such a word.
      var i = start
      while i < end, isSign(i) { i += length(i) }
      return i > start && i < end && isReversed(i) ? i : nil
    }
    var last = end
    var i = start
    var lastLetter = start
    while i < end {
      if !isSign(i) { lastLetter = i + length(i) }
      i += length(i)
    }
    last = min(end, lastLetter)
    guard last < end else { return nil }
    // Between two such words the sign belongs to them.
    var next = end
    while next < self.end, gap(at: next).length > 0 { next += gap(at: next).length }
    return next < self.end && isReversed(next) ? nil : last
  }

  /// Hebrew, Arabic, Syriac, Thaana: U+0590 to U+07BF.
  private func isReversed(_ i: Int) -> Bool { text[i] >= 0xD6 && text[i] <= 0xDE }

  private func length(_ i: Int) -> Int {
    text[i] < 0xC0 ? 1 : text[i] < 0xE0 ? 2 : text[i] < 0xF0 ? 3 : 4
  }

  private func isSign(_ i: Int) -> Bool {
    let byte = text[i]
    if byte < 0x80 { return !isLetter(byte) && byte &- 0x30 >= 10 }
    return byte == 0xE2 && i + 1 < end && text[i + 1] == 0x80
  }

  private func starts(_ i: Int, _ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    i + 2 < end && text[i] == a && text[i + 1] == b && text[i + 2] == c
  }

  /// How long the gap at `i` is, 0 for a word.
  func gap(at i: Int) -> (length: Int, joint: Joint) {
    switch text[i] {
    case 0x20, 0x0A, 0x09, 0x0D: return (1, .space)
    case 0xC2 where i + 1 < end:
      if text[i + 1] == 0xA0 { return (2, .fixedSpace) }
      if text[i + 1] == 0xAD { return (2, .none) }
    case 0xE2:
      if starts(i, 0xE2, 0x80, 0x8B) { return (3, .breakable) }
      if starts(i, 0xE2, 0x80, 0xAF) { return (3, .fixedSpace) }
    default: break
    }
    return (0, .none)
  }

  /// Where the word that begins at `i` ends, and what follows if the line may end there.
  func word(from start: Int, longest: Int) -> (Int, Joint) {
    var i = start
    while i < end {
      let byte = text[i]
      if byte < 0x80 {
        if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D { return (i, .none) }
        if byte == 0x2D, i > start, i + 1 < end, isLetter(text[i + 1]), isLetter(text[i - 1]) {
          return (i + 1, .breakableHyphen)
        }
        i += 1
      } else {
        if i > start, gap(at: i).length > 0 { return (i, .none) }
        if byte == 0xE2, i + 2 < end, text[i + 1] == 0x80,
          text[i + 2] == 0x94 || text[i + 2] == 0x93, i + 3 < end,
          mayBreakAfterDash(at: i + 3, isLong: text[i + 2] == 0x94)
        {
          return (i + 3, .breakable)
        }
        i += 1
        while i < end, text[i] & 0xC0 == 0x80 { i += 1 }
      }
      if i - start >= longest { return (i, i < end && gap(at: i).length == 0 ? .breakable : .none) }
    }
    return (end, .none)
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }

  /// A long dash may end a line before a letter, a figure or an opening quotation mark.
  private func mayBreakAfterDash(at i: Int, isLong: Bool) -> Bool {
    let byte = text[i]
    if (byte | 0x20) &- 0x61 < 26 { return true }
    if byte &- 0x30 < 10 { return isLong }
    if byte == 0x22 || byte == 0x28 { return true }
    if starts(i, 0xE2, 0x80, 0x9C) || starts(i, 0xE2, 0x80, 0x98) { return true }
    return byte >= 0xC3 && byte < 0xE2
  }
}
