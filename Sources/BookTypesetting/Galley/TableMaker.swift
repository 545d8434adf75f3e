/// How wide the columns of a table are, and how small its type must be to fit.
struct TableColumns {
  /// From edge to edge, in points.
  var widths: [Float]
  /// The size of the type beside that which the design wants.
  var scale: Float
  /// Between two columns.
  var gutter: Float

  /// Type is set no smaller than this part of its size to make a table fit.
  private static let smallest: Float = 0.72

  /// Divides a measure: every column has room for its longest word, and what is left goes to those
  /// that have most to say.
  ///
  /// - Parameters:
  ///   - words: the longest word of each column.
  ///   - lines: the longest cell of each column on one line.
  init(words: [Float], lines: [Float], measure: Float, gutter: Float) {
    let count = Float(words.count)
    self.gutter = gutter
    let least = words.reduce(0, +)
    var room = measure - gutter * (count - 1)
    var scale: Float = 1
    if least > room {
      // White gives way before type does.
      self.gutter = gutter / 2
      room = measure - self.gutter * (count - 1)
      scale = max(Self.smallest, min(1, room / max(1, least)))
    }
    self.scale = scale
    let size = scale
    let natural = lines.map { $0 * size }
    let narrow = words.map { $0 * size }
    if natural.reduce(0, +) <= room {
      widths = natural
      return
    }
    let spare = room - narrow.reduce(0, +)
    if spare >= 0 {
      let wanted = zip(natural, narrow).map { max(0, $0 - $1) }
      let all = max(0.01, wanted.reduce(0, +))
      widths = zip(narrow, wanted).map { $0 + spare * $1 / all }
    } else {
      // Words will be parted: the widest columns give way.
      widths = Self.shares(narrow, room: room)
    }
  }

  private static func shares(_ natural: [Float], room: Float) -> [Float] {
    var widths = natural
    var open = Set(natural.indices)
    var rest = room
    while !open.isEmpty {
      let fair = max(1, rest / Float(open.count))
      let small = open.filter { natural[$0] <= fair }
      if small.isEmpty {
        for column in open { widths[column] = fair }
        break
      }
      for column in small.sorted() { rest -= natural[column] }
      open.subtract(small)
    }
    return widths
  }
}

extension GalleyMaker {
  /// Rows of more lines than this may go on over a page.
  private static let linesOfOnePage = 8

  /// Sets a table row by row; its head row comes again at the head of every page that goes on with
  /// it.
  mutating func addTable(_ table: DraftTable, _ block: DraftBlock) {
    var rows = table.rows
    let count = rows.map(\.count).max() ?? 0
    guard count > 0 else { return }
    var words = [Float](repeating: design.size, count: count)
    var lines = words
    for row in rows {
      for (column, cell) in row.enumerated() {
        for part in cell {
          lines[column] = max(lines[column], setter.width(part.tokens) + Self.clearance)
          words[column] = max(words[column], setter.longestWord(part.tokens) + Self.clearance)
        }
      }
    }
    let left = table.inset?.left ?? 0
    let room = max(design.size, width - left - (table.inset?.right ?? 0))
    let columns = TableColumns(words: words, lines: lines, measure: room, gutter: design.size)
    if columns.scale < 1 { shrink(&rows, by: columns.scale) }
    let total = columns.widths.reduce(0, +) + columns.gutter * Float(count - 1)
    let start = left + max(0, (room - total) / 2)
    var head: Int?
    let first = galley.blocks.count
    for (number, row) in rows.enumerated() {
      var cells: [[DraftParagraph]] = []
      var x = start
      for (column, cell) in row.enumerated() {
        cells.append(
          cell.map { part in
            var part = part
            part.left = x
            part.right = max(0, width - x - columns.widths[column])
            return part
          })
        x += columns.widths[column] + columns.gutter
      }
      let isHead = number == 0 && table.hasHeader
      var item = DraftBlock(.group([]))
      item.above = number == 0 ? block.above : 0
      item.below = number == rows.count - 1 ? block.below : isHead ? 1 : 0
      let isFirst = number == (table.hasHeader ? 1 : 0)
      let isLow = cells.allSatisfy { $0.count <= 1 } && rows.count > 3
      item.staysWithNext = isHead || number == rows.count - 2 || isFirst && isLow
      item.isOnGrid = false
      let pieces = galley.blocks.count
      addRow(cells, item, head: head)
      for index in galley.blocks.indices[pieces...] { galley.blocks[index].inset = table.inset }
      if design.blocks.hasTableRules {
        if number == 0 { galley.blocks[first].linesAbove = true }
        if isHead || number == rows.count - 1 {
          galley.blocks[galley.blocks.count - 1].linesBelow = true
        }
      }
      if isHead, rows.count > 1 { head = galley.blocks.count - 1 }
    }
  }

  /// So that rounding parts no line that fits.
  private static let clearance: Float = 0.5

  /// A line of a cell, and how far below the head of its row it begins and ends.
  private struct CellLine {
    /// Index into the galley's paragraphs.
    var paragraph: Int
    var line: Int
    var top: Float
    var bottom: Float
  }

  /// One row: whole, or piece by piece where it is tall.
  private mutating func addRow(_ cells: [[DraftParagraph]], _ block: DraftBlock, head: Int?) {
    let numbers = cells.map { cell in cell.map { set($0, width: design.measure) } }
    let lines = numbers.map { self.lines(of: $0) }
    let height = lines.compactMap { $0.last?.bottom }.max() ?? 0
    let cuts = self.cuts(lines, height: height)
    var met = [Int](repeating: 0, count: lines.count)
    for (piece, (from, to)) in zip(cuts, cuts.dropFirst()).enumerated() {
      let isFirst = piece == 0
      let isLast = piece == cuts.count - 2
      var parts: [GroupedParagraph] = []
      var bottom: Float = 0
      let notes = galley.blocks.last?.notesAfter ?? 0
      var after = notes
      for column in lines.indices {
        if isFirst, lines[column].isEmpty {
          // A cell that says nothing is one none the less.
          parts += numbers[column].map { GroupedParagraph(paragraph: $0, top: 0, lines: 0..<0) }
        }
        while met[column] < lines[column].count {
          let first = lines[column][met[column]]
          guard first.bottom <= to + Self.rounding else { break }
          var last = first
          while met[column] < lines[column].count {
            let line = lines[column][met[column]]
            guard line.paragraph == first.paragraph, line.bottom <= to + Self.rounding else {
              break
            }
            last = line
            met[column] += 1
          }
          parts.append(
            GroupedParagraph(
              paragraph: first.paragraph, top: first.top - from,
              lines: first.line..<(last.line + 1)))
          bottom = max(bottom, last.bottom - from)
          let paragraph = galley.paragraphs[first.paragraph]
          let referred = Int(paragraph.variants[paragraph.best].lines[last.line].notes)
          for reference in paragraph.draft.noteReferences.prefix(referred) {
            after = max(after, reference.note + 1)
          }
        }
      }
      var item = GalleyBlock(content: .group(parts))
      item.height = units(bottom)
      item.above = isFirst ? block.above : 0
      item.below = isLast ? block.below : 0
      item.staysWithNext = isLast && block.staysWithNext
      item.isOnGrid = false
      item.repeats = head
      item.notesBefore = notes
      item.notesAfter = after
      galley.blocks.append(item)
    }
  }

  /// Points by which sums of leadings may differ.
  private static let rounding: Float = 0.02

  /// The lines of a cell's paragraphs, one below the other.
  private func lines(of cell: [Int]) -> [CellLine] {
    var lines: [CellLine] = []
    var top: Float = 0
    for number in cell {
      let paragraph = galley.paragraphs[number]
      let count = paragraph.variants.isEmpty ? 0 : paragraph.variants[paragraph.best].lines.count
      for line in 0..<count {
        let bottom = top + paragraph.draft.leading
        lines.append(CellLine(paragraph: number, line: line, top: top, bottom: bottom))
        top = bottom
      }
    }
    return lines
  }

  /// Where a row may be parted, its head and foot among them: nowhere but between lines of all its
  /// cells, and with two lines at either end, so that no line of it stands alone.
  private func cuts(_ cells: [[CellLine]], height: Float) -> [Float] {
    let leading = design.leading
    guard height > Float(Self.linesOfOnePage) * leading else { return [0, height] }
    func place(_ height: Float) -> Int { Int((height / Self.rounding).rounded()) }
    let ends = cells.map { Set($0.map { place($0.bottom) }) }
    let feet = cells.map { place($0.last?.bottom ?? 0) }
    let least = 2 * leading - Self.rounding
    var cuts: [Float] = [0]
    for end in Set(cells.flatMap { $0.map(\.bottom) }).sorted() + [height] {
      let isWithin = end >= least && end <= height - least
      let partsNoLine = zip(ends, feet).allSatisfy { $1 <= place(end) || $0.contains(place(end)) }
      let isNew = end > cuts[cuts.count - 1] + Self.rounding
      if isNew, end == height || isWithin && partsNoLine { cuts.append(end) }
    }
    return cuts
  }

  /// Sets all cells in smaller type.
  private mutating func shrink(_ rows: inout [[[DraftParagraph]]], by scale: Float) {
    for row in rows.indices {
      for column in rows[row].indices {
        for part in rows[row][column].indices {
          rows[row][column][part].size *= scale
          for token in rows[row][column][part].tokens {
            var style = setter.finder.store.styles[setter.finder.store.tokens[token].style]
            style.size *= scale
            style.raise *= scale
            let number = setter.finder.store.styles.number(style)
            setter.finder.store.tokens[token].style = number
          }
        }
      }
    }
    galley.draft.store = setter.finder.store
  }
}
