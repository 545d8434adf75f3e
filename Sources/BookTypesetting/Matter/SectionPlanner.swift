import BookModel

/// Decides what the book is made of and in which order.
struct SectionPlanner {
  let book: AnnotatedBook
  let design: PageDesign
  let phrases: Phrasebook
  let languages: [String]
  let hasSuperiors: Bool

  /// The sections that stand before any page number is known.
  struct Plan: Sendable {
    /// Before the body, without the contents.
    var front: [BookSection] = []
    /// Where among them the contents go.
    var contentsPlace = 0
    /// Parts and chapters, with those of the back matter.
    var body: [BookSection] = []
  }

  func plan(jobs: Int) async -> Plan {
    let context = DraftingContext(
      book: book.book, design: design, languages: languages, phrases: phrases,
      hasSuperiors: hasSuperiors)
    let names = openingNames()
    let numbers = Array(book.book.chapters.indices)
    let drafts = await numbers.mapInOrder(jobs: jobs) { _, number in
      ChapterDrafter.draft(number, in: context, names: names[number])
    }
    let titles = TitleMatter(book: book.book, design: design, phrases: phrases)
    var plan = Plan()
    plan.front = [titles.halfTitle(), titles.titlePage()]
    if let copyright = titles.copyrightPage() { plan.front.append(copyright) }
    for number in numbers where isDisplay(number) && matter(number) == .front {
      plan.front.append(section(number, drafts[number], depth: 0))
    }
    plan.contentsPlace = plan.front.count
    if let cast = CastMatter(book: book, design: design, phrases: phrases).section() {
      plan.front.append(cast)
    }
    for number in numbers where !isDisplay(number) && matter(number) == .front {
      plan.front.append(section(number, drafts[number], depth: 0))
    }
    addBody(numbers, drafts, titles, to: &plan)
    return plan
  }

  private func addBody(
    _ numbers: [Int], _ drafts: [Draft], _ titles: TitleMatter, to plan: inout Plan
  ) {
    var part: String?
    var volume: String?
    var parts = 0
    for number in numbers where matter(number) == .body {
      let header = book.book.chapters[number].header
      for (title, isNew) in [
        (header.volume, header.volume != volume), (header.part, header.part != part),
      ] {
        guard let title, isNew else { continue }
        parts += 1
        plan.body.append(titles.part(title, number: parts))
      }
      volume = header.volume
      part = header.part
      let isInPart = part != nil || volume != nil
      var section = section(number, drafts[number], depth: isInPart ? 1 : 0)
      section.endsPart = !isInPart
      plan.body.append(section)
    }
    for number in numbers where matter(number) == .back {
      var section = section(number, drafts[number], depth: 0)
      section.endsPart = true
      plan.body.append(section)
    }
  }

  private func matter(_ number: Int) -> Matter { book.book.chapters[number].header.matter }

  private func isDisplay(_ number: Int) -> Bool {
    let role = book.book.chapters[number].header.role
    return role == .dedication || role == .epigraph
  }

  /// Names at the beginning of each chapter, which the change to small capitals must not part.
  private func openingNames() -> [[Range<Int>]] {
    var names = [[Range<Int>]](repeating: [], count: book.book.chapters.count)
    for mention in book.people.mentions
    where mention.chapter < names.count && names[mention.chapter].count < 8 {
      names[mention.chapter].append(mention.range)
    }
    return names
  }

  private func section(_ number: Int, _ draft: Draft, depth: Int) -> BookSection {
    let chapter = book.book.chapters[number]
    var section = BookSection(draft: draft)
    section.chapter = number
    section.anchor = book.book.documentName(number)
    section.depth = depth
    section.isRecto = design.opener.isRecto || isDisplay(number)
    if isDisplay(number) {
      section.heads = SectionHeads(hasFolio: false)
      return section
    }
    section.title = chapter.title ?? "\(phrases[.chapter]) \(number + 1)"
    section.ordinal = chapter.header.ordinal
    section.heads = SectionHeads(
      verso: words(design.heads.verso, number), recto: words(design.heads.recto, number))
    return section
  }

  private func words(_ content: PageDesign.Heads.Content, _ number: Int) -> String? {
    let metadata = book.book.metadata
    switch content {
    case .none: return nil
    case .title: return metadata.title
    case .author: return metadata.authors.first?.name ?? metadata.title
    case .part: return book.book.chapters[number].header.part ?? metadata.title
    case .chapter: return book.book.chapters[number].title
    }
  }

  /// Every running head that any page may have.
  func headWords(_ sections: [BookSection]) -> [String] {
    var heads = sections.flatMap { [$0.heads.verso, $0.heads.recto].compactMap { $0 } }
    heads += [phrases[.people], phrases[.cast], phrases[.chronology], book.book.metadata.title]
    return heads
  }

  /// What names pages of the body: chronology and index.
  func backMatter(_ finder: PageFinder) -> [BookSection] {
    let printer = LocatorPrinter(book: book, finder: finder)
    var sections: [BookSection] = []
    let chronology = ChronologyMatter(
      book: book, design: design, phrases: phrases, finder: finder)
    if let section = chronology.section() { sections.append(section) }
    let index = IndexMatter(book: book, design: design, phrases: phrases, printer: printer)
    if let section = index.section() { sections.append(section) }
    for i in sections.indices { sections[i].heads.verso = words(design.heads.verso, 0) }
    return sections
  }

  /// The contents of sections whose pages are known; nil for a book of one chapter.
  func contents(_ sections: [SetSection]) -> BookSection? {
    let listed = sections.filter { $0.section.title != nil }
    guard listed.count > 1 else { return nil }
    let entries = listed.map { set in
      ContentsMatter.Entry(
        ordinal: set.section.ordinal, title: set.section.title ?? "",
        folio: PageFinder.PageLabel(numbering: set.section.numbering, number: set.number).text,
        destination: set.section.anchor, isPart: set.section.isPart, depth: set.section.depth)
    }
    return ContentsMatter(design: design, phrases: phrases).section(entries)
  }
}
