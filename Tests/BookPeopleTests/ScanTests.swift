import BookDiagnostics
import BookManuscript
import BookModel
import BookTestSupport
import Testing

@testable import BookPeople

/// What a scan proposes beside a registry.
@Suite("Whom the registry lacks") struct ScanTests {
  static let registry = """
    # my people
    people:
      - id: dave-smith   # my boss
        name: { given: Dave, family: Smith }
        nicknames: [Dizzy]
      - id: catherine-boyd
        name: { given: Catherine, family: Boyd }
      - id: tom-baker
        name: { literal: The Baker }
    ignore:
      - Basho Riak

    """
  static let text = """
    # One

    Dizzy met Captain James Whitlock and Mr. Tom Baker. Captain Whitlock laughed; Dave Smith did not.

    Katharine Boyd told Whitlock that Mr. Basho Riak was away. Tom Baker said nothing to Tom.
    `Peter Ringer` is code, and Mr. [Henry Crane](person:none) is nobody.

    James “Jim” Whitlock came, and Davy Smith. Captain and Mrs. Ransome were asked.
    """

  private func scan(_ people: String?) async throws -> (PeopleProposal, Book) {
    let book = try await NamedBook(people: people, [Self.text]).book
    let found = await settlePeople(in: book, jobs: 1)
    return (PeopleProposal(found, in: book, chapters: [0]), book)
  }

  @Test("the unregistered alone are proposed, with places, full forms and free ids")
  func proposes() async throws {
    let (proposal, _) = try await scan(Self.registry)
    let read = readRegistry(readYAML(Array(proposal.yaml.utf8), source: SourceID(0)).value)
    #expect(read.diagnostics.isEmpty)
    let people = read.value.people
    #expect(
      Set(people.map(\.id)) == ["james-whitlock", "tom-baker-2", "mrs-ransome", "captain-ransome"])
    let whitlock = try #require(people.first { $0.id == "james-whitlock" })
    #expect(whitlock.nicknames == ["Jim"] && whitlock.aliases.isEmpty)
    #expect(proposal.yaml.contains("# 4 mentions: 01-chapter.md:3, 01-chapter.md:5 …: "))
    #expect(proposal.count == 4)
  }

  @Test("names near a registered one are told and not added") func remarks() async throws {
    let (proposal, _) = try await scan(Self.registry)
    #expect(
      proposal.remarks.contains(
        "'Katharine Boyd': 1 mention (01-chapter.md:5); almost 'Catherine Boyd'")
    )
    let entries = proposal.yaml.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined()
    for word in ["Katharine", "Basho", "Ringer", "Crane", "Dizzy"] {
      #expect(!entries.contains(word))
    }
  }

  @Test("written twice is written once; comments, order and verdicts stay") func twice()
    async throws
  {
    let (first, _) = try await scan(Self.registry)
    let once = appendToRegistry(Self.registry, proposals: first.yaml)
    let ignore = try #require(Self.registry.firstRange(of: "ignore:"))
    #expect(once.hasPrefix(Self.registry[..<ignore.lowerBound]))
    #expect(once.contains("ignore:\n  - Basho Riak\n") && once.contains("# my boss"))
    let (second, _) = try await scan(once)
    #expect(second.count == 0 && second.yaml.isEmpty)
    #expect(appendToRegistry(once, proposals: second.yaml) == once)
  }

  @Test("a near name is a message with its fix") func nearName() async throws {
    let book = try await NamedBook(people: Self.registry, [Self.text]).book
    let found = messages(await annotatePeople(in: book, jobs: 1), in: book)
      .filter { $0.code == .driftingSpelling && $0.message.contains("Katharine") }
    #expect(found.count == 1)
    #expect(found.first?.fixIts.first?.replacement == "Catherine")
    let span = try #require(found.first?.fixIts.first?.span)
    #expect(
      String(decoding: book.sources[span.file].bytes[span.range], as: UTF8.self) == "Katharine")
  }

  @Test("without a registry everybody is proposed") func all() async throws {
    let (proposal, _) = try await scan(nil)
    let read = readRegistry(readYAML(Array(proposal.yaml.utf8), source: SourceID(0)).value)
    #expect(read.value.people.contains { $0.name.given == "Dave" && $0.name.family == "Smith" })
    #expect(proposal.remarks.isEmpty)
  }

  @Test("titles with a place, and a husband with his wife's name") func titles() async throws {
    let book = try await NamedBook(
      people: nil,
      [
        "# One\n\nThe Duke of York came with the Bishop of St. Asaph. Mr. and Mrs. Hill were out. "
          + "We stayed at Fort Fisher and at Shiloh; near Shiloh it rained, and Shiloh was cold.\n"
      ]
    ).book
    let found = await discoverPeople(in: book.chapters, jobs: 1)
    #expect(
      found.people.map(\.heading) == [
        "Duke of York", "Bishop of St. Asaph", "Hill, Mr.", "Hill, Mrs.",
      ])
  }
}
