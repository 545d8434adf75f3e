import BookModel

extension ChapterDrafter {
  /// Runs `body` in a frame set off from the text by the white that a kind of block has, else by
  /// half a line above and below.
  mutating func setOff(
    _ role: StructureRole, white: BlockStyles.Block? = nil, _ change: (inout Frame) -> Void,
    _ body: (inout ChapterDrafter) -> Void
  ) {
    let outer = frame
    let node = draft.tree.add(role, to: outer.node)
    let isNested = !outer.isOnGrid
    frame.node = node
    frame.isOnGrid = false
    change(&frame)
    spaceAbove = max(spaceAbove, isNested ? 0 : white?.before ?? 1)
    isFresh = true
    let count = draft.blocks.count
    body(&self)
    if draft.blocks.count > count, !isNested {
      let last = draft.blocks.count - 1
      draft.blocks[last].below = max(draft.blocks[last].below, white?.after ?? 1)
    }
    frame = outer
    isFresh = true
  }

  private var step: Float { context.design.size * 1.5 }

  mutating func addQuotation(_ blocks: [Block], depth: Int) {
    let look = context.design.blocks.quotation
    setOff(.blockQuote, white: look) { frame in
      frame.left += look.indent
      frame.right += look.indent
      frame.style.size = look.size
    } _: {
      $0.add(blocks, depth: depth + 1)
    }
  }

  /// A list: signs hang at its left edge, items stand in.
  mutating func addList(_ list: List, depth: Int) {
    let step = step
    setOff(.list) { frame in
      frame.left += step
    } _: { drafter in
      if list.start != nil || drafter.frame.hasSigns {
        drafter.draft.tree[drafter.frame.node].listNumbering = list.start == nil ? .disc : .decimal
      }
      for (offset, item) in list.items.enumerated() {
        let sign = list.start.map { "\($0 &+ offset)." } ?? "•"
        if list.start == nil, !drafter.frame.hasSigns {
          drafter.addItem(item, hanging: step, depth: depth)
        } else {
          drafter.addItem(item, sign: sign, isNumber: list.start != nil, depth: depth)
        }
      }
    }
  }

  /// An item without a sign: its first line stands out to the list's edge.
  private mutating func addItem(_ blocks: [Block], hanging: Float, depth: Int) {
    let list = frame.node
    let item = draft.tree.add(.listItem, to: list)
    frame.node = draft.tree.add(.listBody, to: item)
    isFresh = true
    let count = draft.blocks.count
    add(blocks, depth: depth + 1)
    if draft.blocks.count > count, case .paragraph(var first) = draft.blocks[count].content {
      first.indent -= hanging
      first.alignment = .left
      draft.blocks[count].content = .paragraph(first)
    }
    frame.node = list
  }

  private mutating func addItem(_ blocks: [Block], sign: String, isNumber: Bool, depth: Int) {
    let list = frame.node
    let item = draft.tree.add(.listItem, to: list)
    let label = draft.tree.add(.label, to: item)
    let tokens = draft.tokens(sign, frame.style.unhyphenated, node: label)
    frame.node = draft.tree.add(.listBody, to: item)
    isFresh = true
    let count = draft.blocks.count
    add(blocks, depth: depth + 1)
    if draft.blocks.count > count, case .paragraph(var first) = draft.blocks[count].content,
      first.label == nil
    {
      first.label = HangingLabel(
        tokens: tokens, x: isNumber ? -frame.style.size * 0.4 : -frame.style.size,
        isFlushRight: isNumber)
      first.label?.x += first.left
      draft.blocks[count].content = .paragraph(first)
    } else {
      // Before a picture, a table or another list the sign has a line of its own.
      var paragraph = DraftParagraph(
        tokens: tokens, node: label, leading: frame.leading, size: frame.style.size)
      paragraph.left = frame.left - frame.style.size
      paragraph.right = frame.right
      paragraph.alignment = .left
      var block = DraftBlock(.paragraph(paragraph))
      block.staysWithNext = true
      draft.blocks.insert(block, at: count)
    }
    frame.node = list
  }

  /// Code keeps its lines and every blank in them; a line wider than the page goes on below, with a
  /// sign at its end.
  mutating func addCode(_ text: String) {
    let look = context.design.blocks.code
    setOff(.paragraph, white: look) { frame in
      frame.left += look.indent
      frame.alignment = .left
      frame.isRightToLeft = false
    } _: { drafter in
      let lines = drafter.codeLines(text, size: look.size, node: drafter.frame.node)
      for (number, line) in lines.enumerated() {
        guard var paragraph = line else {
          drafter.spaceAbove += drafter.draft.blocks.isEmpty ? 0 : 2
          continue
        }
        paragraph.continues = true
        // Short pieces stay together; longer ones part, but not after their first line.
        let isHeld = lines.count <= 10 ? number < lines.count - 2 : number == 0
        drafter.append(paragraph, staysWithNext: isHeld, least: 1)
      }
      drafter.spaceAbove = 0
    }
  }

  /// Something drawn with signs, as a family tree is: in the middle, its lines so close that what is
  /// drawn down the page joins, all on one page with the words below it.
  ///
  /// Its type is as much smaller as it must be for the widest line to fit; what no page holds is set
  /// as code.
  mutating func addTyped(_ text: String, caption: Int?, credit: Int?) {
    let design = context.design
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let widest = Float(max(1, lines.map(\.count).max() ?? 0)) * Self.letterOfCode
    let size = min(design.blocks.code.size, design.measure / widest)
    let height = Float(lines.count) * size * Self.leadingOfTyped
    guard size >= Self.leastTyped,
      height <= Float(design.lines) * design.leading * Self.mostOfPage
    else {
      addCode(text)
      for prose in [caption, credit].compactMap(\.self) { addParagraph(prose) }
      return
    }
    verses += 1
    let group = verses
    setOff(.division, white: design.blocks.code) { frame in
      frame.leading = size * Self.leadingOfTyped
    } _: { drafter in
      let drawn = drafter.codeLines(text, size: size, node: drafter.frame.node)
      var above: Float = 0
      var parts: [GroupPart] = []
      for line in drawn {
        guard var line else {
          above += drafter.frame.leading
          continue
        }
        line.continues = true
        line.centredTogether = group
        parts.append(GroupPart(line, above: above))
        above = 0
      }
      above = design.leading / 2
      for (prose, isCredit) in [(caption, false), (credit, true)] {
        if prose == nil { continue }
        let node = drafter.draft.tree.add(.paragraph, to: drafter.frame.node)
        guard var words = drafter.captionWords(prose, isCredit: isCredit, node: node) else {
          continue
        }
        words.continues = false
        parts.append(GroupPart(words, above: above))
        above = 0
      }
      if !parts.isEmpty { drafter.append(DraftBlock(.group(parts))) }
      drafter.addWaitingNotes()
    }
  }

  /// Of the size: a letter of a typewriter's face, 0.6 in nearly all of them.
  private static let letterOfCode: Float = 0.61
  /// Of the size: as high as faces draw the lines of boxes.
  private static let leadingOfTyped: Float = 1.16
  /// In points; a smaller one can hardly be read.
  private static let leastTyped: Float = 5
  /// Of a page, so that the words below a drawing have room.
  private static let mostOfPage: Float = 0.85

  /// The lines of code as paragraphs in the frame, nil for an empty one.
  mutating func codeLines(_ text: String, size: Float, node: Int) -> [DraftParagraph?] {
    var style = TextStyle(size: size)
    style.face = .code
    style.figures = .lining
    style.isHyphenated = false
    let node = draft.tree.add(.code, to: node)
    let mark = draft.sign(Self.turnMark, style, node: -1)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      var paragraph = DraftParagraph(
        tokens: draft.literal(line, style, node: node), node: node, leading: frame.leading,
        size: size)
      paragraph.alignment = .left
      paragraph.left = frame.left
      paragraph.isRightToLeft = false
      paragraph.turnMark = mark
      return paragraph.tokens.isEmpty ? nil : paragraph
    }
  }

  /// Ends a line of code that goes on below: a sign that every face has.
  private static let turnMark = "¬"

  mutating func addTable(_ table: Table) {
    let node = draft.tree.add(.table, to: frame.node)
    let style = tableStyle
    let outer = frame
    defer { frame = outer }
    openCells(columns: table.header.count)
    var rows: [[[DraftParagraph]]] = []
    for (number, cells) in ([table.header] + table.rows).enumerated() {
      let row = draft.tree.add(.tableRow, to: node)
      var drafted: [[DraftParagraph]] = []
      for (column, prose) in cells.enumerated() where prose < chapter.prose.count {
        let cell = draft.tree.add(number == 0 ? .tableHeader : .tableCell, to: row)
        if number == 0 { draft.tree[cell].scope = .column }
        let alignment = column < table.alignments.count ? table.alignments[column] : .none
        let isReversed = frame.isRightToLeft
        frame.alignment =
          switch alignment {
          case .center: .centre
          case .right: isReversed ? .left : .right
          case .left: isReversed ? .right : .left
          case .none: .left
          }
        drafted.append(
          self.cell([.leaf(prose)], style: number == 0 ? tableHeadStyle : style, node: cell))
      }
      rows.append(drafted)
    }
    var block = DraftBlock(.table(inFrame(DraftTable(rows: rows))))
    block.above = 2
    block.below = 2
    append(block)
    addWaitingNotes()
    isFresh = true
  }
}
