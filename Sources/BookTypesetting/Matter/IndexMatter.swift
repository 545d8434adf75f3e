import BookModel

/// Drafts the people index.
struct IndexMatter {
  let outline: Outline
  let design: PageDesign
  let printer: LocatorPrinter

  private var phrases: Phrasebook { outline.phrases }

  func section(_ title: String) -> BookSection {
    let groups = outline.book.people.index.groups
    var matter = MatterDraft(design: design, title: title, anchor: "index")
    matter.open(title)
    addHeadnote(to: &matter)
    let index = matter.draft.tree.add(.index, to: matter.node)
    var headings: [String: String] = [:]
    for entry in groups.flatMap(\.entries) { headings[entry.id] = entry.heading }
    let continued = matter.draft.tokens(
      "(\(phrases[.continued]))", style(matter).emphasised, node: -1)
    for (number, group) in groups.enumerated() {
      for (position, entry) in group.entries.enumerated() {
        add(
          entry, headings, to: &matter, index: index, continued: continued,
          opensGroup: position == 0 ? (group.letter, number > 0) : nil)
      }
    }
    var section = BookSection(draft: matter.draft)
    section.anchor = "index"
    section.columns = max(1, design.indexColumns)
    section.isColumnar = true
    section.heads = SectionHeads(verso: nil, recto: title)
    section.endsPart = true
    return section
  }

  // What the numbers are, and the signs that stand in this index.
  private func addHeadnote(to matter: inout MatterDraft) {
    let entries = outline.book.people.index.groups.flatMap(\.entries)
    let locators = entries.flatMap { $0.locators + $0.subentries.flatMap(\.locators) }
    var signs: [Phrasebook.Key] = []
    if locators.contains(where: { $0.note != nil }) { signs.append(.headnoteNote) }
    if locators.contains(where: \.isCaption) { signs.append(.headnoteCaption) }
    // Nobody needs to be told that numbers in an index are those of pages.
    guard !signs.isEmpty else { return }
    let node = matter.draft.tree.add(.paragraph, to: matter.node)
    var paragraph = line(
      matter.draft.tokens(
        phrases.headnote(.pagesHeadnote, signs), style(matter).emphasised, node: node), node)
    paragraph.indent = 0
    // It stands below the title, across the columns.
    guard let opening = matter.draft.blocks.indices.last,
      case .group(let parts) = matter.draft.blocks[opening].content
    else { return }
    let above = design.leading * Self.headnoteDistance
    matter.draft.blocks[opening].content = .group(parts + [GroupPart(paragraph, above: above)])
    matter.draft.blocks[opening].minimumHeight += Self.headnoteHeight
  }

  /// Lines of running text between the title and the headnote.
  private static let headnoteDistance: Float = 1
  /// Half lines that the headnote takes, with the white below it.
  private static let headnoteHeight = 2

  private func style(_ matter: MatterDraft) -> TextStyle {
    matter.text.sized(design.index.size)
  }

  private func add(
    _ entry: PeopleIndex.Entry, _ headings: [String: String], to matter: inout MatterDraft,
    index: Int, continued: Range<Int>, opensGroup: (letter: String, hasSpace: Bool)?
  ) {
    let style = style(matter)
    // The letter is read before the entry that it heads.
    let letter = opensGroup == nil ? nil : matter.draft.tree.add(.paragraph, to: index)
    let node = matter.draft.tree.add(.paragraph, to: index)
    matter.draft.anchors.append(DraftAnchor(node: Int32(node), name: entry.id))
    if let opensGroup, let letter {
      var paragraph = line(
        matter.draft.tokens(
          opensGroup.letter, style.smallCapitals(.allSmall, tracking: 80), node: letter), letter)
      paragraph.indent = 0
      var block = DraftBlock(.paragraph(paragraph))
      block.above = opensGroup.hasSpace ? 2 : 0
      block.staysWithNext = true
      if design.matter.hasIndexLetters { matter.draft.blocks.append(block) }
    }
    let first = matter.draft.store.tokens.count
    // Roles and dates after the name stay with it; the locators follow a comma.
    let locators = printer.printed(entry.locators, of: entry.person)
    let hasMore = !locators.isEmpty
    _ = matter.draft.tokens(
      entry.heading + (hasMore ? "," : entry.see.isEmpty ? "" : "."), style, node: node)
    let heading = first..<matter.draft.store.tokens.count
    append(locators, style, node, first: first, &matter)
    if !entry.see.isEmpty {
      refer(phrases.opening(.see), entry.see, headings, style, node, first: first, &matter)
    }
    if !entry.seeAlso.isEmpty {
      if hasMore { _ = matter.draft.sign(".", style, node: node) }
      refer(phrases.opening(.seeAlso), entry.seeAlso, headings, style, node, first: first, &matter)
    }
    var paragraph = line(first..<matter.draft.store.tokens.count, node)
    paragraph.continued = [heading, continued]
    var block = DraftBlock(.paragraph(paragraph))
    if !design.matter.hasIndexLetters, opensGroup?.hasSpace == true { block.above = 2 }
    // A heading alone at a column's foot would be named again at once.
    block.staysWithNext = !entry.subentries.isEmpty
    matter.draft.blocks.append(block)
    for subentry in entry.subentries {
      add(subentry, of: entry, to: &matter, index: index, continued: [heading, continued])
    }
  }

  private func add(
    _ subentry: PeopleIndex.Subentry, of entry: PeopleIndex.Entry, to matter: inout MatterDraft,
    index: Int, continued: [Range<Int>]
  ) {
    let style = style(matter)
    let node = matter.draft.tree.add(.paragraph, to: index)
    let first = matter.draft.store.tokens.count
    _ = matter.draft.tokens(outline.heading(of: subentry) + ",", style, node: node)
    append(printer.printed(subentry.locators, of: entry.person), style, node, first: first, &matter)
    var paragraph = line(first..<matter.draft.store.tokens.count, node)
    paragraph.left = design.matter.indexHang ?? design.index.size
    paragraph.continued = continued
    paragraph.isSubentry = true
    paragraph.indent = -(design.matter.indexTurnover ?? design.index.size * 2)
    matter.draft.blocks.append(DraftBlock(.paragraph(paragraph)))
  }

  /// An entry's lines: ragged, turn-overs hung deeper than sub-entries.
  private func line(_ tokens: Range<Int>, _ node: Int) -> DraftParagraph {
    var paragraph = DraftParagraph(
      tokens: tokens, node: node, leading: design.index.leading, size: design.index.size)
    paragraph.alignment = .left
    paragraph.indent = -(design.matter.indexTurnover ?? design.index.size * 2)
    return paragraph
  }

  private func append(
    _ locators: [PrintedLocator], _ style: TextStyle, _ node: Int, first: Int,
    _ matter: inout MatterDraft
  ) {
    for (number, locator) in locators.enumerated() {
      space(first, &matter)
      let reference = matter.draft.tree.add(.reference, to: node)
      let link = matter.draft.tree.add(.link, to: reference)
      matter.draft.links.append(
        DraftLink(
          node: Int32(link), target: .destination(locator.destination), contents: locator.text))
      let set = locator.isCaption ? style.emphasised : style
      _ = matter.draft.sign(locator.text, set, node: link)
      if number < locators.count - 1 {
        _ = matter.draft.sign(",", style, node: node)
      }
    }
  }

  private func space(_ first: Int, _ matter: inout MatterDraft) {
    let last = matter.draft.store.tokens.count - 1
    if last >= first { matter.draft.store.tokens[last].joint = .space }
  }

  private func refer(
    _ word: String, _ targets: [String], _ headings: [String: String], _ style: TextStyle,
    _ node: Int, first: Int, _ matter: inout MatterDraft
  ) {
    space(first, &matter)
    _ = matter.draft.tokens(word, style.emphasised, node: node)
    for (number, target) in targets.enumerated() {
      guard let heading = headings[target] else { continue }
      space(first, &matter)
      let link = matter.draft.tree.add(.link, to: node)
      matter.draft.links.append(
        DraftLink(node: Int32(link), target: .destination(target), contents: heading))
      _ = matter.draft.tokens(
        heading + (number < targets.count - 1 ? ";" : ""), style, node: link)
    }
  }
}
