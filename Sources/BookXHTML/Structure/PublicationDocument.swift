/// One content document of the book: what it is, its name and what it is called.
package struct PublicationDocument: Sendable, Equatable {
  /// What the document holds.
  package enum Kind: Sendable, Equatable {
    case cover
    case halfTitle
    case titlePage
    case copyrightPage
    /// The table of contents; the package's navigation document.
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
  /// As the contents and the document's own title have it.
  package var title: String
}

/// A line of the table of contents.
package struct ContentsEntry: Sendable, Equatable {
  /// Plain words.
  package var title: String
  /// Number printed before the title: `IV`.
  package var number: String?
  /// Index into `Publication.documents`.
  package var document: Int
  /// Id within that document, nil for its start.
  package var fragment: String?
  /// What stands below it.
  package var children: [ContentsEntry] = []
}

extension ContentsEntry {
  /// Number and title as the contents print them.
  package var label: String {
    guard let number, !title.hasSuffix(number) else { return title }
    return "\(number) \(title)"
  }
}
