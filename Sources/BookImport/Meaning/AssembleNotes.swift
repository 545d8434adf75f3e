extension Assembly {
  mutating func rows(of table: TypedTable) -> [[[TypedRun]]] {
    table.rows.map { row in row.map { cell in numbered(flattened(cell)) } }
  }

  /// The blocks of a cell or a note as runs, line by line.
  func flattened(_ blocks: [TypedBlock]) -> [TypedRun] {
    var runs: [TypedRun] = []
    func add(_ more: [TypedRun]) {
      guard !more.isBlank else { return }
      if !runs.isEmpty { runs.append(TypedRun(.lineBreak)) }
      runs += more
    }
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): add(cleaned(paragraph.runs))
      case .table(let table): for cell in table.rows.joined() { add(flattened(cell)) }
      case .rule: break
      }
    }
    return runs
  }

  /// Runs outside the lines of the text, which no rule has seen.
  func cleaned(_ runs: [TypedRun]) -> [TypedRun] {
    let main = Manuscript.primary(manuscript.document.properties.language)
    return runs.map { run in
      var run = run
      if case .text(let text) = run.content { run.content = .text(Manuscript.dashed(text).0) }
      if run.content == .pageBreak { run.content = .lineBreak }
      if let language = run.language,
        Manuscript.primary(language) == main || !run.text.contains(where: \.isLetter)
      {
        run.language = nil
      }
      return run
    }.joined
  }

  /// Runs whose notes are those of the chapter, in the order they are first referred to.
  mutating func numbered(_ runs: [TypedRun]) -> [TypedRun] {
    runs.map { run in
      guard case .note(let note) = run.content else { return run }
      var run = run
      run.content = .note(number(of: note))
      return run
    }
  }

  mutating func number(of note: Int) -> Int {
    if let known = notes[note] { return known }
    usedNotes.insert(note)
    let number = chapter.notes.count
    notes[note] = number
    chapter.notes.append([])
    var blocks: [ImportedBlock] = []
    for block in manuscript.document.notes[note] {
      switch Manuscript.tidied(block) {
      case .paragraph(let paragraph):
        if paragraph.runs.isBlank { continue }
        // A note in a note would be one of the chapter.
        blocks.append(.paragraph(numbered(cleaned(paragraph.runs))))
      case .table(let table): blocks.append(.table(rows(of: table)))
      case .rule: continue
      }
    }
    chapter.notes[number] = blocks.isEmpty ? [.paragraph([TypedRun(.text("—"))])] : blocks
    return number
  }

  mutating func tellUnusedNotes() {
    for note in manuscript.document.notes.indices where !usedNotes.contains(note) {
      let text = manuscript.noteText(note).trimmedBlanks
      if !text.isEmpty, !book.leftOut.contains(where: { $0.kind == .note && $0.text == text }) {
        book.leftOut.append(LeftOut(.note, text))
      }
    }
  }
}

extension Manuscript {
  /// The words of a note.
  func noteText(_ note: Int) -> String {
    document.notes[note].map { block in
      if case .paragraph(let paragraph) = block { return paragraph.text }
      return ""
    }.joined(separator: " ")
  }
}
