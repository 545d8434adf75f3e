package import BookDiagnostics
package import BookModel

/// A stretch of a leaf's words, for tests that make chapters without Markdown.
package indirect enum Run: Sendable, ExpressibleByStringLiteral {
  case words(String)
  case mark(Mark.Kind, [Run])
  /// Something without words: an image, a reference to a note.
  case point(Mark.Kind)

  package init(stringLiteral value: String) { self = .words(value) }
}

/// Makes a chapter leaf by leaf, as the parser would: text, prose, marks and a source to point to.
package struct ChapterBuilder {
  /// What was built so far.
  package private(set) var chapter: ParsedChapter
  /// Bytes that the spans point into: the words, a blank line between leaves.
  package private(set) var sourceBytes: [UInt8] = []
  private var paragraph = 0
  private var section = -1

  package init(source: SourceID = SourceID(0), header: ChapterHeader = ChapterHeader()) {
    chapter = ParsedChapter(source: source, header: header)
  }

  /// Adds a leaf and returns its index.
  package mutating func leaf(
    _ runs: [Run], zone: Zone = .body, id: String? = nil, note: Int? = nil
  ) -> Int {
    let start = chapter.text.count
    let firstMark = chapter.marks.count
    chapter.segments.append(SourceSegment(text: start, source: sourceBytes.count))
    append(runs)
    var ordered = Array(chapter.marks[firstMark...])
    ordered.sort {
      ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
    }
    chapter.marks.replaceSubrange(firstMark..., with: ordered)
    sourceBytes += Array("\n\n".utf8)
    if zone != .heading { paragraph += 1 }
    let index = chapter.prose.count
    chapter.prose.append(
      Prose(
        text: start..<chapter.text.count, marks: firstMark..<chapter.marks.count, zone: zone,
        section: section, paragraph: max(1, paragraph), id: id ?? "p-\(index + 1)", note: note))
    chapter.wordCount += chapter.text[start...].split { $0 == 0x20 || $0 == 0x0A }.count
    return index
  }

  private mutating func append(_ runs: [Run]) {
    for run in runs {
      let start = chapter.text.count
      switch run {
      case .words(let words):
        chapter.text += Array(words.utf8)
        sourceBytes += Array(words.utf8)
      case .mark(let kind, let inner):
        append(inner)
        chapter.marks.append(Mark(kind, start..<chapter.text.count, span: span(start)))
      case .point(let kind):
        chapter.marks.append(Mark(kind, start..<start, span: span(start)))
      }
    }
  }

  /// From the text offset of a leaf being built to the end of the source.
  private func span(_ textStart: Int) -> SourceSpan {
    let length = chapter.text.count - textStart
    return SourceSpan(
      file: chapter.source, start: sourceBytes.count - length, end: sourceBytes.count)
  }

  /// The whole of what was written last, as a block's span.
  private func blockSpan(_ prose: Int) -> SourceSpan { chapter.span(chapter.prose[prose].text) }

  /// A paragraph as a block.
  package mutating func paragraph(_ runs: Run..., zone: Zone = .body, note: Int? = nil) -> Block {
    let prose = leaf(runs, zone: zone, note: note)
    return Block(.paragraph(prose), span: blockSpan(prose))
  }

  /// A heading as a block.
  package mutating func heading(_ level: Int, _ runs: Run..., id: String) -> Block {
    let prose = leaf(runs, zone: .heading, id: id)
    section += 1
    chapter.sections.append(Section(level: level, prose: prose, id: id))
    chapter.prose[prose].section = section
    return Block(.heading(level: level, prose: prose, section: section), span: blockSpan(prose))
  }

  /// A block made of others.
  package func block(_ kind: Block.Kind) -> Block {
    Block(
      kind,
      span: SourceSpan(
        file: chapter.source, start: max(0, sourceBytes.count - 2), end: sourceBytes.count))
  }

  /// Adds to the body.
  package mutating func add(_ blocks: Block...) { chapter.blocks += blocks }

  /// Adds a note made of one paragraph.
  package mutating func note(_ runs: Run...) {
    let index = chapter.notes.count
    let prose = leaf(runs, zone: .note, note: index)
    chapter.notes.append(
      Note(
        label: String(index + 1), number: index + 1,
        blocks: [Block(.paragraph(prose), span: blockSpan(prose))], span: blockSpan(prose)))
  }
}
