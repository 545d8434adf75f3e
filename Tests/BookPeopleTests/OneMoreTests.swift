import BookDiagnostics
import BookManuscript
import BookModel
import BookTestSupport
import Testing

@testable import BookPeople

/// One person more in the registry: whoever loses or changes a place by it, it is told.
@Suite("One person more") struct OneMoreTests {
  /// A place in the book and whose it was.
  private struct Place: Hashable {
    var chapter: Int
    var start: Int
    var text: String
    var person: String
  }

  private func places(_ annotation: PeopleAnnotation, _ book: Book) -> Set<Place> {
    Set(
      annotation.mentions.map {
        Place(
          chapter: $0.chapter, start: $0.range.lowerBound,
          text: book.chapters[$0.chapter].string($0.range), person: annotation.people[$0.person].id)
      })
  }

  /// Registries without and with the person; what the others had there before must be theirs
  /// still, or be asked about, or stand in a message.
  private func check(
    _ without: Diagnosed<PeopleAnnotation>, _ with: Diagnosed<PeopleAnnotation>, _ book: Book,
    new id: String
  ) -> [String] {
    let kept = places(with.value, book)
    let lost = places(without.value, book).filter { !kept.contains($0) }
    let gained = kept.filter { $0.person != id && !places(without.value, book).contains($0) }
    let asked = Set(with.value.ambiguous.map { "\($0.chapter) \($0.range.lowerBound)" })
    let all = BookPeopleTests.messages(with, in: book)
    let messages = all.map { message in
      message.message + message.notes.map(\.message).joined(separator: " ")
    }
    func names(_ message: String, _ id: String) -> Bool {
      message.contains("'\(id)'") || message.contains("(person:\(id))")
    }
    return (lost.union(gained)).filter { place in
      let isAsked =
        asked.contains("\(place.chapter) \(place.start)")
        && all.contains { $0.code == .ambiguousMention }
      let words = place.text.split { " \n.’'".contains($0) }.map(String.init)
      // Told with the new person's name; or, where a paragraph that is now another's decides between
      // two others, as a name that those share.
      let isTold = messages.contains { message in
        words.contains { message.contains("'\($0)") }
          && (names(message, id)
            || names(message, place.person) && message.contains("by what stands near"))
      }
      return !isAsked && !isTold
    }.map { "\($0.text) (\($0.person)) when \(id) came" }.sorted()
  }

  private static let givens = ["John", "Ann", "Paul", "Mary", "Will", "Grace", "Robert"]
  private static let families = ["Berg", "Holm", "Smith", "Grant"]
  private static let nicknames = ["Dizzy", "Bob", "Nan"]

  private func entry(_ i: Int, _ dice: inout Dice) -> String {
    let given = Self.givens.randomElement(using: &dice) ?? "John"
    let family = Self.families.randomElement(using: &dice) ?? "Berg"
    var lines = "- id: p\(i)\n  name: { given: \(given), family: \(family) }\n  roles: [p\(i)]\n"
    switch Int.random(in: 0..<6, using: &dice) {
    case 0: lines += "  nicknames: [\(Self.nicknames.randomElement(using: &dice) ?? "Bob")]\n"
    case 1: lines = "- id: p\(i)\n  name: { prefix: Mrs., family: \(family) }\n  roles: [p\(i)]\n"
    case 2:
      lines += "  relation: \(["uncle", "brother", "aunt"].randomElement(using: &dice) ?? "aunt")\n"
    case 3: lines += "  gender: \(Bool.random(using: &dice) ? "male" : "female")\n"
    default: break
    }
    return lines
  }

  private func sentence(_ dice: inout Dice) -> String {
    let given = Self.givens.randomElement(using: &dice) ?? "John"
    let family = Self.families.randomElement(using: &dice) ?? "Berg"
    let nickname = Self.nicknames.randomElement(using: &dice) ?? "Bob"
    return [
      "\(given) \(family) came in.", "I saw \(given) there.", "Then \(family) left.",
      "We asked Mr. \(family) for help.", "It was Mrs. \(family)’s house.",
      "My uncle \(given) laughed.", "We all knew the \(family)s.", "\(nickname) was late.",
      "I called \(nickname) \(family) back.", "Mr. and Mrs. \(family) had gone.",
      "The \(family) brothers sang.", "“\(given), come!” said \(family).",
    ].randomElement(using: &dice) ?? ""
  }

  @Test("in random books, whoever it is and whatever the names", arguments: 0..<60)
  func random(seed: Int) async throws {
    var dice = Dice(seed: 0x9E37_79B9_7F4A_7C15 &+ UInt64(seed) &* 0x1_0001)
    let entries = (0..<Int.random(in: 2...5, using: &dice)).map { entry($0, &dice) }
    let chapters = (0..<3).map { number in
      "# Part \(number)\n\n"
        + (0..<6).map { _ in
          (0..<3).map { _ in sentence(&dice) }.joined(separator: " ")
        }.joined(separator: "\n\n") + "\n"
    }
    let with = try await NamedBook(people: entries.joined(), chapters)
    let all = await annotatePeople(in: with.book, jobs: 1)
    for (i, _) in entries.enumerated() {
      var others = entries
      others.remove(at: i)
      let without = try await NamedBook(people: others.joined(), chapters)
      let before = await annotatePeople(in: without.book, jobs: 1)
      let changes = check(before, all, with.book, new: "p\(i)")
      #expect(changes == [], "\(entries.joined())")
    }
  }

  @Test("a reading taken over equals one from nothing", arguments: 0..<20)
  func takenOver(seed: Int) async throws {
    var dice = Dice(seed: 0xA5A5 &+ UInt64(seed) &* 0x1_0001)
    let entries = (0..<Int.random(in: 2...5, using: &dice)).map { entry($0, &dice) }
    let chapters = (0..<4).map { number in
      "# Part \(number)\n\n" + (0..<3).map { _ in sentence(&dice) }.joined(separator: " ") + "\n"
    }
    let book = try await NamedBook(people: entries.joined(), chapters).book
    func forms(_ entries: [String]) async throws -> [RegistryForm] {
      let node = try await NamedBook(people: entries.joined(), chapters).book.people
      return FormGenerator(readRegistry(node).value).forms
    }
    let full = await FormReading(try await forms(entries), in: book, jobs: 1)
    for index in entries.indices {
      var others = entries
      others.remove(at: index)
      let fewer = try await forms(others)
      let again = await FormReading(fewer, in: book, jobs: 1, after: full)
      let fresh = await FormReading(fewer, in: book, jobs: 1)
      #expect("\(again.hits)" == "\(fresh.hits)")
      #expect(again.smallWords == fresh.smallWords)
    }
  }

  @Test("in the example book, everyone in turn") func exampleBook() async throws {
    var files = BookMentionsTests.files()
    // Whoever is taken out is not to be found again by the prose.
    files["book.yaml"] = files["book.yaml"]?.replacing(
      "\npeople:\n", with: "\npeople:\n  found: ask\n")
    let people = try #require(files["people.yaml"])
    func read(_ yaml: String) async throws -> Book {
      var files = files
      files["people.yaml"] = yaml
      let read = await readBook(in: MemoryWorkspace(files), sourceDateEpoch: nil, jobs: 2)
      return try #require(read.book)
    }
    let book = try await read(people)
    let all = await annotatePeople(in: book, jobs: 2)
    for person in all.value.people {
      let without = Self.without(person.id, people)
      #expect(without != people)
      let before = await annotatePeople(in: try await read(without), jobs: 2)
      #expect(before.value.people.count == all.value.people.count - 1)
      #expect(check(before, all, book, new: person.id) == [])
    }
  }

  /// people.yaml less one entry.
  private static func without(_ id: String, _ yaml: String) -> String {
    var result: [Substring] = []
    var isGone = false
    for line in yaml.split(separator: "\n", omittingEmptySubsequences: false) {
      let isEntry = line.contains("- id: ")
      if isEntry { isGone = line.hasSuffix("- id: \(id)") }
      if !line.isEmpty, !line.hasPrefix(" "), !line.hasPrefix("#") { isGone = false }
      if !isGone { result.append(line) }
    }
    return result.joined(separator: "\n")
  }
}
