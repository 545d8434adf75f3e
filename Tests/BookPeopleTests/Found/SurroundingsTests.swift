import BookModel
import Testing

@testable import BookPeople

/// Names and things that only what stands around them tells apart: `Fixtures/names/surroundings.txt`.
@Suite("Names by their surroundings") struct SurroundingsTests {
  /// A line of prose and the headings of the index that a book of it alone has.
  struct Case: Sendable, CustomTestStringConvertible {
    var rule: String
    var prose: String
    var headings: [String]
    var testDescription: String { rule }
  }

  static func cases() throws -> [Case] {
    try SpanWeightsTests.text("Tests/Fixtures/names/surroundings.txt").split(separator: "\n\n").map
    {
      let lines = $0.split(separator: "\n").map(String.init)
      let last = lines[lines.count - 1]
      try #require(lines.count > 2 && lines[0].hasPrefix("# ") && last.hasPrefix("="))
      return Case(
        rule: String(lines[0].dropFirst(2)),
        prose: lines.dropFirst().dropLast().joined(separator: "\n"),
        headings: last.dropFirst(2).split(separator: " | ").map(String.init).sorted())
    }
  }

  @Test("each line of prose names those people and nobody else", arguments: try cases())
  func found(_ line: Case) async throws {
    let named = try await NamedBook(
      people: nil, ["# One\n\n\(line.prose)\n"], yaml: "people: { found: print }\n")
    let index = await annotatePeople(in: named.book, jobs: 1).value.index
    #expect(index.groups.flatMap { $0.entries.map(\.heading) }.sorted() == line.headings)
  }
}
