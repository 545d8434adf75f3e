import BookModel

extension ChapterReader {
  /// Tells of three short lines and more that become one paragraph: verse, an address, talk.
  mutating func tellShortLines(_ paragraph: MarkdownNode) {
    let lines = paragraph.startLine...max(paragraph.startLine, paragraph.endLine)
    guard lines.count >= fewestShortLines, masked.hidden.lineBlocks[paragraph.startLine] == nil,
      !masked.verseLines.contains(paragraph.startLine)
    else { return }
    let areParagraphs = areParagraphs(lines)
    guard areParagraphs || areShort(lines) else { return }
    let start = cursor.lines.range(lines.lowerBound, in: cursor.bytes)
    let delta = cursor.lines.delta(ofLine: lines.lowerBound)
    tally.add(
      areParagraphs ? .paragraphsTogether : .listTogether,
      at: span(start.lowerBound + delta, start.upperBound + delta))
  }

  private func areShort(_ lines: ClosedRange<Int>) -> Bool {
    lines.allSatisfy { line in
      let words = shown(line)
      guard let first = words.first else { return false }
      return words.count <= longestShortLine
        && (first.isASCIILetter && first < 0x61 || first >= 0xC3 || first == 0x22)
        && !words.contains(0x7C) && !words.contains(where: Sentinel.isSentinel)
        && (line == lines.upperBound || !endsHard(line))
    }
  }

  /// Whether every line is a paragraph, as a word processor's text is pasted.
  ///
  /// Each ends a sentence and the next begins one, many hold several, and they are of any length. Of
  /// lines that an editor wraps few end with a sentence; who gives every sentence a line has one in
  /// each.
  private func areParagraphs(_ lines: ClosedRange<Int>) -> Bool {
    var lengths: [Int] = []
    var several = 0
    for line in lines {
      let words = shown(line)
      guard let first = words.first, !words.contains(where: Sentinel.isSentinel),
        first.isASCIILetter && first < 0x61 || first >= 0xC3 || first == 0x22 || first == 0xE2,
        line == lines.upperBound || endsSentence(words) && !endsHard(line)
      else { return false }
      if line < lines.upperBound { lengths.append(words.count) }
      if first == 0x22 || first == 0xE2 || holdsSentences(words) { several += 1 }
    }
    guard let longest = lengths.max(), let shortest = lengths.min(),
      longest > longestShortLine, several * 2 >= lines.count
    else { return false }
    return longest - shortest > spreadOfWrapped || longest > longestWrapped
  }

  private func endsSentence(_ words: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    // A mark of quotation or a bracket may stand behind the stop, in one byte or in three.
    var tail = words.suffix(5)
    while let last = tail.last, last == 0x22 || last == 0x27 || last == 0x29 || last >= 0x80 {
      tail.removeLast()
    }
    return tail.last.map { [0x2E, 0x21, 0x3F, 0x3A].contains($0) } ?? false
  }

  /// Whether a sentence ends within a line and another begins.
  private func holdsSentences(_ words: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var i = words.startIndex
    while i + 2 < words.endIndex {
      if [0x2E, 0x21, 0x3F].contains(words[i]), words[i + 1] == 0x20,
        words[i + 2].isASCIILetter && words[i + 2] < 0x61
      {
        return true
      }
      i += 1
    }
    return false
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
/// In bytes: lines that an editor wraps are nearly of one length, and no longer than this.
private let spreadOfWrapped = 30
private let longestWrapped = 120
