import BookModel

/// Drafts the colophon that bookc adds to a book without one.
struct ColophonMatter {
  let colophon: Outline.Colophon
  let design: PageDesign

  func section(_ title: String) -> BookSection {
    var matter = MatterDraft(design: design, title: title, anchor: "colophon")
    matter.open(title)
    for words in [colophon.edition, colophon.revision].compactMap({ $0 }) {
      let alignment: LineAlignment = design.opener.isCentred ? .centre : .left
      matter.draft.blocks.append(
        DraftBlock(.paragraph(matter.paragraph(words, matter.text, alignment: alignment))))
    }
    var section = BookSection(draft: matter.draft)
    section.anchor = "colophon"
    section.heads = SectionHeads(verso: nil, recto: title)
    section.endsPart = true
    return section
  }
}
