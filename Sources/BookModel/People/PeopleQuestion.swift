package import BookDiagnostics

/// Something that only the author can say of the people of a book, asked once for all its places.
package struct PeopleQuestion: Sendable, Equatable {
  /// What is asked.
  package enum Kind: Sendable, Equatable {
    /// Whom the words mean: indices into `PeopleAnnotation.people`, likeliest first.
    case meant(candidates: [Int])
    /// Whether the words name somebody at all who is to stand in the index.
    case somebody
    /// Whether they are a further name of somebody, an index into `PeopleAnnotation.people`.
    case otherName(of: Int)
  }

  /// As they stand in the prose.
  package var words: String
  /// What is asked of them.
  package var kind: Kind
  /// How many places an answer settles.
  package var places: Int
  /// The first of them.
  package var first: SourceSpan
  /// In how many chapters.
  package var chapters: Int

  package init(words: String, kind: Kind, places: Int, first: SourceSpan, chapters: Int) {
    self.words = words
    self.kind = kind
    self.places = places
    self.first = first
    self.chapters = chapters
  }
}
