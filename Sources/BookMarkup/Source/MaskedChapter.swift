import BookDiagnostics
import BookLanguage
import BookModel

/// A footnote's definition, taken out of the chapter to be parsed by itself.
struct NoteDefinition {
  /// Between `[^` and `]`.
  var label: String
  /// `[^label]:` in the file.
  var labelSpan: SourceSpan
  /// All of the definition in the file.
  var span: SourceSpan
  /// What it says, each line without its indentation.
  var text: [UInt8]
  /// Where those lines begin in `text`.
  var lineStarts: [Int32]
  /// What to add to an offset in a line to get one in the file.
  var lineDeltas: [Int32]

  /// Hides in its words what CommonMark would take for something else.
  mutating func mask() {
    let lines = text.withUnsafeBufferPointer { SourceLines($0, delta: 0) }
    maskYears(&text, atLines: Array(0..<lines.count), in: lines)
    maskNoteReferences(&text)
  }
}

/// A `:::` line.
struct DivisionFence {
  /// What follows the colons; empty for a closing fence.
  var words: String
  /// The line in the file.
  var span: SourceSpan
}

/// The chapter's body as cmark is to read it: same length, our own signs hidden.
struct MaskedChapter {
  /// What cmark reads.
  var body: [UInt8]
  /// Where the body begins in the file.
  let start: Int
  /// Its lines.
  var lines: SourceLines
  /// In the order of the file.
  var notes: [NoteDefinition] = []
  /// `:::` lines by 0-based line of the body; they read `___` to cmark.
  var fences: [Int: DivisionFence] = [:]
  /// Lines of the body within divisions of verse.
  var verseLines: Set<Int> = []
  /// Link reference definitions by label, for the parts that are parsed by themselves.
  var references = ReferenceDefinitions()
  /// Signs of other kinds of Markdown.
  var hidden = HiddenSigns()
  /// Mark-up that is not read.
  var tally = NotationTally()
  /// What the author keeps to himself, in the file.
  var keptPrivate: [Range<Int>] = []
  /// What was wrong so far.
  var diagnostics: [Diagnostic] = []

  init(_ bytes: [UInt8], from start: Int, source: SourceID) {
    self.start = start
    body = start == 0 ? bytes : Array(bytes[start...])
    lines = SourceLines(starts: [0], deltas: [0], length: 0)
    hideComments(source: source)
    hideMarkdownElements()
    let scan = body.withUnsafeBufferPointer { buffer in
      let lines = SourceLines(buffer, delta: start)
      var scan = LineScan(lines: lines)
      scan.scan(buffer)
      return scan
    }
    lines = scan.lines
    references = scan.references
    let holdsNeighbours =
      scan.hasNeighbourLines || body.withUnsafeBufferPointer { mayHoldNeighbourSigns($0) }
    var opaque: Set<Int> = []
    let isAsked = holdsNeighbours || !(scan.noteLines.isEmpty && scan.fenceLines.isEmpty)
    if isAsked, scan.needsOpaqueLines || holdsNeighbours {
      opaque = body.withUnsafeBufferPointer { opaqueLines($0) }
    }
    takeOutNotes(scan.noteLines.filter { !opaque.contains($0) }, source: source)
    hideFences(scan.fenceLines.filter { !opaque.contains($0) }, source: source)
    keepVerseIndents()
    hideNeighbours(
      in: opaque.subtracting(verseLines).union(fences.keys), isNeeded: holdsNeighbours,
      source: source)
    maskYears(&body, atLines: scan.numberLines, in: lines)
    maskNoteReferences(&body)
    for i in notes.indices { notes[i].mask() }
  }

  /// Puts `___` for every `:::` line: to CommonMark a break that ends lists and paragraphs alike.
  private mutating func hideFences(_ candidates: [Int], source: SourceID) {
    for line in candidates {
      let range = body.withUnsafeBufferPointer { lines.range(line, in: $0) }
      var i = range.lowerBound
      while i < range.upperBound, body[i] == 0x20 || body[i] == 0x3E { i += 1 }
      guard i < range.upperBound, body[i] == 0x3A else { continue }
      let colonsStart = i
      while i < range.upperBound, body[i] == 0x3A { i += 1 }
      var end = range.upperBound
      while end > i, body[end - 1].isSpaceOrTab || body[end - 1] == 0x3A { end -= 1 }
      while i < end, body[i].isSpaceOrTab { i += 1 }
      fences[line] = DivisionFence(
        words: String(decoding: body[i..<end], as: UTF8.self),
        span: SourceSpan(file: source, start: start + colonsStart, end: start + max(end, i)))
      for k in colonsStart..<range.upperBound { body[k] = 0x20 }
      for k in colonsStart..<colonsStart + 3 { body[k] = 0x5F }
    }
  }

  /// Keeps the blanks before lines of verse, which CommonMark drops or takes for code.
  private mutating func keepVerseIndents() {
    var open: [Bool] = []
    for line in fences.keys.sorted() {
      guard let fence = fences[line] else { continue }
      guard fence.words.isEmpty else {
        open.append(DivisionName(fence.words).kind == .verse)
        if open.last == true { keepIndents(after: line, beyond: indent(ofFence: line)) }
        continue
      }
      _ = open.popLast()
    }
  }

  /// The blanks before a line of colons, which are its list's.
  private func indent(ofFence line: Int) -> Int {
    body.withUnsafeBufferPointer { lines.range(line, in: $0) }.prefix { body[$0] == 0x20 }.count
  }

  /// Down to the next line of colons; the blanks that these lines have too are no part of the verse.
  private mutating func keepIndents(after fence: Int, beyond indent: Int) {
    var line = fence + 1
    while line < lines.count, fences[line] == nil {
      let range = body.withUnsafeBufferPointer { lines.range(line, in: $0) }
      verseLines.insert(line)
      line += 1
      var i = range.lowerBound
      while i < range.upperBound, body[i] == 0x3E {
        i += i + 1 < range.upperBound && body[i + 1] == 0x20 ? 2 : 1
      }
      if i == range.lowerBound {
        while i < range.lowerBound + indent, i < range.upperBound, body[i] == 0x20 { i += 1 }
      }
      let first = i
      while i < range.upperBound, body[i].isSpaceOrTab { i += 1 }
      if i < range.upperBound { for k in first..<i { body[k] = Sentinel.blank } }
    }
  }
}

/// Whether a month is named first in some words: `Mai 1944`, `Jan. war es kalt`.
private func namesMonth(_ words: ArraySlice<UInt8>) -> Bool {
  let word = words.drop(while: \.isSpaceOrTab).prefix { !$0.isSpaceOrTab }
  guard word.count >= 3, word.count <= longestMonth, let first = word.first,
    first.isASCIILetter || first >= 0x80
  else { return false }
  let name = String(decoding: word, as: UTF8.self).lowercased()
  let isShort = name.hasSuffix(".")
  let bare = String(name.reversed().drop { ".,:;".contains($0) }.reversed())
  return monthNames.contains(bare)
    || isShort && bare.count >= 3 && monthNames.contains { $0.hasPrefix(bare) }
}

/// In bytes.
private let longestMonth = 24

private let monthNames = Set(
  Language.all.flatMap { $0.printedDates.months }.map { $0.lowercased() })

/// Hides the stop behind a year, or a day before its month, where it would begin a list.
///
/// CommonMark makes "1953. That was the year." an ordered list that starts at 1953; numbers of
/// three and more digits are never meant so, nor is a day before its month.
func maskYears(_ bytes: inout [UInt8], atLines candidates: [Int], in lines: SourceLines) {
  for line in candidates {
    let range = bytes.withUnsafeBufferPointer { lines.range(line, in: $0) }
    var i = range.lowerBound
    // Past the signs of quotations and lists that may stand before it.
    scan: while i < range.upperBound {
      let byte = bytes[i]
      let isFollowedBySpace = i + 1 >= range.upperBound || bytes[i + 1].isSpaceOrTab
      switch byte {
      case 0x20, 0x09, 0x3E: i += 1
      case 0x2D, 0x2B, 0x2A:
        if !isFollowedBySpace { break scan }
        i += 1
      default: break scan
      }
    }
    let digits = i
    while i < range.upperBound, bytes[i].isASCIIDigit { i += 1 }
    guard i > digits, i - digits <= 9, i < range.upperBound,
      i + 1 == range.upperBound || bytes[i + 1].isSpaceOrTab
    else { continue }
    guard i - digits >= 3 || bytes[i] == 0x2E && namesMonth(bytes[(i + 1)..<range.upperBound])
    else { continue }
    if bytes[i] == 0x2E { bytes[i] = Sentinel.yearStop }
    if bytes[i] == 0x29 { bytes[i] = Sentinel.yearBracket }
  }
}

/// Hides every `[^label]`, so that cmark sees neither link nor emphasis in it.
func maskNoteReferences(_ bytes: inout [UInt8]) {
  var found: [Range<Int>] = []
  bytes.withUnsafeBufferPointer { buffer in
    var start = 0
    while let i = buffer.offset(of: 0x5B, from: start, before: buffer.count) {
      if let end = noteLabelEnd(buffer, at: i), !isEscaped(buffer, at: i) {
        found.append(i..<end)
        start = end
      } else {
        start = i + 1
      }
    }
  }
  for range in found {
    for k in range { bytes[k] = Sentinel.note }
    bytes[range.lowerBound] = 0x3B
    bytes[range.upperBound - 1] = 0x3B
  }
}

/// The end of the `[^label]` that begins at `i`, nil when it is none: a label has no blank and no
/// bracket and at most 200 bytes.
func noteLabelEnd(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Int? {
  guard i + 3 < bytes.count, bytes[i] == 0x5B, bytes[i + 1] == 0x5E else { return nil }
  var k = i + 2
  let limit = min(bytes.count, i + 204)
  while k < limit {
    let byte = bytes[k]
    if byte == 0x5D { return k > i + 2 ? k + 1 : nil }
    if byte == 0x5B || byte.isASCIISpace { return nil }
    k += 1
  }
  return nil
}

/// True when an odd number of backslashes stands before `i`.
func isEscaped(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
  var k = i
  while k > 0, bytes[k - 1] == 0x5C { k -= 1 }
  return (i - k) % 2 == 1
}

/// The lines of code, where comments and our own signs may mean nothing.
func codeLines(_ bytes: UnsafeBufferPointer<UInt8>) -> CodeLines {
  let lines = SourceLines(bytes, delta: 0)
  var found = CodeLines()
  forEachOpaqueBlock(of: bytes) { node in
    guard node.kind == .codeBlock else { return }
    let first = lines.start(node.startLine) + node.startColumn
    let isFenced = first < bytes.count && (bytes[first] == 0x60 || bytes[first] == 0x7E)
    let range = node.startLine...max(node.startLine, node.endLine)
    if isFenced { found.fenced.formUnion(range) } else { found.indented.formUnion(range) }
  }
  return found
}

/// Lines of code by what makes them code.
struct CodeLines {
  /// Those between fences.
  var fenced: Set<Int> = []
  /// Those set in by four blanks, which is seldom meant.
  var indented: Set<Int> = []

  func contains(_ line: Int) -> Bool { fenced.contains(line) || indented.contains(line) }
}

/// The lines of code and raw HTML, where our own signs mean nothing.
private func opaqueLines(_ bytes: UnsafeBufferPointer<UInt8>) -> Set<Int> {
  var found: Set<Int> = []
  forEachOpaqueBlock(of: bytes) { node in
    found.formUnion(node.startLine...max(node.startLine, node.endLine))
  }
  return found
}

private func forEachOpaqueBlock(
  of bytes: UnsafeBufferPointer<UInt8>, _ visit: (MarkdownNode) -> Void
) {
  let document = MarkdownDocument(bytes)
  document.withRoot { root in
    var pending = [root]
    while let node = pending.popLast() {
      switch node.kind {
      case .codeBlock, .htmlBlock: visit(node)
      case .document, .blockQuote, .list, .item:
        var child = node.firstChild
        while let next = child {
          pending.append(next)
          child = next.next
        }
      default: break
      }
    }
  }
}
