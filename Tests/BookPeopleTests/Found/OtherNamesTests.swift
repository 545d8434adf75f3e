import BookManuscript
import BookModel
import BookTestSupport
import Testing

@testable import BookPeople

/// Somebody found beside a registry who may be somebody of it under another name.
@Suite("Other names of the registered") struct OtherNamesTests {
  private func annotate(_ people: String, _ text: String, yaml: String = "") async throws
    -> (printed: [String], asked: [String])
  {
    let named = try await NamedBook(
      people: people, ["# One\n\n\(text)\n"], yaml: yaml + "people: { found: print }\n")
    let annotation = await annotatePeople(in: named.book, jobs: 1).value
    let asked = annotation.ambiguous.map { mention in
      named.book.chapters[mention.chapter].string(mention.range) + "="
        + mention.candidates.map { annotation.people[$0].id }.joined(separator: ",")
    }
    return (annotation.people.filter { $0.origin == .found }.map(\.heading), asked)
  }

  private static let mother =
    "- id: mother\n  name: { given: Abigail, family: Berg }\n  relation: mother\n"

  @Test("a woman's name before she married, or after, is asked about") func maiden() async throws {
    let found = try await annotate(
      Self.mother, "My mother Abigail Berg sang. Then Abigail Holm was born, and Niels Holm too.")
    #expect(found.printed == ["Holm, Niels"])
    #expect(found.asked == ["Abigail Holm=mother"])
  }

  @Test("a man of another family is another") func man() async throws {
    let found = try await annotate(
      "- id: uncle\n  name: { given: James, family: Berg }\n  relation: uncle\n",
      "My uncle James Berg sang. Captain James Whitlock laughed.")
    #expect(found.printed == ["Whitlock, James"])
    #expect(found.asked == [])
  }

  @Test("who is registered by one word may be meant by a name in full") func mononym() async throws
  {
    let found = try await annotate(
      "- id: hester\n  name: { literal: Hester }\n",
      "Hester sang in the kitchen. Mrs. Hester Whitlock came.")
    #expect(found.printed == [])
  }

  @Test("an office that an entry has for its role is that person's") func role() async throws {
    let found = try await annotate(
      "- id: shipley\n  name: { given: Jonathan, family: Berg }\n  roles: [Bishop of London]\n",
      "We dined with the Bishop of London twice.")
    #expect(found.printed == [])
    #expect(found.asked == ["Bishop of London=shipley"])
  }

  @Test("the narrator's other name, told as a name, is asked about") func narrator() async throws {
    let found = try await annotate(
      "- id: me\n  name: { given: Frederick, family: Berg }\n",
      "I took the name of Frederick Johnson then. I met Frederick Holm in Boston.",
      yaml: "narrator: { person: me }\n")
    #expect(found.printed == ["Holm, Frederick"])
    #expect(found.asked == ["Frederick Johnson=me"])
  }
}
