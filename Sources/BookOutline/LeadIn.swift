import BookModel

/// Finds the words at a paragraph's start to set in small capitals: the first phrase, about four
/// words, never part of a name and never beside words that are marked otherwise.
struct LeadIn {
  let chapter: ParsedChapter
  /// Names in the paragraph.
  let names: [Range<Int>]

  func range(of prose: Int) -> Range<Int>? {
    let leaf = chapter.prose[prose]
    let start = leaf.text.lowerBound
    guard var end = phraseEnd(leaf.text) else { return nil }
    for _ in 0..<8 {
      guard let obstacle = obstacle(at: end, in: leaf) else { break }
      // A name at the very start is taken whole, any other is left out.
      let isNear = obstacle.upperBound - start <= 48
      end = isNear ? obstacle.upperBound : trimmedEnd(start, obstacle.lowerBound)
    }
    if let marked = firstMarked(in: leaf, before: end) { end = trimmedEnd(start, marked) }
    guard end > start, end <= leaf.text.upperBound, obstacle(at: end, in: leaf) == nil else {
      return nil
    }
    return start..<end
  }

  private func marks(of leaf: Prose) -> ArraySlice<Mark> {
    chapter.marks[leaf.marks.clamped(to: 0..<chapter.marks.count)]
  }

  /// A name or mark that reaches over an offset.
  private func obstacle(at offset: Int, in leaf: Prose) -> Range<Int>? {
    for name in names where name.lowerBound < offset && offset < name.upperBound { return name }
    for mark in marks(of: leaf) {
      if mark.range.lowerBound > offset { break }
      // A mark around the whole paragraph holds the lead-in and is not split by it.
      if mark.range.lowerBound <= leaf.text.lowerBound, mark.range.upperBound > offset { continue }
      if mark.range.lowerBound < offset, offset < mark.range.upperBound { return mark.range }
    }
    return nil
  }

  /// Where words begin that have a look of their own: a title in italics would lose it.
  private func firstMarked(in leaf: Prose, before end: Int) -> Int? {
    for mark in marks(of: leaf) where !mark.range.isEmpty {
      if mark.range.lowerBound >= end { return nil }
      switch mark.kind {
      case .emphasis, .strong, .code, .element:
        let isAround = mark.range.lowerBound <= leaf.text.lowerBound && mark.range.upperBound > end
        if !isAround { return mark.range.lowerBound }
      default: continue
      }
    }
    return nil
  }

  private func phraseEnd(_ range: Range<Int>) -> Int? {
    let text = chapter.text
    var words = 0
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = text[i]
      if byte == 0x20 || byte == 0x0A {
        words += 1
        if words == 4 || i - range.lowerBound > 32 { return i }
      } else if words >= 1, isPhraseSign(i, range) {
        return i
      }
      i += 1
    }
    return range.count <= Self.shortest ? range.upperBound : nil
  }

  /// Bytes of a paragraph that is one phrase, whatever ends it.
  private static let shortest = 32

  /// Comma, semicolon, colon, stop, dash before a space: where a phrase ends.
  private func isPhraseSign(_ i: Int, _ range: Range<Int>) -> Bool {
    let text = chapter.text
    switch text[i] {
    case 0x2C, 0x3B, 0x3A, 0x21, 0x3F: return true
    case 0xE2:  // U+2014 EM DASH
      return i + 2 < range.upperBound && text[i + 1] == 0x80 && text[i + 2] == 0x94
    default: return false
    }
  }

  private func trimmedEnd(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, chapter.text[end - 1] == 0x20 || chapter.text[end - 1] == 0x0A { end -= 1 }
    return end
  }
}
