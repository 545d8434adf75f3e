import BookDiagnostics

extension MaskedChapter {
  /// Moves every footnote definition out of the body; blanks stay in its place.
  ///
  /// A definition goes on over lines indented by four columns, over blank lines before such, and,
  /// while it is a paragraph, over lines that begin no other block.
  mutating func takeOutNotes(_ candidates: [Int], source: SourceID) {
    var nextFree = 0
    var isDefinition: Set<Int> = []
    for line in candidates { isDefinition.insert(line) }
    for line in candidates where line >= nextFree {
      let (note, end, further) = body.withUnsafeBufferPointer {
        noteDefinition($0, at: line, source: source) { isDefinition.contains($0) }
      }
      if let note {
        notes.append(note)
        if let further { tally.add(.noteGoesOn, at: further) }
        clear(line..<end)
      }
      nextFree = end
    }
  }

  /// Puts blanks for lines, but for the signs of the quotation that the first of them is in.
  private mutating func clear(_ cleared: Range<Int>) {
    var quotes = 0
    for k in lines.start(cleared.lowerBound)..<body.count {
      if body[k] == 0x3E { quotes += 1 } else if !body[k].isSpaceOrTab { break }
    }
    for line in cleared {
      var signs = 0
      var isPrefix = true
      for k in lines.start(line)..<min(lines.start(line + 1), body.count)
      where !body[k].isLineEnd {
        if isPrefix, body[k] == 0x3E, signs < quotes {
          signs += 1
        } else {
          isPrefix = isPrefix && body[k].isSpaceOrTab
          body[k] = 0x20
        }
      }
    }
  }

  private func noteDefinition(
    _ bytes: UnsafeBufferPointer<UInt8>, at first: Int, source: SourceID,
    isDefinition: (Int) -> Bool
  ) -> (NoteDefinition?, end: Int, further: SourceSpan?) {
    let range = lines.range(first, in: bytes)
    guard let open = range.first(where: { !bytes[$0].isSpaceOrTab && bytes[$0] != 0x3E }),
      let close = noteLabelEnd(bytes, at: open)
    else { return (nil, first + 1, nil) }
    var content = close + 1
    while content < range.upperBound, bytes[content].isSpaceOrTab { content += 1 }
    func span(_ range: Range<Int>) -> SourceSpan {
      SourceSpan(file: source, start: start + range.lowerBound, end: start + range.upperBound)
    }
    var note = NoteDefinition(
      label: String(decoding: bytes[open + 2..<close - 1], as: UTF8.self),
      labelSpan: span(open..<close + 1), span: span(open..<range.upperBound), text: [],
      lineStarts: [], lineDeltas: [])
    note.append(bytes, content..<range.upperBound, fileStart: start)
    var line = first + 1
    var end = line
    // A sentence right below one that ended the note may have been meant for the story.
    var further: SourceSpan?
    var isAfterBlank = range.upperBound == content
    var blanks: [Range<Int>] = []
    let place = NotePlace(bytes, range.lowerBound..<open)
    while line < lines.count, !isDefinition(line) {
      guard let range = place.words(bytes, lines.range(line, in: bytes)) else { break }
      let (indented, isBlank) = dedent(bytes, range)
      if isBlank {
        blanks.append(range.upperBound..<range.upperBound)
        isAfterBlank = true
      } else if let indented {
        for blank in blanks { note.append(bytes, blank, fileStart: start) }
        blanks.removeAll()
        note.append(bytes, indented..<range.upperBound, fileStart: start)
        isAfterBlank = false
        end = line + 1
      } else if !isAfterBlank, !beginsBlock(bytes, range) {
        let above = bytes[..<bytes.trimmedEnd(lines.range(line - 1, in: bytes))].last
        if further == nil, bytes[range.lowerBound] &- 0x41 < 26, above == 0x2E || above == 0x21 {
          further = span(range)
        }
        note.append(bytes, range, fileStart: start)
        end = line + 1
      } else {
        break
      }
      line += 1
    }
    note.span = span(open..<max(lines.range(end - 1, in: bytes).upperBound, open))
    return (note, end, further)
  }

  /// Where a line's text begins after four columns of indentation, nil with less.
  private func dedent(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> (start: Int?, isBlank: Bool) {
    var i = range.lowerBound
    var column = 0
    while i < range.upperBound, bytes[i].isSpaceOrTab, column < 4 {
      column = bytes[i] == 0x09 ? 4 : column + 1
      i += 1
    }
    let isBlank = bytes[i..<range.upperBound].allSatisfy { $0.isSpaceOrTab }
    return (column >= 4 ? i : nil, isBlank)
  }

  /// Whether a line that is not indented begins a block of its own and so ends a note.
  private func beginsBlock(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard let i = range.first(where: { bytes[$0] != 0x20 }) else { return true }
    let next = i + 1 < range.upperBound ? bytes[i + 1] : 0x20
    switch bytes[i] {
    case 0x23, 0x3E, 0x3C, 0x60, 0x7E: return true
    case 0x2D, 0x2A, 0x2B, 0x5F: return next.isSpaceOrTab || next == bytes[i]
    case 0x3A: return next == 0x3A
    case 0x31: return next == 0x2E || next == 0x29
    default: return false
    }
  }
}

/// What stands before the lines of a note: signs of quotation, the indentation of a list.
private struct NotePlace {
  private var quotes = 0
  private var indent = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ prefix: Range<Int>) {
    var column = 0
    for i in prefix {
      if bytes[i] == 0x3E {
        quotes += 1
        column = -1
      } else {
        column += bytes[i] == 0x09 ? 4 : 1
      }
    }
    // Up to three blanks mean nothing at the margin.
    indent = column > 3 ? column : 0
  }

  /// A line without it, nil where the line is not within the same quotation.
  func words(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    guard quotes > 0 || indent > 0 else { return line }
    var i = line.lowerBound
    for _ in 0..<quotes {
      while i < line.upperBound, bytes[i] == 0x20 { i += 1 }
      guard i < line.upperBound, bytes[i] == 0x3E else { return nil }
      i += 1
    }
    if quotes > 0, i < line.upperBound, bytes[i] == 0x20 { i += 1 }
    var column = 0
    while i < line.upperBound, column < indent, bytes[i].isSpaceOrTab {
      column += bytes[i] == 0x09 ? 4 : 1
      i += 1
    }
    return i..<line.upperBound
  }
}

extension NoteDefinition {
  /// Adds a line of the body with its own line end.
  fileprivate mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, fileStart: Int
  ) {
    lineStarts.append(Int32(text.count))
    lineDeltas.append(Int32(truncatingIfNeeded: range.lowerBound + fileStart - text.count))
    text += bytes[range]
    text.append(0x0A)
  }
}
