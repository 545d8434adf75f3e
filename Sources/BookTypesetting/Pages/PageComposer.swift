import BookModel

/// A section's pages as they stand in the book.
struct ComposedSection: Sendable {
  var pages: [Page] = []
  /// Named places; pages count from the section's first.
  var destinations: [Destination] = []
  /// The first words of each page in the chapter.
  var pageStarts: [PageStart] = []
}

/// Where a section stands in the book.
struct SectionPlace: Sendable {
  /// Index of its first page in the book; even for a recto.
  var firstPage: Int
  var numbering: Page.Numbering
  /// Number of its first page.
  var number: Int
  var heads: SectionHeads
  /// Index into `Book.chapters`, for page starts.
  var chapter: Int?
  /// Leaves of that chapter with a bar in the margin.
  var changed: Set<Int32> = []
}

/// Draws the pages of a galley.
struct PageComposer {
  let galley: Galley
  let source: TextSource
  let furniture: Furniture
  let design: PageDesign
  let place: SectionPlace
  private let links: LinkLookup
  private var names: [Int32: [String]] = [:]
  private var result = ComposedSection()

  static func compose(
    _ galley: Galley, cuts: [PageCut], lettering: Lettering, furniture: Furniture,
    design: PageDesign, place: SectionPlace
  ) -> ComposedSection {
    var composer = PageComposer(
      galley: galley,
      source: TextSource(store: galley.draft.store, numbers: galley.numbers, lettering: lettering),
      furniture: furniture, design: design, place: place)
    for (index, cut) in cuts.enumerated() { composer.compose(cut, index) }
    return composer.result
  }

  /// Draws pages whose lines run in columns.
  static func compose(
    _ galley: Galley, columns: [ColumnPage], lettering: Lettering, furniture: Furniture,
    design: PageDesign, place: SectionPlace
  ) -> ComposedSection {
    var composer = PageComposer(
      galley: galley,
      source: TextSource(store: galley.draft.store, numbers: galley.numbers, lettering: lettering),
      furniture: furniture, design: design, place: place)
    for (index, page) in columns.enumerated() { composer.compose(page, index) }
    return composer.result
  }

  private mutating func compose(_ page: ColumnPage, _ index: Int) {
    var canvas = PageCanvas(Page(numbering: place.numbering, number: place.number + index))
    let left = left(index)
    var ignored: PageStart?
    if let opening = page.opening {
      var units = 0
      draw(
        PageCut.Piece(block: opening, variant: 0, lines: 0..<1), &canvas, left: left,
        units: &units, index, isAtEdge: false, start: &ignored)
    }
    let count = Float(max(1, page.columns.count))
    let width = (design.measure - (count - 1) * design.indexColumnGap) / count
    for (number, column) in page.columns.enumerated() {
      let place = design.isRightToLeft ? page.columns.count - 1 - number : number
      let x = left + Float(place) * (width + design.indexColumnGap)
      if number < page.continued.count, let continued = page.continued[number] {
        name(galley.paragraphs[continued], again: &canvas, x: x, top: page.top)
      }
      for item in column {
        let paragraph = galley.paragraphs[item.paragraph]
        let line = paragraph.variants[paragraph.best].lines[item.line]
        let y =
          design.margins.head + page.top + item.bottom
          - design.index.leading * Self.descent
        drawLine(line, number: item.line, paragraph, &canvas, left: x, baseline: y, index)
      }
    }
    drawHeads(&canvas, index, left: left)
    finish(canvas, index)
  }

  /// Writes an entry's heading with "continued" at the head of a column.
  private func name(
    _ entry: SetParagraph, again canvas: inout PageCanvas, x: Float, top: Float
  ) {
    var x = x
    let y = design.margins.head + top + design.index.leading * (1 - Self.descent)
    for (number, tokens) in entry.draft.continued.enumerated() {
      x = canvas.draw(
        tokens, from: source, x: x, baseline: y, artifact: .layout, hasGapAfter: number == 0)
    }
  }

  private init(
    galley: Galley, source: TextSource, furniture: Furniture, design: PageDesign,
    place: SectionPlace
  ) {
    self.galley = galley
    self.source = source
    self.furniture = furniture
    self.design = design
    self.place = place
    links = LinkLookup(galley.draft)
    for anchor in galley.draft.anchors {
      // The section's own element holds no words: its name means its first page.
      if anchor.node == 1 {
        result.destinations.append(Destination(name: anchor.name, page: 0, y: 0, node: 1))
      } else {
        names[anchor.node, default: []].append(anchor.name)
      }
    }
  }

  private var half: Float { design.leading / 2 }

  /// From the bottom of a line's slot up to its baseline.
  static let descent: Float = 0.27

  func left(_ index: Int) -> Float {
    isLeftPage(index) ? design.outerMargin : design.innerMargin
  }

  private func isVerso(_ index: Int) -> Bool { (place.firstPage + index) % 2 == 1 }

  /// Whether a page lies left of the gutter.
  func isLeftPage(_ index: Int) -> Bool { isVerso(index) != design.isRightToLeft }

  private mutating func compose(_ cut: PageCut, _ index: Int) {
    var canvas = PageCanvas(Page(numbering: place.numbering, number: place.number + index))
    if cut.isBlank { return finish(canvas, index) }
    if let plate = cut.plate {
      drawPlate(plate, &canvas, index)
      return finish(canvas, index)
    }
    let left = left(index)
    var units = 0
    var start: PageStart?
    for block in cut.figuresAbove {
      guard case .figure(let figure) = galley.blocks[block].content else { continue }
      drawFigure(figure, &canvas, left: left, top: design.margins.head, units: units, index)
      units += galley.blocks[block].height + 2
    }
    if let head = cut.repeatedHead {
      var ignored: PageStart?
      draw(
        PageCut.Piece(block: head, variant: 0, lines: 0..<1), &canvas, left: left, units: &units,
        index, isAtEdge: false, start: &ignored, artifact: .layout)
      units += galley.blocks[head].below
    }
    var previous: PageCut.Piece?
    for (number, piece) in cut.pieces.enumerated() {
      let block = galley.blocks[piece.block]
      if let previous {
        units += max(block.above, galley.blocks[previous.block].below)
      }
      if block.isOnGrid { units = (units + 1) & ~1 }
      let isAtEdge = number == 0 || number == cut.pieces.count - 1
      draw(piece, &canvas, left: left, units: &units, index, isAtEdge: isAtEdge, start: &start)
      previous = piece
    }
    drawNotes(cut, &canvas, left: left, index)
    drawHeads(&canvas, index, left: left)
    finish(canvas, index)
    if var start {
      start.page = index
      result.pageStarts.append(start)
    }
  }

  private func baseline(_ units: Int) -> Float {
    design.margins.head + Float(units) * half - design.leading * Self.descent
  }

  private mutating func draw(
    _ piece: PageCut.Piece, _ canvas: inout PageCanvas, left: Float, units: inout Int,
    _ index: Int, isAtEdge: Bool, start: inout PageStart?, artifact: Owner.Artifact? = nil
  ) {
    let block = galley.blocks[piece.block]
    switch block.content {
    case .lines(let number):
      let paragraph = galley.paragraphs[number]
      for line in piece.lines {
        units += 2
        let set = paragraph.variants[piece.variant].lines[line]
        drawLine(
          set, number: line, paragraph, &canvas, left: left, baseline: baseline(units), index)
        remember(set, paragraph, canvas.page.label, &start)
      }
    case .group(let parts):
      let top = design.margins.head + Float(units) * half
      if let bar = block.rule { drawBar(bar, parts, &canvas, left: left, top: top) }
      let bottom = top + Float(block.height) * half
      if block.linesAbove {
        drawTableLine(&canvas, block.inset, left: left, y: top - Self.tableLineDistance)
      }
      if block.linesBelow {
        drawTableLine(&canvas, block.inset, left: left, y: bottom + Self.tableLineDistance)
      }
      if let inset = block.inset, inset.sideRule > 0 {
        let above = units == 0 ? 0 : Float(block.above) * half
        drawSideRule(
          inset.sideRule, &canvas, x: left + inset.left, from: top - above,
          height: bottom - top + above)
      }
      for part in parts {
        let paragraph = galley.paragraphs[part.paragraph]
        guard !paragraph.variants.isEmpty else { continue }
        let leading = paragraph.draft.leading
        let lines = paragraph.variants[paragraph.best].lines
        let range = part.lines ?? lines.indices
        for (place, number) in range.enumerated() {
          let line = lines[number]
          let y = top + part.top + Float(place + 1) * leading - leading * Self.descent
          drawLine(
            line, number: number, paragraph, &canvas, left: left, baseline: y, index,
            artifact: artifact)
          remember(line, paragraph, canvas.page.label, &start)
        }
      }
      units += block.height
    case .figure(let figure):
      drawFigure(figure, &canvas, left: left, top: design.margins.head, units: units, index)
      units += block.height
    case .sceneBreak(let token):
      units += 2
      if isAtEdge || design.sceneBreak.isAlwaysShown {
        let range = token..<(token + 1)
        let x = left + (design.measure - source.width(range)) / 2
        canvas.draw(range, from: source, x: x, baseline: baseline(units), artifact: .layout)
        canvas.dyeLast(design.accent)
      }
    case .pageEnd, .plate: break
    }
  }

  private mutating func drawLine(
    _ line: SetLine, number: Int, _ paragraph: SetParagraph, _ canvas: inout PageCanvas,
    left: Float, baseline: Float, _ index: Int, artifact: Owner.Artifact? = nil
  ) {
    let draft = paragraph.draft
    if place.changed.contains(draft.prose) {
      drawChangeBar(&canvas, baseline: baseline, leading: draft.leading, index)
    }
    if draft.sideRule > 0 {
      drawSideRule(
        draft.sideRule, &canvas, x: left + draft.left,
        from: baseline - draft.leading * (1 - Self.descent), height: draft.leading)
    }
    let isReversed = draft.isRightToLeft == true
    let edge = isReversed ? left + paragraph.measure - draft.left : left + draft.left
    if number == 0, artifact == nil {
      links.meet(draft.node, y: baseline - draft.size, in: &canvas.met)
      if let label = draft.label {
        let width = source.width(label.tokens)
        let x =
          isReversed
          ? left + paragraph.measure - label.x - (label.isFlushRight ? 0 : width)
          : left + label.x - (label.isFlushRight ? width : 0)
        canvas.draw(
          label.tokens, from: source, x: x, baseline: baseline, links: links,
          hasGapAfter: true)
      }
      if let cap = draft.dropCap {
        if !cap.marks.isEmpty {
          let width = source.width(cap.marks) * cap.marksSize / draft.size
          canvas.draw(
            cap.marks, from: source, x: edge - width, baseline: baseline + cap.marksDrop,
            links: links, size: cap.marksSize)
        }
        let y = baseline + Float(cap.lines - 1) * draft.leading
        canvas.draw(
          cap.token..<(cap.token + 1), from: source, x: edge, baseline: y, links: links,
          size: cap.size, hasGapAfter: source.store.tokens[cap.token].joint == .space,
          saysWord: source.store.tokens[cap.token].joint == .none)
      }
    }
    canvas.draw(
      line, of: paragraph, from: source, left: edge, baseline: baseline,
      links: artifact == nil ? links : .none, artifact: artifact)
    if let mark = draft.turnMark,
      Int(line.lastToken) < draft.tokens.upperBound - 1
        || line.lastBreak >= 0
    {
      drawTurnMark(mark, line, paragraph, &canvas, edge: edge, baseline: baseline)
    }
    if let trailer = draft.trailer, Int(line.lastToken) == draft.tokens.upperBound - 1 {
      drawTrailer(trailer, after: line, paragraph, &canvas, left: left, baseline: baseline)
    }
  }

  /// The sign at the end of a line of code that goes on below.
  private func drawTurnMark(
    _ mark: Int, _ line: SetLine, _ paragraph: SetParagraph, _ canvas: inout PageCanvas,
    edge: Float, baseline: Float
  ) {
    let range = mark..<(mark + 1)
    let width = source.width(range)
    let x =
      paragraph.draft.isRightToLeft == true
      ? edge - line.inset - line.width - width : edge + line.inset + line.width
    canvas.draw(range, from: source, x: x, baseline: baseline, artifact: .layout)
  }

  /// The folio at the end of a line of the contents, and the dots that lead there.
  private func drawTrailer(
    _ trailer: Range<Int>, after line: SetLine, _ paragraph: SetParagraph,
    _ canvas: inout PageCanvas, left: Float, baseline: Float
  ) {
    let draft = paragraph.draft
    let isReversed = draft.isRightToLeft == true
    let width = source.width(trailer)
    let x = isReversed ? left + draft.right : left + design.measure - draft.right - width
    // From the words to the folio, or from the folio to the words.
    let words = draft.left + line.inset + line.natural
    let from = isReversed ? x + width : left + words
    let to = isReversed ? left + design.measure - words : x
    if draft.hasLeader, let dot = galley.draft.leaderDot {
      // Dots stand on a grid of their own, so that they align from line to line.
      let step = draft.size * 0.9
      var at =
        ((from + draft.size * 0.8) / step).rounded(.up) * step
      while at < to - draft.size {
        canvas.draw(
          dot..<(dot + 1), from: source, x: at, baseline: baseline, artifact: .layout)
        at += step
      }
    }
    canvas.draw(trailer, from: source, x: x, baseline: baseline, links: links)
  }

  /// Remembers where the page's first words stand.
  private func remember(
    _ line: SetLine, _ paragraph: SetParagraph, _ label: String,
    _ start: inout PageStart?
  ) {
    guard start == nil, let chapter = place.chapter, paragraph.draft.prose >= 0,
      let offset = galley.firstWord(of: line, paragraph, source.lettering.words)
    else { return }
    start = PageStart(
      label: label, chapter: chapter, prose: Int(paragraph.draft.prose), offset: offset)
  }

  private mutating func drawFigure(
    _ number: Int, _ canvas: inout PageCanvas, left: Float, top: Float, units: Int, _ index: Int
  ) {
    let figure = galley.figures[number]
    let y = top + Float(units) * half + design.leading * 0.15
    for picture in figure.pictures {
      let area = Rectangle(
        x: left + picture.x, y: y, width: picture.width, height: figure.height)
      canvas.draw(picture.draft.source, in: area, node: picture.draft.node, links: links)
      var below = y + figure.height + design.leading * 0.35
      for caption in picture.captions {
        let paragraph = galley.paragraphs[caption]
        guard !paragraph.variants.isEmpty else { continue }
        for (line, set) in paragraph.variants[paragraph.best].lines.enumerated() {
          below += paragraph.draft.leading
          drawLine(
            set, number: line, paragraph, &canvas, left: left,
            baseline: below - paragraph.draft.leading * Self.descent, index)
        }
      }
    }
  }

  /// A page that is all picture, with no head and no folio: in the middle of the text's place, or
  /// over all of the page and what is cut off beyond it.
  private mutating func drawPlate(_ number: Int, _ canvas: inout PageCanvas, _ index: Int) {
    let figure = galley.figures[number]
    guard let picture = figure.pictures.first, picture.draft.extent == .bleed else {
      let free = max(0, design.lines * 2 - figure.units)
      drawFigure(
        number, &canvas, left: left(index), top: design.margins.head, units: free / 2, index)
      return
    }
    let bleed = design.bleed
    let isLeftPage = isLeftPage(index)
    let page = Rectangle(
      x: isLeftPage ? -bleed : 0, y: -bleed, width: design.trim.width + bleed,
      height: design.trim.height + 2 * bleed)
    let area = Rectangle(
      x: page.x - (picture.width - page.width) / 2, y: page.y - (figure.height - page.height) / 2,
      width: picture.width, height: figure.height)
    canvas.draw(
      picture.draft.source, in: area, node: picture.draft.node, links: links, clip: page)
  }

  /// Notes end on the last line of the page.
  private mutating func drawNotes(
    _ cut: PageCut, _ canvas: inout PageCanvas, left: Float, _ index: Int
  ) {
    guard !cut.notes.isEmpty else { return }
    let bottom = baseline((design.lines + cut.extraLines) * 2)
    var y = bottom - Float(cut.notes.count - 1) * design.notes.leading
    if design.noteRule > 0 {
      let top = y - design.notes.leading * 1.25
      let x = design.isRightToLeft ? left + design.measure - design.noteRule : left
      canvas.page.items.append(
        .fill(.init(rectangle: Rectangle(x: x, y: top, width: design.noteRule, height: 0.4))))
    }
    for (paragraph, line) in galley.noteLines(cut.notes) {
      let isFirst = Int(line.firstToken) == paragraph.draft.tokens.lowerBound
      drawLine(
        line, number: isFirst ? 0 : 1, paragraph, &canvas, left: left, baseline: y, index)
      y += design.notes.leading
    }
  }

  // MARK: Heads and folios

  private func drawHeads(_ canvas: inout PageCanvas, _ index: Int, left: Float) {
    let heads = place.heads
    guard heads.hasFolio else { return }
    let isLeftPage = isLeftPage(index)
    let isBare = heads.opensBare && index == 0
    let label = canvas.page.label
    let folioWidth = furniture.width(label)
    let right = left + design.measure
    let headLine = baseline(2) - design.heads.distance
    let footLine =
      baseline(design.lines * 2) + design.footDistance
    let folioPlace = isBare && design.heads.folio == .head ? .centre : design.heads.folio
    switch folioPlace {
    case .head:
      drawFolio(label, &canvas, x: isLeftPage ? left : right - folioWidth, headLine, .header)
    case .foot:
      drawFolio(label, &canvas, x: isLeftPage ? left : right - folioWidth, footLine, .footer)
    case .centre:
      let x = left + (design.measure - folioWidth) / 2
      drawFolio(label, &canvas, x: x, footLine, .footer)
    }
    if isBare { return }
    guard let words = isVerso(index) ? heads.verso : heads.recto else { return }
    let tokens = furniture.tokens(ofHead: words)
    let width = furniture.width(tokens)
    let alignment = isVerso(index) ? design.heads.versoAlignment : design.heads.rectoAlignment
    let x =
      switch alignment {
      case .centre: left + (design.measure - width) / 2
      case .right: right - width
      case .left, .justified: left
      }
    canvas.draw(tokens, from: furniture.source, x: x, baseline: headLine, artifact: .header)
  }

  private func drawFolio(
    _ label: String, _ canvas: inout PageCanvas, x: Float, _ baseline: Float,
    _ artifact: Owner.Artifact
  ) {
    canvas.draw(
      furniture.tokens(label), from: furniture.source, x: x, baseline: baseline,
      artifact: artifact)
  }

  private mutating func finish(_ canvas: PageCanvas, _ index: Int) {
    var page = canvas.page
    for area in canvas.linkAreas {
      let link = galley.draft.links[area.link]
      page.links.append(
        PageLink(
          rectangles: area.rectangles, target: link.target, node: Int(link.node),
          contents: link.contents))
    }
    for (node, y) in canvas.met {
      guard let found = names.removeValue(forKey: node) else { continue }
      for name in found {
        result.destinations.append(
          Destination(name: name, page: index, y: max(0, y), node: Int(node)))
      }
    }
    result.pages.append(page)
  }
}
