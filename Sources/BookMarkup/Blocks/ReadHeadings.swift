import BookDiagnostics
import BookLanguage
import BookModel

extension ChapterReader {
  mutating func readHeading(_ node: MarkdownNode, in frames: inout [Frame]) {
    let span = span(node)
    cursor.move(to: node)
    while cursor.byte == 0x23 { cursor.position += 1 }
    cursor.skipBlanks()
    beginHeading()
    readInlines(node.firstChild, depth: 0)
    if let block = endHeading(level: node.headingLevel, identifier: nil, at: span) {
      append(block, to: &frames)
    }
  }

  /// Begins the leaf of a heading; it shares the number of the paragraph after it.
  mutating func beginHeading() {
    prose.beginLeaf()
    openQuotes = OpenQuotes(nests: quotes.marks.nests)
    if place.note == nil { place.paragraph = paragraphs + 1 }
  }

  /// Ends it and begins its section; nil when the heading has no words.
  mutating func endHeading(level: Int, identifier: String?, at span: SourceSpan) -> Block? {
    if prose.hasNoText {
      report(.headingEmpty, "the heading has no words and is left out", at: span)
      prose.dropLeaf()
      return nil
    }
    checkLevel(level, at: span)
    let id = identifier ?? identifiers.heading(prose.text[prose.start...])
    let outer = place.zone
    if place.note == nil { place.section = chapter.sections.count }
    if outer == .body { place.zone = .heading }
    let index = endLeaf(identifier: id)
    place.zone = outer
    let section = chapter.sections.count
    chapter.sections.append(Section(level: level, prose: index, id: id))
    return Block(.heading(level: level, prose: index, section: section), span: span)
  }

  private mutating func checkLevel(_ level: Int, at span: SourceSpan) {
    guard place.note == nil else { return }
    defer {
      lastHeadingLevel = level
      hasTitle = hasTitle || level == 1
    }
    if level == 1, hasTitle {
      report(
        .secondTitle, "a second heading of level 1 in one chapter", at: span,
        notes: [DiagnosticNote("give it two signs '##', or a file of its own")])
    } else if level > lastHeadingLevel + 1, !(lastHeadingLevel == 0 && level <= 2) {
      let below = lastHeadingLevel == 0 ? "no heading" : "a heading of level \(lastHeadingLevel)"
      report(
        .headingSkip, "a heading of level \(level) after \(below) leaves a level out", at: span)
    }
  }

  /// A chapter without any heading has no name in the contents.
  mutating func checkHeadings() {
    guard chapter.sections.isEmpty, chapter.header.title == nil else { return }
    switch chapter.header.role {
    case .dedication, .epigraph, .colophon: return
    default: break
    }
    report(
      .headingMissing, "the chapter has neither a heading nor a title",
      at: span(masked.start, masked.start),
      notes: [DiagnosticNote("begin it with '# ' and its title, or give 'title:' in its header")])
  }
}
