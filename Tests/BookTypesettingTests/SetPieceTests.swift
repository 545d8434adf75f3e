import BookModel
import BookOutline
import Testing

@testable import BookTypesetting

/// Family trees, recipes, and where quotations come from, as the page sets them.
@Suite("Set pieces", .enabled(if: machineFonts != nil, "no fonts on this machine"))
struct SetPieceTests {
  private struct Line {
    var words: String
    var x: Float
    var y: Float
    var end: Float
    var size: Float
  }

  private func pages(_ book: Book) async throws -> PageList {
    let fonts = try #require(machineFonts)
    let result = await typeset(
      outline(of: SampleText.annotated(book)), design: PageDesign(), fonts: fonts, jobs: 2)
    return try #require(result.value)
  }

  private func lines(of list: PageList) -> [(page: Int, line: Line)] {
    list.pages.enumerated().flatMap { number, page -> [(page: Int, line: Line)] in
      page.items.compactMap { item in
        guard case .run(let run) = item else { return nil }
        let words = String(decoding: page.text[run.text], as: UTF8.self)
        let width = page.glyphs[run.glyphs].reduce(Float(0)) { $0 + $1.advance } * run.size / 1000
        return (number, Line(words: words, x: run.x, y: run.y, end: run.x + width, size: run.size))
      }
    }
  }

  private static let tree = """
        Josef ═══ Anna
              │
        ┌─────┼─────┐

      Otto  Vera  Karl
    """

  private func chapter(_ piece: String) -> String {
    let before = String(repeating: "Words of the day before. ", count: 12)
    return "# One\n\n\(before)\n\n\(piece)\n\nAfter.\n"
  }

  @Test("a tree stands in the middle of one page, its lines joined, its words below it")
  func tree() async throws {
    // Wherever the page would else have parted it.
    for filling in stride(from: 0, through: 40, by: 4) {
      let before = String(repeating: "A line of its own.\n\n", count: filling)
      let piece = before + "::: plate\n```\n\(Self.tree)\n```\n\nThe Bergs\n\nBy my sister\n:::"
      let list = try await pages(SampleText.book([chapter(piece)]))
      let found = lines(of: list)
      let wanted = ["Josef", "│", "Otto", "Bergs", "sister"].compactMap { word in
        found.first { $0.line.words.contains(word) }
      }
      #expect(wanted.count == 5)
      #expect(Set(wanted.map(\.page)).count == 1)
      #expect(wanted.map(\.line.y) == wanted.map(\.line.y).sorted())
      let size = wanted[0].line.size
      let apart = wanted[1].line.y - wanted[0].line.y
      #expect(apart <= size * 1.17, "\(apart)")
      // Four lines below the first, one of them empty.
      #expect(abs(wanted[2].line.y - wanted[0].line.y - 4 * apart) < 0.1)
    }
  }

  @Test("a wide tree is made small enough", arguments: [20, 70, 95])
  func wide(columns: Int) async throws {
    let row = String(repeating: "─", count: columns)
    let list = try await pages(
      SampleText.book([chapter("::: plate\n```\n\(row)\n\(row)\n```\n:::")]))
    let rows = lines(of: list).filter { $0.line.words.contains("──") }
    #expect(rows.count == 2)
    for (page, line) in rows {
      let width = list.trim.width
      #expect(line.x > 0 && line.end < width, "page \(page): \(line.x) to \(line.end) of \(width)")
      #expect(!line.words.contains("¬"))
    }
  }

  @Test("the source of a quotation ends with its lines, on the page of the last of them")
  func source() async throws {
    for filling in stride(from: 0, through: 40, by: 4) {
      let before = String(repeating: "A line of its own.\n\n", count: filling)
      let list = try await pages(
        SampleText.book([chapter(before + "> The tin is the winter.\n> — Vera, *Letters*")]))
      let found = lines(of: list)
      let words = try #require(found.first { $0.line.words.contains("tin") })
      let source = found.filter { $0.page == words.page && $0.line.y > words.line.y }
      let title = try #require(source.first { $0.line.words.contains("Letters") })
      let end = found.filter { $0.page == words.page }.map(\.line.end).max() ?? 0
      #expect(title.line.end > end * 0.85)
      #expect(title.line.x > words.line.x + 60)
    }
  }

  @Test("what a recipe takes has no signs; what goes on stands in")
  func recipe() async throws {
    let long = String(repeating: "plums of the small blue kind ", count: 4)
    let list = try await pages(
      SampleText.book([
        chapter("::: recipe Plum cake\n- flour\n- \(long)\n\n1. Mix.\n:::\n\n- a sign")
      ]))
    let found = lines(of: list).map(\.line)
    #expect(found.filter { $0.words.contains("•") }.count == 1)
    let flour = try #require(found.first { $0.words.contains("flour") })
    let plums = found.filter { $0.words.contains("small") || $0.words.contains("kind") }
    let edge = try #require(plums.map(\.x).min())
    #expect(edge >= flour.x)
    #expect(found.contains { $0.words.contains("plums") && abs($0.x - flour.x) < 0.1 })
    #expect(found.contains { $0.words.lowercased().contains("cake") })
  }

  @Test("an accent that the face has no place for comes with its letter from a face that has one")
  func accents() async throws {
    let fonts = try #require(machineFonts)
    var design = PageDesign()
    design.fallbackFamilies = ["DejaVu Serif"]
    let book = SampleText.book([chapter("The words c\u{303}ada, o\u{323}\u{301}ko and e\u{301}.")])
    let result = await typeset(
      outline(of: SampleText.annotated(book)), design: design, fonts: fonts, jobs: 1)
    let list = try #require(result.value)
    let page = try #require(list.pages.first { $0.readText.contains("ada") })
    func faces(of letter: String) -> Set<Int> {
      Set(
        page.items.compactMap { item -> Int? in
          guard case .run(let run) = item,
            String(decoding: page.text[run.text], as: UTF8.self).contains(letter)
          else { return nil }
          return Int(run.face)
        })
    }
    let own = faces(of: "words")
    #expect(faces(of: "c\u{303}") == own)
    #expect(faces(of: "\u{1ECD}\u{301}").isDisjoint(with: own))
    #expect(page.readText.contains("\u{1ECD}\u{301}ko"))
  }
}
