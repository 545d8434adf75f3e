import BookDiagnostics
import BookMarkup
import BookModel
import Testing

@testable import BookTime

@Suite("What is half understood is not trusted")
struct GradingTests {
  private static func read(_ text: String, _ language: String) async -> [String] {
    let chapter = parsePlainText(Array(text.utf8), source: .init(0))
    let dated = await datedChapters(
      [chapter], language: language, references: DateReferences(), jobs: 1)
    return dated.phrases[0].filter { !$0.isInner }.map {
      "\($0.expression.edtf?.description ?? "-") \($0.expression.confidence)"
    }
  }

  @Test(
    "the year alone of a date whose month was not read",
    arguments: [
      ("it", "Il 12 maggio 1953 partimmo.", ["1953 low"]),
      ("pt", "No dia 12 de maio de 1953 fui.", ["1953 low"]),
      ("fi", "Se oli 12. toukokuuta 1953 kun.", ["1953 low"]),
      ("de", "Am 12. Brachmond 1953 kam er.", ["1953 low"]),
      ("fr", "Le 12 floréal 1953 il vint.", ["1953 low"]),
    ])
  func halfRead(language: String, text: String, found: [String]) async {
    #expect(await Self.read(text, language) == found)
  }

  @Test(
    "figures in a language whose words are not known",
    arguments: [
      ("it", "Nel 1953 partimmo.", ["1953 medium"]),
      ("nl", "Op 12.5.1953 gingen wij.", ["1953-05-12 medium"]),
      ("sv", "Det var 1953-05-12 som.", ["1953-05-12 medium"]),
    ])
  func figures(language: String, text: String, found: [String]) async {
    #expect(await Self.read(text, language) == found)
  }

  @Test(
    "a whole date is as sure as it was",
    arguments: [
      ("de", "Am 5. August 2016 ging ich.", ["2016-08-05 exact"]),
      ("fr", "Le 5 août 2016, je partis.", ["2016-08-05 exact"]),
      ("es", "En mayo de 1936 llovía.", ["1936-05 high"]),
      ("de", "Im Jahr 1953 kam er.", ["1953 high"]),
      ("en", "On 12 floreal 1953 he came.", ["1953 high"]),
    ])
  func whole(language: String, text: String, found: [String]) async {
    #expect(await Self.read(text, language) == found)
  }

  @Test("what is counted from an earlier date, where not every word of direction is known")
  func counted() async {
    #expect(
      await Self.read("Das war 1953. Im folgenden Jahr, im Juni, kam er.", "de")
        == ["1953 high", "1954 medium", "1954-06 medium"])
    #expect(
      await Self.read("C’était en mars 1953. L’année suivante, en juin, il vint.", "fr").last?
        .hasSuffix(" medium") == true)
  }

  private static func notes(_ text: String, _ language: String) async -> [Diagnostic] {
    let chapter = parseChapter(
      Array(text.utf8), source: SourceID(0), header: ChapterHeader(), language: language
    ).value
    let book = Book(
      metadata: BookMetadata(title: "T", language: language), chapters: [chapter],
      sources: SourceFiles())
    return await annotateTime(in: book, people: PeopleAnnotation(), jobs: 1).diagnostics
      .filter { $0.code == .datesByNumberOnly }
  }

  @Test("one message says so, at the first such date and only there")
  func saidOnce() async {
    let text = "# Een\n\nIn 1953 en in 1954.\n\nEn in 1955.\n"
    #expect(
      await Self.notes(text, "nl").map(\.message) == ["dates in Dutch are read by number only"])
    #expect(
      await Self.notes(text, "tlh").map(\.message)
        == ["dates in the language 'tlh' are read by number only"])
    for known in ["en", "en-US", "fr-CH", "de", "es-MX"] {
      #expect(await Self.notes(text, known).isEmpty)
    }
    #expect(await Self.notes("# Een\n\nGeen jaar.\n", "nl").isEmpty)
    #expect(await Self.notes("# Een\n\n[Mei](date:1953-05) kwam.\n", "nl").isEmpty)
  }
}
