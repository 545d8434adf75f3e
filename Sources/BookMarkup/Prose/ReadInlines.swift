import BookDiagnostics
import BookModel

/// Marks may lie in one another this deep; XML readers stop at 256 elements.
let inlineDepthLimit = 60

extension ChapterReader {
  /// Reads inline nodes from `first` on into the leaf.
  mutating func readInlines(_ first: MarkdownNode?, depth: Int, before end: MarkdownNode? = nil) {
    if depth > inlineDepthLimit {
      reportDepth(at: span(cursor.source, cursor.source), "marks lie")
      return
    }
    let outerElements = openElements.count
    let outerFloor = signFloor
    signFloor = outerElements
    defer { signFloor = outerFloor }
    var next = first
    while let node = next, node != end {
      readInline(node, depth: depth)
      next = node.next
    }
    closeElements(downTo: outerElements)
  }

  private mutating func readInline(_ node: MarkdownNode, depth: Int) {
    switch node.kind {
    case .text: take(text: cursor.isAtLineStart ? atLineStart(node.literal) : node.literal)
    case .softBreak: takeLineEnd(isHard: false)
    case .lineBreak: takeLineEnd(isHard: true)
    case .emphasis: readMark(node, .emphasis, signs: 1, depth: depth)
    case .strong: readMark(node, .strong, signs: 2, depth: depth)
    case .code: takeCode()
    case .link: readLink(node, depth: depth)
    case .image: readInlineImage(node, depth: depth)
    case .htmlInline: readInlineHTML(node.literal)
    default: break
    }
  }

  /// The words of a text node that begins a line, laid against the line's text.
  ///
  /// cmark keeps the blanks of lazy lines and after a backslash; and what looks like one more `>`
  /// of a quotation may be a word.
  private mutating func atLineStart(
    _ literal: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    guard let first = literal.firstIndex(where: { !$0.isSpaceOrTab }) else {
      return UnsafeBufferPointer(rebasing: literal[literal.count...])
    }
    if literal[first] == 0x3E, cursor.byte != 0x3E { cursor.stepBackToQuoteSign() }
    return UnsafeBufferPointer(rebasing: literal[first...])
  }

  private mutating func readMark(
    _ node: MarkdownNode, _ kind: Mark.Kind, signs: Int, depth: Int
  ) {
    let start = cursor.source
    skipSigns(signs)
    let mark = alternative == nil ? prose.openMark(kind, at: start) : -1
    readInlines(node.firstChild, depth: depth + 1)
    skipSigns(signs)
    prose.closeMark(mark, at: cursor.source)
  }

  private mutating func skipSigns(_ count: Int) {
    for _ in 0..<count where cursor.byte == 0x2A || cursor.byte == 0x5F { cursor.position += 1 }
  }

  /// Whether a line end stands within a sign, and not in the words that were taken out of it.
  private func isLineEndHidden(_ end: Int) -> Bool {
    guard !masked.hidden.lineEnds.isEmpty, masked.hidden.lineEnds.contains(end),
      cursor.lineEnd > 0, cursor.bytes[cursor.lineEnd - 1] == 0x3B
    else { return false }
    return place.note == nil || original[end - 1] != 0x3B
  }

  /// A line end in the Markdown: LF in the text, with a mark on it where it is a hard one.
  private mutating func takeLineEnd(isHard: Bool) {
    let start = cursor.source
    let end = cursor.lineEnd + cursor.delta
    if isLineEndHidden(end) {
      cursor.nextLine()
      return
    }
    let isTitleEnd = masked.hidden.hardLineEnds.contains(end)
    if isTitleEnd { closeElements(downTo: signFloor) }
    let isHard = isHard || isTitleEnd || keepsLines
    if !isHard, joinsSquares() { return }
    let isLF = cursor.lineEnd < cursor.bytes.count && cursor.bytes[cursor.lineEnd] == 0x0A
    let mark =
      isHard && alternative == nil ? prose.openMark(.lineBreak, at: start) : -1
    if isLF { emit(end..<end + 1) } else { emit(replacing: end..<end + 1, with: [0x0A]) }
    prose.closeMark(mark, at: end + 1)
    cursor.nextLine()
  }

  /// Goes on in the next line without a blank between two signs that fill a square each (CSS Text 4,
  /// 5.1.2).
  private mutating func joinsSquares() -> Bool {
    guard alternative == nil, prose.text.count > prose.start, let last = lastScalar(),
      Self.fillsSquare(last.value)
    else { return false }
    let here = cursor
    cursor.nextLine()
    if cursor.position < cursor.lineEnd,
      Self.fillsSquare(scalar(cursor.bytes, at: cursor.position).value)
    {
      return true
    }
    cursor = here
    return false
  }

  /// Whether a character is an ideograph, a kana or a sign between them; not of Hangul, whose words
  /// have blanks between them.
  private static func fillsSquare(_ value: UInt32) -> Bool {
    switch value {
    case 0x2E80...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF60,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Code is kept as it stands; its line ends are blanks (CommonMark 0.30 section 6.1).
  private mutating func takeCode() {
    let start = cursor.source
    var ticks = 0
    while cursor.byte == 0x60 {
      ticks += 1
      cursor.position += 1
    }
    let mark = alternative == nil ? prose.openMark(.code, at: start) : -1
    for piece in paddingTakenOff(codePieces(ticks)) {
      let delta = cursor.lines.delta(ofLine: cursor.lines.line(at: piece.range.lowerBound))
      let end = piece.range.upperBound + delta
      emit(piece.range.lowerBound + delta..<end)
      if piece.hasLineEnd { emit(replacing: end..<end + 1, with: [0x20]) }
    }
    prose.closeMark(mark, at: cursor.source)
  }

  /// One blank is taken off at either end when there is one at both and not blanks alone.
  private func paddingTakenOff(_ pieces: [CodePiece]) -> [CodePiece] {
    var pieces = pieces
    guard let first = pieces.first, let last = pieces.last else { return pieces }
    let isBlank = { (offset: Int) in self.cursor.bytes[offset] == 0x20 }
    let beginsBlank = first.range.isEmpty ? first.hasLineEnd : isBlank(first.range.lowerBound)
    let endsBlank = last.range.isEmpty ? pieces.count > 1 : isBlank(last.range.upperBound - 1)
    guard beginsBlank, endsBlank, !pieces.allSatisfy({ $0.range.allSatisfy(isBlank) }) else {
      return pieces
    }
    if first.range.isEmpty {
      pieces[0].hasLineEnd = false
    } else {
      pieces[0].range = first.range.dropFirst()
    }
    let index = pieces.count - 1
    if last.range.isEmpty {
      pieces[index - 1].hasLineEnd = false
    } else {
      pieces[index].range = pieces[index].range.dropLast()
    }
    return pieces
  }

  /// The code up to a run of exactly so many backticks, line by line; the cursor is after the run.
  private mutating func codePieces(_ ticks: Int) -> [CodePiece] {
    var pieces: [CodePiece] = []
    while true {
      if let end = closingTicks(ticks) {
        pieces.append(CodePiece(range: cursor.position..<end, hasLineEnd: false))
        cursor.position = end + ticks
        return pieces
      }
      pieces.append(CodePiece(range: cursor.position..<cursor.lineEnd, hasLineEnd: true))
      if !cursor.nextLine() { return pieces }
    }
  }

  /// Where on this line a run of exactly so many backticks begins.
  private func closingTicks(_ ticks: Int) -> Int? {
    var i = cursor.position
    while i < cursor.lineEnd {
      guard cursor.bytes[i] == 0x60 else {
        i += 1
        continue
      }
      var end = i
      while end < cursor.lineEnd, cursor.bytes[end] == 0x60 { end += 1 }
      if end - i == ticks { return i }
      i = end
    }
    return nil
  }
}

/// What one line holds of inline code.
private struct CodePiece {
  var range: Range<Int>
  /// The line end counts as a blank.
  var hasLineEnd: Bool
}
