import BookModel

/// Half title, title page, copyright page and the pages of parts.
struct TitleMatter {
  let book: Book
  let design: PageDesign
  let phrases: Phrasebook

  private var bare: SectionHeads { SectionHeads(hasFolio: false) }

  private func section(_ draft: Draft, anchor: String, isRecto: Bool) -> BookSection {
    BookSection(
      draft: draft, numbering: .roman, isRecto: isRecto, heads: bare, anchor: anchor)
  }

  /// The book's title alone.
  func halfTitle(_ title: String) -> BookSection {
    var matter = MatterDraft(
      design: design, title: title, anchor: "half-title")
    let style = matter.text.sized(design.size * 1.15).smallCapitals(.small, tracking: 90)
    let words = matter.paragraph(book.metadata.title, style, leading: design.leading * 1.5)
    matter.page([(words, Float(design.lines) * 0.26)])
    return section(matter.draft, anchor: "half-title", isRecto: true)
  }

  /// Title, subtitle, author; the publisher at the foot.
  func titlePage(_ title: String) -> BookSection {
    var matter = MatterDraft(
      design: design, title: title, anchor: "title-page")
    let lines = Float(design.lines)
    let size = min(30, max(20, design.opener.titleSize * 1.5))
    let text = matter.text
    let metadata = book.metadata
    var parts: [(paragraph: DraftParagraph, line: Float)] = []
    var line = lines * 0.2
    parts.append(
      (
        matter.paragraph(metadata.title, text.sized(size).asHead(in: design), leading: size * 1.2),
        line
      ))
    // Long titles take several lines; what follows keeps clear of four of them.
    let titleLines = Float(metadata.title.unicodeScalars.count) * size * 0.45 / design.measure
    line += (titleLines.rounded(.down) + 1) * size * 1.2 / design.leading + 1
    if let subtitle = metadata.subtitle {
      parts.append(
        (
          matter.paragraph(
            subtitle, text.sized(design.size * 1.2).emphasised, leading: design.leading * 1.25),
          line
        ))
      line += 3
    }
    let authors = metadata.authors.map(\.name)
    line = max(line + 1, lines * 0.42)
    for author in authors.prefix(6) {
      let style = text.sized(design.size * 1.2).smallCapitals(.small, tracking: 70)
      parts.append((matter.paragraph(author, style), line))
      line += 1.5
    }
    if let ornament = design.titleOrnament {
      var mark = DraftParagraph(
        tokens: matter.draft.tokens(ornament, text, node: -1), node: -1, leading: design.leading,
        size: design.size)
      mark.alignment = .centre
      parts.append((mark, line + 1.5))
    }
    if let publisher = metadata.publisher {
      let style = text.smallCapitals(.small, tracking: 60)
      parts.append((matter.paragraph(publisher, style), lines - 2))
    }
    matter.page(parts)
    return section(matter.draft, anchor: "title-page", isRecto: true)
  }

  /// Rights, publisher, identifiers, at the foot of the title page's back; where none are known,
  /// what the book is called.
  func copyrightPage(_ title: String) -> BookSection {
    var matter = MatterDraft(
      design: design, title: title, anchor: "copyright")
    let metadata = book.metadata
    let style = matter.text.sized(design.captions.size)
    var lines: [String] = []
    if let rights = metadata.rights { lines.append(rights) }
    if let publisher = metadata.publisher {
      let year = metadata.date.map { ", " + $0.text.prefix(4) } ?? ""
      lines.append("\(phrases[.published]) \(publisher)\(year)")
    } else if let date = metadata.date?.text, metadata.rights == nil,
      let author = metadata.authors.first
    {
      lines.append("© \(date.prefix(4)) \(author.name)")
    }
    if let series = metadata.series {
      lines.append(series.name + (series.position.map { " \($0)" } ?? ""))
    }
    if let isbn = metadata.isbn { lines.append("ISBN \(isbn)") }
    if lines.isEmpty {
      lines = [metadata.title + (metadata.subtitle.map { ": " + $0 } ?? "")]
    }
    let leading = design.captions.leading
    var parts: [GroupPart] = []
    for line in lines {
      var paragraph = matter.paragraph(line, style, leading: leading, alignment: .left)
      paragraph.right = design.measure * 0.15
      parts.append(GroupPart(paragraph, above: parts.isEmpty ? 0 : leading * 0.5))
    }
    // What stands at the foot: about so many lines, each perhaps broken once.
    let estimate = lines.reduce(Float(0)) {
      let width = Float($1.unicodeScalars.count) * design.captions.size * 0.45
      return $0 + ((width / (design.measure * 0.85)).rounded(.down) + 1.5) * leading
    }
    parts[0].top = max(0, Float(design.lines) * design.leading - estimate)
    matter.draft.blocks.append(DraftBlock(.group(parts)))
    return section(matter.draft, anchor: "copyright", isRecto: false)
  }

  /// The page on which a part's name stands.
  func part(_ title: String, anchor: String) -> BookSection {
    var matter = MatterDraft(design: design, title: title, anchor: anchor)
    var style = matter.text.sized(design.opener.titleSize * 1.1).asHead(in: design)
    if design.opener.titleStyle == .italic { style = style.emphasised }
    let heading = matter.paragraph(
      title, style, role: .heading1, leading: design.leading * 2)
    matter.page([(heading, Float(design.lines) * 0.3)])
    var section = section(matter.draft, anchor: anchor, isRecto: true)
    section.numbering = .arabic
    section.isPart = true
    return section
  }
}
