/// How a chapter's own text begins: what outputs may set large there, and what in small capitals.
package struct ChapterOpening: Sendable, Equatable {
  /// Index of the paragraph in the chapter's prose.
  package var prose: Int
  /// The letter or the whole number that may be set large, without marks of quotation before it;
  /// nil where none may.
  package var initial: Range<Int>?
  /// The first phrase, which may be set in small capitals; no name is parted by its end.
  package var lead: Range<Int>?

  package init(prose: Int, initial: Range<Int>? = nil, lead: Range<Int>? = nil) {
    self.prose = prose
    self.initial = initial
    self.lead = lead
  }
}
