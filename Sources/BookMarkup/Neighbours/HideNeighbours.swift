import BookDiagnostics

extension MaskedChapter {
  /// Hides the signs of other kinds of Markdown in the body and in the notes, and takes out the
  /// notes that are written where they are referred to.
  mutating func hideNeighbours(in skipped: Set<Int>, isNeeded: Bool, source: SourceID) {
    if isNeeded {
      let found = body.withUnsafeBufferPointer {
        Self.scan(
          $0, lines: lines, source: source, skipped: skipped, verseLines: verseLines, isBody: true)
      }
      merge(found)
      var text = body
      apply(found.edits, to: &text, lines: lines, source: source)
      body = text
    }
    var index = 0
    while index < notes.count {
      defer { index += 1 }
      let needsLook = notes[index].text.withUnsafeBufferPointer {
        mayHoldNeighbourSigns($0) || holdsDivision($0)
      }
      guard needsLook else { continue }
      var text = notes[index].text
      let noteLines = SourceLines(
        starts: notes[index].lineStarts, deltas: notes[index].lineDeltas, length: text.count)
      let found = text.withUnsafeBufferPointer {
        Self.scan(
          $0, lines: noteLines, source: source, skipped: [], verseLines: [], isBody: false)
      }
      merge(found)
      apply(found.edits, to: &text, lines: noteLines, source: source)
      notes[index].text = text
    }
  }

  private static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, lines: SourceLines, source: SourceID, skipped: Set<Int>,
    verseLines: Set<Int>, isBody: Bool
  ) -> NeighbourScan {
    var scan = NeighbourScan(
      bytes, lines: lines, source: source, skipped: skipped, verseLines: verseLines,
      isBody: isBody)
    scan.scan()
    return scan
  }

  private mutating func merge(_ scan: NeighbourScan) {
    hidden.headings.merge(scan.headings) { first, _ in first }
    hidden.lineBlocks.merge(scan.lineBlocks) { first, _ in first }
    hidden.lineEnds.formUnion(scan.lineEnds)
    hidden.hardLineEnds.formUnion(scan.hardLineEnds)
    hidden.pictureAttributes.merge(scan.pictureAttributes) { first, _ in first }
    hidden.commandSigns.formUnion(scan.commandSigns)
    diagnostics += scan.diagnostics
    tally.merge(scan.tally)
  }

  /// Makes the changes in a text that cmark is to read.
  mutating func apply(
    _ edits: [SignEdit], to text: inout [UInt8], lines: SourceLines, source: SourceID
  ) {
    for edit in edits {
      let delta = lines.delta(ofLine: lines.line(at: edit.range.lowerBound))
      let place = edit.range.lowerBound + delta
      switch edit.fill {
      case .blank: for i in edit.range { text[i] = 0x20 }
      case .indent: for i in edit.range { text[i] = Sentinel.blank }
      case .sign(let meaning):
        hidden.signs[place] = HiddenSign(meaning: meaning, length: edit.range.count)
        Self.fill(&text, edit.range, with: Sentinel.hidden)
      case .embed(let picture):
        hidden.pictures[place] = picture
        for i in edit.range.dropFirst(4) { text[i] = 0x78 }
        text[edit.range.lowerBound + 2] = 0x5D
        text[edit.range.lowerBound + 3] = 0x28
        text[edit.range.upperBound - 1] = 0x29
      case .note: takeInlineNote(edit.range, from: &text, lines: lines, source: source)
      }
    }
  }

  /// `;`, a sentinel for every byte between, `;`.
  static func fill(_ text: inout [UInt8], _ range: Range<Int>, with sentinel: UInt8) {
    for i in range { text[i] = sentinel }
    text[range.lowerBound] = 0x3B
    text[range.upperBound - 1] = 0x3B
  }

  /// Takes `^[words]` out: its words become a note of their own.
  private mutating func takeInlineNote(
    _ range: Range<Int>, from text: inout [UInt8], lines: SourceLines, source: SourceID
  ) {
    let first = lines.line(at: range.lowerBound)
    let last = lines.line(at: range.upperBound - 1)
    func inFile(_ i: Int, _ line: Int) -> Int { i + lines.delta(ofLine: line) }
    let start = inFile(range.lowerBound, first)
    let end = inFile(range.upperBound, last)
    let span = SourceSpan(file: source, start: start, end: end)
    var note = NoteDefinition(
      label: "^\(start)", labelSpan: SourceSpan(file: source, start: start, end: start + 2),
      span: span, text: [], lineStarts: [], lineDeltas: [])
    for line in first...last {
      let whole = text.withUnsafeBufferPointer { lines.range(line, in: $0) }
      var from = line == first ? range.lowerBound : whole.lowerBound
      let to = line == last ? range.upperBound : whole.upperBound
      if line > first {
        while from < to, text[from].isSpaceOrTab || text[from] == 0x3E { from += 1 }
      }
      let words = (line == first ? from + 2 : from)..<(line == last ? to - 1 : to)
      note.lineStarts.append(Int32(note.text.count))
      note.lineDeltas.append(
        Int32(truncatingIfNeeded: inFile(words.lowerBound, line) - note.text.count))
      note.text += text[words]
      note.text.append(0x0A)
      let isNote = line == first
      hidden.signs[inFile(from, line)] = HiddenSign(
        meaning: isNote ? .note(notes.count) : .nothing, length: to - from)
      Self.fill(&text, from..<to, with: Sentinel.hidden)
      if line < last { hidden.lineEnds.insert(inFile(whole.upperBound, line)) }
    }
    notes.append(note)
  }
}
