import BookManuscript
import BookModel
import BookTestSupport
import Testing

@testable import BookPeople

/// Who is said to be in a picture stands in the index like those whom its caption names.
@Suite("People in pictures") struct PicturedPeopleTests {
  private func annotation(
    _ chapter: String
  ) async throws -> (found: [String], codes: [String]) {
    let files = [
      "book.yaml": "title: T\nauthor: A\nlanguage: en\npeople: { found: ask }\n",
      "people.yaml": "- { id: ann, name: Ann Berg }\n- { id: karl, name: Karl Holm }\n",
      "chapters/01.md": "# One\n\nIt rained.\n\n\(chapter)\n\nThe end.\n",
    ]
    let read = await readBook(in: MemoryWorkspace(files), sourceDateEpoch: nil, jobs: 1)
    let book = try #require(read.book)
    let people = await annotatePeople(in: book, jobs: 1)
    return (
      people.value.mentions.map { mention in
        let leaf = book.chapters[mention.chapter].prose[mention.prose]
        return people.value.people[mention.person].id + " in "
          + book.chapters[mention.chapter].string(leaf.text)
      }, people.diagnostics.map(\.code.id)
    )
  }

  @Test(arguments: [
    ("![a](a.png \"The porch\"){people=\"ann, karl\"}", ["ann in The porch", "karl in The porch"]),
    ("![a](a.png \"Karl Holm\"){people=ann width=50%}", ["ann in Karl Holm", "karl in Karl Holm"]),
    ("![a](a.png){people=ann}", ["ann in It rained."]),
    ("There ![a](a.png){people=ann} it was.", ["ann in There  it was."]),
    ("::: plate\n![a](a.png){people=ann}\n\nThe porch\n:::", ["ann in The porch"]),
  ])
  func standInTheIndex(chapter: String, found: [String]) async throws {
    let (names, codes) = try await annotation(chapter)
    #expect(names.sorted() == found)
    #expect(codes == [])
  }

  @Test func whoIsUnknownIsTold() async throws {
    let (found, codes) = try await annotation("![a](a.png \"The porch\"){people=\"anne\"}")
    #expect(found == [])
    #expect(codes == ["B0301"])
  }
}
