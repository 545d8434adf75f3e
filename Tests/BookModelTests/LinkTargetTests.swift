import BookDiagnostics
import BookModel
import Testing

@Suite("Where links lead")
struct LinkTargetTests {
  static let book: Book = {
    var sources = SourceFiles()
    let one = sources.add(path: "chapters/01-one.md", bytes: [])
    let two = sources.add(path: "chapters/02 two.md", bytes: [])
    return Book(
      metadata: BookMetadata(title: "T", language: "en"),
      chapters: [one, two].map { ParsedChapter(source: $0, header: ChapterHeader()) },
      sources: sources)
  }()

  @Test(
    "a destination is resolved against its chapter's folder",
    arguments: [
      ("#summer", LinkTarget.chapter(0, fragment: "summer")),
      ("02%20two.md", .chapter(1, fragment: nil)),
      ("./02 two.md#x", .chapter(1, fragment: "x")),
      ("../chapters/01-one.md", .chapter(0, fragment: nil)),
      ("https://example.org/a.md", .external("https://example.org/a.md")),
      ("mailto:a@example.org", .external("mailto:a@example.org")),
      ("03.md", .missing("chapters/03.md")),
      ("../../etc/passwd", .outside("../../etc/passwd")),
      ("/etc/passwd", .outside("/etc/passwd")),
    ])
  func resolves(destination: String, target: LinkTarget) {
    #expect(Self.book.target(of: destination, from: 0) == target)
  }

  @Test("percent signs that escape nothing stay")
  func percentSigns() {
    #expect(Book.percentDecoded("50% of %41%zz%4") == "50% of A%zz%4")
  }
}
