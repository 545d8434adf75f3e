/// A leaf that reads otherwise than in an earlier revision, for proof readers.
package struct ProseChange: Sendable, Equatable {
  /// What happened to it.
  package enum Kind: String, Sendable, CaseIterable {
    case added
    case edited
    case moved
    /// Taken out: `prose` is the leaf it stood after.
    case gone
  }
  /// Index into `Book.chapters`.
  package var chapter: Int
  /// Index into that chapter's `prose`.
  package var prose: Int
  /// What happened to it.
  package var kind: Kind
  /// What was taken out, or its beginning.
  package var words: String

  package init(chapter: Int, prose: Int, kind: Kind, words: String = "") {
    self.words = words
    self.chapter = chapter
    self.prose = prose
    self.kind = kind
  }
}
