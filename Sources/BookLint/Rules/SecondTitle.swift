package import BookDiagnostics
package import BookModel

/// A second heading of level 1: a chapter has one title.
package struct SecondTitle: ChapterRule {
  package static let code = DiagnosticCode.secondTitle

  package init() {}

  package func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic] {
    let chapter = book.book.chapters[chapter]
    // A chapter's first heading is its title, however many signs it has.
    let isTitled = chapter.openingHeading != nil && chapter.headingLevels.first?.level != 1
    let titles = chapter.headingLevels.filter { $0.level == 1 }
    return titles.dropFirst(isTitled ? 0 : 1).map { number, _ in
      Diagnostic(
        Self.code, "a second heading of level 1 in one chapter", at: chapter.headingSpan(number),
        notes: [DiagnosticNote("give it two signs '##', or a file of its own")])
    }
  }
}
