/// How blocks set off from running text are set.
package struct BlockStyles: Sendable, Equatable {
  /// One kind of block.
  struct Block: Sendable, Equatable {
    /// Points.
    var size: Float
    /// How far it stands in, in points.
    var indent: Float = 13.65
    /// White above and below, in half lines.
    var before = 1
    var after = 1
  }

  /// A line that belongs to a block: its date, its signature, where its words come from.
  struct Label: Sendable, Equatable {
    var isItalic = false
    var isSmall = false
    var alignment = LineAlignment.right
  }

  var quotation = Block(size: 10)
  var letter = Block(size: 10)
  var diary = Block(size: 10)
  var document = Block(size: 10)
  var transcript = Block(size: 10.5, indent: 5.25)
  var verse = Block(size: 10.5, indent: 10.5)
  /// Its indent stands for its left edge alone.
  var epigraph = Block(size: 10, indent: 63, after: 2)
  var code = Block(size: 8.5, indent: 15.75)
  /// Points.
  var table: Float = 9.5
  /// Whether lines stand above and below a table and its head.
  var hasTableRules = false
  /// How far verse's turned-over lines and speeches' later lines stand in, in em.
  var turnover: Float = 3
  var hang: Float = 2
  /// Between two stanzas, in half lines.
  var stanzaSpace = 1
  /// True where verse stands in the middle by its longest line.
  var isVerseCentred = true
  /// True for epigraphs in italic.
  var isEpigraphItalic = true
  var attribution = Label(isSmall: true)
  var letterDate = Label(isItalic: true)
  var diaryDate = Label(isSmall: true, alignment: .left)
  var signature = Label(isSmall: true)
  var tableHead = Label(isItalic: true, alignment: .left)
  /// True for speakers in small capitals.
  var isSpeakerSmall = true
  /// Weight of the line beside documents, in points; 0 for none.
  var sideRule: Float = 0
  var caption = Label(isItalic: true, alignment: .centre)
  /// Points; nil for a little less than the caption's.
  var creditSize: Float?
  var isCreditItalic = false
}

/// How the pages that bookc makes are set.
struct MatterStyles: Sendable, Equatable {
  /// Points; nil for the size of running text.
  var contents: Float?
  var chronology: Float?
  /// How far in the rows of a chronology begin, in points.
  var chronologyHang: Float?
  /// How far subentries of the index stand in, and lines that go on, in points.
  var indexHang: Float?
  var indexTurnover: Float?
  /// Whether a letter stands above each group of the index.
  var hasIndexLetters = true
  /// Whether parts are bold in the contents, else in small capitals.
  var hasBoldParts = false
}
