import BookFonts

/// Makes the lines of a draft.
struct GalleyMaker {
  var setter: LineSetter
  var galley: Galley
  let design: PageDesign
  let width: Float
  private var verseWidths: [Int: Float] = [:]
  /// How much more room the widest label of a column needs than it has.
  private var labelShift: Float = 0
  /// How far in the next lines stand beside a large letter that has lines left.
  var beside: [Float] = []
  /// How many lines of the last paragraph stand beside one.
  var linesBesideLetter = 0

  static func make(
    _ draft: Draft, numbers: [Int32], lettering: Lettering, faces: [FontFace], design: PageDesign,
    width: Float
  ) -> Galley {
    var maker = GalleyMaker(
      draft, numbers: numbers, lettering: lettering, faces: faces, design: design, width: width)
    maker.measureLabels()
    for index in draft.blocks.indices { maker.add(index) }
    maker.addNotes()
    maker.galley.tooWide = maker.setter.tooWide.sorted()
    return maker.galley
  }

  private init(
    _ draft: Draft, numbers: [Int32], lettering: Lettering, faces: [FontFace], design: PageDesign,
    width: Float
  ) {
    galley = Galley(draft: draft, numbers: numbers)
    self.design = design
    self.width = width
    setter = LineSetter(
      finder: BreakPointFinder(
        store: draft.store, lettering: lettering, numbers: numbers, outset: design.protrusion),
      design: design, faces: faces)
  }

  private var half: Float { design.leading / 2 }

  func units(_ height: Float) -> Int { max(0, Int((height / half - 0.02).rounded(.up))) }

  mutating func set(
    _ paragraph: DraftParagraph, width: Float? = nil, wantsVariants: Bool = false,
    beside: [Float] = []
  ) -> Int {
    galley.paragraphs.append(
      setter.set(
        paragraph, width: width ?? self.width, wantsVariants: wantsVariants, beside: beside))
    return galley.paragraphs.count - 1
  }

  private mutating func add(_ number: Int) {
    let block = galley.draft.blocks[number]
    var item: GalleyBlock
    let notes = galley.blocks.last?.notesAfter ?? 0
    var references = 0
    switch block.content {
    case .paragraph(let paragraph):
      let index = setBesideLetter(shift(centre(paragraph)), block: number)
      if galley.paragraphs[index].variants.isEmpty { return }
      item = GalleyBlock(content: .lines(index))
      references = paragraph.noteReferences.count
    case .group(let parts):
      beside = []
      var placed: [GroupedParagraph] = []
      var bottom: Float = 0
      for part in parts {
        // Columns or not, what stays together spans the page.
        let index = set(centre(part.paragraph), width: design.measure)
        let top = part.top ?? bottom + part.above
        placed.append(GroupedParagraph(paragraph: index, top: top))
        bottom = max(bottom, top + galley.paragraphs[index].height)
        references += part.paragraph.noteReferences.count
      }
      item = GalleyBlock(content: .group(placed))
      item.height = max(units(bottom), block.minimumHeight)
    case .figure(let row):
      galley.figures.append(setFigure(row))
      let index = galley.figures.count - 1
      if row.contains(where: \.hasOwnPage) {
        item = GalleyBlock(content: .plate(index))
      } else {
        item = GalleyBlock(content: .figure(index))
        item.height = galley.figures[index].units
      }
    case .table(let table):
      addTable(table, block)
      return
    case .sceneBreak(let token):
      item = GalleyBlock(content: .sceneBreak(token: token))
      item.height = 2
    case .pageEnd:
      item = GalleyBlock(content: .pageEnd)
    }
    item.above = block.above
    item.below = block.below
    item.staysWithNext = block.staysWithNext
    item.least = block.least
    item.isOnGrid = block.isOnGrid
    item.rule = block.rule
    if case .paragraph = block.content { hold(&item) }
    item.notesBefore = notes
    item.notesAfter = notes + references
    galley.blocks.append(item)
  }

  /// How far in verse begins so that its longest line stands in the middle.
  private mutating func centre(_ paragraph: DraftParagraph) -> DraftParagraph {
    var paragraph = paragraph
    guard let group = paragraph.centredTogether else {
      paragraph.left += paragraph.verseIndent
      return paragraph
    }
    if verseWidths[group] == nil {
      var longest: Float = 0
      for other in galley.draft.blocks.flatMap(\.paragraphs)
      where other.centredTogether == group {
        longest = max(longest, setter.width(other.tokens) + other.verseIndent)
      }
      verseWidths[group] = longest
    }
    paragraph.left = max(paragraph.left, (width - (verseWidths[group] ?? width)) / 2)
    paragraph.left += paragraph.verseIndent
    return paragraph
  }

  private mutating func measureLabels() {
    for case .paragraph(let paragraph) in galley.draft.blocks.lazy.map(\.content) {
      guard paragraph.isBesideLabels, let label = paragraph.label else { continue }
      labelShift = max(labelShift, setter.width(label.tokens) - label.x)
    }
  }

  /// Makes room for the widest label of a column.
  private func shift(_ paragraph: DraftParagraph) -> DraftParagraph {
    guard labelShift > 0, paragraph.isBesideLabels else { return paragraph }
    var paragraph = paragraph
    paragraph.left += labelShift
    paragraph.label?.x += labelShift
    return paragraph
  }

  /// A note's first line begins behind its number, however many figures that has.
  private func withRoomForLabel(_ paragraph: DraftParagraph) -> DraftParagraph {
    guard let label = paragraph.label, paragraph.left == 0 else { return paragraph }
    var paragraph = paragraph
    paragraph.indent = max(
      paragraph.indent, setter.width(label.tokens) + paragraph.size * Self.labelClearance)
    return paragraph
  }

  /// From a note's number to its words, in its size.
  private static let labelClearance: Float = 0.4

  private mutating func addNotes() {
    for note in galley.draft.notes {
      let paragraphs = note.paragraphs.map { set(withRoomForLabel($0)) }
      let lines = paragraphs.reduce(0) {
        $0 + (galley.paragraphs[$1].variants.first?.lines.count ?? 0)
      }
      galley.notes.append(SetNote(paragraphs: paragraphs, lines: lines))
      galley.noteLineStarts.append((galley.noteLineStarts.last ?? 0) + lines)
    }
  }
}
