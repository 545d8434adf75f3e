package import BookDiagnostics
package import BookFonts
import BookLanguage
package import BookModel

/// Sets a book in type: its chapters, the matter that bookc makes, and every page number in it.
///
/// The pages do not depend on `jobs`. The value is nil only where no font can be had.
package func typeset(
  _ outline: Outline, theme: Theme, fonts: FontLibrary, jobs: Int
) async -> Diagnosed<PageList?> {
  let design = PageDesign.decode(theme, trim: outline.book.book.metadata.trim)
  return await typeset(outline, design: design.value, fonts: fonts, jobs: jobs)
    .adding(design.diagnostics)
}

extension Diagnosed {
  fileprivate func adding(_ earlier: [Diagnostic]) -> Diagnosed {
    Diagnosed(value, earlier + diagnostics)
  }
}

/// The same with a design already decoded.
package func typeset(
  _ outline: Outline, design: PageDesign, fonts: FontLibrary, jobs: Int
) async -> Diagnosed<PageList?> {
  var galleys = SetGalleys()
  return await typeset(outline, design: design, fonts: fonts, jobs: jobs, reusing: &galleys)
}

/// The same, taking again what of an earlier state of the book has not changed.
package func typeset(
  _ outline: Outline, theme: Theme, fonts: FontLibrary, jobs: Int, reusing galleys: inout SetGalleys
) async -> Diagnosed<PageList?> {
  let design = PageDesign.decode(theme, trim: outline.book.book.metadata.trim)
  return await typeset(
    outline, design: design.value, fonts: fonts, jobs: jobs, reusing: &galleys
  ).adding(design.diagnostics)
}

private func typeset(
  _ outline: Outline, design: PageDesign, fonts: FontLibrary, jobs: Int,
  reusing galleys: inout SetGalleys
) async -> Diagnosed<PageList?> {
  var design = design
  let book = outline.book.book
  design.isRightToLeft = Language.of(book.metadata.language).isRightToLeft
  design.fitGutter(bytes: book.chapters.reduce(0) { $0 + $1.text.count })
  let languages = languagesUsed(in: book)
  let faces = FaceBook.choose(
    for: design, languages: languages, script: MainScript(book), from: fonts)
  guard let faceBook = faces.value else { return Diagnosed(nil, faces.diagnostics) }
  galleys = galleys.next(design: design, faces: faceBook.roles, languages: languages)
  let setter = BookSetter(
    outline: outline, design: design, faces: faceBook, languages: languages, jobs: max(1, jobs),
    galleys: galleys)
  let (result, chapters) = await setter.set()
  galleys.keep(chapters)
  return Diagnosed(result.value, faces.diagnostics + result.diagnostics)
}

/// The book's language, then every other that its mark-up names, in order of the text.
func languagesUsed(in book: Book) -> [String] {
  var languages = [book.metadata.language]
  for mark in book.chapters.lazy.flatMap(\.marks) {
    guard case .element(let element) = mark.kind else { continue }
    for attribute in element.attributes
    where attribute.name == "lang" || attribute.name == "xml:lang" {
      if !languages.contains(attribute.value), languages.count < 200 {
        languages.append(attribute.value)
      }
    }
  }
  return languages
}

/// Sets one book, stage by stage.
struct BookSetter {
  let outline: Outline
  let design: PageDesign
  let faces: FaceBook
  let languages: [String]
  let jobs: Int
  /// What was set before.
  let galleys: SetGalleys

  var book: Book { outline.book.book }

  private var grid: PageGrid {
    PageGrid(
      lines: design.lines, leading: design.leading, noteLeading: design.notes.leading,
      mayRunLong: design.mayRunLong)
  }

  /// The pages, and the chapters as they were set.
  func set() async -> (Diagnosed<PageList>, [(set: SetSection, isFresh: Bool)]) {
    let drafter = SectionDrafter(
      outline, design: design, languages: languages, hasSuperiors: faces.hasSuperiors)
    let plan = await drafter.sections(jobs: jobs)
    // Front matter whose pages do not depend on anything that comes later, and the body.
    let first = plan.front + plan.body
    let heads = Furniture.draft(drafter.headWords(first), design: design)
    let (lettering, known) = await shape(first.map(\.draft) + [heads.draft], known: faces.roles)
    let furniture = Furniture(
      heads,
      TextSource(
        store: heads.draft.store, numbers: lettering.numbers[first.count],
        lettering: lettering.lettering), design: design)
    let earlier = first.enumerated().map { index, section in
      galleys.section(section, numbers: lettering.numbers[index])
    }
    var sections = await lines(first, lettering, known, earlier: earlier)
    let chapters = zip(sections, earlier).filter { $0.0.section.chapter != nil }
      .map { (set: $0.0, isFresh: $0.1 == nil) }
    var front = Array(sections.prefix(plan.front.count))
    var body = Array(sections.dropFirst(plan.front.count))
    sections = []
    number(&body, numbering: .arabic)
    // Matter that names pages of what stands before it.
    let finder = await pageFinder(
      front: front, contentsPlace: plan.contentsPlace, body: body, drafter, lettering.lettering,
      known: known)
    let later = drafter.backMatter(finder)
    let (lateLettering, lateFaces) = await shape(later.map(\.draft), known: known)
    var late = await lines(later, lateLettering, lateFaces)
    number(&late, numbering: .arabic, after: body)
    // The contents: first to learn how many pages they take, then with the folios.
    let (contents, contentsLettering, allFaces) = await setContents(
      drafter, front: &front, at: plan.contentsPlace, rest: body + late, known: lateFaces)
    var joiner = PageJoiner(
      outline, design: design, languages: languages, faces: allFaces)
    let composed = await compose(
      [(front, lettering.lettering), (body, lettering.lettering), (late, lateLettering.lettering)],
      contents: contents.map { ($0, contentsLettering, plan.contentsPlace) }, furniture)
    joiner.join(composed)
    var diagnostics = messages(front + body, lettering)
    diagnostics += messages(late, lateLettering)
    diagnostics += longHeads(front + body, furniture)
    return (Diagnosed(joiner.pages, diagnostics), chapters)
  }

  /// The leaves with a bar beside them, by chapter.
  private var changedLeaves: [Int: Set<Int32>] {
    let standing = outline.changes.filter { $0.kind != .gone }
    return Dictionary(grouping: standing, by: \.chapter).mapValues { changes in
      Set(changes.compactMap { Int32(exactly: $0.prose) })
    }
  }

  // MARK: Stages

  /// Shaped words and, draft by draft, their numbers.
  struct DraftLettering: Sendable {
    var lettering: Lettering
    var numbers: [[Int32]]
  }

  private func shape(
    _ drafts: [Draft], known: [FontFace]
  ) async -> (DraftLettering, [FontFace]) {
    var list = WordList()
    let numbers = drafts.map { list.merge($0.store.words) }
    let (lettering, all) = await shapeWords(list, faces: faces, known: known, jobs: jobs)
    return (DraftLettering(lettering: lettering, numbers: numbers), all)
  }

  private func lines(
    _ sections: [BookSection], _ lettering: DraftLettering, _ faces: [FontFace],
    earlier: [SetSection?] = []
  ) async -> [SetSection] {
    await sections.mapInOrder(jobs: jobs) { index, section in
      if index < earlier.count, let known = earlier[index] { return known }
      let columns = Float(section.columns)
      let width = (design.measure - (columns - 1) * design.indexColumnGap) / columns
      let galley = GalleyMaker.make(
        section.draft, numbers: lettering.numbers[index], lettering: lettering.lettering,
        faces: faces, design: design, width: width)
      var set = SetSection(section: section, galley: galley, cuts: [[]])
      set.section.draft = Draft(store: TokenStore(text: []))
      if section.isColumnar {
        set.columns = ColumnBreaker(galley: galley, design: design, count: section.columns).pages()
      } else {
        set.cuts = [PageBreaker.pages(of: galley, grid: grid)]
        if !section.isRecto, section.chapter != nil {
          set.cuts.append(PageBreaker.pages(of: galley, grid: grid, firstIsVerso: true))
        }
      }
      return set
    }
  }

  /// Gives sections their places in the book, from its first page or after others.
  private func number(
    _ sections: inout [SetSection], numbering: Page.Numbering, after others: [SetSection] = []
  ) {
    var next = 0
    if let last = others.last { next = last.firstPage + last.pageCount }
    for i in sections.indices {
      if sections[i].section.isRecto, next % 2 == 1 { next += 1 }
      sections[i].side = next % 2 == 1 && sections[i].cuts.count > 1 ? 1 : 0
      sections[i].firstPage = next
      sections[i].number = next + 1
      sections[i].section.numbering = numbering
      next += sections[i].pageCount
    }
  }

  /// Where every line of the chapters stands.
  ///
  /// The front matter's pages follow from the length of the contents, which no page number changes;
  /// so they are set once on trial.
  private func pageFinder(
    front: [SetSection], contentsPlace: Int, body: [SetSection], _ drafter: SectionDrafter,
    _ lettering: Lettering, known: [FontFace]
  ) async -> PageFinder {
    let first = pageFinder(body, lettering)
    guard front.contains(where: { $0.section.chapter != nil }) else {
      return first
    }
    let late = drafter.backMatter(first).map { section in
      SetSection(section: section, galley: Galley(draft: section.draft, numbers: []), cuts: [[]])
    }
    var numbered = front
    _ = await setContents(
      drafter, front: &numbered, at: contentsPlace, rest: body + late, known: known)
    return pageFinder(numbered + body, lettering)
  }

  private func pageFinder(_ sections: [SetSection], _ lettering: Lettering) -> PageFinder {
    var lines: [Int: [LineStart]] = [:]
    var labels: [Int: PageFinder.PageLabel] = [:]
    for section in sections {
      // Roman pages come before all others.
      let base = section.firstPage - (section.section.numbering == .roman ? 1_000_000 : 0)
      for page in 0..<section.pageCount {
        labels[base + page] = PageFinder.PageLabel(
          numbering: section.section.numbering, number: section.number + page)
      }
      guard let chapter = section.section.chapter else { continue }
      lines[chapter] = section.galley.lineStarts(section.cuts[section.side], lettering.words).map {
        LineStart(offset: $0.offset, page: $0.page + Int32(base))
      }
    }
    return PageFinder(lines: lines, labels: labels)
  }

  /// Sets the contents and numbers the front matter, which stands before and after them.
  private func setContents(
    _ drafter: SectionDrafter, front: inout [SetSection], at place: Int, rest: [SetSection],
    known: [FontFace]
  ) async -> (SetSection?, Lettering, [FontFace]) {
    var faces = known
    var contents: SetSection?
    var lettering = Lettering(words: ShapedWords(), facts: [:])
    // The second round has the folios that the first one's length decides.
    for _ in 0..<2 {
      var all = front
      if let contents { all.insert(contents, at: place) }
      number(&all, numbering: .roman)
      let section = drafter.contents(all.filter { !$0.section.isBookmarkOnly } + rest)
      guard let section else { break }
      let (shaped, more) = await shape([section.draft], known: faces)
      faces = more
      lettering = shaped.lettering
      contents = await lines([section], shaped, faces).first
    }
    var all = front
    if let contents { all.insert(contents, at: place) }
    number(&all, numbering: .roman)
    if contents != nil { contents = all.remove(at: place) }
    front = all
    return (contents, lettering, faces)
  }

  private struct Job: Sendable {
    var section: SetSection
    var lettering: Lettering
  }

  private func compose(
    _ groups: [([SetSection], Lettering)], contents: (SetSection, Lettering, Int)?,
    _ furniture: Furniture
  ) async -> [(SetSection, ComposedSection)] {
    var jobsList: [Job] = []
    for (number, group) in groups.enumerated() {
      for (index, section) in group.0.enumerated() {
        if number == 0, let contents, index == contents.2 {
          jobsList.append(Job(section: contents.0, lettering: contents.1))
        }
        jobsList.append(Job(section: section, lettering: group.1))
      }
      if number == 0, let contents, contents.2 >= group.0.count {
        jobsList.append(Job(section: contents.0, lettering: contents.1))
      }
    }
    let changed = changedLeaves
    let composed = await jobsList.mapInOrder(jobs: jobs) { _, job in
      let section = job.section
      let place = SectionPlace(
        firstPage: section.firstPage, numbering: section.section.numbering,
        number: section.number, heads: section.section.heads, chapter: section.section.chapter,
        changed: section.section.chapter.flatMap { changed[$0] } ?? [])
      if !section.columns.isEmpty {
        return PageComposer.compose(
          section.galley, columns: section.columns, lettering: job.lettering,
          furniture: furniture, design: design, place: place)
      }
      return PageComposer.compose(
        section.galley, cuts: section.cuts[section.side], lettering: job.lettering,
        furniture: furniture, design: design, place: place)
    }
    return zip(jobsList, composed).map { ($0.section, $1) }
  }
}
