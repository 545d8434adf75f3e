package import BookDiagnostics
package import BookModel

/// A chapter without any heading or title, which has no name in the contents.
package struct HeadingMissing: ChapterRule {
  package static let code = DiagnosticCode.headingMissing

  package init() {}

  package func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic] {
    let chapter = book.book.chapters[chapter]
    guard chapter.sections.isEmpty, chapter.header.title == nil, let start = chapter.bodyStart,
      !chapter.holdsNothing
    else { return [] }
    switch chapter.header.role {
    case .dedication, .epigraph, .colophon: return []
    default: break
    }
    return [
      Diagnostic(
        Self.code, "the chapter has neither a heading nor a title",
        at: SourceSpan(file: chapter.source, start: start, end: start),
        notes: [
          DiagnosticNote("begin it with '# ' and its title, or give 'title:' in its header")
        ])
    ]
  }
}
