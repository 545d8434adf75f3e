extension RichTextReader {
  mutating func endParagraph() {
    flushText()
    if outer.isEmpty { place += 1 }
    let hasLeftOut = !pending.isEmpty
    document.leftOut += pending.filter { $0.text.contains { !$0.isWhitespace } }
    pending = []
    defer { line = [] }
    if line.isEmpty, hasLeftOut { return }
    var paragraph = state.paragraph
    paragraph.runs = line.joined
    paragraph.place = place
    paragraph.breakBefore = max(paragraph.breakBefore, nextBreak)
    nextBreak = .none
    if line.isEmpty { paragraph.item = nil }
    state.paragraph.item = nil
    if state.isInTable, outer.isEmpty {
      cellBlocks.append(.paragraph(paragraph))
    } else {
      endTable()
      blocks.append(.paragraph(paragraph))
    }
  }

  mutating func endCell() {
    flushText()
    if !line.isEmpty { endParagraphInCell() }
    cells.append(cellBlocks)
    cellBlocks = []
  }

  mutating func endParagraphInCell() {
    state.isInTable = true
    endParagraph()
  }

  mutating func endRow() {
    if !cells.isEmpty { rows.append(cells) }
    cells = []
  }

  mutating func endTable() {
    if !cellBlocks.isEmpty { cells.append(cellBlocks) }
    cellBlocks = []
    endRow()
    guard !rows.isEmpty else { return }
    blocks.append(.table(TypedTable(rows: rows, place: place)))
    rows = []
  }

  mutating func beginNote() {
    outer.append((stack.count, blocks, line, state))
    blocks = []
    line = []
    state.look = []
    state.paragraph = TypedParagraph()
    state.destination = .note
  }

  mutating func endNote() {
    flushText()
    if !line.isEmpty { endParagraph() }
    guard let before = outer.popLast() else { return }
    document.notes.append(blocks)
    blocks = before.blocks
    line = before.line
    line.append(TypedRun(.note(document.notes.count - 1)))
  }

  mutating func endPicture() {
    defer { picture = [] }
    guard !picture.isEmpty else { return }
    guard let ending = pictureEnding(of: picture) else {
      document.leftOut.append(
        LeftOut(.picture, "a picture \(pictureAdvice(for: picture))", place: place))
      return
    }
    document.pictures.append(
      TypedPicture(bytes: picture, ending: ending, alternative: description))
    line.append(TypedRun(.picture(document.pictures.count - 1)))
    describedPicture = description.isEmpty ? document.pictures.count - 1 : nil
    description = ""
  }

  /// The words of a description belong to the picture they stand in, before its bytes or behind.
  mutating func endShapeValue() {
    guard shapeProperty == "wzDescription" else { return }
    let found = words.trimmedBlanks
    if let picture = describedPicture {
      document.pictures[picture].alternative = found
    } else {
      description = found
    }
  }
}
