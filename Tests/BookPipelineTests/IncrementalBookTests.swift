import BookManuscript
import BookDiagnostics
import BookModel
import BookPreview
import BookTestSupport
import Foundation
import Testing

@testable import BookPipeline

@Suite("A book that is compiled again and again")
struct IncrementalBookTests {
  static let people = """
    - id: ada
      name: {given: Ada, family: Lind}
    - id: bo
      name: {given: Bo, family: Roe}
      aliases: [The Baker]
    """
  static let phrases = [
    "Ada Lind came in May 1950.", "The Baker slept.", "*Bo Roe* said “no”.",
    "[Ada](person:ada) left.",
    "In the spring of 1961 it rained.", "A [link](02-two.md) leads on.",
    "Note.[^n]\n\n[^n]: A note.",
    "## A section", "> A quotation by Roe", "***", "| a | b |\n|---|---|\n| 1 | 2 |",
    "Two *stars* **here",
    "::: letter\nDear Ada,\n:::", "The year after, Bo died.",
  ]

  static let theme: FindTheme = { _, _ in
    Diagnosed(Theme(name: "t", bookCSS: [], previewCSS: [], page: nil))
  }

  @Test("after each of 200 random edits it equals a book from nothing, byte for byte")
  func equalsFromNothing() async throws {
    var state: UInt64 = 11
    func random(_ bound: Int) -> Int {
      state = state &* 48_271 % 0x7FFF_FFFF
      return Int(state % UInt64(bound))
    }
    var workspace = MemoryWorkspace.soundBook(with: ["people.yaml": Self.people])
    var incremental = IncrementalBook()
    var differing = 0
    var last: [[UInt8]] = []
    for edit in 0..<200 {
      let chapters = workspace.names(in: "chapters").map { "chapters/" + $0 }
      let path = chapters[random(chapters.count)]
      var lines = String(decoding: workspace.files[path] ?? [], as: UTF8.self)
        .components(separatedBy: "\n\n")
      switch random(12) {
      case 0:
        workspace.files["chapters/0\(3 + random(6))-more.md"] = Array("# More\n\nWords.\n".utf8)
      case 1 where chapters.count > 2: workspace.files[chapters[chapters.count - 1]] = nil
      case 2: workspace.files["people.yaml"] = Array((random(2) == 0 ? "" : Self.people).utf8)
      case 3:
        let language = ["en", "de", "fr"][random(3)]
        workspace.files["book.yaml"] = Array(
          "title: The Ledger\nauthor: Jane Roe\nlanguage: \(language)\ndate: 2020-05-01\n".utf8)
      case 4 where lines.count > 2: lines.remove(at: 1 + random(lines.count - 1))
      default: lines.insert(Self.phrases[random(Self.phrases.count)], at: 1 + random(lines.count))
      }
      if workspace.files[path] != nil {
        workspace.files[path] = Array(lines.joined(separator: "\n\n").utf8)
      }
      // A state with errors shows the one before it: only sound ones can be compared.
      let shown = try await incremental.update(
        from: workspace, prefix: "b", sourceDateEpoch: 0, jobs: 2, theme: Self.theme)
      var fresh = IncrementalBook()
      let wanted = try await fresh.update(
        from: workspace, prefix: "b", sourceDateEpoch: 0, jobs: 1, theme: Self.theme)
      let (now, nothing) = (try #require(shown), try #require(wanted))
      if now.isStale || nothing.isStale { continue }
      #expect(now.paths == nothing.paths, "edit \(edit)")
      let pages = now.paths.map { self.content(now.page($0)?.bytes) }
      #expect(pages == nothing.paths.map { self.content(nothing.page($0)?.bytes) }, "edit \(edit)")
      if pages != last { differing += 1 }
      last = pages
    }
    #expect(differing > 50)
  }

  /// A page without the count of its state.
  private func content(_ page: [UInt8]?) -> [UInt8] {
    let text = String(decoding: page ?? [], as: UTF8.self)
    return Array(text.replacing(/data-version="\d+"/, with: "").utf8)
  }

  @Test("an error shows the last good book, mending it the new one")
  func mending() async throws {
    var workspace = MemoryWorkspace.soundBook()
    var book = IncrementalBook()
    func state() async throws -> (isStale: Bool, first: String) {
      let live = try #require(
        try await book.update(
          from: workspace, prefix: "b", sourceDateEpoch: 0, jobs: 1, theme: Self.theme))
      return (live.isStale, String(decoding: live.page("index.html")?.bytes ?? [], as: UTF8.self))
    }
    let sound = workspace.files["book.yaml"]
    #expect(try await !state().isStale)
    workspace.files["book.yaml"] = Array("title: [".utf8)
    let broken = try await state()
    #expect(broken.isStale && broken.first.contains("The Ledger"))
    #expect(broken.first.contains("class=\"trouble\""))
    workspace.files["book.yaml"] = sound
    let mended = try await state()
    #expect(!mended.isStale && !mended.first.contains("class=\"trouble\""))
  }
}
