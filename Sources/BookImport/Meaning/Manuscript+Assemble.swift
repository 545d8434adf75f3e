import BookModel

extension Manuscript {
  /// The book that the lines make.
  consuming func assembled() -> ImportedBook {
    var assembly = Assembly(self)
    return assembly.run()
  }
}

/// Puts lines together to chapters.
private struct Assembly {
  private let manuscript: Manuscript
  private var book: ImportedBook
  private var chapter = ImportedChapter()
  /// Whether the chapter was begun by a title.
  private var isTitled = false
  private var part: String?
  /// Notes of the chapter, by index into the document's, with their new numbers.
  private var notes: [Int: Int] = [:]
  private var usedNotes: Set<Int> = []

  init(_ manuscript: Manuscript) {
    self.manuscript = manuscript
    book = manuscript.book
    book.guesses = manuscript.guesses
    book.leftOut = manuscript.leftOut
  }

  mutating func run() -> ImportedBook {
    let lines = manuscript.lines
    var index = 0
    while index < lines.count {
      let line = lines[index]
      switch line.role {
      case .gone, .blank, .rule: index += 1
      case .part:
        endChapter()
        part = plain(line)
        index += 1
      case .chapter:
        endChapter()
        isTitled = true
        chapter.title = numbered(title(line))
        chapter.role = line.chapterRole
        index += 1
      case .heading(let level):
        chapter.blocks.append(.heading(level, numbered(title(line))))
        index += 1
      case .sceneBreak:
        chapter.blocks.append(.sceneBreak)
        index += 1
      case .item: index = takeList(from: index)
      case .figure: index = takeFigure(index)
      case .table:
        if let table = line.table { chapter.blocks.append(.table(rows(of: table))) }
        index += 1
      case .set(let kind, let group): index = takeSet(kind, group, from: index)
      case .body, .caption:
        if !line.paragraph.runs.isBlank {
          chapter.blocks.append(.paragraph(numbered(line.paragraph.runs)))
        }
        index += 1
      }
    }
    endChapter()
    tellUnusedNotes()
    return book
  }

  // MARK: Chapters

  private mutating func endChapter() {
    chapter.blocks = tidyBreaks(chapter.blocks)
    defer {
      chapter = ImportedChapter()
      notes = [:]
      isTitled = false
    }
    guard isTitled && !chapter.title.isBlank || !chapter.blocks.isEmpty else { return }
    chapter.part = part
    part = nil
    book.chapters.append(chapter)
  }

  /// A scene break parts two scenes: none stands first, last or twice.
  private func tidyBreaks(_ blocks: [ImportedBlock]) -> [ImportedBlock] {
    var result: [ImportedBlock] = []
    for block in blocks {
      if block == .sceneBreak {
        guard let last = result.last, last != .sceneBreak else { continue }
        if case .heading = last { continue }
      }
      result.append(block)
    }
    while result.last == .sceneBreak { result.removeLast() }
    return result
  }

  /// A title without the looks that all of it has.
  private func title(_ line: Manuscript.Line) -> [TypedRun] {
    let common = line.paragraph.runs.commonLook
    return line.paragraph.runs.removing(common.union([.bold, .underlined, .smallCapitals])).map {
      run in
      var run = run
      if run.content == .lineBreak || run.content == .pageBreak { run.content = .text(" ") }
      return run
    }.joined
  }

  private mutating func plain(_ line: Manuscript.Line) -> String {
    for run in line.paragraph.runs {
      if case .note(let note) = run.content {
        usedNotes.insert(note)
        book.leftOut.append(
          LeftOut(.note, manuscript.noteText(note), place: line.paragraph.place))
      }
    }
    return line.text
  }

  // MARK: Blocks

  private mutating func takeFigure(_ index: Int) -> Int {
    let lines = manuscript.lines
    guard case .picture(let picture)? = lines[index].paragraph.runs.first?.content else {
      return index + 1
    }
    var next = index + 1
    while next < lines.count, lines[next].role == .gone { next += 1 }
    var caption: [TypedRun] = []
    if next < lines.count, lines[next].role == .caption {
      let runs = lines[next].paragraph.runs
      caption = numbered(runs.removing(runs.commonLook.intersection([.italic, .bold])))
      next += 1
    } else {
      next = index + 1
    }
    chapter.blocks.append(.figure(picture: picture, caption: caption))
    return next
  }

  private mutating func takeSet(_ kind: Division.Kind?, _ group: Int, from start: Int) -> Int {
    let lines = manuscript.lines
    var blocks: [ImportedBlock] = []
    var index = start
    // Lines of verse one a paragraph are lines of one stanza.
    var stanza: [TypedRun] = []
    var isWhole = false
    var lastPlace: Int?
    while index < lines.count {
      if lines[index].role == .gone {
        index += 1
        continue
      }
      guard lines[index].role == .set(kind, group: group) else { break }
      let runs = numbered(lines[index].paragraph.runs)
      if kind == .verse {
        let isNewStanza =
          lastPlace.map { index - $0 > 1 } ?? false
          || lines[index].lineCount > 1 || isWhole
        if isNewStanza, !stanza.isEmpty {
          blocks.append(.paragraph(stanza))
          stanza = []
        }
        if !stanza.isEmpty { stanza.append(TypedRun(.lineBreak)) }
        stanza += runs
        isWhole = lines[index].lineCount > 1
        lastPlace = index
      } else {
        blocks.append(.paragraph(runs))
      }
      index += 1
    }
    if !stanza.isEmpty { blocks.append(.paragraph(stanza)) }
    chapter.blocks.append(kind.map { .division($0, blocks) } ?? .quotation(blocks))
    return index
  }

  private mutating func takeList(from start: Int) -> Int {
    let lines = manuscript.lines
    var items: [(item: TypedParagraph.ListItem, runs: [TypedRun])] = []
    var index = start
    while index < lines.count {
      if lines[index].role == .gone || lines[index].role == .blank {
        let next = lines.indices[index...].first {
          lines[$0].role != .gone && lines[$0].role != .blank
        }
        guard let next, lines[next].role == .item, !items.isEmpty else { break }
        index = next
        continue
      }
      guard lines[index].role == .item, let item = lines[index].paragraph.item else { break }
      items.append((item, numbered(lines[index].paragraph.runs)))
      index += 1
    }
    chapter.blocks += listBlocks(items[...])
    return max(index, start + 1)
  }

  // MARK: Cells and notes

  private mutating func rows(of table: TypedTable) -> [[[TypedRun]]] {
    table.rows.map { row in row.map { cell in numbered(flattened(cell)) } }
  }

  /// The blocks of a cell or a note as runs, line by line.
  private func flattened(_ blocks: [TypedBlock]) -> [TypedRun] {
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
  private func cleaned(_ runs: [TypedRun]) -> [TypedRun] {
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

  // MARK: Notes

  /// Runs whose notes are those of the chapter, in the order they are first referred to.
  private mutating func numbered(_ runs: [TypedRun]) -> [TypedRun] {
    runs.map { run in
      guard case .note(let note) = run.content else { return run }
      var run = run
      run.content = .note(number(of: note))
      return run
    }
  }

  private mutating func number(of note: Int) -> Int {
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

  private mutating func tellUnusedNotes() {
    for note in manuscript.document.notes.indices where !usedNotes.contains(note) {
      let text = manuscript.noteText(note).trimmedBlanks
      if !text.isEmpty, !book.leftOut.contains(where: { $0.kind == .note && $0.text == text }) {
        book.leftOut.append(LeftOut(.note, text))
      }
    }
  }
}

/// Items as lists within lists.
private func listBlocks(
  _ items: ArraySlice<(item: TypedParagraph.ListItem, runs: [TypedRun])>
) -> [ImportedBlock] {
  guard let first = items.first else { return [] }
  let level = items.map(\.item.level).min() ?? 0
  var blocks: [ImportedBlock] = []
  var list: [[ImportedBlock]] = []
  var start = first.item.number
  var last = first.item
  func isSame(_ item: TypedParagraph.ListItem) -> Bool {
    guard (item.number == nil) == (last.number == nil) else { return false }
    guard let number = item.number, let before = last.number else { return item.list == last.list }
    return number == before + 1
  }
  var index = items.startIndex
  while index < items.endIndex {
    let (item, runs) = items[index]
    if item.level > level {
      var end = index
      while end < items.endIndex, items[end].item.level > level { end += 1 }
      let inner = listBlocks(items[index..<end])
      if list.isEmpty { list.append(inner) } else { list[list.count - 1] += inner }
      index = end
      continue
    }
    if !list.isEmpty, !isSame(item) {
      blocks.append(.list(start: start, items: list))
      list = []
    }
    if list.isEmpty { start = item.number }
    list.append([.paragraph(runs)])
    last = item
    index += 1
  }
  if !list.isEmpty { blocks.append(.list(start: start, items: list)) }
  return blocks
}
