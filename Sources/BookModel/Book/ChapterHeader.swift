package import BookDiagnostics

/// Which part of the book a chapter belongs to.
package enum Matter: String, Sendable, CaseIterable {
  case front
  case body
  case back
}

/// What a chapter is, when it is not simply a chapter.
package enum ChapterRole: String, Sendable, CaseIterable {
  case dedication
  case epigraph
  case foreword
  case preface
  case introduction
  case afterword
  case acknowledgments
  case appendix
  case colophon
}

/// What is said of a chapter in its own header or in book.yaml's list.
package struct ChapterHeader: Sendable, Equatable {
  /// Overrides the first heading in contents and running heads.
  package var title: String?
  /// What running heads, contents and index call it, where its title is long.
  package var short: String?
  /// Front, body or back matter.
  package var matter: Matter = .body
  /// Its special role.
  package var role: ChapterRole?
  /// Number as printed above the title: `IV`; nil prints none.
  package var ordinal: String?
  /// Title of the part that begins or goes on here.
  package var part: String?
  /// Title of the volume.
  package var volume: String?
  /// Day of writing.
  package var date: WrittenDate?
  /// Where the date stands.
  package var dateSpan: SourceSpan?
  /// Whether it is not to be in the book yet.
  package var isDraft = false

  package init() {}
}
