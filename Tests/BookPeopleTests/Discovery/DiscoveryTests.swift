import BookDiagnostics
import BookManuscript
import BookModel
import BookTestSupport
import Testing

@testable import BookPeople

@Suite("Discovery")
struct DiscoveryTests {
  static func chapter(_ leaves: [String]) -> ParsedChapter {
    var builder = ChapterBuilder()
    for leaf in leaves { _ = builder.leaf([.words(leaf)]) }
    return builder.chapter
  }

  static func book(_ chapters: [ParsedChapter]) -> Book {
    var sources = SourceFiles()
    _ = sources.add(path: "one.md", bytes: chapters.first?.text ?? [])
    return Book(
      metadata: BookMetadata(title: "T", language: "en"), chapters: chapters, sources: sources)
  }

  static let story = [
    "My aunt Lucy Winterbourne met Mr. Tobias Harker at the station in Chicago on a Monday in May.",
    "“Come in,” said Lucy, and Harker came in. Nobody knew why. The rain fell on the river.",
    "Mrs. Harker had stayed at home. “Tobias,” said Lucy, “you look tired.” He smiled at Lucy.",
    "Later Captain James O’Brien told Miss Winterbourne that England was far. Captain O’Brien’s "
      + "ship lay in the harbour, and O’Brien laughed.",
  ]

  static func groups(_ discovery: PeopleDiscovery, _ chapters: [ParsedChapter]) -> [Set<String>] {
    discovery.people.map { Set($0.forms.map(\.text)) }
  }

  @Test("people are found, and no places, days or months; titles belong to names")
  func finds() async {
    let chapters = [Self.chapter(Self.story)]
    let found = await discoverPeople(in: chapters, jobs: 1)
    let texts = Set(found.mentions.map { chapters[0].string($0.range) })
    #expect(
      texts == [
        "Lucy Winterbourne", "Mr. Tobias Harker", "Lucy", "Harker", "Mrs. Harker", "Tobias",
        "Captain James O’Brien", "Miss Winterbourne", "Captain O’Brien", "O’Brien",
      ])
  }

  @Test("forms of one person are grouped, a wife is not her husband")
  func groupsForms() async {
    let chapters = [Self.chapter(Self.story)]
    let found = await discoverPeople(in: chapters, jobs: 1)
    #expect(
      Set(Self.groups(found, chapters)) == [
        ["Lucy Winterbourne", "Lucy", "Miss Winterbourne"],
        ["Mr. Tobias Harker", "Harker", "Tobias"],
        ["Mrs. Harker"], ["Captain James O’Brien", "Captain O’Brien", "O’Brien"],
      ])
    #expect(
      found.people.map(\.heading) == [
        "Winterbourne, Lucy", "Harker, Tobias", "Harker, Mrs.", "O’Brien, James",
      ])
    #expect(found.people.map(\.gender) == [.female, .male, .female, .male])
  }

  @Test("a nickname in quotes is part of the name")
  func quotedNickname() async {
    let chapters = [Self.chapter(["I met Dave “Dizzy” Smith there. Then Dave said he was happy."])]
    let found = await discoverPeople(in: chapters, jobs: 1)
    #expect(chapters[0].string(found.mentions[0].range) == "Dave “Dizzy” Smith")
  }

  @Test("a name over the end of a line is one name")
  func lineEnd() async {
    let chapters = [Self.chapter(["We asked for Mr. Peter\nHolloway. Mr. Holloway had left."])]
    let found = await discoverPeople(in: chapters, jobs: 1)
    #expect(found.people.map(\.forms.first?.text) == ["Mr. Peter Holloway"])
  }

  @Test("what one chapter tells of a name helps in another, whatever the number of jobs")
  func chaptersTogether() async {
    let chapters = Self.story.map { Self.chapter([$0]) }
    let one = await discoverPeople(in: chapters, jobs: 1)
    let four = await discoverPeople(in: chapters, jobs: 4)
    #expect(one == four)
    #expect(one.people.count == 4)
    #expect(one.mentions.map(\.chapter) == one.mentions.map(\.chapter).sorted())
  }

  @Test("nothing is found where nothing is, and no bytes break it")
  func nothing() async {
    #expect(await discoverPeople(in: [], jobs: 2) == PeopleDiscovery())
    #expect(await discoverPeople(in: [Self.chapter([""])], jobs: 1).mentions.isEmpty)
    var dice = Dice()
    for _ in 0..<50 {
      var chapter = ParsedChapter(source: SourceID(0), header: ChapterHeader())
      let signs = Array("Mr. St A’b\u{AD}Éé“”'\"-\n.,d'X".utf8) + [0xE2, 0xC3, 0xFF, 0x80, 0x00]
      chapter.text = (0..<300).map { _ in signs.randomElement(using: &dice) ?? 65 }
      chapter.prose = [
        Prose(text: 0..<300, marks: 0..<0, zone: .body, section: -1, paragraph: 1, id: "p1")
      ]
      let found = await discoverPeople(in: [chapter], jobs: 1)
      #expect(found.mentions.allSatisfy { $0.range.upperBound <= 300 && !$0.range.isEmpty })
    }
  }

  @Test("the proposal is a registry, with everyone in it once")
  func proposal() async throws {
    let chapters = [Self.chapter(Self.story)]
    let book = Self.book(chapters)
    let yaml = PeopleProposal(await settlePeople(in: book, jobs: 1), in: book, chapters: [0]).yaml
    let node = readYAML(Array(yaml.utf8), source: SourceID(0))
    #expect(node.diagnostics.isEmpty)
    let registry = readRegistry(node.value)
    #expect(registry.diagnostics.filter { $0.severity == .error }.isEmpty)
    #expect(
      registry.value.people.map(\.id) == [
        "lucy-winterbourne", "tobias-harker", "james-obrien", "mrs-harker",
      ])
    #expect(yaml.hasPrefix("# 5 mentions: one.md:1 …: My aunt Lucy Winterbourne met"))
  }

  @Test("proposals can be added to a registry, nobody twice")
  func appending() async {
    let chapters = [Self.chapter(Self.story)]
    let book = Self.book(chapters)
    let yaml = PeopleProposal(await settlePeople(in: book, jobs: 1), in: book, chapters: [0]).yaml
    let own =
      "# My people\n- id: mrs-harker   # she hates her first name\n  name: { literal: Mrs. H }\n"
    let added = appendToRegistry(own, proposals: yaml)
    #expect(added.hasPrefix(own))
    #expect(added.components(of: "- id: mrs-harker") == 1)
    #expect(added.components(of: "- id: tobias-harker") == 1)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
