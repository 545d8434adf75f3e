import BookDiagnostics
import BookModel
import BookOutline
import BookTestSupport
import Testing

@testable import BookXHTML

@Suite("The people index as XHTML") struct PeopleIndexTests {
  /// A chapter with five paragraphs and a note, and an index whose locators are given.
  private static func book(_ entries: [PeopleIndex.Entry]) -> AnnotatedBook {
    var builder = ChapterBuilder()
    builder.add(builder.heading(1, "One", id: "one"))
    for number in 1...5 { builder.add(builder.paragraph(.words("Ann Berg came \(number) times"))) }
    builder.add(builder.paragraph("There ", .point(.noteReference(0))))
    builder.note("Ann Berg again")
    var sources = SourceFiles()
    _ = sources.add(path: "chapters/01.md", bytes: builder.sourceBytes)
    let book = Book(
      metadata: BookMetadata(title: "T", language: "en"), chapters: [builder.chapter],
      sources: sources)
    var people = PeopleAnnotation()
    var name = PersonName()
    name.literal = "Ann Berg"
    people.people = [
      Person(id: "ann", name: name, heading: "Berg, Ann", display: "Ann Berg", sort: "berg, ann")
    ]
    people.mentions = builder.chapter.prose.indices.dropFirst().filter { $0 != 6 }.map {
      let start = builder.chapter.prose[$0].text.lowerBound
      return Mention(chapter: 0, prose: $0, range: start..<start + 8, person: 0, zone: .body)
    }
    var group = PeopleIndex.Group(letter: "B")
    group.entries = entries
    people.index.groups = [group]
    return AnnotatedBook(book: book, people: people, time: TimeAnnotation())
  }

  private static func entry(_ locators: [PeopleIndex.Locator]) -> PeopleIndex.Entry {
    var entry = PeopleIndex.Entry(heading: "Berg, Ann", id: "i-ann", person: 0)
    entry.locators = locators
    return entry
  }

  private static func render(_ book: AnnotatedBook, linked: Bool = false, chapter: Bool = false)
    -> String
  {
    let publication = Publication(outline(of: book), linksFirstMentions: linked)
    let index = publication.outline.documents.firstIndex { $0.name == "people-index" } ?? 0
    let document = chapter ? publication.outline.chapters[0].document : index
    return String(decoding: publication.render(document).bytes, as: UTF8.self)
  }

  @Test("a run has a link at each end, a note its number, and the signs are explained")
  func locators() {
    let text = Self.render(
      Self.book([
        Self.entry([
          PeopleIndex.Locator(chapter: 0, first: 1, last: 1, isPassing: true),
          PeopleIndex.Locator(chapter: 0, first: 3, last: 5),
          PeopleIndex.Locator(chapter: 0, first: 7, last: 7, note: 0),
        ])
      ]))
    #expect(text.contains("<span epub:type=\"index-locator-range\"><a class=\"locator\""))
    // The chapter stands before the first of its places alone.
    #expect(text.contains(">1.1</a>"))
    #expect(text.contains(">3</a>–<a class=\"locator\" epub:type=\"index-locator\""))
    #expect(text.contains("aria-label=\"chapter 1, paragraph 3\""))
    #expect(text.contains("aria-label=\"paragraph 5\">5</a></span></li>"))
    #expect(text.contains("n1</a>") && text.contains(", note 1\""))
    #expect(text.contains("Numbers are those of chapter and paragraph; n marks a note; lighter"))
    #expect(!text.contains("italic a caption"))
  }

  @Test("a reference is a sentence of its own") func references() {
    var nickname = PeopleIndex.Entry(heading: "Nan", id: "i-ann-nan", person: nil)
    nickname.see = ["i-ann"]
    let text = Self.render(
      Self.book([Self.entry([PeopleIndex.Locator(chapter: 0, first: 1, last: 1)]), nickname]))
    #expect(
      text.contains(
        "Nan</span>. <span class=\"index-xref\" epub:type=\"index-xref-preferred\"><i>See</i> "))
    #expect(!text.contains("marks a note"))
  }

  @Test("where the theme wants it, a name leads to the index the first time") func backLinks() {
    let book = Self.book([Self.entry([PeopleIndex.Locator(chapter: 0, first: 1, last: 5)])])
    let plain = Self.render(book, chapter: true)
    let linked = Self.render(book, linked: true, chapter: true)
    #expect(!plain.contains("people-index"))
    let link = "<a class=\"person\" href=\"people-index.xhtml#i-ann\">Ann Berg</a>"
    #expect(linked.ranges(of: link).count == 1)
    #expect(linked.replacing(link, with: "Ann Berg") == plain)
  }
}
