package import BookDiagnostics
package import BookModel

/// A plain text as a chapter without mark-up: paragraphs are what empty lines part.
///
/// Every byte of `text` stands for the same byte of the file, so that offsets need no map but one
/// segment a paragraph. For `bookc scan` on text files.
package func parsePlainText(_ bytes: [UInt8], source: SourceID) -> ParsedChapter {
  var chapter = ParsedChapter(source: source, header: ChapterHeader())
  var ordinal = 0
  for range in paragraphRanges(bytes) {
    ordinal += 1
    let start = chapter.text.count
    chapter.segments.append(SourceSegment(text: start, source: range.lowerBound))
    chapter.text.append(contentsOf: bytes[range])
    chapter.prose.append(
      Prose(
        text: start..<chapter.text.count, marks: 0..<0, zone: .body, section: -1,
        paragraph: ordinal, id: "p-\(ordinal)"))
    chapter.blocks.append(
      Block(
        .paragraph(ordinal - 1),
        span: SourceSpan(file: source, start: range.lowerBound, end: range.upperBound)))
    chapter.text.append(0x0A)
  }
  return chapter
}

/// The ranges between lines that hold nothing but white space.
private func paragraphRanges(_ bytes: [UInt8]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var start: Int?
  var end = 0
  var lineStart = 0
  while lineStart < bytes.count {
    var lineEnd = lineStart
    while lineEnd < bytes.count, bytes[lineEnd] != 0x0A { lineEnd += 1 }
    let isBlank = bytes[lineStart..<lineEnd].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    if isBlank {
      if let first = start { ranges.append(first..<end) }
      start = nil
    } else {
      if start == nil { start = lineStart }
      end = lineEnd
    }
    lineStart = lineEnd + 1
  }
  if let first = start { ranges.append(first..<end) }
  return ranges
}
