import BookDiagnostics
import BookLanguage
import BookModel

extension ChapterReader {
  mutating func readHeading(_ node: MarkdownNode, in frames: inout [Frame]) {
    let span = span(node)
    // `# # #` and `###` are a pause on a typist's page.
    let signs = original[span.range.clamped(to: 0..<original.count)]
    if signs.allSatisfy({ $0 == 0x23 || $0.isSpaceOrTab }), signs.count(where: { $0 == 0x23 }) > 2 {
      report(
        .headingEmpty, "a line of nothing but '#' is set as a pause", at: span,
        notes: [DiagnosticNote("write '* * *' for a pause")])
      append(Block(.sceneBreak, span: span), to: &frames)
      isAfterBreak = true
      return
    }
    cursor.move(to: node)
    while cursor.byte == 0x23 { cursor.position += 1 }
    cursor.skipBlanks()
    if let figures = readFigures(node) {
      report(
        .headingEmpty, "the heading holds a picture and no words: the picture stands alone",
        at: span)
      for figure in figures { append(figure, to: &frames) }
      return
    }
    beginHeading()
    readInlines(node.firstChild, depth: 0)
    let attributes = place.note == nil ? masked.hidden.headings[node.startLine] : nil
    let id = attributes?.id.flatMap { claimedIdentifier($0, at: span) }
    if attributes?.isUnnumbered == true, chapter.blocks.isEmpty, prose.prose.isEmpty {
      chapter.isUnnumbered = true
    }
    if let block = endHeading(level: node.headingLevel, identifier: id, at: span) {
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
}
