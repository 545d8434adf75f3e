import BookDiagnostics
import BookLanguage
import BookModel

/// Quotations and lists may lie in one another this deep.
///
/// XML readers stop at 256 elements and a list takes two of them a level.
let blockDepthLimit = 100

extension ChapterReader {
  /// The blocks of a quotation, a list item or a whole text.
  mutating func readBlocks(of parent: MarkdownNode, depth: Int, isTight: Bool) -> [Block] {
    if depth > blockDepthLimit {
      reportDepth(at: span(parent), "quotations and lists lie")
      return []
    }
    var frames = [
      Frame(opener: .container, span: span(parent), outerZone: place.zone)
    ]
    var next = parent.firstChild
    while let node = next, depth > 0 || node.startLine < ownLines {
      readBlock(node, depth: depth, isTight: isTight, in: &frames)
      next = node.next
    }
    closeFrames(&frames, downTo: 1)
    return frames[0].blocks
  }

  mutating func reportDepth(at span: SourceSpan, _ what: String) {
    guard reportsDepth else { return }
    reportsDepth = false
    report(.tooDeep, "\(what) deeper in one another than a book can hold", at: span)
  }

  private mutating func readBlock(
    _ node: MarkdownNode, depth: Int, isTight: Bool, in frames: inout [Frame]
  ) {
    if node.kind != .htmlBlock { settleAllowances(with: span(node)) }
    switch node.kind {
    case .paragraph: readParagraph(node, isTight: isTight, in: &frames)
    case .heading: readHeading(node, in: &frames)
    case .thematicBreak: readBreak(node, depth: depth, in: &frames)
    case .blockQuote:
      cursor.quoteDepth += 1
      let outer = place.zone
      if place.zone == .body { place.zone = .quote }
      let blocks = readBlocks(of: node, depth: depth + 1, isTight: false)
      nameSource(of: blocks)
      place.zone = outer
      cursor.quoteDepth -= 1
      append(Block(.quotation(blocks), span: span(node)), to: &frames)
    case .list: readList(node, depth: depth, in: &frames)
    case .codeBlock: readCode(node, in: &frames)
    case .htmlBlock: readHTMLBlock(node, in: &frames)
    default: break
    }
  }

  /// Adds a block to the innermost open one.
  mutating func append(_ block: Block, to frames: inout [Frame]) {
    if frames[frames.count - 1].name == "p" {
      reportBlockInParagraph("a block of Markdown", at: block.span, in: frames)
    }
    frames[frames.count - 1].blocks.append(block)
  }

  // MARK: Paragraphs

  private mutating func readParagraph(
    _ node: MarkdownNode, isTight: Bool, in frames: inout [Frame]
  ) {
    cursor.move(to: node)
    if let figures = readFigures(node) {
      for figure in figures { append(figure, to: &frames) }
      return
    }
    if node.endLine > node.startLine, let rows = tableLines(node) {
      readTable(node, rows, in: &frames)
      return
    }
    let span = span(node)
    let outer = place.zone
    if place.zone == .body, place.note == nil, masked.hidden.lineBlocks[node.startLine] != nil {
      place.zone = .quote
    }
    defer { place.zone = outer }
    beginParagraph()
    reportYear()
    let outerLines = keepsLines
    defer { keepsLines = outerLines }
    let parting = parting(of: node, in: frames)
    keepsLines = keepsLines || parting.keepsLines
    if !keepsLines { tellShortLines(node) }
    var first = node.firstChild
    for cut in parting.cuts {
      readInlines(first, depth: 0, before: cut)
      first = cut
      if let index = endParagraph() {
        append(Block(.paragraph(index), span: span), to: &frames)
      }
      beginParagraph()
    }
    readInlines(first, depth: 0)
    let ends = takePendingEnds()
    if let index = endParagraph() {
      if let number = masked.hidden.lineBlocks[node.startLine], place.note == nil {
        appendStanza(index, ofLineBlock: number, at: span, to: &frames)
      } else {
        append(Block(isTight ? .words(index) : .paragraph(index), span: span), to: &frames)
      }
    }
    endBlocks(ends, frames: &frames)
  }

  /// Begins a leaf that counts as a paragraph.
  mutating func beginParagraph() {
    prose.beginLeaf()
    openQuotes = OpenQuotes(nests: quotes.marks.nests)
    if place.note == nil {
      paragraphs += 1
      place.paragraph = paragraphs
    }
  }

  /// Ends it; nil when there was nothing in it.
  mutating func endParagraph() -> Int? {
    if prose.isEmpty {
      dropParagraph()
      return nil
    }
    return endLeaf(identifier: nil)
  }

  /// Forgets the paragraph being read.
  mutating func dropParagraph() {
    prose.dropLeaf()
    if place.note == nil { paragraphs -= 1 }
  }

  mutating func endLeaf(identifier: String?) -> Int {
    for end in takePendingEnds() {
      report(.htmlOverlap, "'</\(end.name)>' ends nothing that is open here", at: end.span)
    }
    reportUnreadMarks()
    place.followsBreak = isAfterBreak
    isAfterBreak = false
    return prose.endLeaf(place, identifier: identifier)
  }

  /// A paragraph that begins with a year and a full stop is one, though CommonMark sees a list.
  private mutating func reportYear() {
    var digits = 0
    while cursor.peek(digits).isASCIIDigit { digits += 1 }
    let sign = cursor.peek(digits)
    // A day before its month is so written in half of Europe.
    guard digits > 2, sign == Sentinel.yearStop || sign == Sentinel.yearBracket else { return }
    let range = cursor.source..<cursor.source + digits + 1
    let stop = span(range.upperBound - 1, range.upperBound - 1)
    report(
      .yearBecomesList,
      "'\(string(range))' at the start of a paragraph would begin a list; it is kept as words",
      at: span(range.lowerBound, range.upperBound),
      fixIts: [FixIt("put a backslash before the sign", at: stop, with: "\\")])
  }

  /// Words that look like one of our marks but are none to Markdown.
  private mutating func reportUnreadMarks() {
    var from = prose.start
    while let (found, name, end) = unreadMark(from: from) {
      from = found + 2
      guard !isWithinCode(found) else { continue }
      let first = sourceSpan(found + 2..<found + 3)
      let last = sourceSpan(max(found + 2, end - 1)..<max(found + 3, end))
      let place = first.union(last)
      let written = string(place.range)
      let mended = written.replacing(" ", with: "")
      let isOfOneWord = written.contains(" ") && isMark(mended)
      report(
        .markUnread, "the mark '\(name)…' is no link to Markdown and stays in the text", at: place,
        notes: isOfOneWord
          ? []
          : !name.hasSuffix("person:")
            ? [
              DiagnosticNote(
                "a date in a mark is '1966-05-03', '1966-05', '1966' or '1950-22' for a summer; what "
                  + "happened stands behind it in quotes: '(event:left \"1953\")'")
            ]
            : [DiagnosticNote("a destination with blanks or single brackets goes between < and >")],
        fixIts: isOfOneWord
          ? [FixIt("take the blanks out: '\(mended)'", at: place, with: mended)] : [])
    }
  }

  /// Whether an address is one of our marks that can be read.
  private func isMark(_ address: String) -> Bool {
    let parts = address.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let scheme = parts.first else { return false }
    if scheme.hasSuffix("date") { return WrittenDate(String(parts[1])).edtf != nil }
    return scheme.hasSuffix("person")
  }

  /// The next `](person:` and the like in the leaf: where it is, its name, where it ends.
  private func unreadMark(from start: Int) -> (Int, String, Int)? {
    prose.text.withUnsafeBufferPointer { text in
      var from = start
      while let i = text.offset(of: 0x5D, from: from, before: text.count) {
        from = i + 1
        guard i + 6 < text.count, text[i + 1] == 0x28 else { continue }
        let scheme = String(decoding: text[i + 2..<min(text.count, i + 10)], as: UTF8.self)
        guard let name = markNames.first(where: scheme.hasPrefix) else { continue }
        var end = i
        while end < text.count, text[end] != 0x29, text[end] != 0x0A { end += 1 }
        return (i, name, end)
      }
      return nil
    }
  }

  /// The bytes of the file that a range of the text so far was made from.
  func sourceSpan(_ range: Range<Int>) -> SourceSpan {
    var low = 0
    var high = prose.segments.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(prose.segments[middle].text) <= range.lowerBound {
        low = middle
      } else {
        high = middle - 1
      }
    }
    guard prose.segments.indices.contains(low) else { return span(0, 0) }
    let segment = prose.segments[low]
    if segment.replacedLength >= 0 {
      return span(Int(segment.source), Int(segment.source + segment.replacedLength))
    }
    let start = Int(segment.source) + range.lowerBound - Int(segment.text)
    return span(start, start + range.count)
  }

  private func isWithinCode(_ offset: Int) -> Bool {
    prose.marks.contains { $0.kind == .code && $0.range.contains(offset) }
  }

  // MARK: Lists, breaks, code

  private mutating func readList(_ node: MarkdownNode, depth: Int, in frames: inout [Frame]) {
    let isTight = node.isTight
    var items: [[Block]] = []
    var numbers: [Int] = []
    var next = node.firstChild
    while let item = next {
      if node.isOrdered, let number = typedNumber(of: item) { numbers.append(number) }
      items.append(readBlocks(of: item, depth: depth + 1, isTight: isTight))
      next = item.next
    }
    let isCounted = zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
    let isSame = numbers.allSatisfy { $0 == numbers.first }
    if !isCounted, !isSame { tally.add(.listNumbers, at: firstLine(of: node)) }
    let list = List(start: node.isOrdered ? node.listStart : nil, isTight: isTight, items: items)
    append(Block(.list(list), span: span(node)), to: &frames)
  }

  /// The number before a list's item, as it was typed.
  private func typedNumber(of item: MarkdownNode) -> Int? {
    let line = cursor.lines.range(item.startLine, in: cursor.bytes)
    let start = min(line.upperBound, line.lowerBound + item.startColumn)
    let digits = cursor.bytes[start..<line.upperBound].prefix { $0.isASCIIDigit }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  private func firstLine(of node: MarkdownNode) -> SourceSpan {
    let line = cursor.lines.range(node.startLine, in: cursor.bytes)
    let delta = cursor.lines.delta(ofLine: node.startLine)
    return span(
      min(line.upperBound, line.lowerBound + node.startColumn) + delta, line.upperBound + delta)
  }

  private mutating func readBreak(_ node: MarkdownNode, depth: Int, in frames: inout [Frame]) {
    if place.note == nil, let fence = masked.fences[node.startLine] {
      readDivisionFence(fence, in: &frames)
      return
    }
    append(Block(.sceneBreak, span: span(node)), to: &frames)
    isAfterBreak = true
  }

  private mutating func readCode(_ node: MarkdownNode, in frames: inout [Frame]) {
    let span = span(node)
    let first = cursor.lines.range(node.startLine, in: cursor.bytes)
    let start = first.lowerBound + node.startColumn
    let isFenced =
      start < first.upperBound && (cursor.bytes[start] == 0x60 || cursor.bytes[start] == 0x7E)
      && !(node.startColumn >= 4 && cursor.bytes[max(0, start - 1)] == 0x20
        && node.fenceInfo.isEmpty
        && !isFenceLine(start, first.upperBound))
      && !isSetIn(node, start, first.upperBound)
    if isFenced, !isClosed(node, sign: cursor.bytes[start]) {
      let opening = self.span(
        start + cursor.lines.delta(ofLine: node.startLine),
        first.upperBound + cursor.lines.delta(ofLine: node.startLine))
      report(
        .codeFenceUnclosed,
        "the code fence '\(string(opening.range))' is never closed and takes the rest for code",
        at: opening)
    }
    let words = node.fenceInfo.split(whereSeparator: \.isWhitespace).map(String.init)
    let isProse =
      words.count > 1 && words.allSatisfy { !$0.contains("=") && !$0.contains("{") }
    let language = words.first.flatMap {
      !isProse && $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? $0 : nil
    }
    var text = codeText(node)
    if isProse {
      text = node.fenceInfo + "\n" + text
      let delta = cursor.lines.delta(ofLine: node.startLine)
      tally.add(.wordsBehindFence, at: self.span(start + delta, first.upperBound + delta))
    }
    if !isFenced { reportIndentedProse(text, at: span) }
    append(Block(.code(language: language, text: text), span: span), to: &frames)
  }

  /// Whether a code block is one because it is set in: then its text begins with its first line,
  /// which may show somebody how a fence is written.
  private func isSetIn(_ node: MarkdownNode, _ start: Int, _ end: Int) -> Bool {
    guard node.startColumn >= 4 else { return false }
    return codeText(node).utf8.starts(with: cursor.bytes[start..<end])
  }

  private func isFenceLine(_ start: Int, _ end: Int) -> Bool {
    var i = start
    while i < end, cursor.bytes[i] == cursor.bytes[start] { i += 1 }
    return i - start >= 3
  }

  private func isClosed(_ node: MarkdownNode, sign: UInt8) -> Bool {
    guard node.endLine > node.startLine else { return false }
    let range = cursor.lines.range(node.endLine, in: cursor.bytes)
    var i = range.upperBound
    while i > range.lowerBound, cursor.bytes[i - 1].isSpaceOrTab { i -= 1 }
    var signs = 0
    while i > range.lowerBound, cursor.bytes[i - 1] == sign {
      signs += 1
      i -= 1
    }
    let before = cursor.bytes[range.lowerBound..<i]
    return signs >= 3 && before.allSatisfy { $0.isSpaceOrTab || $0 == 0x3E }
  }

  /// The lines of code, with what our sentinels hid read from the file.
  private func codeText(_ node: MarkdownNode) -> String {
    let literal = node.literal
    guard literal.contains(where: Sentinel.isSentinel) else {
      return String(decoding: literal, as: UTF8.self)
    }
    var result: [UInt8] = []
    var line = node.startLine
    for piece in literal.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var match = line
      while match <= node.endLine {
        let range = cursor.lines.range(match, in: cursor.bytes)
        if range.count >= piece.count,
          cursor.bytes[range.upperBound - piece.count..<range.upperBound].elementsEqual(piece)
        {
          let delta = cursor.lines.delta(ofLine: match)
          let end = range.upperBound + delta
          result += original[max(0, end - piece.count)..<min(original.count, end)]
          break
        }
        match += 1
      }
      line = match <= node.endLine ? match + 1 : line
      result.append(0x0A)
    }
    if result.last == 0x0A { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// A first line set in by four blanks is code to Markdown; prose is seldom meant so.
  private mutating func reportIndentedProse(_ text: String, at span: SourceSpan) {
    let words = text.split(whereSeparator: \.isWhitespace)
    if text.hasPrefix("!["), text.contains("](") {
      report(
        .indentedProse, "a picture set in by four blanks is code to Markdown", at: span,
        notes: [DiagnosticNote("begin the line at the margin")])
      return
    }
    guard words.count >= 2, let first = words[0].first, let last = words.last?.last,
      words.allSatisfy({ word in !word.contains(where: { "=<>[]{};#$/\\_|".contains($0) }) }),
      !text.contains("()"),
      first.isUppercase || "“‘\"'«„—–".contains(first) || ".!?”\"’…,".contains(last)
        || words.count > 2 && text.allSatisfy({ $0.isLetter || $0.isWhitespace })
    else { return }
    let isTab = span.start > 0 && original[Int(span.start) - 1] == 0x09
    report(
      .indentedProse,
      "a paragraph set in by \(isTab ? "a tab" : "four blanks") is code to Markdown", at: span,
      notes: [DiagnosticNote("begin the line at the margin; the book sets it in by itself")])
  }
}

/// What the addresses of our own marks begin with.
let markSchemes = ["person:", "date:", "event:"]

/// Those, and as they are written for programs that know addresses of a page alone.
private let markNames = markSchemes + markSchemes.map { "#" + $0 }
