import BookDiagnostics
import BookLanguage
import BookModel

/// Where a paragraph's lines make a pipe table (GitHub Flavored Markdown, section 4.10).
struct TableLines {
  /// Text before the header row.
  var before: [Range<Int>]
  var header: [Range<Int>]
  var alignments: [Table.Alignment]
  var rows: [[Range<Int>]]
  var span: Range<Int>
}

extension ChapterReader {
  /// The rows of a paragraph that is a table, nil for any other.
  func tableLines(_ node: MarkdownNode) -> TableLines? {
    var cursor = cursor
    var lines: [Range<Int>] = []
    cursor.move(to: node)
    lines.append(cursor.position..<cursor.lineEnd)
    var delimiter: (line: Int, alignments: [Table.Alignment])?
    while cursor.line < node.endLine, cursor.nextLine() {
      lines.append(cursor.position..<cursor.lineEnd)
      if delimiter == nil, let alignments = alignments(cursor.position..<cursor.lineEnd),
        cells(lines[lines.count - 2]).count == alignments.count
      {
        delimiter = (lines.count - 1, alignments)
      }
    }
    guard let (line, alignments) = delimiter else { return nil }
    return TableLines(
      before: Array(lines[..<(line - 1)]), header: cells(lines[line - 1]), alignments: alignments,
      rows: lines[(line + 1)...].map(cells),
      span: lines[line - 1]
        .lowerBound..<max(lines[line - 1].upperBound, lines.last?.upperBound ?? 0))
  }

  /// The columns of a delimiter row, nil when it is none.
  private func alignments(_ line: Range<Int>) -> [Table.Alignment]? {
    guard !line.isEmpty, cursor.bytes[line].contains(0x7C),
      cursor.bytes[line].allSatisfy({
        $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0.isSpaceOrTab
      })
    else { return nil }
    var result: [Table.Alignment] = []
    for cell in cells(line) {
      let bytes = cursor.bytes[cell]
      let isLeft = bytes.first == 0x3A
      let isRight = bytes.count > 1 && bytes.last == 0x3A
      let dashes = bytes.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == 0x2D }) else { return nil }
      result.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
    }
    return result
  }

  /// A row cut at its pipes, blanks around the cells left out.
  private func cells(_ line: Range<Int>) -> [Range<Int>] {
    let bytes = cursor.bytes
    func trimmed(_ start: Int, _ end: Int) -> Range<Int> {
      var (start, end) = (start, end)
      while start < end, bytes[start].isSpaceOrTab { start += 1 }
      while end > start, bytes[end - 1].isSpaceOrTab { end -= 1 }
      return start..<end
    }
    let whole = trimmed(line.lowerBound, line.upperBound)
    var result: [Range<Int>] = []
    var start = whole.lowerBound
    var i = start
    if i < whole.upperBound, bytes[i] == 0x7C {
      start += 1
      i += 1
    }
    while i < whole.upperBound {
      if bytes[i] == 0x5C {
        i += 1
      } else if bytes[i] == 0x7C {
        result.append(trimmed(start, i))
        start = i + 1
      }
      i += 1
    }
    if start < whole.upperBound { result.append(trimmed(start, whole.upperBound)) }
    return result
  }

  mutating func readTable(_ node: MarkdownNode, _ table: TableLines, in frames: inout [Frame]) {
    if !table.before.isEmpty {
      beginParagraph()
      readFragment(table.before)
      if let index = endParagraph() {
        append(Block(.paragraph(index), span: span(node)), to: &frames)
      }
    }
    if place.note == nil { paragraphs += 1 }
    let header = table.header.map { readCell($0) }
    let columns = header.count
    let rows = table.rows.map { row in
      if columns > 1, row.count == 1, !hasBar(at: row[0]) {
        let delta = cursor.lines.delta(ofLine: cursor.lines.line(at: row[0].lowerBound))
        tally.add(
          .rowWithoutBars, at: self.span(row[0].lowerBound + delta, row[0].upperBound + delta))
      }
      return (0..<columns).map { column in
        // Cells that are missing are empty (GFM 4.10); those too many stand in the last, since no
        // word is lost.
        guard column == columns - 1, row.count > columns, let last = row.last else {
          return readCell(column < row.count ? row[column] : nil)
        }
        let first = row[column].lowerBound
        let delta = cursor.lines.delta(ofLine: cursor.lines.line(at: first))
        tally.add(
          .cellsBeyondHead, at: self.span(first + delta, last.upperBound + delta))
        return readCell(first..<last.upperBound)
      }
    }
    let delta = cursor.lines.delta(ofLine: cursor.lines.line(at: table.span.lowerBound))
    let span = span(table.span.lowerBound + delta, table.span.upperBound + delta)
    append(
      Block(
        .table(Table(alignments: table.alignments, header: header, rows: rows)), span: span),
      to: &frames)
  }

  /// Whether a row of one cell has a bar before or behind it.
  private func hasBar(at cell: Range<Int>) -> Bool {
    let line = cursor.lines.range(cursor.lines.line(at: cell.lowerBound), in: cursor.bytes)
    return cursor.bytes[line].contains(0x7C)
  }

  private mutating func readCell(_ range: Range<Int>?) -> Int {
    prose.beginLeaf()
    openQuotes = OpenQuotes(nests: quotes.marks.nests)
    if place.note == nil { place.paragraph = paragraphs }
    if let range, !range.isEmpty { readFragment([range]) }
    return endLeaf(identifier: nil)
  }
}
