import BookDiagnostics
import BookModel

/// Turns cmark's trees of a chapter, its notes and its table cells into one `ParsedChapter`.
struct ChapterReader {
  let source: SourceID
  let language: String
  /// The file, mended to sound UTF-8.
  let original: UnsafeBufferPointer<UInt8>
  let masked: MaskedChapter
  let quotes: QuoteStyle

  var chapter: ParsedChapter
  var prose: ProseBuilder
  var cursor: SourceCursor
  var diagnostics: [Diagnostic]
  /// Mark-up of other programs that was met.
  var tally: NotationTally
  var references = CharacterReferences()

  /// Quotations open in the leaf being read.
  var openQuotes = OpenQuotes()
  /// Gathers an image's alternative text, to which words go instead of the leaf.
  var alternative: [UInt8]?
  /// Raw HTML elements open in the leaf being read.
  var openElements: [OpenElement] = []
  /// End tags of blocks that stood in the leaf being read.
  var pendingEnds: [PendingEnd] = []
  /// Where the next leaf stands.
  var place = LeafPlace()
  /// Set by a scene break until the next leaf.
  var isAfterBreak = false
  /// Paragraphs so far.
  var paragraphs = 0
  var noteTable: NoteTable
  /// Labels at the head of lines that lack the colon of a note, once somebody has asked.
  var notesWithoutColon: Set<String>?
  /// Those of them that were told.
  var toldWithoutColon: Set<String> = []
  var identifiers = IdentifierTable()
  /// Comments `bookc:allow` whose block is still to come.
  var pendingAllowances: [Int] = []
  /// How often the words could not be laid against the file; a test wants 0.
  var lostPlaces = 0
  var reportsDepth = true
  var hasWordMarkup = false
  var hasDecomposed = false
  /// True where every line end of the file is one of the book's: in an address, a dedication.
  var keepsLines = false
  /// The line block whose stanza was read last.
  var lineBlock = -1
  /// Kinds of divisions that are none and were told.
  var unknownDivisions: Set<String> = []
  /// Stars, underscores and brackets among the words of raw HTML, where they are no Markdown.
  var signsInHTML: Set<Int> = []
  /// Where the text holds code, once all of it is read.
  var verbatim: [Range<Int>] = []
  /// How many elements were open when the words being read began.
  var signFloor = 0
  /// Where the chapter's first sign stands.
  let pageStart: Int
  /// True where the chapter begins as a page of the web does.
  let isPageOfHTML: Bool
  /// How many lines are those of the text that is read, and not of what was laid behind it.
  var ownLines = Int.max
  /// True within a link that becomes one in the book, which can hold no other.
  var isInLink = false

  init(
    source: SourceID, header: ChapterHeader, language: String,
    original: UnsafeBufferPointer<UInt8>, masked: MaskedChapter
  ) {
    self.source = source
    self.language = language
    self.original = original
    self.masked = masked
    quotes = QuoteStyle(language: language)
    chapter = ParsedChapter(source: source, header: header)
    prose = ProseBuilder(source: source, capacity: original.count)
    cursor = SourceCursor(UnsafeBufferPointer(start: nil, count: 0), lines: masked.lines)
    diagnostics = masked.diagnostics
    tally = masked.tally
    noteTable = NoteTable(masked.notes)
    var first = masked.start
    while first < original.count, original[first].isASCIISpace { first += 1 }
    pageStart = first
    let top = original[first..<min(first + Self.longestDeclaration, original.count)]
    isPageOfHTML = String(decoding: top, as: UTF8.self).lowercased().hasPrefix("<!doctype html")
  }

  /// `<!DOCTYPE html`, in bytes.
  private static let longestDeclaration = 14

  /// Reads the body, then the notes in the order they are first referred to.
  mutating func readChapter() {
    reportDuplicateNotes()
    chapter.blocks = readDocument(masked.body, lines: masked.lines)
    tellPauseAtTop()
    readNotes()
    tellUnusedLabels()
    verbatim = verbatimRanges()
    let unread = unreadSigns()
    tally.merge(unread)
    diagnostics += tally.diagnostics
    reportUnreadSigns()
    settleAllowances(before: original.count)
  }

  /// Tells of addresses that no link is led by: Markdown takes their lines out of the words.
  private mutating func tellUnusedLabels() {
    let unused = masked.references.unused(
      in: UnsafeBufferPointer(rebasing: original[masked.start...]))
    for range in unused {
      let place = masked.start + range.lowerBound
      let isCode = chapter.blocks.contains { block in
        if case .code = block.kind { return block.span.range.contains(place) }
        return false
      }
      // `[comment]: # (ask Tom)` is how a remark is written where there is no other way.
      let text = string(place..<masked.start + range.upperBound)
      let address = text.split(separator: "]:", maxSplits: 1).last.map { String($0).trimmed } ?? ""
      guard !isCode, !["#", "<>"].contains(address.prefix { !$0.isWhitespace }) else { continue }
      tally.add(.labelUnused, at: span(place, masked.start + range.upperBound))
    }
  }

  /// Words between two lines of hyphens at the top, with an empty line among them: meant for a head,
  /// and two pauses to Markdown.
  private mutating func tellPauseAtTop() {
    guard chapter.blocks.count > 2, case .sceneBreak = chapter.blocks[0].kind,
      case .paragraph = chapter.blocks[1].kind, case .sceneBreak = chapter.blocks[2].kind,
      string(chapter.blocks[0].span.range).hasPrefix("-")
    else { return }
    tally.add(.pauseAtTop, at: chapter.blocks[0].span)
  }

  /// Reads one text as blocks; what begins beyond its `own` lines was laid behind it and is no part.
  mutating func readDocument(_ bytes: [UInt8], lines: SourceLines, own: Int = .max) -> [Block] {
    bytes.withUnsafeBufferPointer { buffer in
      let document = MarkdownDocument(buffer)
      let (saved, savedOwn) = (cursor, ownLines)
      cursor = SourceCursor(buffer, lines: lines)
      ownLines = own
      defer { (cursor, ownLines) = (saved, savedOwn) }
      return document.withRoot { readBlocks(of: $0, depth: 0, isTight: false) } ?? []
    }
  }

  /// The chapter as far as it was read.
  func finishedChapter() -> ParsedChapter {
    var result = chapter
    result.bodyStart = masked.start
    if result.header.title == nil { result.header.title = otherTitle() }
    result.text = prose.text
    result.segments = prose.segments
    result.marks = prose.marks
    result.prose = prose.prose
    result.wordCount = prose.wordCount
    return result
  }

  /// The title of a header of pandoc's or of TOML; a heading in the chapter goes before pandoc's.
  private func otherTitle() -> String? {
    guard original.count > 0, let header = otherHeader(Array(original.prefix(masked.start))) else {
      return nil
    }
    return header.isTOML || chapter.sections.isEmpty ? header.title : nil
  }

  /// In the order of the file.
  func sortedDiagnostics() -> [Diagnostic] {
    diagnostics.enumerated().sorted { a, b in
      let (x, y) = (a.element.span?.start ?? 0, b.element.span?.start ?? 0)
      return (x, a.offset) < (y, b.offset)
    }.map(\.element)
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at span: SourceSpan,
    notes: [DiagnosticNote] = [], fixIts: [FixIt] = []
  ) {
    diagnostics.append(Diagnostic(code, message, at: span, notes: notes, fixIts: fixIts))
  }

  func span(_ start: Int, _ end: Int) -> SourceSpan {
    SourceSpan(file: source, start: start, end: end)
  }

  /// A block's bytes in the file.
  func span(_ node: MarkdownNode) -> SourceSpan {
    let lines = cursor.lines
    let first = lines.range(node.startLine, in: cursor.bytes)
    let start = min(first.upperBound, first.lowerBound + node.startColumn)
    let last = lines.range(max(node.startLine, node.endLine), in: cursor.bytes)
    return span(
      start + lines.delta(ofLine: node.startLine),
      last.upperBound + lines.delta(ofLine: max(node.startLine, node.endLine)))
  }

  /// Words of the file between two offsets.
  func string(_ range: Range<Int>) -> String {
    guard range.lowerBound >= 0, range.upperBound <= original.count else { return "" }
    return String(decoding: original[range], as: UTF8.self)
  }
}
