/// What stands on one page of a galley.
struct PageCut: Sendable {
  /// A stretch of a block.
  struct Piece: Sendable, Equatable {
    var block: Int
    /// Which way the paragraph is set.
    var variant: Int
    /// Lines of the paragraph; all of a block that cannot be parted is 0..<1.
    var lines: Range<Int>
  }
  /// The figure that has this page to itself.
  var plate: Int?
  /// Blocks named on this page whose figures have pages of their own after it.
  var plates: [Int] = []
  /// Figures named on an earlier page that stand at this one's head.
  var figuresAbove: [Int] = []
  /// The head row of the table that goes on from the page before.
  var repeatedHead: Int?
  /// In order; a figure that was put off is left out.
  var pieces: [Piece] = []
  /// Range of the galley's note lines at its foot.
  var notes: Range<Int> = 0..<0
  /// Lines more or fewer than a normal page: both pages of a spread alike.
  var extraLines = 0

  /// Whether nothing stands on it.
  var isBlank: Bool {
    plate == nil && figuresAbove.isEmpty && pieces.isEmpty && notes.isEmpty
  }
}

/// The grid of a page in half lines.
struct PageGrid: Sendable {
  /// Lines of a normal page.
  var lines: Int
  var leading: Float
  var noteLeading: Float
  /// Whether a spread may be a line longer than the others.
  var mayRunLong = true

  /// How far text may reach, in half lines, above so many note lines; below 0 where they are too
  /// many for any page.
  @inline(__always)
  func capacity(extra: Int, noteLines: Int) -> Int {
    let total = Float(lines + extra)
    if noteLines == 0 { return (lines + extra) * 2 }
    let taken = Float(noteLines - 1) * noteLeading / leading + 1.35
    return Int((total - taken).rounded(.down)) * 2
  }

  /// How many note lines fit below text that reaches `units` half lines down.
  func noteRoom(extra: Int, units: Int, atMost: Int) -> Int {
    var count = atMost
    while count > 0, capacity(extra: extra, noteLines: count) < units { count -= 1 }
    return count
  }
}

/// What pages are judged by; costs are of one scale with paragraphs' (thousands of demerits).
enum PageCost {
  /// A spread one line longer or shorter than the others.
  static let longSpread: Float = 60
  static let shortSpread: Float = 35
  /// A page's foot one line above its neighbour's.
  static let ragged: Float = 900
  /// A foot half a line above its neighbour's, within quotations set off by half lines.
  static let halfLine: Float = 70
  /// White between text and notes, a line.
  static let looseNotes: Float = 20
  /// A paragraph's last line at a page's head, its first at the foot.
  static let widow: Float = 6000
  /// A hyphen at a page's end, at the turn of a leaf.
  static let hyphen: Float = 120
  static let turnHyphen: Float = 400
  static let splitNote: Float = 150
  /// A note that begins on a later page than its mark, as those before it fill the page.
  static let lateNote: Float = 3000
  static let deferredFigure: Float = 12
  static let lonelyFigure: Float = 2000
  static let sceneBreakAtEdge: Float = 25
  static let page: Float = 20
  /// A last page with hardly anything on it; one that is neither full nor clearly short, so that it
  /// looks like a mistake beside a full one.
  static let shortLast: Float = 150
  static let nearlyFull: Float = 400
}
