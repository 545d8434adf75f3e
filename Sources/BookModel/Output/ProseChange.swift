/// A leaf that reads otherwise than in an earlier revision, for proof readers.
package struct ProseChange: Sendable, Equatable {
  /// What happened to it.
  package enum Kind: String, Sendable, CaseIterable {
    case added
    case edited
    case moved
  }
  /// Index into `Book.chapters`.
  package var chapter: Int
  /// Index into that chapter's `prose`.
  package var prose: Int
  /// What happened to it.
  package var kind: Kind

  package init(chapter: Int, prose: Int, kind: Kind) {
    self.chapter = chapter
    self.prose = prose
    self.kind = kind
  }
}
