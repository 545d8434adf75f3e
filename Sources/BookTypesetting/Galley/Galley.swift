/// A draft in lines, one long column not yet cut into pages.
struct Galley: Sendable {
  var draft: Draft
  /// Store word numbers to shaped word numbers.
  var numbers: [Int32]
  var paragraphs: [SetParagraph] = []
  var blocks: [GalleyBlock] = []
  var figures: [SetFigure] = []
  var notes: [SetNote] = []
  /// Note lines before each note, and of all of them.
  var noteLineStarts: [Int] = [0]
  /// Tokens wider than their line.
  var tooWide: [Int] = []
}

/// A paragraph of a group, or some of its lines, in points from the block's top.
struct GroupedParagraph: Sendable {
  /// Index into the galley's paragraphs.
  var paragraph: Int
  var top: Float
  /// Which of its lines; nil for all.
  var lines: Range<Int>?
}

/// A block of the galley.
struct GalleyBlock: Sendable {
  enum Content: Sendable {
    /// Index of a paragraph.
    case lines(Int)
    /// Paragraphs at their places, in points from the block's top.
    case group([GroupedParagraph])
    /// Index of a figure.
    case figure(Int)
    /// Ditto, of one that has the page after this one to itself.
    case plate(Int)
    case sceneBreak(token: Int)
    case pageEnd
  }
  var content: Content
  /// White above and below, in half lines.
  var above = 0
  var below = 0
  /// Of what pages cannot part, in half lines.
  var height = 0
  var staysWithNext = false
  var least = 2
  /// Lines at its beginning that no page parts: those beside a large letter.
  var held = 0
  /// The block that stands above it again where a page begins with it: a table's head row.
  var repeats: Int?
  var isOnGrid = true
  var rule: PageDesign.Opener.Bar?
  /// Lines across the measure above it and below it: those of a table.
  var linesAbove = false
  var linesBelow = false
  /// Of a table's row within something that stands in, or beside a line.
  var inset: TableInset?
  /// Notes referred to before it and, where pages cannot part it, up to its end.
  var notesBefore = 0
  var notesAfter = 0
}

/// Pictures side by side at one height, mostly one, each with its caption's lines.
struct SetFigure: Sendable {
  var pictures: [SetPicture]
  /// Of the pictures, in points.
  var height: Float
  /// Half lines, all of it.
  var units: Int

  /// Whether it and the one after it stand on facing pages.
  var opensSpread: Bool { pictures.contains(where: \.draft.opensSpread) }
  /// Whether it may stand later than where it is named.
  var floats: Bool { pictures.allSatisfy(\.draft.floats) }
}

/// A picture at its size.
struct SetPicture: Sendable {
  var draft: DraftFigure
  /// From the left edge of the text, in points.
  var x: Float
  /// Points.
  var width: Float
  /// Indices of its captions' paragraphs.
  var captions: [Int] = []
}

/// A footnote in lines.
struct SetNote: Sendable {
  /// Indices of its paragraphs.
  var paragraphs: [Int]
  var lines: Int
}

extension Galley {
  /// How many notes are referred to up to a line of a block.
  @inline(__always)
  func notes(block: Int, variant: Int, line: Int) -> Int {
    let item = blocks[block]
    guard case .lines(let paragraph) = item.content else {
      return line == 0 ? item.notesBefore : item.notesAfter
    }
    if line == 0 { return item.notesBefore }
    return item.notesBefore
      + Int(paragraphs[paragraph].variants[variant].lines[line - 1].notes)
  }
}
