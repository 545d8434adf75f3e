import BookModel
import BookOutline
import Testing

@testable import BookTypesetting

/// How a chapter may begin: its first words, what may be set large, what stands in small capitals.
struct Opening: Sendable, CustomTestStringConvertible {
  let text: String
  let initial: String?
  let lead: String?

  var testDescription: String { text }

  /// Enough to stand beside any letter.
  static let rest =
    " Nobody came down the road before noon in those days, and when somebody did the whole house "
    + "knew of it long before the gate had opened. My mother would put down her work and look at "
    + "the clock, as if the visitor were late, and then she would go and wash her hands again."

  static let all = [
    Opening(text: "Winter came early.", initial: "W", lead: "Winter came early. Nobody"),
    Opening(text: "“Never go there again,” he said.", initial: "N", lead: "“Never go there again"),
    Opening(text: "‘“Go now,” he said.’", initial: "G", lead: "‘“Go now"),
    Opening(text: "«\u{A0}Non, dit-elle.", initial: "N", lead: "«\u{A0}Non, dit-elle. Nobody came"),
    Opening(text: "¿Quién vive?", initial: "Q", lead: "¿Quién vive"),
    Opening(text: "Émile came home.", initial: "É", lead: "Émile came home. Nobody"),
    Opening(
      text: "E\u{301}mile came home.", initial: "E\u{301}", lead: "E\u{301}mile came home. Nobody"),
    Opening(text: "Жизнь была тихой.", initial: "Ж", lead: "Жизнь была тихой. Nobody"),
    Opening(text: "I was born there.", initial: "I", lead: "I was born there."),
    Opening(text: "1914 was the year.", initial: "1914", lead: "1914 was the year."),
    Opening(text: "9 May was the day.", initial: "9", lead: "9 May was the"),
    Opening(text: "1,200 men marched.", initial: nil, lead: "1,200 men marched. Nobody"),
    Opening(text: "*Hamlet* was the first play.", initial: "H", lead: nil),
    Opening(text: "The *Hamlet* of that year.", initial: "T", lead: "The"),
    Opening(text: "**Bold** words began.", initial: "B", lead: nil),
    Opening(
      text: "[Home](https://example.org) was far.", initial: "H", lead: "Home was far. Nobody"),
    Opening(text: "`Code` came first.", initial: nil, lead: nil),
    Opening(text: "… and so it went on.", initial: nil, lead: "… and so it"),
    Opening(text: "— Come here, said she.", initial: nil, lead: "— Come here"),
    Opening(text: "and so it went on.", initial: nil, lead: "and so it went"),
    Opening(text: "早い冬が来た。", initial: nil, lead: "早い冬が来た。 Nobody came"),
  ]
}

@Suite("How a chapter's text begins")
struct OpeningTests {
  private func outline(_ text: String) -> Outline {
    BookOutline.outline(of: SampleText.annotated(SampleText.book(["# One\n\n" + text + "\n"])))
  }

  @Test(arguments: Opening.all) func whatMayBeSetLargeIsFound(opening: Opening) throws {
    let outline = outline(opening.text + Opening.rest)
    let chapter = outline.book.book.chapters[0]
    let found = try #require(outline.chapters[0].opening)
    #expect(found.initial.map(chapter.string) == opening.initial)
    #expect(found.lead.map(chapter.string) == opening.lead)
  }

  @Test(
    arguments: [
      "Short.", "Short.\n\n* * *\n\nWinter came." + Opening.rest, "> Quoted." + Opening.rest,
      "- An item." + Opening.rest, "::: letter\nDear Ruth,\n:::\n\nWinter came." + Opening.rest,
    ])
  func withoutRoomNothingIs(text: String) {
    #expect(outline(text).chapters[0].opening?.initial == nil)
  }

  @Test(
    arguments: [
      "Winter came." + Opening.rest, "We left.\n\nIt was cold." + Opening.rest,
      "::: epigraph\nAll is well.\n:::\n\nWinter came." + Opening.rest,
    ])
  func withRoomOneLetterIs(text: String) {
    #expect(outline(text).chapters[0].opening?.initial != nil)
  }
}

@Suite("The large letter", .enabled(if: machineFonts != nil, "no fonts on this machine"))
struct LargeLetterTests {
  private let design = PageDesign()

  private func list(_ text: String) async throws -> PageList {
    let fonts = try #require(machineFonts)
    let book = SampleText.annotated(SampleText.book(["# One\n\n" + text + "\n"]))
    let result = await typeset(outline(of: book), design: design, fonts: fonts, jobs: 1)
    return try #require(result.value)
  }

  /// Runs of the text on the chapter's first page, in order.
  private func runs(_ list: PageList) -> [(run: GlyphRun, text: String)] {
    list.pages.filter { $0.numbering == .arabic }.prefix(1).flatMap { page in
      page.items.compactMap { item -> (GlyphRun, String)? in
        guard case .run(let run) = item, case .node = run.owner else { return nil }
        return (run, String(decoding: page.text[run.text], as: UTF8.self))
      }
    }
  }

  private func isLarge(_ run: GlyphRun) -> Bool { run.size > design.opener.titleSize * 1.5 }

  @Test(arguments: Opening.all) func standsOnThePageWhereTheBookHasOne(opening: Opening)
    async throws
  {
    let large = runs(try await list(opening.text + Opening.rest)).filter { isLarge($0.run) }
    #expect(large.map { $0.text.filter { $0 != " " } }.joined() == opening.initial ?? "")
  }

  @Test func marksBeforeItHangInTheMargin() async throws {
    let runs = runs(try await list("“Never go there,” he said." + Opening.rest))
    let mark = try #require(runs.first { $0.text == "“" })
    let letter = try #require(runs.first { isLarge($0.run) })
    #expect(mark.run.x < letter.run.x)
    let edge = runs.filter { $0.run.size == design.size }.map(\.run.x).min() ?? 0
    #expect(abs(letter.run.x - edge) < 1)
    #expect(mark.run.y < letter.run.y)
  }

  /// Beside the letter lines stand in, whichever paragraph they are of.
  @Test(arguments: [
    "We left.\n\nIt was cold.", "We left.\n\nIt was.\n\nSo was she.", "Winter came.",
  ])
  func linesOfTheNextParagraphStandBesideIt(text: String) async throws {
    let runs = runs(try await list(text + Opening.rest))
    let letter = try #require(runs.firstIndex { isLarge($0.run) })
    let body = runs[(letter + 1)...].filter { $0.run.size == design.size }
    let lines = Dictionary(grouping: body, by: \.run.y).mapValues { $0.map(\.run.x).min() ?? 0 }
    let starts = lines.sorted { $0.key < $1.key }.map(\.value)
    let edge = runs[letter].run.x
    #expect(starts.count > 3)
    #expect(starts.prefix(3).allSatisfy { $0 > edge + 15 })
    #expect(starts[3] < edge + 15)
  }

  /// A Q's tail, in faces that have one, has a line of its own or none below it.
  @Test func nothingIsPrintedOverItsInk() async throws {
    for letter in ["Q", "J", "A", "L", "W"] {
      let list = try await list("\(letter)uietly, one day, the river froze." + Opening.rest)
      let runs = runs(list)
      let place = try #require(runs.firstIndex { isLarge($0.run) })
      let run = runs[place].run
      let page = try #require(list.pages.first { $0.numbering == .arabic })
      let face = list.faces[Int(run.face)]
      let glyph = page.glyphs[run.glyphs.lowerBound].id
      let ink = try #require(face.ink(of: glyph))
      let scale = run.size / Float(face.metrics.unitsPerEm)
      let bottom = run.y - Float(ink.bottom) * scale
      for other in runs[(place + 1)...] where other.run.size == design.size {
        // What stands above the ink's foot by its capitals stands right of the ink.
        let top = other.run.y - design.size * 0.7
        guard other.run.y > run.y + 1, top < bottom - 1 else { continue }
        #expect(other.run.x > run.x + Float(ink.right) * scale - 1)
      }
    }
  }
}
