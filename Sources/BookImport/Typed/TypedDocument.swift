/// What somebody typed, as it looks: the one tree that every format is read into.
package struct TypedDocument: Sendable, Equatable {
  /// In reading order.
  package var blocks: [TypedBlock] = []
  /// Footnotes and endnotes, in no order of their own; runs refer to them.
  package var notes: [[TypedBlock]] = []
  /// Pictures; runs refer to them.
  package var pictures: [TypedPicture] = []
  /// What the file says of itself.
  package var properties = TypedProperties()
  /// What is not in the blocks, with its words.
  package var leftOut: [LeftOut] = []
  /// What was made of something that could have been meant otherwise.
  package var guesses: [Guess] = []

  package init() {}
}

/// A block of a typed document.
package indirect enum TypedBlock: Sendable, Equatable {
  case paragraph(TypedParagraph)
  case table(TypedTable)
  /// A line across the page.
  case rule
}

/// One paragraph.
package struct TypedParagraph: Sendable, Equatable {
  /// How its lines stand.
  package enum Alignment: String, Sendable { case left, center, right, justified }
  /// What begins anew before it.
  package enum Break: Int, Sendable, Comparable {
    case none
    case page
    case section
    package static func < (a: Break, b: Break) -> Bool { a.rawValue < b.rawValue }
  }
  /// The list it is an item of.
  package struct ListItem: Sendable, Equatable {
    /// Items of one list have the same.
    package var list: String
    /// 0 for the outermost.
    package var level: Int
    /// Nil for bullets.
    package var number: Int?

    package init(list: String, level: Int, number: Int?) {
      self.list = list
      self.level = level
      self.number = number
    }
  }

  /// Words and what stands among them.
  package var runs: [TypedRun]
  /// What its style is called, in small letters; those it is based on follow.
  package var styles: [String] = []
  /// 1 to 9 for a heading, nil for anything else.
  package var outline: Int?
  /// How its lines stand.
  package var alignment = Alignment.left
  /// Distance of its lines from the margin, in twentieths of a point.
  package var left = 0
  /// Distance of its first line from the others, ditto.
  package var first = 0
  /// Space before it, ditto.
  package var before = 0
  /// Size of most of its letters in half points, 0 where nobody says.
  package var size = 0
  /// The list it belongs to.
  package var item: ListItem?
  /// What begins anew before it.
  package var breakBefore = Break.none
  /// Stands in a box beside the text.
  package var isInBox = false
  /// Has a line under it or above it.
  package var isRuled = false
  /// Its number in the file, from 1, for the report.
  package var place = 0

  package init(_ runs: [TypedRun] = []) { self.runs = runs }

  /// The words.
  package var text: String { runs.text }
}

/// A table: rows of cells, each of blocks.
package struct TypedTable: Sendable, Equatable {
  /// Row by row.
  package var rows: [[[TypedBlock]]]
  /// Its place in the file, for the report.
  package var place: Int

  package init(rows: [[[TypedBlock]]], place: Int) {
    self.rows = rows
    self.place = place
  }
}

/// A picture of the file.
package struct TypedPicture: Sendable, Equatable {
  /// The file's bytes.
  package var bytes: [UInt8]
  /// `png`, `jpg`, `gif`, `svg` or `webp`.
  package var ending: String
  /// What it shows, in the author's words; empty where nobody said.
  package var alternative: String

  package init(bytes: [UInt8], ending: String, alternative: String) {
    self.bytes = bytes
    self.ending = ending
    self.alternative = alternative
  }
}

/// What a file says of itself.
package struct TypedProperties: Sendable, Equatable {
  package var title = ""
  package var subtitle = ""
  package var author = ""
  package var language = ""
  package var description = ""

  package init() {}
}
