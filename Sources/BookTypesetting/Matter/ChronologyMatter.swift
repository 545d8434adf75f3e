import BookModel

/// Drafts the chronology.
struct ChronologyMatter {
  let book: AnnotatedBook
  let design: PageDesign
  let phrases: Phrasebook
  let finder: PageFinder

  func section() -> BookSection? {
    let chronology = book.time.chronology
    guard chronology.years.contains(where: { !$0.rows.isEmpty }) else { return nil }
    let title = phrases[.chronology]
    var matter = MatterDraft(design: design, title: title, anchor: "chronology")
    matter.open(title)
    let list = matter.draft.tree.add(.list, to: matter.node)
    for year in chronology.years {
      for (number, row) in year.rows.enumerated() {
        add(row, of: year, isFirst: number == 0, list: list, to: &matter)
      }
    }
    var section = BookSection(draft: matter.draft)
    section.title = title
    section.anchor = "chronology"
    section.heads = SectionHeads(verso: nil, recto: title)
    section.endsPart = true
    return section
  }

  private func add(
    _ row: Chronology.Row, of year: Chronology.Year, isFirst: Bool, list: Int,
    to matter: inout MatterDraft
  ) {
    let style = matter.text
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
      _ = matter.draft.tokens(row.when, style.emphasised, node: node)
      matter.draft.store.tokens[matter.draft.store.tokens.count - 1].joint = .space
    }
    _ = matter.draft.tokens(row.text, style, node: node)
    guard matter.draft.store.tokens.count > first else { return }
    var paragraph = DraftParagraph(
      tokens: first..<matter.draft.store.tokens.count, node: node, leading: design.leading,
      size: style.size)
    paragraph.alignment = .left
    paragraph.left = design.size * (year.age == nil ? 4 : 8)
    paragraph.indent = -design.size
    paragraph.label = label
    if let (page, destination) = page(of: row) {
      let reference = matter.draft.tree.add(.reference, to: node)
      let link = matter.draft.tree.add(.link, to: reference)
      matter.draft.links.append(
        DraftLink(node: Int32(link), target: .destination(destination), contents: page))
      paragraph.trailer = matter.draft.tokens(page, style, node: link)
    }
    var block = DraftBlock(.paragraph(paragraph))
    block.above = isFirst ? 1 : 0
    block.isOnGrid = false
    block.least = 1
    matter.draft.blocks.append(block)
  }

  private func page(of row: Chronology.Row) -> (String, String)? {
    guard row.event >= 0, row.event < book.time.events.count,
      let place = book.time.events[row.event].place, place.chapter < book.book.chapters.count,
      place.prose < book.book.chapters[place.chapter].prose.count,
      let page = finder.page(chapter: place.chapter, offset: place.range.lowerBound),
      let label = finder.label(page)
    else { return nil }
    let id = book.book.chapters[place.chapter].prose[place.prose].id
    return (label.text, "\(book.book.documentName(place.chapter)).\(id)")
  }
}
