import BookManuscript
import BookLanguage
import BookModel
import BookTestSupport
import Testing

@testable import BookOutline

@Suite("The outline of any book")
struct RandomBookTests {
  static func outlined(_ seed: Int) async throws -> Outline {
    let read = await readBook(
      in: RandomBook(seed: seed).workspace, sourceDateEpoch: nil, jobs: 1)
    let book = try #require(read.book)
    return outline(
      of: AnnotatedBook(book: book, people: PeopleAnnotation(), time: TimeAnnotation()))
  }

  @Test("every chapter has one document, in the order of the book, of a name of its own")
  func documents() async throws {
    for seed in 0..<200 {
      let outline = try await Self.outlined(seed)
      let order = outline.documents.compactMap { document -> Int? in
        if case .chapter(let index) = document.kind { index } else { nil }
      }
      #expect(order == Array(outline.book.book.chapters.indices), "seed \(seed)")
      for (index, chapter) in outline.chapters.enumerated() {
        #expect(outline.documents[chapter.document].kind == .chapter(index))
      }
      #expect(Set(outline.documents.map { $0.name.lowercased() }).count == outline.documents.count)
      let kinds = outline.documents.map(\.kind)
      #expect(kinds.filter { $0 == .contents }.count == 1)
      let own = outline.book.book.chapters.contains { $0.header.role == .colophon }
      #expect(kinds.contains(.colophon) == (!own && outline.book.book.metadata.hasColophon))
    }
  }

  @Test("a chapter is called as it says, else by its role, else by its number, else as the book")
  func titles() async throws {
    var seen: Set<String> = []
    for seed in 0..<200 {
      let outline = try await Self.outlined(seed)
      let phrases = Language.of(outline.book.book.metadata.language).phrases
      var count = 0
      for (chapter, named) in zip(outline.book.book.chapters, outline.chapters) {
        let header = chapter.header
        if header.matter == .body, header.role == nil { count += 1 }
        let counted = header.matter == .body && header.role == nil ? String(count) : nil
        let heading = chapter.sections.first.map { chapter.string(chapter.prose[$0.prose].text) }
        let own = (header.title ?? heading)?.split { $0 == " " || $0 == "\n" }.joined(
          separator: " ")
        if let own {
          #expect(named.title == own)
        } else if let role = header.role {
          #expect(named.title == phrases[role.phrase])
          seen.insert("role")
        } else if let number = header.ordinal ?? counted {
          #expect(named.title == phrases[.chapterTitle] + " " + number)
          seen.insert("number")
        } else {
          #expect(named.title == outline.book.book.metadata.title)
          seen.insert("book")
        }
        #expect(named.label == header.ordinal ?? counted ?? named.title)
      }
    }
    #expect(seen == ["role", "number", "book"])
  }

  @Test("the contents list every document behind the title matter, as it is called, in its order")
  func contents() async throws {
    var deepest = 0
    for seed in 0..<200 {
      let outline = try await Self.outlined(seed)
      let listed = outline.listedDocuments
      let expected = outline.documents.indices.filter { index in
        switch outline.documents[index].kind {
        case .cover, .halfTitle, .titlePage, .copyrightPage, .contents: false
        default: true
        }
      }
      #expect(listed.map(\.entry.document) == expected, "seed \(seed)")
      for (entry, depth) in listed {
        let document = outline.documents[entry.document]
        #expect(entry.title == document.title)
        #expect(entry.label == document.fullTitle)
        deepest = max(deepest, depth)
        guard case .chapter(let index) = document.kind else { continue }
        #expect(entry.title == outline.chapters[index].title)
        let header = outline.book.book.chapters[index].header
        #expect(depth == (header.volume == nil ? 0 : 1) + (header.part == nil ? 0 : 1))
        let sections = entry.children.compactMap(\.fragment)
        let wanted = outline.book.book.chapters[index].sections.enumerated().filter {
          outline.chapters[index].ranks[$0.offset] == 2
        }
        #expect(sections == wanted.map(\.element.id))
      }
    }
    #expect(deepest == 2)
  }

  @Test("a part has a page before its first chapter and none before the next")
  func parts() async throws {
    var count = 0
    for seed in 0..<200 {
      let outline = try await Self.outlined(seed)
      var open: (volume: String?, part: String?)
      for (chapter, named) in zip(outline.book.book.chapters, outline.chapters) {
        let header = chapter.header
        var expected: [String] = []
        if header.volume != open.volume {
          open.part = nil
          if let volume = header.volume { expected.append(volume) }
        }
        if header.part != open.part, let part = header.part { expected.append(part) }
        open = (header.volume, header.part)
        let before = outline.documents[..<named.document].reversed().prefix { $0.kind == .part }
        #expect(before.reversed().map(\.title) == expected, "seed \(seed)")
        count += expected.count
      }
    }
    #expect(count > 100)
  }

  @Test("front matter stands before the body, and the story begins with the body's first page")
  func starts() async throws {
    for seed in 0..<200 {
      let outline = try await Self.outlined(seed)
      let chapters = outline.book.book.chapters
      for document in outline.documents[..<outline.bodyStart] {
        guard case .chapter(let index) = document.kind else { continue }
        #expect(chapters[index].header.matter == .front)
      }
      let first = try #require(chapters.firstIndex { $0.header.matter == .body })
      var page = outline.chapters[first].document
      while page > 0, outline.documents[page - 1].kind == .part { page -= 1 }
      #expect(outline.start == page)
      #expect(outline.bodyStart <= page)
    }
  }

  @Test("no heading ranks more than one deeper than the one above it")
  func ranks() async throws {
    for seed in 0..<200 {
      let outline = try await Self.outlined(seed)
      for (chapter, named) in zip(outline.book.book.chapters, outline.chapters) {
        var last = 0
        if case .heading? = chapter.blocks.first?.kind {} else { last = 1 }
        for section in chapter.sections.indices {
          let rank = named.ranks[section]
          #expect(rank >= 1 && rank <= last + 1)
          last = rank
        }
      }
    }
  }
}
