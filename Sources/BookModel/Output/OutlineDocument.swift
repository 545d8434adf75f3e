/// One document of the book: what it is, its name and what it is called.
package struct OutlineDocument: Sendable, Equatable {
  /// What the document holds.
  package enum Kind: Sendable, Equatable {
    case cover
    case halfTitle
    case titlePage
    case copyrightPage
    /// The table of contents; an EPUB's navigation document.
    case contents
    case cast
    /// A page with the title of the volume or part that begins here.
    case part
    /// Index into `Book.chapters`.
    case chapter(Int)
    case chronology
    case peopleIndex
    /// What was changed since an earlier revision.
    case changes
    case colophon
  }
  /// What it holds.
  package var kind: Kind
  /// File name without an ending, unique without regard to case.
  package var name: String
  /// As the contents have it, without a number.
  package var title: String
  /// As the document's own title has it: the book's title for the pages that show it, a chapter's
  /// with its number.
  package var fullTitle: String

  package init(kind: Kind, name: String, title: String, fullTitle: String) {
    self.kind = kind
    self.name = name
    self.title = title
    self.fullTitle = fullTitle
  }
}

/// A line of the table of contents.
package struct ContentsEntry: Sendable, Equatable {
  /// Plain words.
  package var title: String
  /// Number printed before the title: `IV`; nil also where the title ends with it.
  package var number: String?
  /// Index into `Outline.documents`.
  package var document: Int
  /// Id within that document, nil for its start.
  package var fragment: String?
  /// What stands below it.
  package var children: [ContentsEntry] = []

  package init(title: String, number: String? = nil, document: Int, fragment: String? = nil) {
    self.title = title
    self.number = number
    self.document = document
    self.fragment = fragment
  }

  /// Number and title as the contents print them.
  package var label: String { label(saying: title) }

  /// The same with another title.
  package func label(saying title: String) -> String { number.map { "\($0) \(title)" } ?? title }
}
