/// One stretch of a book as a reader meets it: a paragraph, a heading, a caption, a picture.
///
/// Mark-up is gone from it, and how lines are broken in the file: what is equal here reads equal.
package struct Passage: Sendable, Equatable {
  /// What it is.
  package var shape: Shape
  /// Range of `ChapterReading.text`.
  package var range: Range<Int>
  /// Stands for the words; for a passage without words, for what it is.
  package var hash: UInt64
  /// Index into `ParsedChapter.prose`, -1 when its words are not there.
  package var prose: Int
  /// Words as a reader counts them.
  package var words: Int

  /// What a passage is, apart from its words.
  package struct Shape: Sendable, Equatable {
    /// The kind of passage.
    package var kind: Kind
    /// What it stands in, outermost first: `quotation`, `letter`, `note`; empty for the body.
    package var setting: String
    /// The file of a picture, the level of a heading; empty for the rest.
    package var detail: String

    package init(_ kind: Kind, setting: String = "", detail: String = "") {
      self.kind = kind
      self.setting = setting
      self.detail = detail
    }
  }

  /// The kinds of passage; the raw value is what reports call it.
  package enum Kind: String, Sendable {
    case paragraph
    case heading
    case item = "list item"
    case cell = "table cell"
    case caption
    case credit = "line of credit"
    case code
    case label = "opening line"
    case picture
    case sceneBreak = "scene break"
  }
}

/// A passage's shape and words on their own, as a report of changes carries it.
package struct PassageContent: Sendable, Equatable {
  /// What it is.
  package var shape: Passage.Shape
  /// UTF-8, single blanks between the words.
  package var words: [UInt8]

  package init(_ shape: Passage.Shape, words: [UInt8]) {
    self.shape = shape
    self.words = words
  }
}

/// A chapter as a sequence of passages in reading order, notes last.
package struct ChapterReading: Sendable {
  /// The words of all passages, one after the other.
  package var text: [UInt8] = []
  /// In reading order.
  package var passages: [Passage] = []
  /// Index into `passages` for every leaf of `ParsedChapter.prose`, -1 for one never reached.
  package var passageOfProse: [Int32] = []

  /// The passage on its own.
  package func content(_ index: Int) -> PassageContent {
    PassageContent(passages[index].shape, words: Array(text[passages[index].range]))
  }

  /// Everything the chapter says.
  package var contents: [PassageContent] { passages.indices.map(content) }

  /// Words of all passages.
  package var words: Int { passages.reduce(0) { $0 + $1.words } }
}
