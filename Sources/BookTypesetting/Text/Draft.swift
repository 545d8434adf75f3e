import BookDiagnostics
import BookModel

/// A chapter, or a piece of generated matter, cut into tokens and blocks but not yet into lines.
struct Draft: Sendable {
  /// Its words.
  var store: TokenStore
  /// What it is, under a root that stands for the element it is put in.
  var tree = StructureTree()
  /// In reading order.
  var blocks: [DraftBlock] = []
  /// By number, in the order they are referred to.
  var notes: [DraftNote] = []
  /// Where links lead, by their node.
  var links: [DraftLink] = []
  /// Names of places, by the node they name.
  var anchors: [DraftAnchor] = []
  /// Token of the dot that leads to folios.
  var leaderDot: Int?
  /// Bytes of `store.text` that are the chapter's own; what follows is generated.
  var ownText = 0
}

/// A link as drafted.
struct DraftLink: Sendable {
  var node: Int32
  var target: PageLink.Target
  var contents: String
}

/// A named place: the destination stands where the node's first line does.
struct DraftAnchor: Sendable {
  var node: Int32
  var name: String
}

/// A footnote as drafted.
struct DraftNote: Sendable, Equatable {
  /// What it says, its number included.
  var paragraphs: [DraftParagraph] = []
}

/// How the lines of a paragraph stand in the measure.
enum LineAlignment: Sendable {
  case justified
  case left
  case centre
  case right
}

/// Words to be broken into lines.
struct DraftParagraph: Sendable, Equatable {
  /// Range of the store's tokens.
  var tokens: Range<Int>
  /// Its element.
  var node: Int32
  var alignment = LineAlignment.justified
  /// From the left and right edges of what it stands in, in points.
  var left: Float = 0
  var right: Float = 0
  /// Of the first line, beyond `left`; negative to hang.
  var indent: Float = 0
  /// Baseline to baseline.
  var leading: Float
  /// Size of its running text, for gaps and ornaments.
  var size: Float
  /// The large first letter and how many lines it takes, if it has one.
  var dropCap: DropCap?
  /// A sign that hangs left of the first line: a list's bullet, a note's number.
  var label: HangingLabel?
  /// True where labels stand in a column: all stand in further if the widest needs more room.
  var isBesideLabels = false
  /// Numbers of the notes it refers to, and the token that does.
  var noteReferences: [DraftReference] = []
  /// Words at the right end of the last line: a folio in the contents.
  var trailer: Range<Int>?
  /// True when dots lead to the trailer.
  var hasLeader = false
  /// Sign that ends a line which goes on below, a token: for code, whose lines are the author's.
  var turnMark: Int?
  /// True when the next paragraph goes on with the same element: a space ends the last line.
  var continues = false
  /// Paragraphs of one number are set left, with the longest of their lines in the middle.
  var centredTogether: Int?
  /// How far in from those beside it a line of verse begins.
  var verseIndent: Float = 0
  /// Words that name its entry again when a page begins within it: heading and "continued".
  var continued: [Range<Int>] = []
  /// True for what stands under an entry's heading.
  var isSubentry = false
  /// True for a paragraph that begins at the right: `left` and `indent` count from there; nil for
  /// the book's own direction.
  var isRightToLeft: Bool?
  /// Weight of a line beside it, in points; 0 for none.
  var sideRule: Float = 0
  /// What its words are in the manuscript, for pages that begin with them.
  var prose: Int32 = -1

  init(tokens: Range<Int>, node: Int, leading: Float, size: Float) {
    self.tokens = tokens
    self.node = Int32(node)
    self.leading = leading
    self.size = size
  }
}

/// A token that refers to a note.
struct DraftReference: Sendable, Equatable {
  var token: Int
  /// Number of the note in the draft.
  var note: Int
}

/// A large first letter, or a number set as large.
struct DropCap: Sendable, Equatable {
  /// The token it is.
  var token: Int
  /// Marks of quotation before it, which hang in the margin.
  var marks: Range<Int>
  var lines: Int
  /// Filled in once it is shaped: its size, and how far each of the lines beside it stands in; one
  /// line more than its own where its tail hangs down.
  var size: Float = 0
  var insets: [Float] = []
  /// The size of the marks before it, and how far below the first line's their baseline lies, so
  /// that they end at the top of the letter.
  var marksSize: Float = 0
  var marksDrop: Float = 0

  /// All of its tokens.
  var tokens: Range<Int> { marks.lowerBound..<(token + 1) }
}

/// A sign hanging left of a paragraph.
struct HangingLabel: Sendable, Equatable {
  var tokens: Range<Int>
  /// Where it begins, or ends when it is set right.
  var x: Float
  var isFlushRight = false
}

/// A block of the galley before lines are made.
struct DraftBlock: Sendable, Equatable {
  enum Content: Sendable, Equatable {
    /// Lines that pages may part, as far as `least` allows.
    case paragraph(DraftParagraph)
    /// Paragraphs that stay together, each at a place of its own; the height in points is worked
    /// out when they have lines. Rows of tables, headings, chapter openings.
    case group([GroupPart])
    /// One picture, or several side by side at one height.
    case figure([DraftFigure])
    case table(DraftTable)
    /// A scene break's ornament, as one token.
    case sceneBreak(token: Int)
    /// A page turn that must happen.
    case pageEnd
  }
  var content: Content
  /// Those of its words that are lines of their own, one or a group of them.
  var paragraphs: [DraftParagraph] {
    switch content {
    case .paragraph(let paragraph): [paragraph]
    case .group(let parts): parts.map(\.paragraph)
    default: []
    }
  }
  /// White above and below, in half lines; the larger of two neighbours' counts.
  var above = 0
  var below = 0
  /// True when the page must not end after it.
  var staysWithNext = false
  /// Least lines of it at a page's foot and head.
  var least = 2
  /// A height in half lines that it must fill at least: chapter openings.
  var minimumHeight = 0
  /// True for lines that keep to the grid of running text.
  var isOnGrid = true
  /// A bar above the first part, or below the last.
  var rule: PageDesign.Opener.Bar?

  init(_ content: Content) { self.content = content }
}

/// A paragraph at its place in a group.
struct GroupPart: Sendable, Equatable {
  var paragraph: DraftParagraph
  /// From the top of the group to the paragraph's top, in points; nil to follow the part before.
  var top: Float?
  /// White above it when it follows.
  var above: Float = 0

  init(_ paragraph: DraftParagraph, top: Float? = nil, above: Float = 0) {
    self.paragraph = paragraph
    self.top = top
    self.above = above
  }
}

/// A table's cells, row by row.
struct DraftTable: Sendable, Equatable {
  /// Each of cells, and each of these of paragraphs that stand below one another.
  var rows: [[[DraftParagraph]]]
  var hasHeader = true
  /// Nil for a table that has the whole measure.
  var inset: TableInset?
}

/// The room that a table has within the measure, in points, and the weight of a line beside it.
struct TableInset: Sendable, Equatable {
  /// From the edges of the measure.
  var left: Float
  var right: Float
  var sideRule: Float
}

/// A picture with what stands below it.
///
/// One with a page of its own stands after the page that names it.
struct DraftFigure: Sendable, Equatable {
  /// Index into the book's pictures.
  var source: Int
  /// Pixels of the author's own picture, or units of the view box.
  var width: Float
  var height: Float
  /// How wide the author wants it at most.
  var wanted: PictureWidth?
  /// Its `Figure` element.
  var node: Int32
  var captions: [DraftParagraph] = []
  /// How much of a page it takes.
  var extent = PictureExtent.text
  /// Whether it and the one after it stand on facing pages.
  var opensSpread = false
  /// True for a bitmap, whose pixels may be too few.
  var isBitmap = true
  /// The image in the Markdown, to speak of it.
  var span: SourceSpan?
  /// May stand later than where it is named.
  var floats = true
  /// Stands between the words of a paragraph, which go on after it.
  var isInLine = false

  /// Whether it has a page to itself.
  var hasOwnPage: Bool { extent == .page || extent == .bleed }
}
