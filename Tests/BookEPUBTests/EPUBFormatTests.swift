import BookDiagnostics
import BookModel
import BookOutline
import BookTestSupport
import Foundation
import Testing

@testable import BookEPUB

@Suite("A book becomes an EPUB")
struct EPUBFormatTests {
  static let theme = Theme(
    name: "test", bookCSS: Array("p { margin: 0 }".utf8), previewCSS: [], page: nil)

  @Test("a book with every feature is made without a word, the same on one core and on two")
  func everyFeature() async throws {
    let (outline, starts) = (outlineOfEveryFeature(), pageStartsOfEveryFeature())
    let one = await EPUBFormat().render(outline, theme: Self.theme, pageStarts: starts, jobs: 1)
    let two = await EPUBFormat().render(outline, theme: Self.theme, pageStarts: starts, jobs: 2)
    #expect(one.diagnostics.map(\.message) == [])
    let artifact = try #require(one.value.artifacts.first)
    #expect(artifact.path == "salt-light-1953.epub")
    #expect(one.value == two.value)
    if let path = ProcessInfo.processInfo.environment["BOOKC_KEEP_EPUB"] {
      try Data(artifact.bytes).write(to: URL(filePath: path))
    }
  }

  @Test("an element in the wrong place is told at the Markdown line that has it")
  func invalidContent() async throws {
    var builder = ChapterBuilder()
    let inner = builder.heading(2, "Within", id: "within")
    let list = HTMLElement(name: "ul")
    let bad = Block(.element(list, [inner]), span: inner.span)
    builder.add(builder.heading(1, "One", id: "one"), builder.paragraph("Sound."), bad)
    var sources = SourceFiles()
    _ = sources.add(path: "chapters/01.md", bytes: builder.sourceBytes)
    let book = Book(
      metadata: BookMetadata(title: "T", language: "en"), chapters: [builder.chapter],
      sources: sources)
    let rendered = await EPUBFormat().render(
      outline(
        of: AnnotatedBook(book: book, people: PeopleAnnotation(), time: TimeAnnotation())),
      theme: Self.theme, pageStarts: [], jobs: 1)
    #expect(rendered.value.artifacts.isEmpty)
    #expect(!rendered.diagnostics.isEmpty)
    #expect(rendered.diagnostics.allSatisfy { $0.code == .invalidContent })
    #expect(rendered.diagnostics.first?.span == inner.span)
  }

  @Test("file names come from titles, and no title gives an odd one")
  func fileNames() {
    func name(_ title: String) -> String { fileName(BookMetadata(title: title, language: "en")) }
    #expect(name("The Reservoir") == "the-reservoir")
    #expect(name("  Ada’s “Life”: A/B \\ ../x ") == "adas-life-a-b-x")
    #expect(name("Æther Été") == "æther-été")
    #expect(name("***") == "book")
    #expect(name(String(repeating: "long ", count: 60)).utf8.count <= 80)
  }

  @Test("page breaks whose ids collide with headings, or that nothing shows, break no link")
  func pageBreaks() async {
    var builder = ChapterBuilder()
    builder.add(builder.heading(1, "Page 2", id: "page-2"), builder.paragraph("Some words."))
    builder.note("Nothing refers to this.")
    var chapter = builder.chapter
    chapter.notes[0].number = 0
    var sources = SourceFiles()
    _ = sources.add(path: "chapters/01.md", bytes: builder.sourceBytes)
    let book = Book(
      metadata: BookMetadata(title: "T", language: "en"), chapters: [chapter], sources: sources)
    let annotated = AnnotatedBook(
      book: book, people: PeopleAnnotation(), time: TimeAnnotation())
    let starts = [
      PageStart(label: "2", chapter: 0, prose: 1, offset: chapter.prose[1].text.lowerBound + 5),
      PageStart(label: "3", chapter: 0, prose: 2, offset: chapter.prose[2].text.lowerBound),
      PageStart(label: "4", chapter: 0, prose: 9, offset: 0),
      PageStart(label: "5", chapter: 7, prose: 0, offset: 0),
    ]
    let rendered = await EPUBFormat().render(
      outline(of: annotated), theme: Self.theme, pageStarts: starts, jobs: 1)
    #expect(rendered.diagnostics.map(\.message) == [])
    #expect(rendered.value.artifacts.count == 1)
  }
}
