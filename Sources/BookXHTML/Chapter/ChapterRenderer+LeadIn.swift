import BookModel

extension ChapterRenderer {
  /// The words at a chapter's start to set in small capitals: the first phrase, about four words,
  /// never part of a name and never part of a mark.
  func leadIn(of prose: Int) -> Range<Int>? {
    let leaf = chapter.prose[prose]
    let start = leaf.text.lowerBound
    guard var end = phraseEnd(leaf.text) else { return nil }
    for _ in 0..<8 {
      guard let obstacle = obstacle(at: end, in: prose) else { break }
      // A name at the very start is taken whole, any other is left out.
      let isNear = obstacle.upperBound - start <= 48
      end = isNear ? obstacle.upperBound : trimmedEnd(start, obstacle.lowerBound)
    }
    guard end > start, end < leaf.text.upperBound, obstacle(at: end, in: prose) == nil else {
      return nil
    }
    return start..<end
  }

  /// A name or mark that reaches over an offset.
  private func obstacle(at offset: Int, in prose: Int) -> Range<Int>? {
    let mentions = publication.book.people.mentions[publication.mentionsOfChapter[index]]
    for mention in mentions where mention.prose == prose {
      if mention.range.lowerBound < offset, offset < mention.range.upperBound {
        return mention.range
      }
    }
    let leaf = chapter.prose[prose]
    for mark in chapter.marks[leaf.marks.clamped(to: 0..<chapter.marks.count)] {
      if mark.range.lowerBound > offset { break }
      // A mark around the whole paragraph holds the lead-in and is not split by it.
      if mark.range.lowerBound <= leaf.text.lowerBound, mark.range.upperBound > offset { continue }
      if mark.range.lowerBound < offset, offset < mark.range.upperBound { return mark.range }
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
    return nil
  }

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
