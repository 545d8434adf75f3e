/// A page whose lines run in columns.
struct ColumnPage: Sendable {
  /// A line of a paragraph, with how far down its bottom stands, in points.
  struct Line: Sendable {
    var paragraph: Int
    var line: Int
    var bottom: Float
  }
  /// What stands above the columns: the opening's block.
  var opening: Int?
  /// Where columns begin, in points from the top of the type area.
  var top: Float = 0
  var columns: [[Line]] = []
  /// Paragraph named again at the head of the first column, with "continued".
  var continued: Int?
}

/// Fills columns with the lines of a galley whose measure is that of a column.
struct ColumnBreaker {
  let galley: Galley
  let design: PageDesign
  let count: Int

  private struct Item {
    var paragraph: Int
    var line: Int
    var lines: Int
    var above: Float
    var staysWithNext: Bool
  }

  func pages() -> [ColumnPage] {
    let leading = design.index.leading
    let full = Float(design.lines) * design.leading
    let items = items(leading)
    var pages: [ColumnPage] = []
    var place = 0
    while place < items.count || pages.isEmpty {
      var page = ColumnPage()
      if pages.isEmpty, let first = galley.blocks.first, case .group = first.content {
        page.opening = 0
        page.top = Float(first.height) * design.leading / 2
      }
      let height = full - page.top
      let rest = fill(items, from: place, height: height, leading)
      if rest.next >= items.count {
        page.columns = balance(items, from: place, height: height, leading)
        place = items.count
      } else {
        page.columns = rest.columns
        place = max(rest.next, place + 1)
      }
      pages.append(page)
      if place < items.count, items[place].line > 0 { markContinued(items, place, &pages) }
    }
    return pages
  }

  private func markContinued(_ items: [Item], _ place: Int, _ pages: inout [ColumnPage]) {}

  private func items(_ leading: Float) -> [Item] {
    var items: [Item] = []
    for block in galley.blocks {
      guard case .lines(let number) = block.content else { continue }
      let paragraph = galley.paragraphs[number]
      let lines = paragraph.variants[paragraph.best].lines.count
      for line in 0..<lines {
        items.append(
          Item(
            paragraph: number, line: line, lines: lines,
            above: line == 0 ? Float(block.above) * leading / 2 : 0,
            staysWithNext: block.staysWithNext))
      }
    }
    return items
  }

  /// As many lines as the columns hold.
  private func fill(
    _ items: [Item], from start: Int, height: Float, _ leading: Float
  ) -> (columns: [[ColumnPage.Line]], next: Int) {
    var columns: [[ColumnPage.Line]] = []
    var place = start
    for _ in 0..<count {
      let (column, next) = column(items, from: place, height: height, leading)
      columns.append(column)
      place = next
    }
    return (columns, place)
  }

  private func column(
    _ items: [Item], from start: Int, height: Float, _ leading: Float
  ) -> ([ColumnPage.Line], Int) {
    var column: [ColumnPage.Line] = []
    var bottom: Float = 0
    var place = start
    while place < items.count {
      let item = items[place]
      let next = bottom + leading + (column.isEmpty ? 0 : item.above)
      if next > height + 0.01 { break }
      column.append(.init(paragraph: item.paragraph, line: item.line, bottom: next))
      bottom = next
      place += 1
    }
    // A letter never ends a column, and a single turned-over line never begins one.
    while place < items.count, column.count > 3,
      items[place - 1].staysWithNext
        || (items[place].line > 0 && items[place].line == items[place].lines - 1
          && items[place].lines > 2)
        || (items[place].line == 1 && items[place].lines == 2)
    {
      column.removeLast()
      place -= 1
    }
    return (column, place)
  }

  /// The last page: columns as equal as may be, the left one never the shorter.
  private func balance(
    _ items: [Item], from start: Int, height: Float, _ leading: Float
  ) -> [[ColumnPage.Line]] {
    var low = leading
    while low < height {
      let (columns, next) = fill(items, from: start, height: low, leading)
      if next >= items.count { return columns }
      low += leading
    }
    return fill(items, from: start, height: height, leading).columns
  }
}
