/// A place in what cmark read, moved along as its inline nodes are taken in order.
///
/// cmark 0.30 gives wrong positions for inlines after hard line ends and on lazy lines; so the
/// words are laid against the block's own bytes again, line by line.
struct SourceCursor {
  /// What cmark read.
  let bytes: UnsafeBufferPointer<UInt8>
  let lines: SourceLines
  /// 0-based.
  private(set) var line = 0
  /// Offset into `bytes`.
  var position = 0
  /// Where the line's text ends.
  private(set) var lineEnd = 0
  /// What to add to `position` to get an offset in the file.
  private(set) var delta = 0
  /// Where the line's text begins after the signs of quotations; -1 at a block's own start.
  private var textStart = -1
  /// The last line of the block that is read.
  private(set) var lastLine = Int.max
  /// How many `>` may stand before each line.
  var quoteDepth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, lines: SourceLines) {
    self.bytes = bytes
    self.lines = lines
    move(toLine: 0)
  }

  /// The offset in the file.
  var source: Int { position + delta }
  /// The byte at the cursor, 0 at the line's end.
  var byte: UInt8 { position < lineEnd ? bytes[position] : 0 }
  /// The byte `k` after the cursor, 0 past the line's end.
  func peek(_ k: Int) -> UInt8 { position + k < lineEnd ? bytes[position + k] : 0 }
  var isAtLineEnd: Bool { position >= lineEnd }
  /// True at the first sign of a line that goes on with its block.
  var isAtLineStart: Bool { position == textStart }

  /// To the first byte of a 0-based line.
  mutating func move(toLine line: Int) {
    self.line = line
    let range = lines.range(line, in: bytes)
    position = range.lowerBound
    lineEnd = range.upperBound
    textStart = -1
    delta = lines.delta(ofLine: line)
  }

  /// To where a block's text begins.
  mutating func move(to node: MarkdownNode) {
    lastLine = max(node.startLine, node.endLine)
    move(toLine: node.startLine)
    position = min(lineEnd, position + node.startColumn)
    skipBlanks()
    if byte == 0x5B { skipDefinitions(before: node.endLine) }
  }

  /// To an offset anywhere in the text.
  mutating func move(to offset: Int) {
    move(toLine: lines.line(at: offset))
    position = min(offset, lineEnd)
  }

  /// To the text of the next line, past the signs of the quotations it is in; false at the end.
  @discardableResult
  mutating func nextLine() -> Bool {
    guard line + 1 < lines.count else {
      position = lineEnd
      return false
    }
    move(toLine: line + 1)
    var quotes = 0
    while position < lineEnd {
      let byte = bytes[position]
      if byte == 0x3E, quotes < quoteDepth {
        quotes += 1
      } else if !byte.isSpaceOrTab {
        break
      }
      position += 1
    }
    textStart = position
    return true
  }

  /// Back to the last `>` before the line's text.
  mutating func stepBackToQuoteSign() {
    let start = lines.start(line)
    var i = position
    while i > start {
      i -= 1
      if bytes[i] == 0x3E {
        position = i
        return
      }
    }
  }

  mutating func skipBlanks() {
    while position < lineEnd, bytes[position].isSpaceOrTab { position += 1 }
  }

  /// Past blanks and at most one line end, as within a link's parentheses.
  mutating func skipBlanksAndLineEnd() {
    skipBlanks()
    if isAtLineEnd, nextLine() { skipBlanks() }
  }
}
