package import BookModel

/// A book as it was understood: chapters, pictures, and what was found on the way.
package struct ImportedBook: Sendable, Equatable {
  package var title = ""
  package var subtitle = ""
  package var author = ""
  /// A BCP 47 tag, empty where the file does not say.
  package var language = ""
  package var rights = ""
  package var description = ""
  /// In reading order.
  package var chapters: [ImportedChapter] = []
  /// Runs refer to them by index.
  package var pictures: [TypedPicture] = []
  /// What is in no chapter, with its words.
  package var leftOut: [LeftOut] = []
  /// What was made of something that could have been meant otherwise.
  package var guesses: [Guess] = []

  package init() {}
}

/// One chapter, to be a file of its own.
package struct ImportedChapter: Sendable, Equatable {
  /// Its heading; empty where it has none.
  package var title: [TypedRun] = []
  /// What it is called in the contents where nobody has given it a heading; its text does not show
  /// it.
  package var contentsTitle = ""
  /// A role of book.yaml, such as `dedication`; nil for a plain chapter.
  package var role: String?
  /// The part of the book that begins with it.
  package var part: String?
  /// What stands in it.
  package var blocks: [ImportedBlock] = []
  /// Its notes; runs refer to them by index.
  package var notes: [[ImportedBlock]] = []

  package init() {}
}

/// A block of a chapter, as Markdown has it.
package indirect enum ImportedBlock: Sendable, Equatable {
  case paragraph([TypedRun])
  /// From 1, the chapter's own, on.
  case heading(Int, [TypedRun])
  case sceneBreak
  case division(Division.Kind, [ImportedBlock])
  case quotation([ImportedBlock])
  /// Nil for bullets, else the first number.
  case list(start: Int?, items: [[ImportedBlock]])
  /// A picture on its own, with what stands below it.
  case figure(picture: Int, caption: [TypedRun])
  /// Rows of cells; the first row is the head.
  case table([[[TypedRun]]])
}
