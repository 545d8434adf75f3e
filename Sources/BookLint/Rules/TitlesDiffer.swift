package import BookDiagnostics
package import BookModel

/// A title in the chapter's head or in book.yaml, and another one above its words.
package struct TitlesDiffer: ChapterRule {
  package static let code = DiagnosticCode.titlesDiffer

  package init() {}

  package func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic] {
    let chapter = book.book.chapters[chapter]
    guard let title = chapter.header.title, let opening = chapter.openingHeading else { return [] }
    let heading = chapter.string(chapter.prose[opening.prose].text)
    let (one, other) = (Self.letters(of: title), Self.letters(of: heading))
    // "Chapter 4: The Mill" and "The Mill" are one title.
    if one.isEmpty || other.isEmpty || one.contains(other) || other.contains(one) { return [] }
    return [
      Diagnostic(
        Self.code,
        "the chapter is called '\(title)' by its 'title:' and '\(heading)' by its heading",
        at: chapter.headingSpan(opening.section),
        notes: [
          DiagnosticNote(
            "delete 'title:'; where the contents want fewer words than the page, write 'short:'")
        ])
    ]
  }

  private static func letters(of title: String) -> String {
    title.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
