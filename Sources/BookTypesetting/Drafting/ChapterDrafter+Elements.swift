import BookLanguage
import BookModel

extension ChapterDrafter {
  /// Adds what stands in an element of HTML, set as the element asks.
  mutating func addElement(_ element: HTMLElement, _ blocks: [Block], depth: Int) {
    let outer = frame
    defer { frame = outer }
    apply(language: element)
    waitingNames += element.identifiers
    if let alignment = alignment(of: element) { frame.alignment = alignment }
    switch element.name {
    case "aside", "blockquote", "figure": addQuotation(blocks, depth: depth)
    case "table":
      addCaption(of: blocks)
      addTable(blocks, depth: depth)
    case "ul", "ol": addList(element, blocks, depth: depth)
    default: add(blocks, depth: depth + 1)
    }
  }

  /// Takes over the language and the direction that an element's attributes name.
  mutating func apply(language element: HTMLElement) {
    let tag = element.attributes.first { $0.name == "lang" || $0.name == "xml:lang" }?.value
    if let tag, let index = context.languages.firstIndex(of: tag) {
      frame.style.language = UInt8(clamping: index)
      frame.node = draft.tree.add(.division, to: frame.node)
      draft.tree[frame.node].language = UInt16(clamping: index)
      frame.isRightToLeft = Language.of(tag).isRightToLeft
    }
    switch element.attributes.first(where: { $0.name == "dir" })?.value.lowercased() {
    case "rtl": frame.isRightToLeft = true
    case "ltr": frame.isRightToLeft = false
    default: break
    }
  }

  /// What `align` or `text-align` says; left and right are those of the page.
  func alignment(of element: HTMLElement) -> LineAlignment? {
    var word = element.attributes.first { $0.name == "align" }?.value ?? ""
    if element.name == "center" { word = "center" }
    let style = element.attributes.first { $0.name == "style" }?.value ?? ""
    for rule in style.split(separator: ";") {
      let parts = rule.split(separator: ":").map { $0.filter { !$0.isWhitespace } }
      if parts.count == 2, parts[0] == "text-align" { word = parts[1] }
    }
    switch word.lowercased() {
    case "center": return .centre
    case "right": return frame.isRightToLeft ? .left : .right
    case "left": return frame.isRightToLeft ? .right : .left
    case "end": return .right
    case "start": return .left
    case "justify": return .justified
    default: return nil
    }
  }

  /// A list of HTML, whose items are elements.
  private mutating func addList(_ element: HTMLElement, _ blocks: [Block], depth: Int) {
    let items = blocks.compactMap { block -> [Block]? in
      guard case .element(let item, let content) = block.kind, item.name == "li" else { return nil }
      return content
    }
    guard items.count == blocks.count, !items.isEmpty, depth < Self.deepestList else {
      return add(blocks, depth: depth + 1)
    }
    let start = element.attributes.first { $0.name == "start" }.flatMap { Int($0.value) }
    addList(
      List(start: element.name == "ol" ? start ?? 1 : nil, isTight: true, items: items),
      depth: depth)
  }

  private static let deepestList = 12

  // MARK: Tables

  /// What a table is called, above it.
  private mutating func addCaption(of blocks: [Block]) {
    for case .element(let element, let content) in blocks.map(\.kind)
    where element.name == "caption" {
      let outer = frame
      frame.alignment = .centre
      frame.indent = 0
      frame.style = TextStyle(size: context.design.captions.size).emphasised
      frame.style.language = outer.style.language
      frame.leading = context.design.captions.leading
      frame.isOnGrid = false
      let count = draft.blocks.count
      add(content, depth: 1)
      frame = outer
      if draft.blocks.count > count {
        draft.blocks[count].above = max(draft.blocks[count].above, 2)
        for index in count..<draft.blocks.count { draft.blocks[index].staysWithNext = true }
      }
    }
  }

  /// The rows of a table in HTML, set as those in Markdown are.
  private mutating func addTable(_ blocks: [Block], depth: Int) {
    let node = draft.tree.add(.table, to: frame.node)
    let outer = frame
    defer { frame = outer }
    let found = Self.rows(in: blocks)
    openCells(columns: found.map(\.count).max() ?? 1)
    var rows: [[[DraftParagraph]]] = []
    var hasHeader = false
    for (number, cells) in found.enumerated() {
      let row = draft.tree.add(.tableRow, to: node)
      var drafted: [[DraftParagraph]] = []
      for (element, content) in cells {
        let isHead = element.name == "th"
        if number == 0, isHead { hasHeader = true }
        let cell = draft.tree.add(isHead ? .tableHeader : .tableCell, to: row)
        if isHead { draft.tree[cell].scope = number == 0 ? .column : .row }
        frame.alignment = alignment(of: element) ?? .left
        drafted.append(
          self.cell(
            pieces(content, depth: 0), style: isHead ? tableHeadStyle : tableStyle,
            node: cell))
      }
      if !drafted.isEmpty { rows.append(drafted) }
    }
    guard !rows.isEmpty else { return }
    var block = DraftBlock(.table(inFrame(DraftTable(rows: rows, hasHeader: hasHeader))))
    block.above = 2
    block.below = 2
    append(block)
    addWaitingNotes()
    isFresh = true
  }

  private static func rows(in blocks: [Block]) -> [[(HTMLElement, [Block])]] {
    blocks.flatMap { block -> [[(HTMLElement, [Block])]] in
      guard case .element(let element, let inner) = block.kind else { return [] }
      guard element.name == "tr" else { return rows(in: inner) }
      return [
        inner.compactMap { cell in
          guard case .element(let element, let content) = cell.kind,
            element.name == "td" || element.name == "th"
          else { return nil }
          return (element, content)
        }
      ]
    }
  }

  /// How the words of a table's head are set.
  var tableHeadStyle: TextStyle {
    let look = context.design.blocks.tableHead
    if look.isSmall { return inSmallCapitals(tableStyle) }
    return look.isItalic ? tableStyle.emphasised : tableStyle
  }

  /// How the words of tables are set.
  var tableStyle: TextStyle {
    var style = TextStyle(size: context.design.blocks.table)
    style.language = frame.style.language
    style.figures = .tabular
    style.isHyphenated = false
    return style
  }
}
