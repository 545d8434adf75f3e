import BookModel
import BookTestSupport
import Testing

@testable import BookOutline

@Suite("The list of changes")
struct ChangeListTests {
  private func list(_ changes: [ProseChange]) -> [ChangedChapter] {
    outline(of: bookWithEveryFeature(), changes: changes).changeList
  }

  @Test("a passage is known by its first words, chapter by chapter")
  func words() throws {
    let changes = [
      ProseChange(chapter: 2, prose: 2, kind: .edited),
      ProseChange(chapter: 4, prose: 1, kind: .added),
      ProseChange(chapter: 4, prose: 1, kind: .gone, words: "It rained."),
    ]
    let found = list(changes)
    #expect(found.map(\.chapter) == [2, 4])
    #expect(
      found[0].passages.map(\.words) == ["When the tide turned, the gates were shut and the …"])
    #expect(
      found[1].passages.map(\.words) == ["“Nothing,” he said, and that was all.", "It rained."])
    #expect(found[1].passages.map(\.kind) == [.added, .gone])
    #expect(found[1].passages[0].place?.prose == 1)
    #expect(found[1].passages[1].place == nil)
  }

  @Test("what is not in the book is not listed, and a book without changes has no list")
  func strangers() {
    #expect(list([ProseChange(chapter: 99, prose: 0, kind: .added)]) == [])
    #expect(list([ProseChange(chapter: 4, prose: 99, kind: .added)]).flatMap(\.passages) == [])
    let plain = outlineOfEveryFeature().documents
    #expect(!plain.contains { $0.kind == .changes })
    let marked = outline(
      of: bookWithEveryFeature(), changes: [ProseChange(chapter: 4, prose: 1, kind: .moved)])
    #expect(marked.documents.map(\.name).suffix(3) == ["people-index", "changes", "colophon"])
  }
}
