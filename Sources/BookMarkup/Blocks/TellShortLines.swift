import BookModel

extension ChapterReader {
  /// Tells of three short lines and more that become one paragraph: verse, an address, talk.
  mutating func tellShortLines(_ paragraph: MarkdownNode) {
    let lines = paragraph.startLine...max(paragraph.startLine, paragraph.endLine)
    guard lines.count >= fewestShortLines, masked.hidden.lineBlocks[paragraph.startLine] == nil,
      !masked.verseLines.contains(paragraph.startLine)
    else { return }
    for line in lines {
      let words = shown(line)
      guard let first = words.first, words.count <= longestShortLine,
        first.isASCIILetter && first < 0x61 || first >= 0xC3 || first == 0x22,
        !words.contains(0x7C), !words.contains(where: Sentinel.isSentinel),
        line == lines.upperBound || !endsHard(line)
      else { return }
    }
    let start = cursor.lines.range(lines.lowerBound, in: cursor.bytes)
    let delta = cursor.lines.delta(ofLine: lines.lowerBound)
    tally.add(.listTogether, at: span(start.lowerBound + delta, start.upperBound + delta))
  }

  /// A line without the blanks at its ends and the signs of quotations.
  private func shown(_ line: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    let range = cursor.lines.range(line, in: cursor.bytes)
    return cursor.bytes[range.lowerBound..<cursor.bytes.trimmedEnd(range)].drop {
      $0.isSpaceOrTab || $0 == 0x3E
    }
  }

  /// Whether the end of a line is one of the page too (CommonMark 0.30 section 6.7, or HTML's).
  private func endsHard(_ line: Int) -> Bool {
    let range = cursor.lines.range(line, in: cursor.bytes)
    let end = cursor.bytes[range].suffix(2)
    return end.last == 0x5C || end.last == 0x3E || end.count == 2 && end.allSatisfy { $0 == 0x20 }
  }
}

/// In bytes; the lines of a text that an editor wraps are longer.
private let longestShortLine = 48
private let fewestShortLines = 3
