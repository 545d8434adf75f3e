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
  /// By column: the paragraph whose entry is named again at its head, with "continued".
  var continued: [Int?] = []
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
    var isWithinEntry: Bool
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
      var filled = fill(items, from: place, height: height, leading)
      if filled.next >= items.count {
        filled = balance(items, from: place, height: height, leading)
      }
      page.columns = filled.columns
      page.continued = filled.continued
      place = max(filled.next, place + 1)
      pages.append(page)
    }
    return pages
  }

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
            staysWithNext: block.staysWithNext,
            isWithinEntry: !paragraph.draft.continued.isEmpty
              && (line > 0 || paragraph.draft.isSubentry)))
      }
    }
    return items
  }

  private struct Filled {
    var columns: [[ColumnPage.Line]] = []
    var continued: [Int?] = []
    var next: Int
  }

  /// As many lines as the columns hold; an entry that goes on in the next is named there again.
  private func fill(
    _ items: [Item], from start: Int, height: Float, _ leading: Float
  ) -> Filled {
    var filled = Filled(next: start)
    for number in 0..<count {
      let place = filled.next
      let isFirstOfAll = number == 0 && start == 0
      let isContinued = !isFirstOfAll && place < items.count && items[place].isWithinEntry
      let (column, next) = column(
        items, from: place, height: height, skip: isContinued ? leading : 0, leading)
      filled.columns.append(column)
      filled.continued.append(isContinued ? items[place].paragraph : nil)
      filled.next = next
    }
    return filled
  }

  private func column(
    _ items: [Item], from start: Int, height: Float, skip: Float, _ leading: Float
  ) -> ([ColumnPage.Line], Int) {
    var column: [ColumnPage.Line] = []
    var bottom: Float = skip
    var place = start
    while place < items.count {
      let item = items[place]
      let next = bottom + leading + (column.isEmpty ? 0 : item.above)
      if next > height + 0.01 { break }
      column.append(.init(paragraph: item.paragraph, line: item.line, bottom: next))
      bottom = next
      place += 1
    }
    // A letter never ends a column, however short, and a single turned-over line begins none but a
    // short one.
    while place < items.count, !column.isEmpty {
      let isLastLine = items[place].line > 0 && items[place].line == items[place].lines - 1
      guard items[place - 1].staysWithNext || isLastLine && column.count > Self.fewestLines else {
        break
      }
      column.removeLast()
      place -= 1
    }
    return (column, place)
  }

  /// Of a column: fewer are not given up for the next.
  private static let fewestLines = 3

  /// The last page: columns as equal as may be, the left one never the shorter.
  private func balance(
    _ items: [Item], from start: Int, height: Float, _ leading: Float
  ) -> Filled {
    var low = leading
    while low < height {
      let filled = fill(items, from: start, height: low, leading)
      if filled.next >= items.count { return filled }
      low += leading
    }
    return fill(items, from: start, height: height, leading)
  }
}
