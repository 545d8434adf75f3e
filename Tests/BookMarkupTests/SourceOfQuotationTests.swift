import BookModel
import Testing

/// Where a quotation, an epigraph or verse comes from, and what only looks so.
@Suite("What names the source of a quotation")
struct SourceOfQuotationTests {
  private static let named = [
    ("> The tin is the winter.\n> — Vera Berg", "— Vera Berg"),
    ("> The tin is the winter.\n> -- *Vera Berg*, 1938", "– Vera Berg, 1938"),
    ("> The tin is the winter.\\\n> — Vera Berg", "— Vera Berg"),
    ("> The tin\n> is the winter.\n>\n> — Goethe, *Faust*", "— Goethe, Faust"),
    ("> *The tin.*\n> — Vera", "— Vera"),
    ("- > The tin.\n  > — Vera", "— Vera"),
    ("::: epigraph\nThe tin.\n— Vera\n:::", "— Vera"),
    ("::: epigraph\nThe tin\n\n– Vera\n:::", "– Vera"),
    ("::: verse\nO round\n  and white\n  — Vera\n:::", "\u{A0}\u{A0}— Vera"),
    ("> ::: verse\n> O round\n> — Vera\n> :::", "— Vera"),
  ]

  @Test("is a last line that begins with a dash", arguments: named)
  func isNamed(_ markdown: String, _ source: String) {
    let reading = Reading("# T\n\nWords.\n\n\(markdown)\n\nMore.\n")
    let chapter = reading.chapter
    #expect(chapter.prose.filter(\.isSource).map { chapter.string($0.text) } == [source])
    #expect(reading.faults.isEmpty)
    expectSoundPlaces(chapter, reading.bytes, markdown)
    // It is a paragraph of its own: the words before it have none of it.
    #expect(chapter.prose.filter { chapter.string($0.text).contains("Vera") }.count <= 1)
  }

  @Test(
    "is no speech, no list, no half of a sentence, and nothing by itself",
    arguments: [
      "> — Are you hungry?\n> — Always", "> — Vera", "— Vera", "Words.\n— Vera",
      "> He asked her once\n> — whether she would stay", "> Go.\n> — Where?", "> Go.\n> — Now,",
      "> — Go.\n>\n> — Where, then", "> - one\n> - two", "> The tin.\n> — Vera\n>\n> And more.",
      "> The tin.\n> — Vera\n> and on", "::: letter\nDear Ruth,\n\n— Vera\n:::",
      "> The tin.\n> -Vera", "> The <b>tin.\n> — Vera</b>",
      "> The tin.\n> — " + String(repeating: "Vera ", count: 30),
    ])
  func isNotNamed(_ markdown: String) {
    let reading = Reading("# T\n\nWords.\n\n\(markdown)\n\nMore.\n")
    let named = reading.chapter.prose.filter(\.isSource)
    #expect(named.isEmpty)
    expectSoundPlaces(reading.chapter, reading.bytes, markdown)
  }
}
