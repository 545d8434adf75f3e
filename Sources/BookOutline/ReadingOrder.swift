import BookModel

/// Lays the documents of a book in order, and its contents with them.
struct ReadingOrder {
  private let book: AnnotatedBook
  private let changes: [ProseChange]
  private let titles: ChapterTitles
  private let openings: [ChapterOpening?]
  private let phrases: Phrasebook
  private(set) var documents: [OutlineDocument] = []
  private(set) var contents: [ContentsEntry] = []
  private(set) var chapters: [OutlineChapter] = []
  /// The first document of the story.
  private(set) var start: Int?
  /// The first document that is no front matter.
  private(set) var bodyStart: Int?
  private var volume: String?
  private var part: String?
  private var partCount = 0
  /// Where the next chapter's contents entry goes: how many titles stand above it.
  private var depth = 0

  init(_ book: AnnotatedBook, changes: [ProseChange], phrases: Phrasebook) {
    self.book = book
    self.changes = changes
    self.phrases = phrases
    titles = ChapterTitles(book.book, phrases: phrases)
    openings = chapterOpenings(of: book)
    chapters.reserveCapacity(book.book.chapters.count)
  }

  /// Title matter, front matter, body, back matter, and what bookc adds to each.
  mutating func lay() {
    let chapters = book.book.chapters
    let metadata = book.book.metadata
    add(.cover, "cover", phrases[.cover], full: metadata.title)
    add(.halfTitle, "half-title", phrases[.halfTitle], full: metadata.title)
    add(.titlePage, "title-page", phrases[.titlePage], full: metadata.title)
    add(.copyrightPage, "copyright", phrases[.copyrightPage])
    // Dedication and epigraph stand before the contents (Chicago Manual of Style, 1.4).
    let opening = chapters.prefix {
      $0.header.matter == .front
        && ($0.header.role == .dedication || $0.header.role == .epigraph)
    }.count
    for index in 0..<opening { addChapter(index) }
    add(.contents, "nav", phrases[.contents])
    if metadata.people.cast, book.people.cast.contains(where: { !$0.members.isEmpty }) {
      list(add(.cast, "cast", phrases[.cast]))
    }
    for index in opening..<chapters.count { addChapter(index) }
    depth = 0
    if bodyStart == nil { bodyStart = documents.count }
    addBackMatter()
  }

  /// What bookc adds behind the chapters.
  private mutating func addBackMatter() {
    let chronology = book.time.chronology
    if chronology.years.contains(where: { !$0.rows.isEmpty }) || chronology.timeline != nil
      || chronology.presence != nil
    {
      list(add(.chronology, "chronology", phrases[.chronology]))
    }
    if book.book.metadata.people.index,
      book.people.index.groups.contains(where: { !$0.entries.isEmpty })
    {
      list(add(.peopleIndex, "people-index", phrases[.people]))
    }
    if !changes.isEmpty { list(add(.changes, "changes", phrases[.changes])) }
    if book.book.metadata.hasColophon,
      !book.book.chapters.contains(where: { $0.header.role == .colophon })
    {
      list(add(.colophon, "colophon", phrases[.colophon]))
    }
  }

  @discardableResult
  private mutating func add(
    _ kind: OutlineDocument.Kind, _ name: String, _ title: String, full: String? = nil
  ) -> Int {
    documents.append(
      OutlineDocument(kind: kind, name: name, title: title, fullTitle: full ?? title))
    return documents.count - 1
  }

  private mutating func list(_ document: Int) {
    insert(ContentsEntry(title: documents[document].title, document: document))
  }

  /// Adds an entry below the volume and part that are open.
  private mutating func insert(_ entry: ContentsEntry) {
    switch depth {
    case 0: contents.append(entry)
    case 1: contents[contents.count - 1].children.append(entry)
    default:
      let last = contents.count - 1
      let lastChild = contents[last].children.count - 1
      if lastChild < 0 {
        contents[last].children.append(entry)
      } else {
        contents[last].children[lastChild].children.append(entry)
      }
    }
  }

  private mutating func addChapter(_ index: Int) {
    let chapter = book.book.chapters[index]
    openParts(chapter.header)
    let title = titles.titles[index]
    let shortTitle = titles.shortTitles[index]
    var entry = ContentsEntry(title: shortTitle, document: documents.count)
    if let number = chapter.header.ordinal, !title.hasSuffix(number) { entry.number = number }
    let document = add(
      .chapter(index), book.book.documentName(index), title, full: entry.label(saying: title))
    begin(document, chapter.header.matter)
    let ranks = HeadingRanks(chapter)
    chapters.append(
      OutlineChapter(
        document: document, title: title, shortTitle: shortTitle, label: titles.labels[index],
        ranks: ranks, opening: openings[index]))
    entry.children = sections(of: chapter, ranks, document: document)
    insert(entry)
  }

  /// Remembers where the story and the pages after the front matter begin.
  private mutating func begin(_ document: Int, _ matter: Matter) {
    if matter == .body, start == nil { start = document }
    if matter != .front, bodyStart == nil { bodyStart = document }
  }

  /// Title pages for a volume or part that begins with this chapter.
  private mutating func openParts(_ header: ChapterHeader) {
    if header.volume != volume {
      volume = header.volume
      part = nil
      depth = 0
      if let volume { addPart(volume, header) }
    }
    if header.part != part {
      part = header.part
      depth = volume == nil ? 0 : 1
      if let part { addPart(part, header) }
    }
  }

  private mutating func addPart(_ title: String, _ header: ChapterHeader) {
    partCount += 1
    let document = add(.part, "part-\(partCount)", title)
    begin(document, header.matter)
    list(document)
    depth += 1
  }

  /// The sections right below the chapter's title; deeper ones would crowd the contents.
  private func sections(
    of chapter: ParsedChapter, _ ranks: HeadingRanks, document: Int
  ) -> [ContentsEntry] {
    chapter.sections.indices.compactMap { section in
      guard ranks[section] == 2,
        let words = chapter.string(chapter.prose[chapter.sections[section].prose].text).onOneLine
      else { return nil }
      return ContentsEntry(
        title: words, document: document, fragment: chapter.sections[section].id)
    }
  }
}
