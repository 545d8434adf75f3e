import BookModel

/// Drafts the contents.
struct ContentsMatter {
  let design: PageDesign

  /// A line of the contents.
  struct Entry: Sendable {
    var ordinal: String?
    var title: String
    var folio: String
    var destination: String
    var isPart: Bool
  }

  func section(_ entries: [Entry], title: String) -> BookSection {
    var matter = MatterDraft(design: design, title: title, anchor: "contents")
    // A line and a half each where that fits on a page, and closer to the title where it must.
    // A part has a line of white above it.
    let lines = entries.count + entries.dropFirst().reduce(0) { $0 + ($1.isPart ? 1 : 0) }
    let isLoose = lines * 2 + entries.count + 12 <= design.lines * 2
    let room = design.lines - lines
    matter.open(title, height: room >= 6 ? 12 : room == 3 ? 6 : 8)
    let list = matter.draft.tree.add(.contents, to: matter.node)
    let size = design.matter.contents ?? design.size
    let style = matter.text.sized(size)
    if design.contentsLeader == .dots {
      matter.draft.leaderDot = matter.draft.sign(".", style, node: -1)
    }
    let hasOrdinals = entries.contains { $0.ordinal != nil }
    for (number, entry) in entries.enumerated() {
      add(
        entry, list, style, hasOrdinals: hasOrdinals, isFirst: number == 0, isLoose: isLoose,
        &matter)
    }
    var section = BookSection(draft: matter.draft)
    section.numbering = .roman
    section.isBookmarkOnly = true
    section.anchor = "contents"
    section.heads = SectionHeads(verso: nil, recto: nil)
    return section
  }

  private func add(
    _ entry: Entry, _ list: Int, _ style: TextStyle, hasOrdinals: Bool, isFirst: Bool,
    isLoose: Bool, _ matter: inout MatterDraft
  ) {
    let item = matter.draft.tree.add(.contentsItem, to: list)
    let reference = matter.draft.tree.add(.reference, to: item)
    let link = matter.draft.tree.add(.link, to: reference)
    matter.draft.links.append(
      DraftLink(
        node: Int32(link), target: .destination(entry.destination),
        contents: "\(entry.title), \(entry.folio)"))
    var label: HangingLabel?
    let gutter = hasOrdinals ? design.size * 2.6 : 0
    if let ordinal = entry.ordinal {
      let small = style.smallCapitals(.allSmall, tracking: 50)
      label = HangingLabel(
        tokens: matter.draft.tokens(ordinal, small, node: link), x: design.size * 1.9,
        isFlushRight: true)
    }
    let part =
      design.matter.hasBoldParts ? style.strengthened : style.smallCapitals(.small, tracking: 60)
    let words = entry.isPart ? part : style
    var paragraph = DraftParagraph(
      tokens: matter.draft.tokens(entry.title, words, node: link), node: link,
      leading: design.leading, size: style.size)
    if paragraph.tokens.isEmpty { return }
    paragraph.alignment = .left
    paragraph.left = entry.isPart ? 0 : gutter
    paragraph.right = 0
    paragraph.indent = -style.size
    paragraph.label = label
    paragraph.isBesideLabels = !entry.isPart
    paragraph.continues = true
    paragraph.trailer = matter.draft.tokens(
      entry.folio, style.with(figures: style.figures), node: link)
    paragraph.hasLeader = design.contentsLeader == .dots && !entry.isPart
    var block = DraftBlock(.paragraph(paragraph))
    block.above = isFirst ? 0 : (entry.isPart ? 2 : 0) + (isLoose ? 1 : 0)
    block.staysWithNext = entry.isPart
    block.isOnGrid = false
    block.least = 3
    matter.draft.blocks.append(block)
  }
}
