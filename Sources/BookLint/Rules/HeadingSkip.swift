package import BookDiagnostics
package import BookModel

/// A heading two levels or more below the one before it.
package struct HeadingSkip: ChapterRule {
  package static let code = DiagnosticCode.headingSkip

  package init() {}

  package func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic] {
    let chapter = book.book.chapters[chapter]
    var last = 0
    var found: [Diagnostic] = []
    for (number, level) in chapter.headingLevels {
      // A chapter may begin at the second level.
      if level > last + 1, !(last == 0 && level <= 2) {
        let below = last == 0 ? "no heading" : "a heading of level \(last)"
        found.append(
          Diagnostic(
            Self.code, "a heading of level \(level) after \(below) leaves a level out",
            at: chapter.headingSpan(number)))
      }
      last = level
    }
    return found
  }
}
