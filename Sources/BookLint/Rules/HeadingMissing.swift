package import BookDiagnostics
package import BookModel

/// A chapter without a title, which has no name in the contents, or only that of a part of it.
package struct HeadingMissing: ChapterRule {
  package static let code = DiagnosticCode.headingMissing

  package init() {}

  package func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic] {
    let chapter = book.book.chapters[chapter]
    guard chapter.header.title == nil, let start = chapter.bodyStart, !chapter.holdsNothing,
      !beginsWithBrokenHeading(chapter, in: book.book)
    else { return [] }
    switch chapter.header.role {
    case .dedication, .epigraph, .colophon: return []
    default: break
    }
    if let first = chapter.headingLevels.first {
      // A heading that opens the chapter is its title, and so is one of the first level below a
      // motto or a picture; any other is that of a part of it.
      guard first.level > 1, chapter.openingHeading == nil, let title = chapter.title else {
        return []
      }
      return [
        Diagnostic(
          Self.code,
          "the chapter has no title of its own; contents call it '\(title)', as a part of it is called",
          at: chapter.headingSpan(first.section),
          notes: [DiagnosticNote("begin the chapter with '# ' and its title")])
      ]
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

  /// `#The Shop`, of which another message says what it lacks.
  private func beginsWithBrokenHeading(_ chapter: ParsedChapter, in book: Book) -> Bool {
    let bytes = book.sources[chapter.source].bytes
    guard let first = chapter.prose.first, first.text.lowerBound < first.text.upperBound else {
      return false
    }
    let start = Int(chapter.span(first.text).start)
    guard bytes.indices.contains(start), bytes[start] == UInt8(ascii: "#") else { return false }
    return start == 0 || bytes[start - 1] != UInt8(ascii: "\\")
  }
}
