/// Cuts text at the places where a line may end or a gap may stretch: what lies between two of them
/// is set as one box.
///
/// Words are `BookWords`' affair; a box may hold several or a part of one.
enum BoxCutter {
  /// Longer boxes may be parted anywhere: nothing that long is a word.
  private static let longestBox = 96

  /// Adds the tokens of a range of the store's text, all in one style and of one node; `map` is
  /// that of the paragraph, where it needs one.
  static func append(
    _ range: Range<Int>, style: UInt16, node: Int, to store: inout TokenStore, from first: Int,
    map: TextMap? = nil
  ) {
    let key = store.styles[style].key
    store.text.withUnsafeBufferPointer { text in
      let breaks = BreakFinder(text: text, end: range.upperBound, map: map)
      var i = range.lowerBound
      while i < range.upperBound {
        let gap = breaks.gap(at: i)
        if gap.length > 0 {
          if store.tokens.count > first {
            let last = store.tokens.count - 1
            if store.tokens[last].joint != .lineEnd, gap.joint != .none {
              store.tokens[last].joint = gap.joint
              if let map { store.tokens[last].gapLevel = map.level(i) }
            }
          }
          i += gap.length
          continue
        }
        let (end, joint) = breaks.word(from: i, longest: longestBox)
        if breaks.isAddress(i, end) {
          append(address: i..<end, last: joint, style: style, node: node, to: &store, text: text)
          i = end
          continue
        }
        let level = map?.level(i) ?? 0
        let number = store.words.number(
          UnsafeBufferPointer(rebasing: text[i..<end]), key.running(fromRight: level & 1 == 1))
        store.tokens.append(
          Token(
            word: number, start: Int32(clamping: i), length: Int32(clamping: end - i),
            node: Int32(clamping: node), style: style, joint: joint, level: level, gapLevel: level))
        i = end
      }
    }
  }
}

extension BoxCutter {
  /// Parts a web address as books do: after a colon and after slashes, before every other sign.
  fileprivate static func append(
    address: Range<Int>, last: Joint, style: UInt16, node: Int, to store: inout TokenStore,
    text: UnsafeBufferPointer<UInt8>
  ) {
    var start = address.lowerBound
    let key = store.styles[style].key
    func isAfter(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x3A }
    func isBefore(_ byte: UInt8) -> Bool { ".-_?&=#%~+,;".utf8.contains(byte) }
    for place in address.dropFirst() {
      let parts =
        isAfter(text[place - 1]) && !isAfter(text[place])
        || isBefore(text[place]) && !isBefore(text[place - 1]) && !isAfter(text[place - 1])
      let isLast = place == address.upperBound - 1
      guard parts, !isLast, place - start > 1 else { continue }
      let number = store.words.number(UnsafeBufferPointer(rebasing: text[start..<place]), key)
      store.tokens.append(
        Token(
          word: number, start: Int32(clamping: start), length: Int32(clamping: place - start),
          node: Int32(clamping: node), style: style, joint: .breakable))
      start = place
    }
    let number = store.words.number(
      UnsafeBufferPointer(rebasing: text[start..<address.upperBound]), key)
    store.tokens.append(
      Token(
        word: number, start: Int32(clamping: start),
        length: Int32(clamping: address.upperBound - start), node: Int32(clamping: node),
        style: style, joint: last))
  }
}

/// Finds gaps and the ends of boxes in UTF-8.
private struct BreakFinder {
  let text: UnsafeBufferPointer<UInt8>
  let end: Int
  let map: TextMap?

  private func starts(_ i: Int, _ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    i + 2 < end && text[i] == a && text[i + 1] == b && text[i + 2] == c
  }

  /// How long the gap at `i` is, 0 for a word.
  func gap(at i: Int) -> (length: Int, joint: Joint) {
    switch text[i] {
    case 0x0A where map?.isClosedUp(i) == true:
      return (1, map?.mayEnd(before: i + 1) == true ? .breakable : .none)
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
      if let map, i > start, byte & 0xC0 != 0x80, gap(at: i).length == 0 {
        if map.mayEnd(before: i) { return (i, .breakable) }
        if map.level(i) != map.level(start) { return (i, .none) }
      }
      if byte < 0x80 {
        if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D { return (i, .none) }
        if byte == 0x2D, i > start, !isAddress(start, min(end, i + 16)), i + 1 < end,
          isLetter(text[i + 1]), isLetter(text[i - 1])
        {
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
    return (end, map?.mayEnd(before: end) == true ? .breakable : .none)
  }

  /// True for a web address.
  func isAddress(_ start: Int, _ end: Int) -> Bool {
    guard end - start > 12 else { return false }
    let isWWW =
      text[start] | 0x20 == 0x77 && text[start + 1] | 0x20 == 0x77 && text[start + 2] | 0x20 == 0x77
      && text[start + 3] == 0x2E
    if isWWW { return true }
    // A scheme before the slashes, after a bracket perhaps.
    var i = start
    while i + 2 < end, i - start < 10 {
      if text[i] == 0x3A { return text[i + 1] == 0x2F && text[i + 2] == 0x2F }
      i += 1
    }
    return false
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
