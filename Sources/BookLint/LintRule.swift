// BookLint: remarks on the prose and the book as a whole, one file a rule.
// In: the annotated book. Out: diagnostics. It changes nothing and reads no file.
package import BookDiagnostics
package import BookModel

/// One rule: a fault and how it is found in one chapter.
package protocol LintRule: Sendable {
  /// The code of its diagnostics.
  static var code: DiagnosticCode { get }
  /// What it finds in one chapter of the book.
  func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic]
}

/// Every rule; a test fails when a file in `Rules/` is not listed.
package let lintRules: [any LintRule] = [DoubledWord()]

/// All that the rules find, chapter by chapter.
package func lint(_ book: AnnotatedBook, jobs: Int) async -> [Diagnostic] {
  await Array(book.book.chapters.indices).mapInOrder(jobs: jobs) { _, chapter in
    lintRules.flatMap { $0.check(chapter, in: book) }
  }.flatMap { $0 }
}
