import BookModel

/// Ids that bookc adds to a chapter's document, kept clear of those made from its words.
struct ChapterIDs {
  private var taken: Set<String>

  init(_ chapter: ParsedChapter) {
    taken = []
    // Only names that could be made from a heading's words are at risk.
    for section in chapter.sections { taken.insert(section.id) }
    for leaf in chapter.prose where leaf.id.hasPrefix("note") || leaf.id.hasPrefix("page-") {
      taken.insert(leaf.id)
    }
    taken.formUnion(chapter.givenIDs)
  }

  /// The id wanted, with a letter added while the words of the chapter have it.
  mutating func claim(_ wanted: String) -> String {
    var id = wanted
    while !taken.insert(id).inserted { id += "x" }
    return id
  }

  /// The id of a note, the same each time it is asked for.
  func note(_ number: Int) -> String { clear("note-\(number)") }

  /// The id of a note's first reference, the same each time it is asked for.
  func reference(_ number: Int) -> String { clear("noteref-\(number)") }

  private func clear(_ wanted: String) -> String {
    var id = wanted
    while taken.contains(id) { id += "x" }
    return id
  }
}
