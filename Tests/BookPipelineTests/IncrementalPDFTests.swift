import BookDisk
import BookFonts
import BookModel
import BookOutline
import BookPDF
import BookTestSupport
import Testing

@testable import BookPipeline

@Suite(
  "Pages that are set again and again",
  .enabled(
    if: (try? FontLibrary.system(DiskWorkspace.machine).get()) != nil, "no fonts on this machine"))
struct IncrementalPDFTests {
  static let theme = Theme(name: "t", bookCSS: [], previewCSS: [], page: nil)

  private func compiled(_ workspace: MemoryWorkspace) async throws -> AnnotatedBook {
    try #require(
      await compile(workspace, prefix: "Book", sourceDateEpoch: nil, jobs: 2).annotated)
  }

  @Test("after each edit the file is byte for byte the one from nothing")
  func equalsFromNothing() async throws {
    var workspace = PrintedPagesTests.workspace()
    let setter = PDFSetter(files: DiskWorkspace.machine)
    let edits: [(path: String, change: @Sendable (String) -> String, fresh: Int)] = [
      ("chapters/03-chapter.md", { $0 }, 6),
      ("chapters/03-chapter.md", { $0 }, 0),
      ("chapters/03-chapter.md", { $0 + "\n\nAda Lind was there.\n" }, 1),
      // An earlier chapter that grows moves all pages after it.
      (
        "chapters/01-chapter.md", { $0 + String(repeating: "\n\nMore was said of it.", count: 60) },
        1
      ),
      ("chapters/05-chapter.md", { "# Homeward\n\n" + $0 }, 1),
      ("people.yaml", { $0 + "\n- id: dora\n  name: {given: Dora, family: Sand}\n" }, 0),
      (
        "chapters/02-chapter.md",
        { $0 + "\n\nDora Sand; a sign \u{10A60} and שלום.[^x]\n\n[^x]: So.\n" }, 1
      ),
      ("book.yaml", { $0.replacing("language: en", with: "language: de") }, 6),
      ("chapters/02-chapter.md", { _ in "# Short\n\nNothing.\n" }, 1),
    ]
    for edit in edits {
      let text = String(decoding: try #require(workspace.files[edit.path]), as: UTF8.self)
      workspace.files[edit.path] = Array(edit.change(text).utf8)
      let book = try await compiled(workspace)
      let again = await setter.render(outline(of: book), theme: Self.theme, jobs: 2)
      let anew = await PDFFormat(files: DiskWorkspace.machine).render(
        outline(of: book), theme: Self.theme, pageStarts: [], jobs: 2)
      #expect(anew.value.artifacts.count == 1)
      // A preview names no fonts: it need not be made again elsewhere.
      var plain = anew.value
      plain.fonts = []
      #expect(again == plain, "after a change of \(edit.path)")
      let chapters = await setter.chapters
      #expect(chapters.set == edit.fresh, "\(edit.path)")
      #expect(chapters.set + chapters.reused == 6)
    }
  }

  @Test("another design sets everything anew")
  func otherDesign() async throws {
    var workspace = PrintedPagesTests.workspace()
    let setter = PDFSetter(files: DiskWorkspace.machine)
    for (trim, fresh) in [("A5", 6), ("A5", 0), ("6x9in", 6)] {
      let text = String(decoding: try #require(workspace.files["book.yaml"]), as: UTF8.self)
      let lines = text.split(separator: "\n").filter { !$0.hasPrefix("trim:") }
      workspace.files["book.yaml"] = Array(
        ("trim: \(trim)\n" + lines.joined(separator: "\n") + "\n").utf8)
      _ = await setter.render(
        outline(of: try await compiled(workspace)), theme: Self.theme, jobs: 2)
      #expect(await setter.chapters.set == fresh)
    }
  }
}
