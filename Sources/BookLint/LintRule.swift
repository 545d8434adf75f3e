// BookLint: what the facts of a book say against it, one file a rule.
// In: the annotated book. Out: diagnostics. It changes nothing and reads no file.
package import BookDiagnostics
package import BookModel

/// One rule: a fault and how it is found.
///
/// Each rule has one of the scopes below.
package protocol LintRule: Sendable {
  /// The code of its diagnostics, which no other rule gives.
  static var code: DiagnosticCode { get }
}

/// A rule that looks at one chapter at a time; chapters are looked at in parallel.
package protocol ChapterRule: LintRule {
  /// What it finds in one chapter of the book.
  func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic]
}

/// A rule about who is named where.
package protocol PeopleRule: LintRule {
  /// What it finds in the facts about people.
  func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic]
}

/// A rule about what happened when.
package protocol DatesRule: LintRule {
  /// What it finds in the facts about dates.
  func check(_ time: TimeAnnotation, in book: AnnotatedBook) -> [Diagnostic]
}

/// A rule about the book as a whole.
package protocol BookRule: LintRule {
  /// What it finds in the book.
  func check(_ book: Book) -> [Diagnostic]
}

/// All that the rules find: chapter by chapter, then of people, of dates and of the book.
package func lint(_ book: AnnotatedBook, jobs: Int) async -> [Diagnostic] {
  let found = await Array(book.book.chapters.indices).mapInOrder(jobs: jobs) { _, chapter in
    chapterRules.flatMap { $0.check(chapter, in: book) }
  }
  return found.flatMap { $0 }
    + peopleRules.flatMap { $0.check(book.people, in: book.book) }
    + datesRules.flatMap { $0.check(book.time, in: book) }
    + bookRules.flatMap { $0.check(book.book) }
}
