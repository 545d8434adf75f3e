import BookModel
import BookTestSupport
import Testing

@testable import BookOutline

@Suite("The outline of a book with every kind of page")
struct EveryFeatureTests {
  @Test("its documents stand in the order of the house")
  func order() {
    let names = outlineOfEveryFeature().documents.map(\.name)
    #expect(
      names == [
        "cover", "half-title", "title-page", "copyright", "chapter-01", "nav", "cast",
        "chapter-02", "part-1", "chapter-03", "chapter-04", "part-2", "chapter-05", "chapter-06",
        "chronology", "people-index", "colophon",
      ])
  }
}

@Suite("Places that an index can point at")
struct PlaceTests {
  @Test("a leaf of the text, a note by its number, and no note that nothing refers to")
  func places() {
    var book = bookWithEveryFeature()
    let note = book.book.chapters[3].prose.firstIndex { $0.note == 0 } ?? -1
    #expect(outline(of: book).place(chapter: 3, prose: note)?.note == 1)
    #expect(outline(of: book).place(chapter: 3, prose: 1)?.leaf == book.book.chapters[3].prose[1])
    #expect(outline(of: book).place(chapter: 3, prose: 1)?.note == nil)
    #expect(outline(of: book).place(chapter: 3, prose: 999) == nil)
    #expect(outline(of: book).place(chapter: 9, prose: 0) == nil)
    book.book.chapters[3].notes[0].number = 0
    #expect(outline(of: book).place(chapter: 3, prose: note) == nil)
  }
}
