package import BookModel

/// The book as a reading system sees it: documents in reading order, contents, and what each
/// document needs to know of the others. Worked out once, then only read.
package struct Publication: Sendable {
  /// What it is made from.
  package let book: AnnotatedBook
  /// bookc's own words in the book's language.
  package let phrases: Phrasebook
  /// In reading order.
  package let documents: [PublicationDocument]
  /// The table of contents, without the pages before it.
  package let contents: [ContentsEntry]
  /// Index into `documents` of each chapter's document.
  package let documentOfChapter: [Int]
  /// What an index calls each chapter: its number, else its title.
  package let chapterLabels: [String]
  /// Index into `documents` where the story itself begins.
  package let start: Int
  /// File name of the cover's picture, below the documents' folder.
  package let coverImageName: String
  /// Pictures drawn by bookc: the time line and the chart of presence.
  package let plates: [DrawnPlate]
  let ornament: String?
  /// Whether a name in the text leads to the page of its person; only a preview has such pages.
  let linksNames: Bool
  /// Names that lead to the index; empty unless the theme wants it.
  let firstMentions: FirstMentions
  let mentionsOfChapter: [Range<Int>]
  let pagesOfChapter: [[PageBreak]]
  /// By chapter, then by leaf; empty but in an edition for proof readers.
  let changesOfChapter: [Int: [Int: ProseChange.Kind]]

  /// A picture drawn by bookc, to be stored beside the documents.
  package struct DrawnPlate: Sendable {
    /// Below the documents' folder.
    package var name: String
    /// SVG.
    package var svg: String
    /// What it shows.
    package var alternative: String
    /// Its heading in the chronology.
    package var isTimeline: Bool
  }

  /// The publication of a book; `ornament` is the theme's for the title page, if it has one;
  /// `linksFirstMentions` leads from where somebody is first named to the index.
  package init(
    _ book: AnnotatedBook, ornament: String? = nil, linksNames: Bool = false,
    linksFirstMentions: Bool = false
  ) {
    var book = book
    firstMentions = linksFirstMentions ? FirstMentions(marking: &book) : FirstMentions()
    self.book = book
    self.linksNames = linksNames
    self.ornament = ornament
    let phrases = Phrasebook(language: book.book.metadata.language)
    self.phrases = phrases
    let titles = ChapterTitles(book.book, phrases: phrases)
    chapterLabels = titles.labels
    var order = ReadingOrder(book, titles: titles, phrases: phrases)
    order.lay()
    documents = order.documents
    documentOfChapter = order.documentOfChapter
    contents = order.contents
    start = order.start ?? order.documentOfChapter.first ?? 0
    coverImageName = Self.coverImageName(book.book)
    plates = Self.plates(book)
    mentionsOfChapter = Self.runs(
      book.people.mentions.map(\.chapter), count: book.book.chapters.count)
    let marked = book.changes.filter { $0.kind != .gone }
    changesOfChapter = Dictionary(grouping: marked, by: \.chapter).mapValues { changes in
      Dictionary(changes.map { ($0.prose, $0.kind) }) { first, _ in first }
    }
    pagesOfChapter = PageBreak.breaks(book)
  }

  /// File name of the people index, nil when the book has none.
  var peopleIndexName: String? {
    documents.first {
      if case .peopleIndex = $0.kind { true } else { false }
    }?.name
  }

  /// Mentions come in reading order, so those of a chapter stand together.
  private static func runs(_ chapters: [Int], count: Int) -> [Range<Int>] {
    var result = [Range<Int>](repeating: 0..<0, count: count)
    var start = 0
    for i in chapters.indices where i + 1 == chapters.count || chapters[i + 1] != chapters[i] {
      if result.indices.contains(chapters[i]) { result[chapters[i]] = start..<(i + 1) }
      start = i + 1
    }
    return result
  }

  private static func coverImageName(_ book: Book) -> String {
    if let cover = book.metadata.cover, let image = book.coverImage(cover) { return image.name }
    return freeName("images/cover.svg", in: book)
  }

  private static func plates(_ book: AnnotatedBook) -> [DrawnPlate] {
    var plates: [DrawnPlate] = []
    if let plate = book.time.chronology.timeline {
      plates.append(
        DrawnPlate(
          name: freeName("images/timeline.svg", in: book.book), svg: plate.svg,
          alternative: plate.alternative, isTimeline: true))
    }
    if let plate = book.time.chronology.presence {
      plates.append(
        DrawnPlate(
          name: freeName("images/presence.svg", in: book.book), svg: plate.svg,
          alternative: plate.alternative, isTimeline: false))
    }
    return plates
  }

  /// The name, changed where the author's own images have it already.
  private static func freeName(_ name: String, in book: Book) -> String {
    var candidate = name
    while book.images.contains(where: { $0.name.lowercased() == candidate }) {
      candidate = candidate.replacing(".svg", with: "-drawn.svg")
    }
    return candidate
  }
}

extension Book {
  /// The author's cover as published.
  package func coverImage(_ cover: Image) -> PublicationImage? {
    guard let path = Self.resolve(cover.path, in: []) else { return nil }
    return images.first { $0.path == path }
  }
}
