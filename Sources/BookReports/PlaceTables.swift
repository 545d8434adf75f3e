package import BookDiagnostics
package import BookModel

/// Line tables of the chapters' files that a report speaks of, made once for it.
package struct PlaceTables {
  private let book: Book
  private let tables: [Int: LineTable]

  /// The tables of some chapters of a book.
  package init(_ book: Book, for chapters: some Sequence<Int>) {
    self.book = book
    tables = Dictionary(
      Set(chapters).map { ($0, LineTable(book.sources[book.chapters[$0].source].bytes)) }
    ) { first, _ in first }
  }

  /// Writes file, line, column, endColumn and, if asked, start and end of a range of a chapter.
  func write(_ chapter: Int, _ range: Range<Int>, offsets: Bool, _ json: inout JSONWriter) {
    let span = book.chapters[chapter].span(range)
    let table = tables[chapter] ?? LineTable(book.sources[span.file].bytes)
    let start = table.position(Int(span.start))
    let end = table.position(Int(span.end))
    json.key("file")
    json.string(book.sources[span.file].path)
    json.key("line")
    json.integer(start.line)
    json.key("column")
    json.integer(start.column)
    json.key("endColumn")
    json.integer(end.line == start.line ? end.column : start.column + 1)
    if offsets { writeOffsets(span, table, &json) }
  }

  /// Writes start and end alone of a range of a chapter.
  package func writeOffsets(_ chapter: Int, _ range: Range<Int>, _ json: inout JSONWriter) {
    let span = book.chapters[chapter].span(range)
    writeOffsets(span, tables[chapter] ?? LineTable(book.sources[span.file].bytes), &json)
  }

  private func writeOffsets(_ span: SourceSpan, _ table: LineTable, _ json: inout JSONWriter) {
    json.key("start")
    json.integer(table.scalarOffset(Int(span.start)))
    json.key("end")
    json.integer(table.scalarOffset(Int(span.end)))
  }

  /// The words of a range on one line.
  func words(_ chapter: Int, _ range: Range<Int>) -> String {
    String(
      decoding: book.chapters[chapter].text[range].map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }
}
