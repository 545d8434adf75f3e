package import BookDiagnostics
package import BookModel

/// A plain text as a chapter: paragraphs parted by blank lines, every byte as it stands.
package func parsePlainText(_ bytes: [UInt8], source: SourceID) -> ParsedChapter {
  var chapter = ParsedChapter(source: source, header: ChapterHeader())
  let text = checkSource(bytes, source: source).value ?? []
  chapter.text = text
  chapter.segments = [SourceSegment(text: 0, source: 0)]
  text.withUnsafeBufferPointer { buffer in
    let lines = SourceLines(buffer, delta: 0)
    var start: Int?
    var end = 0
    func finish() {
      guard let from = start else { return }
      start = nil
      let index = chapter.prose.count
      let range = min(from, end)..<end
      chapter.prose.append(
        Prose(
          text: range, marks: 0..<0, zone: .body, section: -1, paragraph: index + 1,
          id: "p-\(index + 1)"))
      chapter.wordCount += countWords(buffer[range])
      chapter.blocks.append(
        Block(
          .paragraph(index),
          span: SourceSpan(file: source, start: range.lowerBound, end: range.upperBound)))
    }
    for line in 0..<lines.count {
      let range = lines.range(line, in: buffer)
      if buffer[range].allSatisfy(\.isSpaceOrTab) {
        finish()
      } else {
        if start == nil { start = max(range.lowerBound, byteOrderMarkLength(text)) }
        end = range.upperBound
      }
    }
    finish()
  }
  return chapter
}
