import BookModel

/// Drafts the list of what was changed since an earlier revision, for proof readers.
struct ChangesMatter {
  let outline: Outline
  let design: PageDesign
  let finder: PageFinder

  func section(_ title: String) -> BookSection {
    var matter = MatterDraft(design: design, title: title, anchor: "changes")
    matter.open(title)
    for changed in outline.changeList {
      let document = outline.documents[outline.chapters[changed.chapter].document]
      addHeading(document.fullTitle, to: &matter)
      let list = matter.draft.tree.add(.list, to: matter.node)
      for passage in changed.passages { add(passage, list: list, to: &matter) }
    }
    var section = BookSection(draft: matter.draft)
    section.anchor = "changes"
    section.heads = SectionHeads(verso: nil, recto: title)
    section.endsPart = true
    return section
  }

  private func addHeading(_ title: String, to matter: inout MatterDraft) {
    var heading = matter.paragraph(
      title, matter.text.smallCapitals(.small, tracking: 60), role: .heading2, alignment: .left)
    heading.indent = 0
    var block = DraftBlock(.group([GroupPart(heading)]))
    block.above = 2
    block.staysWithNext = true
    matter.draft.blocks.append(block)
  }

  private func add(
    _ passage: ChangedChapter.Passage, list: Int, to matter: inout MatterDraft
  ) {
    let style = matter.text
    let item = matter.draft.tree.add(.listItem, to: list)
    let node = matter.draft.tree.add(.listBody, to: item)
    let first = matter.draft.store.tokens.count
    _ = matter.draft.tokens(passage.words, style, node: node)
    if matter.draft.store.tokens.count > first {
      matter.draft.store.tokens[matter.draft.store.tokens.count - 1].joint = .space
    }
    _ = matter.draft.tokens(
      "[\(outline.phrases[passage.kind.phrase])]", style.emphasised, node: node)
    var paragraph = DraftParagraph(
      tokens: first..<matter.draft.store.tokens.count, node: node, leading: design.leading,
      size: style.size)
    paragraph.alignment = .left
    paragraph.indent = -design.size
    if let place = passage.place, let target = finder.target(of: place, in: outline) {
      let reference = matter.draft.tree.add(.reference, to: node)
      let link = matter.draft.tree.add(.link, to: reference)
      matter.draft.links.append(
        DraftLink(
          node: Int32(link), target: .destination(target.destination), contents: target.page))
      paragraph.trailer = matter.draft.tokens(target.page, style, node: link)
    }
    matter.draft.blocks.append(DraftBlock(.paragraph(paragraph)))
  }
}
