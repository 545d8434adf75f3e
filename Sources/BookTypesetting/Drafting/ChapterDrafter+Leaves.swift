import BookLanguage
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
    let range = range ?? prose.text
    let map = draft.store.map(of: range, isRightToLeft: frame.isRightToLeft)
    walk(range, &walker, style: style, node: node, first: first, map, &references)
    trimEnd(first)
    var paragraph = DraftParagraph(
      tokens: first..<draft.store.tokens.count, node: node, leading: frame.leading,
      size: style.size)
    paragraph.left = frame.left
    paragraph.right = frame.right
    paragraph.alignment = frame.alignment
    paragraph.sideRule = frame.sideRule
    paragraph.noteReferences = references
    paragraph.prose = Int32(index)
    paragraph.isRightToLeft = frame.isRightToLeft
    if !prose.id.isEmpty { waitingNames.append(prose.id) }
    for mark in chapter.marks[marks] {
      switch mark.kind {
      case .element(let element): waitingNames += element.identifiers
      case .image(let image): if let id = image.id { waitingNames.append(id) }
      default: break
      }
    }
    nameWaiting(node)
    return paragraph
  }

  /// Lets links to the ids met since the last words lead to a node that is about to be set.
  mutating func nameWaiting(_ node: Int) {
    for id in waitingNames {
      draft.anchors.append(DraftAnchor(node: Int32(node), name: "\(name).\(id)"))
    }
    waitingNames.removeAll()
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
    /// A sign to be added where it ends.
    var closing: String?
  }

  struct MarkWalker {
    let marks: [Mark]
    var next: Int
    let end: Int
  }

  private mutating func walk(
    _ range: Range<Int>, _ walker: inout MarkWalker, style: TextStyle, node: Int, first: Int,
    _ map: TextMap?, _ references: inout [DraftReference]
  ) {
    var open: [OpenMark] = []
    var place = range.lowerBound
    while walker.next < walker.end, walker.marks[walker.next].range.lowerBound < place {
      walker.next += 1
    }
    while place <= range.upperBound {
      while let last = open.last, last.end <= place {
        if let closing = last.closing {
          addMark(closing, last, at: last.end, first: first, closes: true)
        }
        open.removeLast()
      }
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
          to: &draft.store, from: first, map: map)
        place = boundary
      }
      guard let mark else {
        if boundary >= range.upperBound { break }
        continue
      }
      walker.next += 1
      if mark.range.lowerBound >= range.upperBound, !mark.range.isEmpty { break }
      apply(mark, current, first: first, map, &open, &place, &references)
    }
  }

  private mutating func apply(
    _ mark: Mark, _ current: OpenMark, first: Int, _ map: TextMap?, _ open: inout [OpenMark],
    _ place: inout Int,
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
      let level = map.map { noteLevel($0.level(mark.range.lowerBound - 1)) } ?? 0
      addReference(
        to: note, at: mark.range.lowerBound, style: current.style, node: current.node,
        level: level, &references)
      return
    case .element(let element):
      apply(element, to: &inner, parent: current.node)
      if element.name == "q", !mark.range.isEmpty {
        let quotes = Language.of(context.languages[Int(inner.style.language)]).quotes.levels
        let depth = open.count { $0.closing != nil }
        if let pair = quotes.isEmpty ? nil : quotes[min(depth, quotes.count - 1)] {
          addMark(pair.open, inner, at: mark.range.lowerBound, first: first, closes: false)
          inner.closing = pair.close
        }
      }
    case .person, .date, .event: return
    }
    if !mark.range.isEmpty { open.append(inner) }
  }

  /// Adds a mark of quotation beside what it holds.
  private mutating func addMark(
    _ mark: String, _ around: OpenMark, at place: Int, first: Int, closes: Bool
  ) {
    let last = draft.store.tokens.count - 1
    // A mark that closes comes before the gap after the words.
    let joint = closes && last >= first ? draft.store.tokens[last].joint : .none
    if closes, last >= first { draft.store.tokens[last].joint = .none }
    let level: UInt8 = last >= first ? draft.store.tokens[last].level : 0
    let token = draft.sign(mark, around.style, node: around.node, level: level)
    draft.store.tokens[token].joint = joint
    placesOfSigns[token] = place
  }

  /// How deep a note's figure is embedded after what it stands behind: figures run from left to
  /// right within what runs from right to left.
  private func noteLevel(_ before: UInt8) -> UInt8 {
    before & 1 == 1 ? before + 1 : max(before, frame.isRightToLeft ? 2 : 0)
  }

  private func codeStyle(_ style: TextStyle) -> TextStyle {
    var code = style
    code.face = .code
    code.size = style.size * context.design.codeScale
    code.figures = .lining
    code.isHyphenated = false
    return code
  }

  private mutating func apply(_ element: HTMLElement, to inner: inout OpenMark, parent: Int) {
    switch element.name {
    case "em", "i", "cite", "dfn", "var": inner.style = inner.style.emphasised
    case "b", "strong": inner.style = inner.style.strengthened
    case "code", "kbd", "samp", "tt": inner.style = codeStyle(inner.style)
    case "del", "s", "strike": inner.style.rule = .through
    case "u", "ins": inner.style.rule = .below
    case "small":
      inner.style.size *= 0.85
    case "sup", "sub":
      inner.style.raise = inner.style.size * (element.name == "sup" ? 0.33 : -0.14)
      inner.style.size *= 0.68
    default: break
    }
    let decoration = element.attributes.first { $0.name == "style" }?.value ?? ""
    if decoration.contains("line-through") { inner.style.rule = .through }
    if decoration.contains("underline") { inner.style.rule = .below }
    let isInSmallCapitals = element.attributes.contains {
      ["class", "style"].contains($0.name) && $0.value.contains("small-caps")
    }
    if isInSmallCapitals {
      let isHyphenated = inner.style.isHyphenated
      inner.style = inSmallCapitals(inner.style)
      inner.style.isHyphenated = isHyphenated
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
    to note: Int, at place: Int, style: TextStyle, node: Int, level: UInt8,
    _ references: inout [DraftReference]
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
    let token = draft.sign(String(printed), raised, node: link, level: level)
    placesOfSigns[token] = place
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
    addNoteBlocks(note.blocks, to: &result, node: node, left: 0, depth: 0)
    if !result.paragraphs.isEmpty, result.paragraphs[0].label == nil {
      result.paragraphs[0].label = HangingLabel(tokens: figure, x: 0)
    }
    return result
  }

  /// Adds what a note says: its paragraphs, and lists with their signs.
  private mutating func addNoteBlocks(
    _ blocks: [Block], to note: inout DraftNote, node: Int, left: Float, depth: Int
  ) {
    let size = context.design.notes.size
    for block in blocks where depth < 24 {
      guard case .list(let list) = block.kind else {
        for piece in pieces([block], depth: depth) {
          switch piece {
          case .leaf(let prose):
            let element = draft.tree.add(.paragraph, to: node)
            var paragraph = leaf(prose, style: frame.style, node: element)
            if paragraph.tokens.isEmpty { continue }
            paragraph.left = left
            paragraph.indent = left > 0 ? 0 : size * 1.4
            note.paragraphs.append(paragraph)
          case .code(let text):
            for case var line? in codeLines(text, size: size, node: node) {
              line.left += left
              note.paragraphs.append(line)
            }
          // Below the paragraph that refers to the note.
          case .figure: break
          }
        }
        continue
      }
      let inner = left + size * 2.4
      let element = draft.tree.add(.list, to: node)
      draft.tree[element].listNumbering = list.start == nil ? .disc : .decimal
      for (offset, item) in list.items.enumerated() {
        let entry = draft.tree.add(.listItem, to: element)
        let label = draft.tree.add(.label, to: entry)
        let sign = list.start.map { "\($0 &+ offset)." } ?? "•"
        let tokens = draft.tokens(sign, frame.style.unhyphenated, node: label)
        let body = draft.tree.add(.listBody, to: entry)
        let count = note.paragraphs.count
        addNoteBlocks(item, to: &note, node: body, left: inner, depth: depth + 1)
        if note.paragraphs.count > count, note.paragraphs[count].label == nil, count > 0 {
          note.paragraphs[count].label = HangingLabel(
            tokens: tokens, x: inner - size, isFlushRight: false)
        }
      }
    }
  }

  /// What stands below blocks, in order, where their own form is not to be had: in a note, in a cell.
  enum Piece {
    case leaf(Int)
    case figure(Figure)
    case code(String)
  }

  /// Every piece below blocks, in order.
  func pieces(_ blocks: [Block], depth: Int) -> [Piece] {
    if depth > 24 { return [] }
    var found: [Piece] = []
    for block in blocks {
      switch block.kind {
      case .paragraph(let prose), .words(let prose), .heading(_, let prose, _):
        if prose < chapter.prose.count { found.append(.leaf(prose)) }
      case .quotation(let inner), .element(_, let inner): found += pieces(inner, depth: depth + 1)
      case .division(let division): found += pieces(division.blocks, depth: depth + 1)
      case .list(let list): for item in list.items { found += pieces(item, depth: depth + 1) }
      case .table(let table):
        found += (table.header + table.rows.flatMap { $0 }).filter { $0 < chapter.prose.count }
          .map(Piece.leaf)
      case .figure(let figure): found.append(.figure(figure))
      case .code(_, let text): found.append(.code(text))
      case .sceneBreak: break
      }
    }
    return found
  }
}
