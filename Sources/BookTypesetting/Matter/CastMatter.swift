import BookModel

/// Drafts the people of the book, by what they are to the narrator.
struct CastMatter {
  let book: AnnotatedBook
  let design: PageDesign

  func section(_ title: String) -> BookSection {
    var matter = MatterDraft(design: design, title: title, anchor: "cast")
    matter.open(title)
    let style = matter.text
    for group in book.people.cast where !group.members.isEmpty {
      var heading = matter.paragraph(
        group.title, style.smallCapitals(.small, tracking: 60), role: .heading2, alignment: .left)
      heading.indent = 0
      var block = DraftBlock(.group([GroupPart(heading)]))
      block.above = 2
      block.staysWithNext = true
      matter.draft.blocks.append(block)
      for member in group.members { add(member, style, &matter) }
    }
    var section = BookSection(draft: matter.draft)
    section.anchor = "cast"
    section.heads = SectionHeads(verso: nil, recto: title)
    return section
  }

  private func add(
    _ member: CastGroup.Member, _ style: TextStyle, _ matter: inout MatterDraft
  ) {
    guard member.person >= 0, member.person < book.people.people.count else { return }
    let node = matter.draft.tree.add(.paragraph, to: matter.node)
    let first = matter.draft.store.tokens.count
    let name = book.people.people[member.person].display
    _ = matter.draft.tokens(name + (member.line.isEmpty ? "" : ","), style, node: node)
    if !member.line.isEmpty {
      matter.draft.store.tokens[matter.draft.store.tokens.count - 1].joint = .space
      _ = matter.draft.tokens(member.line, style.emphasised, node: node)
    }
    var paragraph = DraftParagraph(
      tokens: first..<matter.draft.store.tokens.count, node: node, leading: design.leading,
      size: style.size)
    paragraph.alignment = .left
    paragraph.indent = -design.size
    matter.draft.blocks.append(DraftBlock(.paragraph(paragraph)))
  }
}
