import BookModel

extension ChapterDrafter {
  /// The words of one leaf as a paragraph in the frame that holds.
  mutating func leaf(
    _ index: Int, style: TextStyle, node: Int, range: Range<Int>? = nil, marks: Range<Int>? = nil
  ) -> DraftParagraph {
    let prose = chapter.prose[index]
    let first = draft.store.tokens.count
    let marks = marks ?? prose.marks
    var walker = MarkWalker(
      marks: chapter.marks, next: marks.lowerBound, end: marks.upperBound)
    var references: [DraftReference] = []
    walk(range ?? prose.text, &walker, style: style, node: node, first: first, &references)
    trimEnd(first)
    var paragraph = DraftParagraph(
      tokens: first..<draft.store.tokens.count, node: node, leading: frame.leading,
      size: style.size)
    paragraph.left = frame.left
    paragraph.right = frame.right
    paragraph.alignment = frame.alignment
    paragraph.noteReferences = references
    paragraph.prose = Int32(index)
    if !prose.id.isEmpty {
      draft.anchors.append(DraftAnchor(node: Int32(node), name: "\(name).\(prose.id)"))
    }
    return paragraph
  }

  private mutating func trimEnd(_ first: Int) {
    let last = draft.store.tokens.count - 1
    if last >= first { draft.store.tokens[last].joint = .none }
  }

  /// Marks that hold at a place, innermost last.
  private struct OpenMark {
    var end: Int
    var style: TextStyle
    var node: Int
  }

  struct MarkWalker {
    let marks: [Mark]
    var next: Int
    let end: Int
  }

  private mutating func walk(
    _ range: Range<Int>, _ walker: inout MarkWalker, style: TextStyle, node: Int, first: Int,
    _ references: inout [DraftReference]
  ) {
    var open: [OpenMark] = []
    var place = range.lowerBound
    while walker.next < walker.end, walker.marks[walker.next].range.lowerBound < place {
      walker.next += 1
    }
    while place <= range.upperBound {
      while let last = open.last, last.end <= place { open.removeLast() }
      var boundary = min(open.last?.end ?? range.upperBound, range.upperBound)
      var mark: Mark?
      if walker.next < walker.end, walker.marks[walker.next].range.lowerBound <= boundary {
        let found = walker.marks[walker.next]
        mark = found
        boundary = max(place, found.range.lowerBound)
      }
      let current = open.last ?? OpenMark(end: 0, style: style, node: node)
      if place < boundary {
        let number = draft.store.styles.number(current.style)
        BoxCutter.append(
          place..<min(boundary, range.upperBound), style: number, node: current.node,
          to: &draft.store, from: first)
        place = boundary
      }
      guard let mark else {
        if boundary >= range.upperBound { break }
        continue
      }
      walker.next += 1
      if mark.range.lowerBound >= range.upperBound, !mark.range.isEmpty { break }
      apply(mark, current, first: first, &open, &place, &references)
    }
  }

  private mutating func apply(
    _ mark: Mark, _ current: OpenMark, first: Int, _ open: inout [OpenMark], _ place: inout Int,
    _ references: inout [DraftReference]
  ) {
    var inner = OpenMark(end: mark.range.upperBound, style: current.style, node: current.node)
    switch mark.kind {
    case .emphasis: inner.style = current.style.emphasised
    case .strong: inner.style = current.style.strengthened
    case .code: inner.style = codeStyle(current.style)
    case .link(let destination, _):
      inner.node = addLink(destination, saying: chapter.string(mark.range), current.node)
    case .image(let image):
      addInline(
        image, at: mark.range.lowerBound, style: current.style, node: current.node, after: first)
      return
    case .lineBreak:
      if draft.store.tokens.count > first {
        draft.store.tokens[draft.store.tokens.count - 1].joint = .lineEnd
      }
      place = max(place, mark.range.upperBound)
      return
    case .noteReference(let note):
      addReference(to: note, style: current.style, node: current.node, &references)
      return
    case .element(let element): apply(element, to: &inner, parent: current.node)
    case .person, .date, .event: return
    }
    if !mark.range.isEmpty { open.append(inner) }
  }

  private func codeStyle(_ style: TextStyle) -> TextStyle {
    var code = style
    code.face = .code
    code.size = style.size * 0.88
    code.figures = .lining
    code.isHyphenated = false
    return code
  }

  private mutating func apply(_ element: HTMLElement, to inner: inout OpenMark, parent: Int) {
    switch element.name {
    case "em", "i", "cite", "dfn", "var": inner.style = inner.style.emphasised
    case "b", "strong": inner.style = inner.style.strengthened
    case "code", "kbd", "samp", "tt": inner.style = codeStyle(inner.style)
    case "small":
      inner.style.size *= 0.85
    case "sup", "sub":
      inner.style.raise = inner.style.size * (element.name == "sup" ? 0.33 : -0.14)
      inner.style.size *= 0.68
    default: break
    }
    let language = element.attributes.first { $0.name == "lang" || $0.name == "xml:lang" }?.value
    if let language, let index = context.languages.firstIndex(of: language) {
      inner.style.language = UInt8(clamping: index)
      let node = draft.tree.add(.span, to: parent)
      draft.tree[node].language = UInt16(clamping: index)
      inner.node = node
    }
  }

  /// A link's element, or the parent's where it leads nowhere that pages can show.
  mutating func addLink(_ destination: String, saying words: String, _ parent: Int) -> Int {
    let target: PageLink.Target
    switch context.book.target(of: destination, from: number) {
    case .chapter(let chapter, let fragment):
      let document = context.book.documentName(chapter)
      target = .destination(fragment.map { "\(document).\($0)" } ?? document)
    case .external(let address): target = .uri(address)
    case .missing, .outside: return parent
    }
    let node = draft.tree.add(.link, to: parent)
    draft.links.append(
      DraftLink(node: Int32(node), target: target, contents: words))
    return node
  }

  /// The raised figure that refers to a note.
  private mutating func addReference(
    to note: Int, style: TextStyle, node: Int, _ references: inout [DraftReference]
  ) {
    guard note >= 0, note < chapter.notes.count else { return }
    let printed = chapter.notes[note].number
    guard printed > 0 else { return }
    let reference = draft.tree.add(.reference, to: node)
    let link = draft.tree.add(.link, to: reference)
    var raised = style
    raised.figures = .superior
    raised.isHyphenated = false
    if !context.hasSuperiors {
      raised.figures = .lining
      raised.raise = style.size * 0.34
      raised.size = style.size * 0.66
    }
    let token = draft.sign(String(printed), raised, node: link)
    draft.links.append(
      DraftLink(
        node: Int32(link), target: .destination("\(name).fn-\(printed)"),
        contents: "\(context.phrases[.note]) \(printed)"))
    if seenNotes.insert(note).inserted {
      draft.anchors.append(DraftAnchor(node: Int32(link), name: "\(name).fnref-\(printed)"))
      references.append(
        DraftReference(token: token, note: draft.notes.count + waitingNotes.count))
      waitingNotes.append(note)
    }
  }

  /// Drafts the notes that the last block refers to, after it in reading order.
  mutating func addWaitingNotes() {
    while !waitingNotes.isEmpty {
      let note = waitingNotes.removeFirst()
      draft.notes.append(drafted(note))
      addPictures(ofNote: note)
    }
  }

  private mutating func drafted(_ index: Int) -> DraftNote {
    let note = chapter.notes[index]
    let design = context.design
    let node = draft.tree.add(.note, to: frame.node)
    draft.tree[node].id = "\(name).fn-\(note.number)"
    draft.anchors.append(DraftAnchor(node: Int32(node), name: "\(name).fn-\(note.number)"))
    let label = draft.tree.add(.label, to: node)
    let link = draft.tree.add(.link, to: label)
    draft.anchors.append(DraftAnchor(node: Int32(link), name: "\(name).fn-\(note.number)"))
    draft.links.append(
      DraftLink(
        node: Int32(link), target: .destination("\(name).fnref-\(note.number)"),
        contents: context.phrases[.backToText]))
    var style = TextStyle(size: design.notes.size)
    style.figures = design.oldStyleFigures ? .oldStyle : .lining
    let outer = frame
    frame.style = style
    frame.left = 0
    frame.right = 0
    frame.leading = design.notes.leading
    frame.pictureHeight = design.notes.leading
    frame.node = node
    defer { frame = outer }
    let figure = draft.tokens(
      "\(note.number)", style.with(figures: .lining).unhyphenated, node: link)
    var result = DraftNote()
    for prose in leaves(note.blocks, depth: 0) {
      let element = draft.tree.add(.paragraph, to: node)
      var paragraph = leaf(prose, style: style, node: element)
      if paragraph.tokens.isEmpty { continue }
      paragraph.indent = design.notes.size * 1.4
      if result.paragraphs.isEmpty {
        paragraph.label = HangingLabel(tokens: figure, x: 0)
      }
      result.paragraphs.append(paragraph)
    }
    return result
  }

  /// Every leaf below blocks, in order.
  func leaves(_ blocks: [Block], depth: Int) -> [Int] {
    if depth > 24 { return [] }
    var found: [Int] = []
    for block in blocks {
      switch block.kind {
      case .paragraph(let prose), .words(let prose), .heading(_, let prose, _):
        found.append(prose)
      case .quotation(let inner), .element(_, let inner): found += leaves(inner, depth: depth + 1)
      case .division(let division): found += leaves(division.blocks, depth: depth + 1)
      case .list(let list): for item in list.items { found += leaves(item, depth: depth + 1) }
      case .table(let table): found += table.header + table.rows.flatMap { $0 }
      case .figure, .code, .sceneBreak: break
      }
    }
    return found.filter { $0 < chapter.prose.count }
  }
}
