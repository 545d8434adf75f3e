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
