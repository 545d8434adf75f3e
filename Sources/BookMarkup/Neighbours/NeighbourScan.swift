import BookDiagnostics

/// A look through a text for the signs of other kinds of Markdown, paragraph by paragraph.
///
/// It finds what to change in what cmark reads, and changes nothing.
struct NeighbourScan {
  let bytes: UnsafeBufferPointer<UInt8>
  let lines: SourceLines
  let source: SourceID
  /// Lines that are not prose: code, raw HTML, the ends of divisions.
  let skipped: Set<Int>
  /// Lines of verse, whose signs are their own.
  let verseLines: Set<Int>
  /// False in a note, where lines have no number in the body.
  let isBody: Bool

  var edits: [SignEdit] = []
  var headings: [Int: HeadingAttributes] = [:]
  var lineBlocks: [Int: Int] = [:]
  var lineEnds: Set<Int> = []
  var hardLineEnds: Set<Int> = []
  var pictureAttributes: [Int: PictureAttributes] = [:]
  var commandSigns: Set<Int> = []
  var tally = NotationTally()
  var diagnostics: [Diagnostic] = []

  /// What closes an element opened before, by where it stands.
  var closers: [Int: String] = [:]
  /// Where braces at the end of headings begin, which are taken already.
  var headingAttributes: Set<Int> = []
  /// The last line of the table drawn with hyphens that was seen last.
  var drawnTableEnd: Int?
  /// Brackets open in this paragraph.
  var brackets: [(offset: Int, isPicture: Bool)] = []
  /// How many looks for an end have failed in this paragraph.
  var failures = 0
  /// So many looks may fail, so that a text of nothing but openings costs no more than one.
  static let patience = 16

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, lines: SourceLines, source: SourceID, skipped: Set<Int>,
    verseLines: Set<Int>, isBody: Bool
  ) {
    self.bytes = bytes
    self.lines = lines
    self.source = source
    self.skipped = skipped
    self.verseLines = verseLines
    self.isBody = isBody
  }

  mutating func scan() {
    if isBody { tellHead() }
    var line = 0
    while line < lines.count {
      if skipped.contains(line) || isBlank(line) {
        line += 1
        continue
      }
      var last = line
      while last + 1 < lines.count, !skipped.contains(last + 1), !isBlank(last + 1),
        !endsParagraph(last)
      {
        if beginsParagraph(last + 1) { break }
        last += 1
      }
      scanParagraph(line, last)
      line = last + 1
    }
  }

  private mutating func scanParagraph(_ first: Int, _ last: Int) {
    brackets.removeAll(keepingCapacity: true)
    closers.removeAll(keepingCapacity: true)
    failures = 0
    tellMeantLines(first...last)
    let end = lines.range(last, in: bytes).upperBound
    var line = first
    var i = lines.start(first)
    while line <= last {
      let range = lines.range(line, in: bytes)
      if i < range.upperBound {
        if i <= range.lowerBound { i = scanLineStart(line, of: first...last) }
        // A note or a link may end lines further on.
        i = scanInlines(from: i, lineEnd: lines.range(line, in: bytes).upperBound, end: end)
      }
      line += 1
      if i < lines.start(line) { i = lines.start(line) }
    }
    if lineBlocks[last] == nil { takeBlockName(lines.range(last, in: bytes)) }
  }

  // MARK: Lines

  func isBlank(_ line: Int) -> Bool {
    lines.range(line, in: bytes).allSatisfy { bytes[$0].isSpaceOrTab || bytes[$0] == 0x3E }
  }

  /// Where a line's words begin, past blanks and the signs of quotations.
  func content(_ line: Int) -> Int {
    let range = lines.range(line, in: bytes)
    var i = range.lowerBound
    while i < range.upperBound, bytes[i].isSpaceOrTab || bytes[i] == 0x3E { i += 1 }
    return i
  }

  /// Where the words of a list's item begin, nil for any other line.
  func itemContent(_ line: Int) -> Int? {
    let start = content(line)
    let end = lines.range(line, in: bytes).upperBound
    var i = start
    while i < end, bytes[i].isASCIIDigit { i += 1 }
    guard i < end else { return nil }
    let isBullet = i == start && (bytes[i] == 0x2D || bytes[i] == 0x2A || bytes[i] == 0x2B)
    let isNumber = i > start && (bytes[i] == 0x2E || bytes[i] == 0x29)
    guard isBullet || isNumber, i + 1 < end, bytes[i + 1].isSpaceOrTab else { return nil }
    i += 1
    while i < end, bytes[i].isSpaceOrTab { i += 1 }
    return i
  }

  func isHeading(_ line: Int) -> Bool {
    let start = content(line)
    let end = lines.range(line, in: bytes).upperBound
    var i = start
    while i < end, bytes[i] == 0x23 { i += 1 }
    return i > start && i - start <= 6 && (i == end || bytes[i].isSpaceOrTab)
  }

  /// The level of a line of `=` or `-` under a heading, nil for any other.
  func isUnderline(_ line: Int) -> Bool {
    guard line < lines.count else { return false }
    let range = lines.range(line, in: bytes)
    let signs = bytes[range].filter { !$0.isSpaceOrTab }
    guard let sign = signs.first, sign == 0x3D || sign == 0x2D else { return false }
    return signs.allSatisfy { $0 == sign }
  }

  private func endsParagraph(_ line: Int) -> Bool { isHeading(line) }

  private func beginsParagraph(_ line: Int) -> Bool {
    isHeading(line) || itemContent(line) != nil
  }

  // MARK: What is found

  mutating func hide(_ range: Range<Int>, _ meaning: HiddenSign.Meaning = .nothing) {
    if !range.isEmpty { edits.append(SignEdit(range: range, fill: .sign(meaning))) }
  }

  mutating func blank(_ range: Range<Int>) {
    if !range.isEmpty { edits.append(SignEdit(range: range, fill: .blank)) }
  }

  /// The bytes of the file.
  func span(_ range: Range<Int>) -> SourceSpan {
    let first = lines.delta(ofLine: lines.line(at: range.lowerBound))
    let last = lines.delta(ofLine: lines.line(at: max(range.lowerBound, range.upperBound - 1)))
    return SourceSpan(
      file: source, start: range.lowerBound + first, end: range.upperBound + last)
  }

  func fileOffset(_ i: Int) -> Int { i + lines.delta(ofLine: lines.line(at: i)) }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The first words of a range, for a message.
  func shown(_ range: Range<Int>) -> String {
    let words = text(range)
    return words.count > 30 ? words.prefix(30) + "…" : words
  }

  func at(_ i: Int) -> UInt8 { i >= 0 && i < bytes.count ? bytes[i] : 0 }
}
