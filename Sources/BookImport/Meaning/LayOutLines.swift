extension Manuscript {
  /// Lays the blocks out line by line: cuts paragraphs at page breaks and double line breaks, and
  /// takes tables apart that only arrange what is in them.
  mutating func layOutLines() {
    for block in document.blocks { layOut(block) }
  }

  private mutating func layOut(_ block: TypedBlock) {
    switch block {
    case .paragraph(let paragraph):
      let meaning = meaning(of: paragraph.styles)
      var paragraph = paragraph
      // Programs that know no style for a book's title base it on one for headings.
      if paragraph.styles.first == "title" { paragraph.outline = nil }
      for part in parts(of: paragraph) { lines.append(Line(part, styles: meaning)) }
    case .rule:
      var line = Line(TypedParagraph())
      line.role = .rule
      line.paragraph.place = lines.last?.paragraph.place ?? 0
      lines.append(line)
    case .table(let table): layOut(table)
    }
  }

  private mutating func meaning(of styles: [String]) -> StyleMeaning {
    if let known = styleMeanings[styles] { return known }
    let meaning = StyleMeaning(names: styles)
    styleMeanings[styles] = meaning
    return meaning
  }

  private mutating func layOut(_ table: TypedTable) {
    guard arranges(table) else {
      var line = Line(TypedParagraph())
      line.role = .table
      line.table = table
      line.paragraph.place = table.place
      lines.append(line)
      guesses.append(
        Guess(
          .table, "a table of \(table.rows.count) rows; its first row is its head",
          place: table.place))
      return
    }
    guesses.append(
      Guess(
        .table, "a table that only arranged what is in it is taken apart, cell after cell",
        place: table.place))
    for cell in table.rows.joined() {
      // Behind a table in a cell Word wants a paragraph, though nobody typed one.
      let words = cell.lastIndex { $0.holdsWordsOrPictures || $0 == .rule }
      for block in cell.prefix(words.map { $0 + 1 } ?? 0) { layOut(block) }
    }
  }

  /// Whether a table has one column, or cells that no row of a Markdown table can hold.
  private func arranges(_ table: TypedTable) -> Bool {
    let columns = table.rows.map { row in row.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0 }
    if columns.max() ?? 0 <= 1 { return true }
    let cells = table.rows.joined()
    return cells.contains { cell in
      let filled = cell.filter(\.holdsWords)
      let length = filled.reduce(0) { sum, block in
        if case .paragraph(let paragraph) = block { return sum + paragraph.text.count }
        return sum + Self.longestCell
      }
      return filled.count > 1 && length > Self.longestCell
    }
  }

  /// Characters of a cell of several paragraphs beyond which it is prose.
  private static let longestCell = 400

  /// A paragraph cut where a page, or an empty line within it, parts it.
  private func parts(of paragraph: TypedParagraph) -> [TypedParagraph] {
    var parts: [TypedParagraph] = []
    var part = paragraph
    part.runs = []
    var breaks = 0
    func finish(_ next: TypedParagraph.Break) {
      while part.runs.last?.content == .lineBreak { part.runs.removeLast() }
      let isFirst = parts.isEmpty
      // What stood alone before a page break is no empty line.
      if !(part.runs.isEmpty && next == .page) { parts.append(part) }
      let carried = part.runs.isEmpty && next == .page && isFirst ? part.breakBefore : .none
      part.runs = []
      part.breakBefore = max(next, carried)
      part.item = nil
    }
    for run in paragraph.runs {
      switch run.content {
      case .pageBreak:
        finish(.page)
        breaks = 0
      case .lineBreak:
        breaks += 1
        if !part.runs.isEmpty { part.runs.append(run) }
      case .text(let text) where text.allSatisfy(\.isWhitespace): part.runs.append(run)
      default:
        if breaks > 1 {
          finish(.none)
          // An empty line within a paragraph is one all the same.
          var empty = part
          empty.isRuled = false
          parts.append(empty)
        }
        breaks = 0
        part.runs.append(run)
      }
    }
    while part.runs.last?.content == .lineBreak { part.runs.removeLast() }
    // A page break at the end belongs to the paragraph that follows: an empty one carries it on.
    if !part.runs.isEmpty || parts.isEmpty || part.breakBefore != .none { parts.append(part) }
    return parts
  }
}
