package import BookDiagnostics

// BookModel: the values that pass between the stages, and nothing that works on them.

/// One chapter file as parsed: its prose as bytes, what marks it up, and how it is built up.
///
/// All prose of the chapter lies in one buffer, `text`, in reading order, notes last. Every leaf
/// block (paragraph, heading, caption, cell …) is one `Prose`, a range of that buffer; marks are
/// ranges of it too. Finders of names and dates read `text` leaf by leaf and never see mark-up.
package struct ParsedChapter: Sendable {
  /// The file it came from.
  package var source: SourceID
  /// What the chapter's header and book.yaml say of it.
  package var header: ChapterHeader
  /// UTF-8 of all prose: smart punctuation applied, entities decoded, a soft line end is LF.
  package var text: [UInt8]
  /// The leaves in the order of `text`.
  package var prose: [Prose]
  /// Marks of all leaves, ordered by start, then longest first; properly nested.
  package var marks: [Mark]
  /// How `text` maps back to the file, ordered by offset.
  package var segments: [SourceSegment]
  /// The body, without notes.
  package var blocks: [Block]
  /// Footnotes in the order of their first reference, then those never referred to.
  package var notes: [Note]
  /// Every heading in order.
  package var sections: [Section]
  /// `<!-- bookc:allow B0801 reason -->` comments.
  package var allowances: [Allowance]
  /// Words of the body, headings and notes, as a reader counts them.
  package var wordCount: Int
  /// Its words, once they are cut.
  package var words: ChapterWords?
  /// True where its author wants no number before its title: `# Dedication {.unnumbered}`.
  package var isUnnumbered = false
  /// Pictures that are written into the chapter itself, by the path their images have.
  package var writtenPictures: [String: [UInt8]] = [:]
  /// Offset into the file of the body, behind the chapter's header; nil where the file could not
  /// be read as a chapter.
  package var bodyStart: Int?

  package init(source: SourceID, header: ChapterHeader) {
    self.source = source
    self.header = header
    text = []
    prose = []
    marks = []
    segments = []
    blocks = []
    notes = []
    sections = []
    allowances = []
    wordCount = 0
  }

  /// The words of a range of `text`.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  /// The bytes in the file that a range of `text` was made from.
  package func span(_ range: Range<Int>) -> SourceSpan {
    guard !segments.isEmpty else { return SourceSpan(file: source, start: 0, end: 0) }
    let first = segments[segmentIndex(range.lowerBound)]
    let start = first.sourceOffset(range.lowerBound)
    if range.isEmpty { return SourceSpan(file: source, start: start, end: start) }
    let last = segments[segmentIndex(range.upperBound - 1)]
    return SourceSpan(file: source, start: start, end: last.sourceEnd(range.upperBound))
  }

  private func segmentIndex(_ offset: Int) -> Int {
    var low = 0
    var high = segments.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(segments[middle].text) <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The id that a fragment written in a link means: `1953-in-ohio` is the id `s-1953-in-ohio`,
  /// since XML lets no id begin with a digit; `user-content-mill`, as GitHub writes it, is `mill`.
  package func anchor(_ fragment: String) -> String {
    let fragment = fragment.hasPrefix("user-content-") ? String(fragment.dropFirst(13)) : fragment
    let decoded = Book.percentDecoded(fragment)
    let ids = sections.lazy.map(\.id)
    // As the heading has it: an é may be one character here and two there.
    if let own = ids.first(where: { $0 == decoded }) {
      return own.utf8.elementsEqual(decoded.utf8) ? fragment : own
    }
    let prefixed = "s-" + decoded
    if ids.contains(prefixed) { return prefixed }
    let joined = decoded.replacing(":", with: "-")
    return ids.contains(joined) ? joined : fragment
  }

  /// The heading that the chapter begins with, which opens it in every output, however many signs
  /// its author wrote before it; nil where it begins with something else.
  package var openingHeading: (prose: Int, section: Int)? {
    guard case .heading(_, let leaf, let section)? = blocks.first?.kind,
      prose.indices.contains(leaf), sections.indices.contains(section)
    else { return nil }
    return (leaf, section)
  }

  /// The chapter's title as plain words: the header's, else its first heading's, else nothing.
  package var title: String? {
    if let title = header.title { return title }
    return sections.first.map { string(prose[$0.prose].text) }
  }
}

/// A stretch of `ParsedChapter.text` and the bytes of the file it stands for.
package struct SourceSegment: Sendable, Equatable {
  /// Offset into the text where the stretch begins; it ends where the next begins.
  package var text: Int32
  /// Offset into the file of the first byte it stands for.
  package var source: Int32
  /// How many bytes of the file it stands for when it is not copied byte for byte, else -1.
  package var replacedLength: Int32

  package init(text: Int, source: Int, replacedLength: Int = -1) {
    self.text = Int32(text)
    self.source = Int32(source)
    self.replacedLength = Int32(replacedLength)
  }

  fileprivate func sourceOffset(_ offset: Int) -> Int {
    replacedLength < 0 ? Int(source) + offset - Int(text) : Int(source)
  }

  fileprivate func sourceEnd(_ end: Int) -> Int {
    replacedLength < 0 ? Int(source) + end - Int(text) : Int(source) + Int(replacedLength)
  }
}

/// Where a leaf of prose stands, which decides how finders and the index treat it.
package enum Zone: String, Sendable, CaseIterable {
  case body
  case heading
  case quote
  case note
  case caption
}

/// One leaf block's words: a range of the chapter's text with its marks.
package struct Prose: Sendable, Equatable {
  /// Range of `ParsedChapter.text`.
  package var text: Range<Int>
  /// Range of `ParsedChapter.marks`.
  package var marks: Range<Int>
  /// Where it stands.
  package var zone: Zone
  /// Index into `ParsedChapter.sections` of the heading it stands under, -1 before the first.
  package var section: Int
  /// Ordinal of the paragraph within the chapter, from 1; headings share the next one's.
  package var paragraph: Int
  /// The id that the element has in every output: made from its words, stable while they are.
  package var id: String
  /// Index into `ParsedChapter.notes` when it belongs to a footnote.
  package var note: Int?
  /// True where the leaf follows a scene break, so that a narrative may start anew.
  package var followsBreak: Bool
  /// True for "— Anna Holub, in a letter" below a quotation: where the words before it come from.
  package var isSource = false

  package init(
    text: Range<Int>, marks: Range<Int>, zone: Zone, section: Int, paragraph: Int, id: String,
    note: Int? = nil, followsBreak: Bool = false
  ) {
    self.text = text
    self.marks = marks
    self.zone = zone
    self.section = section
    self.paragraph = paragraph
    self.id = id
    self.note = note
    self.followsBreak = followsBreak
  }
}

/// A heading and where its section begins.
package struct Section: Sendable, Equatable {
  /// 1 for the chapter's own title.
  package var level: Int
  /// Index into `ParsedChapter.prose` of the heading's words.
  package var prose: Int
  /// The id links to it use: made from its words as GitHub does, unique in the chapter.
  package var id: String

  package init(level: Int, prose: Int, id: String) {
    self.level = level
    self.prose = prose
    self.id = id
  }
}

/// One footnote.
package struct Note: Sendable {
  /// The label between `[^` and `]`.
  package var label: String
  /// Number printed, from 1 in the order of first reference; 0 if nothing refers to it.
  package var number: Int
  /// What it says; its leaves have zone `.note`.
  package var blocks: [Block]
  /// The definition in the file.
  package var span: SourceSpan
  /// The label with its signs, `[^1]:`.
  package var labelSpan: SourceSpan

  /// Without a span of its own the label stands for the whole.
  package init(
    label: String, number: Int, blocks: [Block], span: SourceSpan, labelSpan: SourceSpan? = nil
  ) {
    self.label = label
    self.number = number
    self.blocks = blocks
    self.span = span
    self.labelSpan = labelSpan ?? span
  }
}

/// A comment that silences one diagnostic code in the block that follows it.
package struct Allowance: Sendable, Equatable {
  /// The code, such as `B0801`.
  package var code: String
  /// Why; must not be empty.
  package var reason: String
  /// The comment.
  package var span: SourceSpan
  /// The bytes of the file it covers: the comment itself and the block after it, or the whole
  /// file when it stands before the first block.
  package var covers: SourceSpan

  package init(code: String, reason: String, span: SourceSpan, covers: SourceSpan) {
    self.code = code
    self.reason = reason
    self.span = span
    self.covers = covers
  }
}
