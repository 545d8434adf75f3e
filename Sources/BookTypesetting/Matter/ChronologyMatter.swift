import BookModel

/// Drafts the chronology: the pictures drawn of it, then its rows.
struct ChronologyMatter {
  let outline: Outline
  let design: PageDesign
  let finder: PageFinder

  private var book: AnnotatedBook { outline.book }

  func section(_ title: String) -> BookSection {
    var matter = MatterDraft(design: design, title: title, anchor: "chronology")
    matter.open(title)
    addPlates(to: &matter)
    let years = book.time.chronology.years.filter { !$0.rows.isEmpty }
    let list = years.isEmpty ? -1 : matter.draft.tree.add(.list, to: matter.node)
    for year in years {
      for (number, row) in year.rows.enumerated() {
        add(row, of: year, isFirst: number == 0, list: list, to: &matter)
      }
    }
    var section = BookSection(draft: matter.draft)
    section.anchor = "chronology"
    section.heads = SectionHeads(verso: nil, recto: title)
    section.endsPart = true
    return section
  }

  /// Every sheet of every plate; the caption stands below the last.
  private func addPlates(to matter: inout MatterDraft) {
    // The joiner puts the sheets behind the book's own pictures.
    var source = book.book.images.count
    for plate in outline.plates {
      for (number, sheet) in plate.sheets.enumerated() {
        let node = matter.draft.tree.add(.figure, to: matter.node)
        matter.draft.tree[node].alternative = sheet.alternative
        var figure = DraftFigure(
          source: source, width: sheet.width, height: sheet.height, node: Int32(node))
        figure.extent = .plate
        figure.isBitmap = false
        figure.floats = false
        if number == plate.sheets.count - 1 {
          let caption = matter.draft.tree.add(.caption, to: matter.node)
          let style = matter.text.sized(design.captions.size).emphasised
          var words = DraftParagraph(
            tokens: matter.draft.tokens(plate.title, style, node: caption), node: caption,
            leading: design.captions.leading, size: design.captions.size)
          words.alignment = .centre
          figure.captions.append(words)
        }
        var block = DraftBlock(.figure([figure]))
        block.above = 2
        block.below = 2
        matter.draft.blocks.append(block)
        source += 1
      }
    }
  }

  private func add(
    _ row: Chronology.Row, of year: Chronology.Year, isFirst: Bool, list: Int,
    to matter: inout MatterDraft
  ) {
    let style = matter.text.sized(design.matter.chronology ?? design.size)
    let item = matter.draft.tree.add(.listItem, to: list)
    var label: HangingLabel?
    if isFirst {
      let element = matter.draft.tree.add(.label, to: item)
      var words = year.label
      if let age = year.age { words += " (\(age))" }
      label = HangingLabel(tokens: matter.draft.tokens(words, style, node: element), x: 0)
    }
    let node = matter.draft.tree.add(.listBody, to: item)
    let first = matter.draft.store.tokens.count
    if !row.when.isEmpty {
      _ = matter.draft.tokens(row.when + row.stop, style.emphasised, node: node)
      matter.draft.store.tokens[matter.draft.store.tokens.count - 1].joint = .space
    }
    _ = matter.draft.tokens(row.text, style, node: node)
    guard matter.draft.store.tokens.count > first else { return }
    var paragraph = DraftParagraph(
      tokens: first..<matter.draft.store.tokens.count, node: node, leading: design.leading,
      size: style.size)
    paragraph.alignment = .left
    let hang = design.matter.chronologyHang ?? design.size * Self.hang
    paragraph.left = year.age == nil ? hang : hang * 2
    paragraph.indent = -style.size
    paragraph.label = label
    if let target = target(of: row) {
      let reference = matter.draft.tree.add(.reference, to: node)
      let link = matter.draft.tree.add(.link, to: reference)
      matter.draft.links.append(
        DraftLink(
          node: Int32(link), target: .destination(target.destination), contents: target.page))
      paragraph.trailer = matter.draft.tokens(target.page, style, node: link)
    }
    var block = DraftBlock(.paragraph(paragraph))
    block.above = isFirst ? 1 : 0
    block.isOnGrid = false
    block.least = Self.unparted
    matter.draft.blocks.append(block)
  }

  /// How far in rows begin behind their year, in the size of running text.
  private static let hang: Float = 4

  /// Lines that a page must leave together: more than a row has, so that none is parted.
  private static let unparted = 20

  private func target(of row: Chronology.Row) -> PageFinder.Target? {
    guard book.time.events.indices.contains(row.event),
      let place = book.time.events[row.event].place
    else { return nil }
    return finder.target(of: place, in: outline)
  }
}
