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
    if let ordinal = chapter.header.ordinal {
      var style = TextStyle(size: design.opener.numberSize).unhyphenated
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
    let style = headingStyle(design.opener.titleStyle, size: size)
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
  private func printed(_ ordinal: String) -> String {
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
    var style = headingStyle(look.style, size: level == 1 ? size * 1.2 : size)
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

  /// The large letter and the small capitals with which a chapter's text begins.
  mutating func open(_ paragraph: inout DraftParagraph, prose: Int) {
    let design = context.design
    paragraph.indent = 0
    guard frame.left == 0, let first = paragraph.tokens.first else { return }
    let token = draft.store.tokens[first]
    guard token.length > 0 else { return }
    let letter = draft.store.text[Int(token.start)]
    let isPlain = draft.store.styles[token.style].face == .roman
    guard isPlain, letter &- 0x41 < 26 || letter >= 0xC3 else { return }
    if design.opener.hasLeadIn { leadIn(paragraph.tokens) }
    guard design.opener.dropCapLines > 1, letter &- 0x41 < 26 else { return }
    if split(at: first) {
      paragraph.noteReferences = paragraph.noteReferences.map {
        DraftReference(token: $0.token + 1, note: $0.note)
      }
    }
    paragraph.tokens = (first + 1)..<draft.store.tokens.count
    if paragraph.tokens.isEmpty {
      paragraph.tokens = first..<draft.store.tokens.count
      return
    }
    paragraph.dropCap = DropCap(token: first, lines: design.opener.dropCapLines)
  }

  /// Parts a token after its first letter, which shifts those after it; false for a word of one
  /// letter.
  private mutating func split(at index: Int) -> Bool {
    var token = draft.store.tokens[index]
    if token.length <= 1 { return false }
    var rest = token
    rest.start += 1
    rest.length -= 1
    let key = draft.store.styles[rest.style].key
    let range = Int(rest.start)..<rest.end
    token.length = 1
    token.joint = .none
    let plain = draft.store.styles.number(frame.style)
    token.style = plain
    let letter = Int(token.start)..<token.end
    let plainKey = draft.store.styles[plain].key
    draft.store.text.withUnsafeBufferPointer { text in
      rest.word = draft.store.words.number(UnsafeBufferPointer(rebasing: text[range]), key)
      token.word = draft.store.words.number(UnsafeBufferPointer(rebasing: text[letter]), plainKey)
    }
    draft.store.tokens[index] = token
    draft.store.tokens.insert(rest, at: index + 1)
    return true
  }

  /// Sets the first phrase in small capitals: to the first stop or four words, whole names only.
  private mutating func leadIn(_ tokens: Range<Int>) {
    var end = tokens.lowerBound
    var letters = 0
    while end < tokens.upperBound {
      let token = draft.store.tokens[end]
      guard draft.store.styles[token.style] == frame.style else { break }
      letters += Int(token.length)
      end += 1
      let last = draft.store.text[token.end - 1]
      if last == 0x2C || last == 0x3B || last == 0x2E || last == 0x3A { break }
      let isInName = names.contains { $0.contains(token.end) }
      if token.joint == .space, !isInName, end - tokens.lowerBound >= 3 || letters >= 14 { break }
    }
    var style = frame.style
    style.capitals = .small
    style.tracking = 30
    style.isHyphenated = false
    let number = draft.store.styles.number(style)
    for index in tokens.lowerBound..<end { draft.store.dress(index, in: number) }
  }

  /// A heading's style.
  func headingStyle(_ kind: PageDesign.HeadingStyle, size: Float) -> TextStyle {
    var style = TextStyle(size: size).unhyphenated
    switch kind {
    case .roman: break
    case .italic: style.face = .italic
    case .bold: style.face = .bold
    case .smallCapitals: style = style.smallCapitals(.small, tracking: 60)
    }
    return style
  }
}
