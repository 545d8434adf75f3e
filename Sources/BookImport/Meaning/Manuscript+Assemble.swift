import BookModel

extension Manuscript {
  /// The book that the lines make.
  consuming func assembled() -> ImportedBook {
    var assembly = Assembly(self)
    return assembly.run()
  }
}

/// Puts lines together to chapters.
struct Assembly {
  let manuscript: Manuscript
  var book: ImportedBook
  var chapter = ImportedChapter()
  /// Whether the chapter was begun by a title.
  private var isTitled = false
  private var part: String?
  /// Notes of the chapter, by index into the document's, with their new numbers.
  var notes: [Int: Int] = [:]
  var usedNotes: Set<Int> = []

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
    nameUntitled()
    return book
  }

  /// Gives chapters without a heading a name for the contents: the book's to what stands before all
  /// titles, their number to others.
  private mutating func nameUntitled() {
    var number = 0
    for index in book.chapters.indices where book.chapters[index].role == nil {
      number += 1
      guard book.chapters[index].title.isBlank else { continue }
      let isOpening =
        number == 1 && (book.chapters.count == 1 || book.chapters.contains { !$0.title.isBlank })
      let name = isOpening ? book.title : String(number)
      book.chapters[index].contentsTitle = name
      book.guesses.append(
        Guess(.chapter, "a chapter without a title is called “\(name)” in the contents"))
    }
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
}
