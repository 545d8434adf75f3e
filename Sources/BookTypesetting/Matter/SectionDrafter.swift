import BookModel

/// Drafts the sections that the pages are made of, document by document as the outline has them.
struct SectionDrafter {
  let outline: Outline
  let design: PageDesign
  let languages: [String]
  let hasSuperiors: Bool
  /// How contents and bookmarks list each document that they list.
  private let listing: [Int: (entry: ContentsEntry, depth: Int)]

  init(_ outline: Outline, design: PageDesign, languages: [String], hasSuperiors: Bool) {
    self.outline = outline
    self.design = design
    self.languages = languages
    self.hasSuperiors = hasSuperiors
    listing = Dictionary(
      outline.listedDocuments.map { ($0.entry.document, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private var book: Book { outline.book.book }

  /// The sections that stand before any page number is known.
  struct Sections: Sendable {
    /// Before the body, without the contents.
    var front: [BookSection] = []
    /// Where among them the contents go.
    var contentsPlace = 0
    /// Parts and chapters, with those of the back matter.
    var body: [BookSection] = []
  }

  func sections(jobs: Int) async -> Sections {
    let context = DraftingContext(
      outline: outline, design: design, languages: languages, hasSuperiors: hasSuperiors)
    let drafts = await Array(book.chapters.indices).mapInOrder(jobs: jobs) { _, number in
      ChapterDrafter.draft(number, in: context)
    }
    let titles = TitleMatter(book: book, design: design, phrases: outline.phrases)
    var sections = Sections()
    for (index, document) in outline.documents.enumerated() {
      var section: BookSection
      switch document.kind {
      case .halfTitle: section = titles.halfTitle(document.title)
      case .titlePage: section = titles.titlePage(document.title)
      case .copyrightPage: section = titles.copyrightPage(document.title)
      case .cast: section = CastMatter(book: outline.book, design: design).section(document.title)
      case .part: section = titles.part(document.title, anchor: document.name)
      case .chapter(let number): section = chapter(number, drafts[number], index)
      case .contents:
        sections.contentsPlace = sections.front.count
        continue
      // A printer wants the cover in a file of its own.
      case .cover: continue
      // They name pages of all the others.
      case .chronology, .peopleIndex, .changes, .colophon: continue
      }
      list(&section, index)
      if index < outline.bodyStart {
        sections.front.append(section)
      } else {
        sections.body.append(section)
      }
    }
    return sections
  }

  private func list(_ section: inout BookSection, _ document: Int) {
    guard let listed = listing[document] else { return }
    section.entry = listed.entry
    section.depth = listed.depth
  }

  private func chapter(_ number: Int, _ draft: Draft, _ document: Int) -> BookSection {
    let role = book.chapters[number].header.role
    let isDisplay = role == .dedication || role == .epigraph
    var section = BookSection(draft: draft)
    section.chapter = number
    section.anchor = outline.documents[document].name
    section.endsPart = (listing[document]?.depth ?? 0) == 0
    section.isRecto = design.opener.isRecto || isDisplay
    section.heads =
      isDisplay
      ? SectionHeads(hasFolio: false)
      : SectionHeads(
        verso: words(design.heads.verso, number), recto: words(design.heads.recto, number))
    return section
  }

  private func words(_ content: PageDesign.Heads.Content, _ number: Int) -> String? {
    let metadata = book.metadata
    let title = metadata.short ?? metadata.title
    switch content {
    case .none: return nil
    case .title: return title
    case .author: return metadata.authors.first?.name ?? title
    case .part:
      guard book.chapters.indices.contains(number) else { return title }
      return book.chapters[number].header.part ?? title
    case .chapter:
      return outline.chapters.indices.contains(number) ? outline.chapters[number].shortTitle : nil
    }
  }

  /// Every running head that any page may have.
  func headWords(_ sections: [BookSection]) -> [String] {
    var heads = sections.flatMap { [$0.heads.verso, $0.heads.recto].compactMap { $0 } }
    for document in outline.documents {
      switch document.kind {
      case .cast, .chronology, .peopleIndex, .changes, .colophon: heads.append(document.title)
      default: break
      }
    }
    return heads + [book.metadata.short ?? book.metadata.title]
  }

  /// What names pages of the body, and what stands behind it.
  func backMatter(_ finder: PageFinder) -> [BookSection] {
    var sections: [BookSection] = []
    for (index, document) in outline.documents.enumerated() {
      let title = document.title
      var section: BookSection
      switch document.kind {
      case .chronology:
        section = ChronologyMatter(outline: outline, design: design, finder: finder).section(title)
      case .peopleIndex:
        let printer = LocatorPrinter(outline, finder: finder)
        section = IndexMatter(outline: outline, design: design, printer: printer).section(title)
      case .changes:
        section = ChangesMatter(outline: outline, design: design, finder: finder).section(title)
      case .colophon:
        section = ColophonMatter(colophon: outline.colophon, design: design).section(title)
      default: continue
      }
      list(&section, index)
      section.heads.verso = words(design.heads.verso, 0)
      sections.append(section)
    }
    return sections
  }

  /// The contents of sections whose pages are known; nil for a book of one chapter, whatever bookc
  /// says at its end.
  func contents(_ sections: [SetSection]) -> BookSection? {
    let listed = sections.filter { $0.section.entry != nil }
    let told = listed.filter { set in
      set.section.entry.map { outline.documents[$0.document].kind != .colophon } == true
    }
    guard told.count > 1,
      let document = outline.documents.firstIndex(where: { $0.kind == .contents })
    else { return nil }
    let entries = listed.map { set in
      ContentsMatter.Entry(
        ordinal: set.section.entry?.number, title: set.section.entry?.title ?? "",
        folio: PageFinder.PageLabel(numbering: set.section.numbering, number: set.number).text,
        destination: set.section.anchor, isPart: set.section.isPart)
    }
    let title = outline.documents[document].title
    var section = ContentsMatter(design: design).section(entries, title: title)
    section.entry = ContentsEntry(title: title, document: document)
    return section
  }
}
