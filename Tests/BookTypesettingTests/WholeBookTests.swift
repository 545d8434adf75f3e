import BookDiagnostics
import BookModel
import BookOutline
import Testing

@testable import BookTypesetting

private func words(_ text: String) -> [String] {
  text.split(whereSeparator: \.isWhitespace).map(String.init)
}

@Suite(.enabled(if: machineFonts != nil, "no fonts on this machine"))
struct WholeBookTests {
  private func pages(_ book: Book, jobs: Int = 2, _ change: (inout PageDesign) -> Void = { _ in })
    async throws -> PageList
  {
    var design = PageDesign()
    change(&design)
    let fonts = try #require(machineFonts)
    let result = await typeset(
      outline(of: SampleText.annotated(book)), design: design, fonts: fonts, jobs: jobs)
    return try #require(result.value)
  }

  /// Grant's chapters have titles of forty words and more; not one may cost the reader the chapter.
  @Test func noTitleIsSoLongThatItsChapterIsLost() async throws {
    let lengths = Array(stride(from: 5, through: 200, by: 5))
    let book = SampleText.book(
      lengths.map { length in
        "# " + (0..<length).map { _ in "Movements" }.joined(separator: " ")
          + "\n\nBegin\(length)begin, then more.\n\nAnd Close\(length)close.\n"
      })
    let read = try await pages(book).pages.map(\.readText).joined(separator: " ")
    for length in lengths {
      #expect(read.contains("Begin\(length)begin"))
      #expect(read.contains("Close\(length)close"))
    }
    #expect(read.split(separator: "Movements").count > lengths.reduce(0, +))
  }

  @Test func everyWordStandsOnceAndInOrder() async throws {
    let book = SampleText.book(chapters: 4)
    let list = try await pages(book)
    let body = list.pages.filter { $0.numbering == .arabic }
    // Notes stand at the foot of pages; without them the text is that of the chapters.
    let notes = Set(list.structure.nodes.indices.filter { isWithinNote($0, list.structure) })
    var bytes: [UInt8] = []
    var parted = 0
    var last = 0
    for page in body {
      for case .run(let run) in page.items {
        guard case .node(let node) = run.owner, !notes.contains(node) else { continue }
        // The last line of a paragraph ends without a space.
        if node != last { bytes.append(0x20) }
        last = node
        bytes += page.text[run.saying ?? run.text]
        if run.saying != nil { parted += 1 }
      }
      bytes.append(0x20)
    }
    let found = words(String(decoding: bytes, as: UTF8.self))
    #expect(parted > 20)
    var expected: [String] = []
    for chapter in book.chapters {
      for prose in chapter.prose where prose.note == nil {
        expected += words(chapter.string(prose.text))
      }
    }
    let outline = outline(of: SampleText.annotated(book))
    expected += [outline.phrases[.colophon]] + words(outline.colophon.edition)
    // Words that lines part are read whole; the figures of notes are no part of the text.
    func letters(_ words: [String]) -> [String] {
      words.map { $0.filter(\.isLetter) }.filter { !$0.isEmpty }
    }
    #expect(letters(found) == letters(expected))
  }

  private func isWithinNote(_ node: Int, _ tree: StructureTree) -> Bool {
    var node = node
    while node > 0 {
      if tree[node].role == .note { return true }
      node = tree[node].parent
    }
    return false
  }

  @Test(arguments: [7, 8, 9] as [UInt64]) func noPageIsOverfullAndFacingPagesEndAlike(
    seed: UInt64
  ) async throws {
    let design = PageDesign()
    let list = try await pages(SampleText.book(chapters: 2, paragraphs: 260, seed: seed))
    let bottom = design.margins.head + Float(design.lines + 1) * design.leading
    var uneven = 0
    var spreads = 0
    let starts = Set(list.destinations.filter { !$0.name.contains(".") }.map(\.page))
    for index in stride(from: 1, to: list.pages.count - 1, by: 2) {
      let (verso, recto) = (list.pages[index], list.pages[index + 1])
      for page in [verso, recto] { #expect((page.baselines.last ?? 0) <= bottom) }
      let endsChapter =
        index + 2 >= list.pages.count || starts.contains(index + 1) || starts.contains(index + 2)
        || list.pages[index + 2].baselines.isEmpty || recto.baselines.isEmpty
        || verso.baselines.isEmpty || verso.numbering == .roman
      if endsChapter { continue }
      spreads += 1
      if abs((verso.baselines.last ?? 0) - (recto.baselines.last ?? 0)) > 1 { uneven += 1 }
    }
    #expect(spreads > 15)
    #expect(uneven * 20 <= spreads)
  }

  @Test func linesKeepToTheGrid() async throws {
    let design = PageDesign()
    let list = try await pages(SampleText.book(chapters: 2))
    for page in list.pages where page.numbering == .arabic {
      for case .run(let run) in page.items where run.size == design.size {
        guard case .node = run.owner, run.y < design.margins.head + 600 else { continue }
        let steps =
          (run.y - design.margins.head + design.leading * PageComposer.descent)
          / design.leading * 2
        #expect(abs(steps - steps.rounded()) < 0.01)
      }
    }
  }

  @Test func contentsNameThePageOnWhichTheChapterBegins() async throws {
    let list = try await pages(SampleText.book(chapters: 6, paragraphs: 12))
    let contents = list.pages.filter { $0.numbering == .roman }.map(\.readText).joined()
    for number in 1...6 {
      let title = "Chapter \(number)"
      let destination = try #require(
        list.destinations.first { $0.name == "chapter-0\(number)" })
      let page = list.pages[destination.page]
      #expect(page.readText.hasPrefix(title))
      #expect(contents.contains("\(title) \(page.label)"))
    }
  }

  @Test func theNumberOfTasksChangesNothing() async throws {
    let book = SampleText.book(chapters: 5, paragraphs: 14)
    let one = try await pages(book, jobs: 1)
    let many = try await pages(book, jobs: 4)
    #expect(one.pages.count == many.pages.count)
    for (a, b) in zip(one.pages, many.pages) {
      #expect(a.items == b.items && a.glyphs == b.glyphs && a.text == b.text && a.links == b.links)
    }
    #expect(one.structure.nodes == many.structure.nodes)
  }

  @Test func everyPageStartIsTheFirstWordOfItsPage() async throws {
    let book = SampleText.book(chapters: 3)
    let list = try await pages(book)
    #expect(list.pageStarts.count > 10)
    for start in list.pageStarts {
      let chapter = book.chapters[start.chapter]
      let rest = chapter.string(start.offset..<chapter.prose[start.prose].text.upperBound)
      let first = rest.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
      let page = try #require(
        list.pages.first { $0.numbering == .arabic && $0.label == start.label })
      #expect(list.pages[start.page].label == start.label)
      #expect(page.readText.drop { $0 == " " }.hasPrefix(first))
    }
  }

  @Test func rolesHaveWhatReadersOfTagsNeed() async throws {
    let list = try await pages(SampleText.book(chapters: 2))
    let tree = list.structure
    var ids: Set<String> = []
    for (index, node) in tree.nodes.enumerated() {
      #expect(index == 0 || node.parent < index)
      if node.role == .note { #expect(ids.insert(node.id ?? "").inserted) }
      if node.role == .figure { #expect(node.alternative?.isEmpty == false) }
    }
    #expect(!ids.isEmpty)
    for page in list.pages {
      for case .run(let run) in page.items {
        let lengths = page.glyphs[run.glyphs].reduce(0) { $0 + Int($1.textLength) }
        #expect(lengths == run.text.count)
      }
    }
  }
}
