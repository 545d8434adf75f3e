import BookModel

/// Lays the documents of a book in order, and its contents with them.
struct ReadingOrder {
  private let book: AnnotatedBook
  private let titles: ChapterTitles
  private let phrases: Phrasebook
  private(set) var documents: [PublicationDocument] = []
  private(set) var contents: [ContentsEntry] = []
  private(set) var documentOfChapter: [Int]
  private(set) var start: Int?
  private var volume: String?
  private var part: String?
  private var partCount = 0
  /// Where the next chapter's contents entry goes: how many titles stand above it.
  private var depth = 0

  init(_ book: AnnotatedBook, titles: ChapterTitles, phrases: Phrasebook) {
    self.book = book
    self.titles = titles
    self.phrases = phrases
    documentOfChapter = [Int](repeating: 0, count: book.book.chapters.count)
  }

  /// Title matter, front matter, body, back matter, and what bookc adds to each.
  mutating func lay() {
    let chapters = book.book.chapters
    let metadata = book.book.metadata
    add(.cover, "cover", phrases[.cover])
    add(.halfTitle, "half-title", phrases[.halfTitle])
    add(.titlePage, "title-page", phrases[.titlePage])
    add(.copyrightPage, "copyright", phrases[.copyrightPage])
    // Dedication and epigraph stand before the contents (Chicago Manual of Style, 1.4).
    let opening = chapters.prefix {
      $0.header.matter == .front
        && ($0.header.role == .dedication || $0.header.role == .epigraph)
    }.count
    for index in 0..<opening { addChapter(index) }
    add(.contents, "nav", phrases[.contents])
    if metadata.people.cast, !book.people.cast.isEmpty {
      list(add(.cast, "cast", phrases[.cast]))
    }
    for index in opening..<chapters.count { addChapter(index) }
    depth = 0
    if !book.time.chronology.years.isEmpty || book.time.chronology.timeline != nil
      || book.time.chronology.presence != nil
    {
      list(add(.chronology, "chronology", phrases[.chronology]))
    }
    if metadata.people.index, !book.people.index.groups.isEmpty {
      list(add(.peopleIndex, "people-index", phrases[.people]))
    }
    if !book.changes.isEmpty { list(add(.changes, "changes", phrases[.changes])) }
    if !chapters.contains(where: { $0.header.role == .colophon }) {
      list(add(.colophon, "colophon", phrases[.colophon]))
    }
  }

  @discardableResult
  private mutating func add(
    _ kind: PublicationDocument.Kind, _ name: String, _ title: String
  ) -> Int {
    documents.append(PublicationDocument(kind: kind, name: name, title: title))
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
    let document = add(.chapter(index), book.book.documentName(index), titles.titles[index])
    documentOfChapter[index] = document
    if chapter.header.matter == .body, start == nil { start = document }
    var entry = ContentsEntry(title: titles.titles[index], document: document)
    entry.number = chapter.header.ordinal
    entry.children = sections(of: chapter, document: document)
    insert(entry)
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
    if header.matter == .body, start == nil { start = document }
    list(document)
    depth += 1
  }

  /// The sections right below the chapter's title; deeper ones would crowd the contents.
  private func sections(of chapter: ParsedChapter, document: Int) -> [ContentsEntry] {
    let ranks = HeadingRanks(chapter)
    return chapter.sections.indices.compactMap { section in
      guard ranks[section] == 2 else { return nil }
      let words = chapter.string(chapter.prose[chapter.sections[section].prose].text)
        .split { $0.isWhitespace }.joined(separator: " ")
      guard !words.isEmpty else { return nil }
      return ContentsEntry(
        title: words, document: document, fragment: chapter.sections[section].id)
    }
  }
}
