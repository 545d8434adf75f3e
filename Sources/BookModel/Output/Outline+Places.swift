/// A leaf of prose that index, chronology and list of changes can point at.
package struct OutlinePlace: Sendable, Equatable {
  /// Index into `Book.chapters`.
  package var chapter: Int
  /// The leaf.
  package var leaf: Prose
  /// Number printed of the note that it belongs to.
  package var note: Int?
}

extension Outline {
  /// The place of a leaf; nil where no output shows it, as in a note that nothing refers to.
  ///
  /// `note` is the note of a locator that stands for one, when the leaf does not say so itself.
  package func place(chapter: Int, prose: Int, note: Int? = nil) -> OutlinePlace? {
    guard book.book.chapters.indices.contains(chapter),
      book.book.chapters[chapter].prose.indices.contains(prose)
    else { return nil }
    let leaf = book.book.chapters[chapter].prose[prose]
    guard let note = note ?? leaf.note, book.book.chapters[chapter].notes.indices.contains(note)
    else { return OutlinePlace(chapter: chapter, leaf: leaf, note: nil) }
    let number = book.book.chapters[chapter].notes[note].number
    return number > 0 ? OutlinePlace(chapter: chapter, leaf: leaf, note: number) : nil
  }
}
