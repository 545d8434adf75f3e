import BookLanguage
package import BookModel

/// A word that tells of something that happened, whether or not it is worth a row.
package struct ToldHappening: Sendable, Equatable {
  /// Index into `Book.chapters`.
  package let chapter: Int
  /// Ranges of that chapter's text.
  package let clause: Range<Int>
  /// The word that carries it.
  package let trigger: Range<Int>
}

/// Every asserted happening of a book, in the order of the text; of languages that support no events, none.
package func happenings(in book: Book, jobs: Int) async -> [ToldHappening] {
  guard let finder = EveryHappening(Language.of(book.metadata.language)) else { return [] }
  let found = await book.chapters.mapInOrder(jobs: jobs) { index, chapter in
    finder.happenings(in: chapter).map {
      ToldHappening(chapter: index, clause: $0.clause, trigger: $0.trigger)
    }
  }
  return found.flatMap { $0 }
}
