import BookDiagnostics
import BookModel

/// Marks may lie in one another this deep; XML readers stop at 256 elements.
let inlineDepthLimit = 60

extension ChapterReader {
  /// Reads inline nodes from `first` on into the leaf.
  mutating func readInlines(_ first: MarkdownNode?, depth: Int) {
    if depth > inlineDepthLimit {
      reportDepth(at: span(cursor.source, cursor.source), "marks lie")
      return
    }
    let outerElements = openElements.count
    var next = first
    while let node = next {
      readInline(node, depth: depth)
      next = node.next
    }
    closeElements(downTo: outerElements)
  }

  private mutating func readInline(_ node: MarkdownNode, depth: Int) {
    switch node.kind {
    case .text: take(text: node.literal)
    case .softBreak: takeLineEnd(isHard: false)
    case .lineBreak: takeLineEnd(isHard: true)
    case .emphasis: readMark(node, .emphasis, signs: 1, depth: depth)
    case .strong: readMark(node, .strong, signs: 2, depth: depth)
    case .code: takeCode(node.literal)
    case .link: readLink(node, depth: depth)
    case .image: readInlineImage(node, depth: depth)
    case .htmlInline: readInlineHTML(node.literal)
    default: break
    }
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

  /// A line end in the Markdown: LF in the text, with a mark on it where it is a hard one.
  private mutating func takeLineEnd(isHard: Bool) {
    let start = cursor.source
    let end = cursor.lineEnd + cursor.delta
    let isLF = cursor.lineEnd < cursor.bytes.count && cursor.bytes[cursor.lineEnd] == 0x0A
    let mark =
      isHard && alternative == nil ? prose.openMark(.lineBreak, at: start) : -1
    if isLF { emit(end..<end + 1) } else { emit(replacing: end..<end + 1, with: [0x0A]) }
    prose.closeMark(mark, at: end + 1)
    cursor.nextLine()
  }

  /// Code is kept as it stands; its line ends are blanks (CommonMark 0.30 section 6.1).
  private mutating func takeCode(_ literal: UnsafeBufferPointer<UInt8>) {
    let start = cursor.source
    var ticks = 0
    while cursor.byte == 0x60 {
      ticks += 1
      cursor.position += 1
    }
    let mark = alternative == nil ? prose.openMark(.code, at: start) : -1
    if let end = closingTicks(ticks) {
      // One blank is taken off at either end when there is one at both.
      let padding = max(0, (end - cursor.position - literal.count) / 2)
      let content = cursor.position + padding..<max(cursor.position + padding, end - padding)
      emit(content.lowerBound + cursor.delta..<content.upperBound + cursor.delta)
      cursor.position = end + ticks
    } else {
      takeCodeOverLines(literal)
      while cursor.byte == 0x60 { cursor.position += 1 }
    }
    prose.closeMark(mark, at: cursor.source)
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

  private mutating func takeCodeOverLines(_ literal: UnsafeBufferPointer<UInt8>) {
    if let first = literal.first, first != 0x20 {
      if cursor.byte == 0x20 { cursor.position += 1 }
      if cursor.isAtLineEnd { cursor.nextLine() }
    }
    for _ in literal {
      if cursor.isAtLineEnd {
        emit(replacing: cursor.source..<cursor.source + 1, with: [0x20])
        cursor.nextLine()
      } else {
        emit(cursor.source..<cursor.source + 1)
        cursor.position += 1
      }
    }
    if cursor.byte == 0x20 { cursor.position += 1 }
    if cursor.isAtLineEnd { cursor.nextLine() }
  }
}
