import BookDiagnostics
import BookManuscript
import BookModel
import BookTestSupport
import Foundation
import Testing

@testable import BookPeople

/// People whom the prose names and the registry lacks.
@Suite("People found") struct FoundPeopleTests {
  private static let print = "people: { found: print }\n"

  private func annotate(
    _ chapters: String..., people: String? = nil, yaml: String = FoundPeopleTests.print
  ) async throws -> PeopleAnnotation {
    let named = try await NamedBook(people: people, chapters, yaml: yaml)
    return await annotatePeople(in: named.book, jobs: 1).value
  }

  private func headings(_ annotation: PeopleAnnotation) -> [String] {
    annotation.index.groups.flatMap { $0.entries.map(\.heading) }
  }

  private static let visit = """
    # One

    Captain James Whitlock came with Mrs. Ransome. Captain Whitlock laughed, and Ann Berg sang.

    “Come in,” said Mrs. Ransome to Whitlock.
    """

  @Test("without people.yaml those found stand in the index, and are told from the confirmed")
  func printed() async throws {
    let found = try await annotate(Self.visit)
    #expect(headings(found) == ["Berg, Ann", "Ransome, Mrs.", "Whitlock, James"])
    #expect(found.people.allSatisfy { $0.origin == .found } && found.unregistered.isEmpty)
  }

  @Test("a registered person is not found once more; the others stand beside")
  func beside() async throws {
    let found = try await annotate(
      Self.visit, people: "- id: jim\n  name: { given: James, family: Whitlock }\n")
    #expect(headings(found) == ["Berg, Ann", "Ransome, Mrs.", "Whitlock, James"])
    #expect(found.people.filter { $0.origin == .registry }.map(\.id) == ["jim"])
    let jim = found.mentions.filter { found.people[$0.person].id == "jim" }
    #expect(jim.count == 3)
  }

  @Test("asked about alone, or not looked for, where book.yaml says so")
  func policies() async throws {
    let asked = try await annotate(Self.visit, yaml: "people: { found: ask }\n")
    #expect(headings(asked).isEmpty && asked.people.isEmpty)
    #expect(
      Set(asked.unregistered.map(\.text)) == ["Captain James Whitlock", "Mrs. Ransome", "Ann Berg"])
    let off = try await annotate(Self.visit, yaml: "people: { found: off }\n")
    #expect(headings(off).isEmpty && off.unregistered.isEmpty && off.questions.isEmpty)
  }

  @Test(
    "nobody who may be a private person is printed",
    arguments: [
      "  name: { given: Ann, family: Berg }\n", "  name: { given: Ann, family: Holm }\n",
      "  name: { given: Nora, family: Berg }\n", "  name: { literal: Ann }\n",
    ],
    ["privacy: hidden", "privacy: initials", "privacy: { pseudonym: Z. }"])
  func privacy(name: String, privacy: String) async throws {
    let found = try await annotate(
      Self.visit, people: "- id: secret\n\(name)  gender: female\n  \(privacy)\n")
    #expect(!headings(found).contains { $0.contains("Ann") || $0.contains("Berg") })
    #expect(headings(found).contains("Whitlock, James"))
  }

  @Test("relatives of one given name are told apart, and none is the narrator")
  func relatives() async throws {
    let text = """
      # One

      My uncle Arthur kept bees. He wrote to my brother Arthur, and Arthur answered.

      My grandfather lived with his son Henry.
      """
    let found = try await annotate(text)
    #expect(headings(found).contains("Arthur (uncle)"))
    #expect(headings(found).contains("Arthur (brother)"))
    #expect(headings(found).contains("Henry (uncle)"))
  }

  @Test("a place under a saint's name is nobody") func saint() async throws {
    let found = try await annotate(
      "# One\n\nWe lived in St. Michael’s. At St. Michael’s it rained; near St. Michael’s lay ships.\n"
    )
    #expect(headings(found).isEmpty)
  }
}

/// Names that are put together, or kept apart, before anybody is printed.
@Suite("People found, told apart") struct FoundApartTests {
  private func headings(_ text: String) async throws -> [String] {
    let named = try await NamedBook(
      people: nil, ["# One\n\n\(text)\n"], yaml: "people: { found: print }\n")
    let annotation = await annotatePeople(in: named.book, jobs: 1).value
    return annotation.index.groups.flatMap { $0.entries.map(\.heading) }
  }

  @Test("a family name behind an office is nobody's given name") func office() async throws {
    let found = try await headings(
      "Harry Whitlock came. President Harrison spoke, and Harrison left. Mr. Lloyd sang to Lloyd Berg."
    )
    #expect(found == ["Berg, Lloyd", "Harrison, President", "Lloyd, Mr.", "Whitlock, Harry"])
  }

  @Test("initials without blanks are initials") func initials() async throws {
    let found = try await headings(
      "Junius S. Whitlock came. Mr. J.S. Whitlock laughed, and Junius Whitlock left.")
    #expect(found == ["Whitlock, Junius S."])
  }

  @Test("a name in quotation marks and brackets behind a full one is the same person's")
  func byname() async throws {
    let found = try await headings(
      "My cousin George Whitlock (“Dod”) laughed. Then Dod said no, and Dod went home.")
    #expect(found == ["Whitlock, George"])
  }

  @Test("two names in one run of capital words are two") func divided() async throws {
    let found = try await headings(
      "I introduced Mr. Whitlock Miss Anna Berg told me. Mr. Whitlock laughed, and Anna Berg sang.")
    #expect(found == ["Berg, Anna", "Whitlock, Mr."])
  }

  @Test("letters, rivers, forts and nations are nobody") func noName() async throws {
    let found = try await headings(
      "We crossed the James River near Fort Whitlock. Brig. Gen. C. S. A. signed. Ann Berg sang.")
    #expect(found == ["Berg, Ann"])
  }

  @Test("a state is no woman, though women are called so") func state() async throws {
    let found = try await headings(
      "The people of Georgia came from Atlanta, Georgia, and the men of Georgia sang in Georgia.")
    #expect(found == [])
  }

  @Test("my wife, Whitlock, and Deb are three") func listed() async throws {
    let found = try await headings(
      "My wife, Whitlock, and Deb Berg went out. Mr. Whitlock laughed, and Whitlock sang.")
    #expect(!found.contains { $0.contains("wife") })
  }
}

/// What is written into people.yaml stands in the index already.
@Suite("Confirming those found") struct ConfirmationTests {
  /// The book before and after `scan people --write`, and after a second time.
  private func check(_ files: [String: String], _ name: String) async throws {
    func read(_ people: String?) async throws -> Book {
      var files = files
      files["people.yaml"] = people
      let read = await readBook(in: MemoryWorkspace(files), sourceDateEpoch: nil, jobs: 2)
      return try #require(read.book)
    }
    let before = try await read(files["people.yaml"])
    let first = await annotatePeople(in: before, jobs: 2)
    let proposal = PeopleProposal(
      await settlePeople(in: before, jobs: 2), in: before, chapters: Set(before.chapters.indices))
    let written = appendToRegistry(files["people.yaml"] ?? "", proposals: proposal.yaml)
    let after = try await read(written)
    let second = await annotatePeople(in: after, jobs: 2)
    #expect(second.value.index == first.value.index, "\(name)")
    #expect(
      second.diagnostics.filter { $0.severity != .note }
        == first.diagnostics.filter {
          $0.severity != .note
        }, "\(name)")
    let errors = messages(second, in: after).filter { $0.severity == .error }
    #expect(errors == [], "\(name)")
    #expect(second.value.people.allSatisfy { $0.origin == .registry }, "\(name)")
    let again = PeopleProposal(
      await settlePeople(in: after, jobs: 2), in: after, chapters: Set(after.chapters.indices))
    #expect(again.yaml.isEmpty && again.count == 0, "\(name): \(again.yaml)")
  }

  @Test("changes nothing in the books of the corpus", arguments: ["douglass", "franklin", "pepys"])
  func corpus(book: String) async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Corpus").appending(path: book)
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: root.path) {
      files[name] = try String(contentsOf: root.appending(path: name), encoding: .utf8)
    }
    try await check(files, book)
  }

  @Test("changes nothing in the example book") func exampleBook() async throws {
    try await check(BookMentionsTests.files(), "Book")
    var files = BookMentionsTests.files()
    files["people.yaml"] = nil
    // Its links name people of the registry.
    for (path, text) in files where path.hasSuffix(".md") {
      files[path] = text.replacing("](person:", with: "](https://example.org/")
    }
    try await check(files, "Book without a registry")
  }

  private static let givens = ["John", "Ann", "Paul", "Mary", "Will", "Grace", "Robert", "Bob"]
  private static let families = ["Berg", "Holm", "Smith", "Grant", "Lincoln"]
  private static let titles = ["Mr.", "Mrs.", "Captain", "Sir", "Aunt", "my uncle", "Dr."]

  @Test("changes nothing in random books", arguments: 0..<80)
  func random(seed: Int) async throws {
    var dice = Dice(seed: 0x5851_F42D &+ UInt64(seed) &* 0x1_0001)
    func pick(_ words: [String]) -> String { words.randomElement(using: &dice) ?? "" }
    func name() -> String {
      switch Int.random(in: 0..<6, using: &dice) {
      case 0: pick(Self.givens)
      case 1: pick(Self.families)
      case 2: "\(pick(Self.titles)) \(pick(Self.families))"
      case 3: "\(pick(Self.titles)) \(pick(Self.givens)) \(pick(Self.families))"
      case 4: "\(pick(Self.titles)) \(pick(Self.givens))"
      default: "\(pick(Self.givens)) \(pick(Self.families))"
      }
    }
    func sentence() -> String {
      let one = name()
      let other = name()
      return pick([
        "Then \(one) came in.", "We saw \(one) with \(other).",
        "It was \(one)’s house, said \(other).",
        "They left \(one) in peace.", "\(one) and \(other) sang all night.",
      ])
    }
    var files = ["book.yaml": "title: T\nauthor: John Grant\nlanguage: en\ndate: 2020-05-01\n"]
    for number in 1...3 {
      let paragraphs = (0..<5).map { _ in (0..<3).map { _ in sentence() }.joined(separator: " ") }
      files["chapters/0\(number)-part.md"] =
        "# Part \(number)\n\n" + paragraphs.joined(separator: "\n\n") + "\n"
    }
    if Bool.random(using: &dice) {
      files["people.yaml"] =
        "- id: one\n  name: { given: \(pick(Self.givens)), family: \(pick(Self.families)) }\n"
    }
    try await check(files, "seed \(seed)")
  }
}
