import BookModel

extension ChapterDrafter {
  /// The chapter's number and title, sunk into the page; returns the blocks after the title.
  mutating func openChapter(_ blocks: ArraySlice<Block>) -> ArraySlice<Block> {
    let design = context.design
    let heading = chapter.openingHeading
    let rest = heading == nil ? blocks : blocks.dropFirst()
    guard heading != nil || chapter.header.title != nil || chapter.header.ordinal != nil else {
      addSink([])
      return rest
    }
    let node = draft.tree.add(.heading1, to: frame.node)
    var parts: [GroupPart] = []
    let alignment: LineAlignment = design.opener.isCentred ? .centre : .left
    if let ordinal = chapter.header.ordinal, design.opener.numberKind != .none {
      var style = TextStyle(size: design.opener.numberSize).unhyphenated.asHead(in: context.design)
      if design.opener.numberIsSmallCapitals { style.capitals = .allSmall }
      style.tracking = design.opener.numberSpacing
      var number = DraftParagraph(
        tokens: draft.tokens(printed(ordinal), style, node: node),
        node: node, leading: design.leading, size: design.opener.numberSize)
      number.alignment = alignment
      number.continues = true
      parts.append(GroupPart(number))
    }
    let size = design.opener.titleSize
    let leading = max(size, design.opener.titleLeading)
    let style = headingStyle(
      design.opener.titleStyle, size: size, spacing: design.opener.titleSpacing)
    var title: DraftParagraph
    if let heading {
      title = leaf(heading.prose, style: style, node: node)
      addSectionAnchor(heading.section, node: node)
    } else {
      title = DraftParagraph(
        tokens: draft.tokens(chapter.header.title ?? "", style, node: node), node: node,
        leading: leading, size: size)
    }
    title.leading = leading
    title.size = size
    title.alignment = alignment
    if alignment == .centre {
      title.left += design.measure * 0.08
      title.right += design.measure * 0.08
    }
    if !title.tokens.isEmpty {
      parts.append(
        GroupPart(
          title, above: parts.isEmpty ? 0 : design.leading * Float(design.opener.between) / 2))
    }
    addSink(parts)
    return rest
  }

  /// The chapter's number, with the theme's word before a bare figure.
  private func printed(_ given: String) -> String {
    let ordinal = context.design.opener.numberKind.written(given)
    guard let label = context.design.opener.numberLabel,
      ordinal.utf8.allSatisfy({ $0 &- 0x30 < 10 || "IVXLCDMivxlcdm".utf8.contains($0) })
    else { return ordinal }
    return "\(label) \(ordinal)"
  }

  /// Puts the opening's lines below the sink, with the white below them that the theme wants.
  private mutating func addSink(_ parts: [GroupPart]) {
    let design = context.design
    let lines = max(0, Int((Float(design.lines) * design.opener.sink).rounded()))
    var parts = parts
    if !parts.isEmpty { parts[0].top = Float(lines) * design.leading }
    var block = DraftBlock(.group(parts))
    if parts.isEmpty {
      block.minimumHeight = max(2, lines * 2)
    } else {
      block.below = design.opener.after
    }
    block.staysWithNext = true
    block.rule = parts.isEmpty ? nil : design.opener.rule
    append(block)
    addWaitingNotes()
    isFresh = true
  }

  /// A page of its own for a dedication or an epigraph.
  mutating func openDisplayPage() {
    let design = context.design
    frame.alignment = .centre
    frame.indent = 0
    frame.left = design.measure * 0.12
    frame.right = design.measure * 0.12
    frame.style.isHyphenated = false
    if chapter.header.role == .dedication { frame.style = frame.style.emphasised }
    var block = DraftBlock(.group([]))
    block.minimumHeight = max(2, Int(Float(design.lines) * 0.3)) * 2
    block.staysWithNext = true
    append(block)
  }

  /// A heading within the chapter.
  mutating func addHeading(level: Int, prose: Int, section: Int) {
    guard prose < chapter.prose.count else { return }
    let design = context.design
    let rank = context.outline.chapters[number].ranks[section]
    let node = draft.tree.add(.heading(rank), to: frame.node)
    addSectionAnchor(section, node: node)
    let look = design.sectionHeadings[min(max(0, level - 2), design.sectionHeadings.count - 1)]
    let size = look.size > 0 ? look.size : design.size
    var style = headingStyle(
      look.style, size: level == 1 ? size * 1.2 : size, spacing: look.spacing)
    style.figures = design.oldStyleFigures ? .oldStyle : .lining
    var paragraph = leaf(prose, style: style, node: node)
    if paragraph.tokens.isEmpty { return }
    paragraph.alignment = look.isCentred ? .centre : .left
    paragraph.leading = max(
      design.leading,
      (style.size * 1.2 / design.leading * 2).rounded(.up)
        * design.leading / 2)
    var block = DraftBlock(.group([GroupPart(paragraph)]))
    block.above = look.before
    block.below = look.after
    block.staysWithNext = true
    append(block)
    addWaitingNotes()
    isFresh = true
  }

  private mutating func addSectionAnchor(_ section: Int, node: Int) {
    guard section >= 0, section < chapter.sections.count else { return }
    draft.anchors.append(
      DraftAnchor(node: Int32(node), name: "\(name).\(chapter.sections[section].id)"))
  }

  /// A heading's style.
  func headingStyle(
    _ kind: PageDesign.HeadingStyle, size: Float, spacing: Float? = nil
  ) -> TextStyle {
    var style = TextStyle(size: size).unhyphenated.asHead(in: context.design)
    switch kind {
    case .roman: break
    case .italic: style = style.emphasised
    case .bold: style = style.strengthened
    case .smallCapitals: style = style.smallCapitals(.small, tracking: 60)
    }
    if let spacing { style.tracking = spacing }
    return style
  }
}

extension PageDesign.Opener.NumberKind {
  /// A chapter's number written so; words stay as they are.
  func written(_ ordinal: String) -> String {
    switch self {
    case .asGiven, .none: return ordinal
    case .figures: return romanValue(ordinal).map(String.init) ?? ordinal
    case .roman: return Int(ordinal).map(romanNumeral)?.uppercased() ?? ordinal
    }
  }

  /// The value of a Roman number in capitals; nil for other words.
  private func romanValue(_ text: String) -> Int? {
    (1...Self.mostChapters).first { romanNumeral($0).uppercased() == text.uppercased() }
  }

  private static let mostChapters = 400
}
