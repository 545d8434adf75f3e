package import BookModel

/// The outline as a reading system sees it: with the names of its files, and what each document
/// needs to know of the others.
///
/// Worked out once, then only read.
package struct Publication: Sendable {
  /// What stands where and what it is called.
  package let outline: Outline
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
    /// Its caption.
    package var title: String
    /// What is drawn.
    package var kind: OutlinePlate.Kind
  }

  /// The publication of a book; `ornament` is the theme's for the title page, if it has one;
  /// `linksFirstMentions` leads from where somebody is first named to the index; `pageStarts` are
  /// those of the printed pages, if there are any.
  package init(
    _ outline: Outline, ornament: String? = nil, linksNames: Bool = false,
    linksFirstMentions: Bool = false, pageStarts: [PageStart] = []
  ) {
    var outline = outline
    firstMentions =
      linksFirstMentions ? FirstMentions(marking: &outline.book) : FirstMentions()
    self.outline = outline
    self.linksNames = linksNames
    self.ornament = ornament
    let book = outline.book.book
    coverImageName = Self.coverImageName(book)
    plates = outline.plates.map { plate in
      DrawnPlate(
        name: Self.freeName("images/\(plate.kind.rawValue).svg", in: book), svg: plate.whole.svg,
        alternative: plate.whole.alternative, title: plate.title, kind: plate.kind)
    }
    mentionsOfChapter = Self.runs(
      outline.book.people.mentions.map(\.chapter), count: book.chapters.count)
    let marked = outline.changes.filter { $0.kind != .gone }
    changesOfChapter = Dictionary(grouping: marked, by: \.chapter).mapValues { changes in
      Dictionary(changes.map { ($0.prose, $0.kind) }) { first, _ in first }
    }
    pagesOfChapter = PageBreak.breaks(pageStarts, in: book.chapters)
  }

  /// The book with all that was found in it.
  package var book: AnnotatedBook { outline.book }

  /// bookc's own words in the book's language.
  package var phrases: Phrasebook { outline.phrases }

  /// File name of a chapter's document, without an ending.
  package func documentName(ofChapter chapter: Int) -> String {
    outline.documents[outline.chapters[chapter].document].name
  }

  /// File name of the people index, nil when the book has none.
  var peopleIndexName: String? {
    outline.documents.first {
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
