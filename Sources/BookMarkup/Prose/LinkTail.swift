/// What follows the `]` of a link: where it ends and what stands in it.
struct LinkTail {
  /// After the link's last sign.
  var end: SourceCursor
  /// The title between its signs, offsets into what cmark read.
  var title: Range<Int>?
  /// The destination without `<` and `>`, ditto.
  var destination: Range<Int>?
}

extension SourceCursor {
  /// The rest of a link or image whose `]` is at the cursor (CommonMark 0.30 section 6.3).
  func linkTail() -> LinkTail {
    var cursor = self
    if cursor.byte == 0x5D { cursor.position += 1 }
    if cursor.byte == 0x28, let tail = cursor.inlineTail() { return tail }
    if cursor.byte == 0x5B, let end = cursor.labelEnd() { return LinkTail(end: end) }
    return LinkTail(end: cursor)
  }

  private func inlineTail() -> LinkTail? {
    var cursor = self
    cursor.position += 1
    cursor.skipBlanksAndLineEnd()
    var tail = LinkTail(end: cursor)
    if cursor.byte == 0x3C {
      let start = cursor.position + 1
      cursor.position = start
      while cursor.byte != 0x3E {
        if cursor.isAtLineEnd || cursor.byte == 0x3C { return nil }
        cursor.position += cursor.byte == 0x5C && cursor.peek(1).isASCIIPunctuation ? 2 : 1
      }
      tail.destination = start..<cursor.position
      cursor.position += 1
    } else {
      let start = cursor.position
      var depth = 0
      while !cursor.isAtLineEnd, !cursor.byte.isSpaceOrTab {
        if cursor.byte == 0x5C, cursor.peek(1).isASCIIPunctuation {
          cursor.position += 2
          continue
        }
        if cursor.byte == 0x28 { depth += 1 }
        if cursor.byte == 0x29 {
          if depth == 0 { break }
          depth -= 1
        }
        cursor.position += 1
      }
      if depth != 0 { return nil }
      tail.destination = start..<cursor.position
    }
    cursor.skipBlanksAndLineEnd()
    if let close = Self.titleClose(cursor.byte) {
      guard let title = cursor.titleRange(until: close) else { return nil }
      tail.title = title
      cursor.move(to: title.upperBound)
      cursor.position = title.upperBound + 1
      cursor.skipBlanksAndLineEnd()
    }
    guard cursor.byte == 0x29 else { return nil }
    cursor.position += 1
    tail.end = cursor
    return tail
  }

  static func titleClose(_ open: UInt8) -> UInt8? {
    switch open {
    case 0x22, 0x27: open
    case 0x28: 0x29
    default: nil
    }
  }

  func titleRange(until close: UInt8) -> Range<Int>? {
    let start = position + 1
    var i = start
    while i < bytes.count {
      if bytes[i] == 0x5C, i + 1 < bytes.count, bytes[i + 1].isASCIIPunctuation {
        i += 2
        continue
      }
      if bytes[i] == close { return start..<i }
      if bytes[i] == 0x0A, i + 1 < bytes.count, bytes[i + 1] == 0x0A { return nil }
      i += 1
    }
    return nil
  }

  /// After `[label]`, nil when it is none.
  func labelEnd() -> SourceCursor? {
    var cursor = self
    cursor.position += 1
    var length = 0
    while length < 1000 {
      if cursor.isAtLineEnd {
        if cursor.line >= cursor.lastLine || !cursor.nextLine() { return nil }
        length += 1
        continue
      }
      switch cursor.byte {
      case 0x5D:
        cursor.position += 1
        return cursor
      case 0x5B: return nil
      case 0x5C where cursor.peek(1).isASCIIPunctuation: cursor.position += 2
      default: cursor.position += 1
      }
      length += 1
    }
    return nil
  }
}
