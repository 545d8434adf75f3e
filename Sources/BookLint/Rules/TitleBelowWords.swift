package import BookDiagnostics
package import BookModel

/// Words before a chapter's title, which is then no opening but a heading within the chapter.
package struct TitleBelowWords: ChapterRule {
  package static let code = DiagnosticCode.titleBelowWords

  package init() {}

  package func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic] {
    let chapter = book.book.chapters[chapter]
    let title = chapter.blocks.firstIndex {
      if case .heading(1, _, _) = $0.kind { true } else { false }
    }
    // Below a motto or a picture a title opens its chapter.
    guard chapter.header.title == nil, let title, case .paragraph? = chapter.blocks.first?.kind
    else { return [] }
    return [
      Diagnostic(
        Self.code, "words stand before the chapter's title, which is set as a heading below them",
        at: chapter.blocks[title].span,
        notes: [
          DiagnosticNote(
            "put the title above them; a motto is '::: epigraph' above it and ':::' below")
        ])
    ]
  }
}
