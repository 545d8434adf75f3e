import BookModel

extension ChapterDrafter {
  mutating func addDivision(_ division: Division, depth: Int) {
    switch division.kind {
    case .verse: addVerse(division)
    case .epigraph: addEpigraph(division, depth: depth)
    case .transcript: addTranscript(division, depth: depth)
    case .letter, .diary, .document: addDocument(division, depth: depth)
    case .recipe: addRecipe(division, depth: depth)
    case .plate: addPlate(division, depth: depth + 1)
    case .gallery: addGallery(division, depth: depth + 1)
    }
  }

  /// Letters, diary entries, documents: a line of date or place, then text standing in; what ends a
  /// letter is set off to the right.
  private mutating func addDocument(_ division: Division, depth: Int) {
    let blocks = context.design.blocks
    let look =
      switch division.kind {
      case .letter: blocks.letter
      case .diary: blocks.diary
      default: blocks.document
      }
    let isDocument = division.kind == .document
    setOff(.blockQuote, white: look) { frame in
      frame.left += look.indent
      frame.right += isDocument ? look.indent : 0
      frame.sideRule = isDocument ? blocks.sideRule : 0
      frame.style.size = look.size
    } _: { drafter in
      if let label = division.label {
        let date = division.kind == .letter ? blocks.letterDate : blocks.diaryDate
        drafter.addLabel(label, drafter.dressed(drafter.frame.style, as: date), date.alignment)
      }
      for run in division.runs { drafter.add(run.blocks, as: run.part, depth: depth + 1) }
    }
  }

  private mutating func add(_ blocks: ArraySlice<Block>, as part: LetterPart, depth: Int) {
    let outer = (frame.alignment, frame.style, frame.indent)
    defer { (frame.alignment, frame.style, frame.indent) = outer }
    switch part {
    case .body: return add(Array(blocks), depth: depth)
    case .address: frame.alignment = .left
    case .salutation: break
    case .closing: frame.alignment = .right
    case .signature:
      frame.alignment = context.design.blocks.signature.alignment
      frame.style = dressed(frame.style, as: context.design.blocks.signature)
    case .postscript: break
    }
    for block in blocks {
      isFresh = true
      if [.closing, .signature, .postscript].contains(part) { keepWithNext() }
      add([block], depth: depth)
    }
    // What begins a letter is part of it: its words go on as a new paragraph.
    isFresh = part == .address
    if part == .salutation || part == .address { keepWithNext() }
  }

  /// A style as a label of a block has it.
  private func dressed(_ style: TextStyle, as label: BlockStyles.Label) -> TextStyle {
    if label.isItalic { return style.emphasised.unhyphenated }
    return label.isSmall ? inSmallCapitals(style) : style.unhyphenated
  }

  /// Small capitals with the design's letter space.
  func inSmallCapitals(_ style: TextStyle) -> TextStyle {
    style.smallCapitals(tracking: context.design.smallCapitalsSpacing)
  }

  /// Holds the last block together with what follows it.
  private mutating func keepWithNext() {
    guard let last = draft.blocks.indices.last else { return }
    draft.blocks[last].staysWithNext = true
  }

  private mutating func addLabel(
    _ label: String, _ style: TextStyle, _ alignment: LineAlignment, staysWithNext: Bool = true
  ) {
    let node = draft.tree.add(.paragraph, to: frame.node)
    var paragraph = DraftParagraph(
      tokens: draft.tokens(label, style, node: node), node: node, leading: frame.leading,
      size: style.size)
    if paragraph.tokens.isEmpty { return }
    paragraph.left = frame.left
    paragraph.right = frame.right
    paragraph.alignment = alignment
    append(paragraph, staysWithNext: staysWithNext, least: 1)
    isFresh = true
  }

  private mutating func addEpigraph(_ division: Division, depth: Int) {
    let design = context.design
    let edge = frame.left
    let look = design.blocks.epigraph
    setOff(.blockQuote, white: look) { frame in
      frame.left += look.indent
      frame.alignment = .left
      frame.indent = 0
      frame.style.size = look.size
      if design.blocks.isEpigraphItalic { frame.style = frame.style.emphasised }
      frame.style.isHyphenated = false
    } _: { drafter in
      var blocks = division.blocks[...]
      let source = blocks.last.flatMap { drafter.names($0) ? blocks.popLast() : nil }
      drafter.add(Array(blocks), depth: depth + 1)
      // Where it comes from has the whole measure, to end with the words above it.
      drafter.frame.left = edge
      if let source { drafter.add([source], depth: depth + 1) }
      if let label = division.sourceLabel {
        drafter.keepWithNext()
        drafter.addLabel(
          label, drafter.sourceStyle, design.blocks.attribution.alignment, staysWithNext: false)
      }
    }
  }

  /// True for a paragraph that says where the words before it come from.
  private func names(_ block: Block) -> Bool {
    guard case .paragraph(let prose) = block.kind, prose < chapter.prose.count else { return false }
    return chapter.prose[prose].isSource
  }

  /// Of what names the source of the words in the frame.
  private var sourceStyle: TextStyle {
    var style = frame.style
    style.face = .roman
    return dressed(style, as: context.design.blocks.attribution)
  }

  /// A paragraph that says where the words before it come from, on the page of the last of them.
  mutating func addSource(_ prose: Int) {
    keepWithNext()
    let outer = frame
    frame.style = sourceStyle
    frame.alignment = context.design.blocks.attribution.alignment
    let node = draft.tree.add(.paragraph, to: frame.node)
    let paragraph = leaf(prose, style: frame.style, node: node)
    // The title of a work is told from its author by its slant alone.
    var title = frame.style.emphasised
    let number = draft.store.styles.number(title)
    (title.capitals, title.tracking) = (.plain, 0)
    let plain = draft.store.styles.number(title)
    for index in paragraph.tokens where draft.store.tokens[index].style == number {
      draft.store.dress(index, in: plain)
    }
    if !paragraph.tokens.isEmpty { append(paragraph, least: 1) }
    frame = outer
    isFresh = true
  }

  /// What it takes without signs, each line that goes on hanging; how it is done as any text.
  private mutating func addRecipe(_ division: Division, depth: Int) {
    setOff(.division, white: context.design.blocks.document) { frame in
      frame.hasSigns = false
      frame.isOnGrid = true
    } _: { drafter in
      drafter.addTitle(division.label)
      drafter.add(division.blocks, depth: depth + 1)
    }
  }

  /// The words behind `::: verse` or `::: recipe`: what it is called.
  private mutating func addTitle(_ label: String?) {
    guard let label else { return }
    let looks = context.design.sectionHeadings
    let isCentred = looks.indices.contains(1) && looks[1].isCentred
    addLabel(label, inSmallCapitals(frame.style), isCentred ? .centre : .left)
  }

  /// Pictures as large as the text, and what is drawn with signs: a family tree.
  private mutating func addPlate(_ plate: Division, depth: Int) {
    for part in plate.plateParts {
      switch part {
      case .block(let block): add([block], depth: depth)
      case .typed(let text, let caption, let credit):
        addTyped(text, caption: caption, credit: credit)
      }
    }
  }

  /// Speakers in small capitals, their words hanging.
  private mutating func addTranscript(_ division: Division, depth: Int) {
    let design = context.design
    setOff(.blockQuote, white: design.blocks.transcript) { frame in
      frame.left += design.blocks.transcript.indent
      frame.style.size = design.blocks.transcript.size
    } _: { drafter in
      if let label = division.label {
        drafter.addLabel(label, drafter.frame.style.emphasised.unhyphenated, .left)
      }
      for block in division.blocks {
        if case .paragraph(let prose) = block.kind, prose < drafter.chapter.prose.count {
          drafter.addSpeech(prose)
        } else {
          drafter.add([block], depth: depth + 1)
        }
      }
    }
  }

  private mutating func addSpeech(_ prose: Int) {
    let node = draft.tree.add(.paragraph, to: frame.node)
    var paragraph = leaf(prose, style: frame.style, node: node)
    if paragraph.tokens.isEmpty { return }
    paragraph.indent = -frame.style.size * context.design.blocks.hang
    let range = chapter.prose[prose].text
    let head = chapter.text[range].prefix(40)
    if context.design.blocks.isSpeakerSmall, let colon = head.firstIndex(of: 0x3A) {
      // Names typed in capitals throughout would else stay as tall as they are.
      let isTall = !head[..<colon].contains { $0 &- 0x61 < 26 }
      var style = frame.style.smallCapitals(isTall ? .allSmall : .small, tracking: 40)
      style.size = frame.style.size
      let number = draft.store.styles.number(style)
      for index in paragraph.tokens
      where draft.store.tokens[index].end <= colon + 1
        && draft.store.styles[draft.store.tokens[index].style] == frame.style
      {
        draft.store.dress(index, in: number)
      }
    }
    append(paragraph)
  }

  /// Verse: stanzas a half line apart, every line a line of its own, turn-overs hung deep.
  private mutating func addVerse(_ division: Division) {
    let design = context.design
    verses += 1
    let group = verses
    let look = design.blocks.verse
    setOff(.blockQuote, white: look) { frame in
      frame.alignment = .left
      frame.style.size = look.size
      frame.style.isHyphenated = false
      frame.left += look.indent
    } _: { drafter in
      drafter.addTitle(division.label)
      if division.label != nil { drafter.spaceAbove = design.blocks.stanzaSpace }
      for piece in drafter.pieces(division.blocks, depth: 0) {
        switch piece {
        case .leaf(let prose) where drafter.chapter.prose[prose].isSource: drafter.addSource(prose)
        case .leaf(let prose): drafter.addStanza(prose, group: group)
        case .figure(let figure): drafter.addFigure(figure)
        case .code(let text): drafter.addCode(text)
        }
        drafter.spaceAbove = design.blocks.stanzaSpace
      }
      drafter.spaceAbove = 0
    }
  }

  /// A paragraph whose every line the author ended: a stanza without a division's marks.
  mutating func addEndedLines(_ prose: Int) {
    let indent = context.design.indent * context.design.size
    setOff(.division) { frame in
      frame.alignment = .left
      frame.style.isHyphenated = false
      frame.left += indent
    } _: {
      $0.addStanza(prose, group: nil)
    }
  }

  /// True for four lines or more, each ended by the author and short enough for a line of verse.
  func endsItsLines(_ prose: Int) -> Bool {
    let prose = chapter.prose[prose]
    var start = prose.text.lowerBound
    var count = 1
    for mark in chapter.marks[prose.marks] {
      guard case .lineBreak = mark.kind else { continue }
      if mark.range.lowerBound - start > 90 { return false }
      start = mark.range.upperBound
      count += 1
    }
    return count >= 4 && prose.text.upperBound - start <= 90
  }

  /// A stanza; `group` is the number of its division, in which newlines end lines too.
  private mutating func addStanza(_ prose: Int, group: Int?) {
    let node = draft.tree.add(.paragraph, to: frame.node)
    var whole = leaf(prose, style: frame.style, node: node)
    let references = whole.noteReferences
    whole.noteReferences = []
    var lines: [Range<Int>] = []
    var start = whole.tokens.lowerBound
    for index in whole.tokens {
      let token = draft.store.tokens[index]
      let isLast = index == whole.tokens.upperBound - 1
      let ends =
        token.joint == .lineEnd || isLast
        || group != nil && hasLineEnd(after: index, in: prose)
      guard ends else { continue }
      draft.store.tokens[index].joint = .none
      lines.append(start..<(index + 1))
      start = index + 1
    }
    for (number, tokens) in lines.enumerated() {
      var line = whole
      line.tokens = tokens
      line.verseIndent = Float(blanks(before: tokens, in: prose)) * frame.style.size * verseBlank
      line.alignment = .left
      line.indent = -frame.style.size * context.design.blocks.turnover
      line.centredTogether = context.design.blocks.isVerseCentred ? group : nil
      line.continues = number < lines.count - 1
      line.noteReferences = references.filter { tokens.contains($0.token) }
      // A stanza stays whole; of a longer one no line stands alone at a page's head or foot.
      let isHeld = lines.count <= longestWholeStanza || number == 0 || number == lines.count - 2
      append(
        line, staysWithNext: isHeld && number < lines.count - 1, least: 1)
    }
  }

  /// How many blanks that do not break a line of verse begins with.
  private func blanks(before tokens: Range<Int>, in prose: Int) -> Int {
    guard let first = tokens.first else { return 0 }
    let start = chapter.prose[prose].text.lowerBound
    var i = placesOfSigns[first] ?? Int(draft.store.tokens[first].start)
    var count = 0
    while i - 2 >= start, chapter.text[i - 2] == 0xC2, chapter.text[i - 1] == 0xA0 {
      count += 1
      i -= 2
    }
    return count
  }

  private func hasLineEnd(after index: Int, in prose: Int) -> Bool {
    let tokens = draft.store.tokens
    var end = chapter.prose[prose].text.upperBound
    // A picture takes no bytes, nor does a sign that was added: the line ends behind it, not before.
    if index + 1 < tokens.count {
      let next = tokens[index + 1]
      if let place = placesOfSigns[index + 1] ?? (next.length == 0 ? Int(next.start) : nil) {
        end = min(end, place)
      }
    }
    var i = placesOfSigns[index] ?? tokens[index].end
    while i < end {
      let byte = chapter.text[i]
      if byte == 0x0A { return true }
      if byte != 0x20 && byte != 0x09 { return false }
      i += 1
    }
    return false
  }
}

/// Lines of a stanza that no page parts.
private let longestWholeStanza = 8

/// How wide a blank before a line of verse is, in its size: that of the blanks most faces have.
private let verseBlank: Float = 0.25
