package import BookDiagnostics
package import BookModel

/// A second heading of level 1: a chapter has one title.
package struct SecondTitle: ChapterRule {
  package static let code = DiagnosticCode.secondTitle

  package init() {}

  package func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic] {
    let chapter = book.book.chapters[chapter]
    return chapter.headingLevels.filter { $0.level == 1 }.dropFirst().map { number, _ in
      Diagnostic(
        Self.code, "a second heading of level 1 in one chapter", at: chapter.headingSpan(number),
        notes: [DiagnosticNote("give it two signs '##', or a file of its own")])
    }
  }
}
