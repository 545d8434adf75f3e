import BookDiagnostics
import BookModel

/// What drafting needs to know of the book, the same for every chapter.
struct DraftingContext: Sendable {
  let outline: Outline
  let design: PageDesign
  let languages: [String]
  let hasSuperiors: Bool

  var book: Book { outline.book.book }
  var phrases: Phrasebook { outline.phrases }
}

/// Cuts one chapter into blocks and tokens.
struct ChapterDrafter {
  let context: DraftingContext
  let chapter: ParsedChapter
  let number: Int
  /// What names of places in this chapter begin with.
  let name: String
  var draft: Draft
  /// Where blocks are put: indents and style that nested blocks have.
  var frame: Frame
  /// True before the first paragraph after a heading, a break or another kind of block.
  var isFresh = true
  /// Notes already referred to.
  var seenNotes: Set<Int> = []
  /// Notes to be put after the paragraph that refers to them.
  var waitingNotes: [Int] = []
  /// Ids of elements and pictures whose words are still to come.
  var waitingNames: [String] = []
  /// Where in the chapter's text a sign stands that was added to it, by the number of its token.
  var placesOfSigns: [Int: Int] = [:]
  var verses = 0

  /// Indents and style of what is being drafted.
  struct Frame {
    var style: TextStyle
    var left: Float = 0
    var right: Float = 0
    var leading: Float
    var node: Int
    var alignment: LineAlignment
    var indent: Float
    var isOnGrid = true
    /// Whether the items of a list that is not numbered have a sign before them.
    var hasSigns = true
    var isRightToLeft = false
    /// Weight of a line beside it.
    var sideRule: Float = 0
    /// How high a picture within a line may be.
    var pictureHeight: Float
    /// How wide it may be; nil for as wide as the line.
    var pictureWidth: Float?
  }

  /// Drafts a chapter.
  static func draft(_ number: Int, in context: DraftingContext) -> Draft {
    var drafter = ChapterDrafter(number, context)
    drafter.run()
    return drafter.draft
  }

  private init(_ number: Int, _ context: DraftingContext) {
    self.context = context
    self.number = number
    chapter = context.book.chapters[number]
    name = context.book.documentName(number)
    draft = Draft(
      store: TokenStore(text: chapter.text, isRightToLeft: context.design.isRightToLeft))
    draft.ownText = chapter.text.count
    let design = context.design
    var style = TextStyle(size: design.size)
    style.figures = design.oldStyleFigures ? .oldStyle : .lining
    frame = Frame(
      style: style, leading: design.leading, node: 0,
      alignment: design.isJustified ? .justified : .left, indent: design.indent * design.size,
      isRightToLeft: design.isRightToLeft, pictureHeight: design.leading * linePictureShare)
  }

  private mutating func run() {
    let section = draft.tree.add(.section, to: 0)
    draft.tree[section].title = context.outline.chapters[number].title
    draft.anchors.append(DraftAnchor(node: Int32(section), name: name))
    frame.node = section
    let isDisplay = chapter.header.role == .dedication || chapter.header.role == .epigraph
    var blocks = chapter.blocks[...]
    if isDisplay {
      openDisplayPage()
      // A dedication says so itself: its heading is for contents and readers of the EPUB.
      if blocks.count > 1, chapter.openingHeading != nil { blocks.removeFirst() }
    } else {
      blocks = openChapter(blocks)
    }
    add(Array(blocks), depth: 0)
    if draft.blocks.isEmpty { draft.blocks.append(DraftBlock(.group([]))) }
  }

  /// Adds blocks to the galley in the frame that holds.
  mutating func add(_ blocks: [Block], depth: Int) {
    // Deeper nesting than any page can show is set as if it ended here.
    for block in blocks where depth < 24 {
      let wasFresh = isFresh
      add(block, depth: depth)
      if block.kind.isSetOff { isFresh = block.leavesTextFresh && wasFresh }
    }
  }

  private mutating func add(_ block: Block, depth: Int) {
    switch block.kind {
    case .paragraph(let prose), .words(let prose): addParagraph(prose)
    case .heading(let level, let prose, let section):
      addHeading(level: level, prose: prose, section: section)
    case .quotation(let blocks): addQuotation(blocks, depth: depth)
    case .list(let list): addList(list, depth: depth)
    case .code(_, let text): addCode(text)
    case .sceneBreak: addSceneBreak()
    case .figure(let figure): addFigure(figure)
    case .table(let table): addTable(table)
    case .division(let division): addDivision(division, depth: depth)
    case .element(let element, let blocks): addElement(element, blocks, depth: depth)
    }
  }

  /// Adds a paragraph of running text.
  mutating func addParagraph(_ prose: Int) {
    guard prose < chapter.prose.count else { return }
    if chapter.prose[prose].isSource { return addSource(prose) }
    let isOpening = context.outline.chapters[number].opening?.prose == prose
    if !isOpening, frame.alignment != .centre, endsItsLines(prose) {
      addEndedLines(prose)
      return
    }
    let pictures = highPictures(prose)
    if !pictures.isEmpty {
      addParagraph(prose, around: pictures)
      return
    }
    let node = draft.tree.add(.paragraph, to: frame.node)
    var paragraph = leaf(prose, style: frame.style, node: node)
    if paragraph.tokens.isEmpty { return }
    paragraph.indent = isFresh ? 0 : frame.indent
    if isOpening, let opening = context.outline.chapters[number].opening {
      open(&paragraph, as: opening)
    }
    append(paragraph, above: isFresh ? 0 : context.design.paragraphSpace)
    isFresh = false
  }

  /// Adds a finished paragraph as a block, and the notes it refers to.
  mutating func append(
    _ paragraph: DraftParagraph, above: Int = 0, below: Int = 0, staysWithNext: Bool = false,
    least: Int = 2
  ) {
    var block = DraftBlock(.paragraph(paragraph))
    block.above = above
    block.below = below
    block.staysWithNext = staysWithNext
    block.least = least
    block.isOnGrid = frame.isOnGrid
    append(block)
    addWaitingNotes()
  }

  /// Adds a block, with the white that its neighbours ask for.
  mutating func append(_ block: DraftBlock) {
    var block = block
    block.above = max(block.above, spaceAbove)
    spaceAbove = 0
    draft.blocks.append(block)
  }

  /// White that the next block has above it at least, in half lines.
  var spaceAbove = 0

  mutating func addSceneBreak() {
    var style = frame.style
    style.size = context.design.size
    let token = draft.sign(context.design.sceneBreak.ornament, style, node: -1)
    draft.blocks.append(DraftBlock(.sceneBreak(token: token)))
    isFresh = true
  }
}

/// Of the leading: how high a picture within a line may be, with room above it for what hangs down
/// there and below it for what rises there.
private let linePictureShare: Float = 1.1
