extension SourceCursor {
  /// Past the link reference definitions that a paragraph begins with; cmark takes them out of the
  /// paragraph and leaves its position where they were (CommonMark 0.30 section 4.7).
  mutating func skipDefinitions(before lastLine: Int) {
    while byte == 0x5B, let next = afterDefinition(), next.line <= lastLine {
      self = next
      skipBlanks()
    }
  }

  private func afterDefinition() -> SourceCursor? {
    var cursor = self
    guard let label = cursor.labelEnd(), label.byte == 0x3A else { return nil }
    cursor = label
    cursor.position += 1
    cursor.skipBlanksAndLineEnd()
    guard cursor.skipDestination() else { return nil }
    var afterTitle = cursor
    let gap = afterTitle.source
    afterTitle.skipBlanksAndLineEnd()
    if afterTitle.source > gap, let close = Self.titleClose(afterTitle.byte),
      let title = afterTitle.titleRange(until: close)
    {
      afterTitle.move(to: title.upperBound)
      afterTitle.position = title.upperBound + 1
      afterTitle.skipBlanks()
      if afterTitle.isAtLineEnd { return afterTitle.nextLine() ? afterTitle : nil }
    }
    cursor.skipBlanks()
    guard cursor.isAtLineEnd else { return nil }
    return cursor.nextLine() ? cursor : nil
  }

  private mutating func skipDestination() -> Bool {
    if byte == 0x3C {
      position += 1
      while byte != 0x3E {
        if isAtLineEnd || byte == 0x3C { return false }
        position += byte == 0x5C && peek(1).isASCIIPunctuation ? 2 : 1
      }
      position += 1
      return true
    }
    let start = position
    var depth = 0
    while !isAtLineEnd, !byte.isSpaceOrTab {
      if byte == 0x5C, peek(1).isASCIIPunctuation {
        position += 2
        continue
      }
      if byte == 0x28 { depth += 1 }
      if byte == 0x29 {
        if depth == 0 { break }
        depth -= 1
      }
      position += 1
    }
    return position > start && depth == 0
  }
}
