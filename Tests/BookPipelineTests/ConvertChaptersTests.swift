import BookModel
import BookPipeline
import BookTestSupport
import Foundation
import Testing

@Suite("Chapters of an older encoding, stored anew")
struct ConvertChaptersTests {
  @Test("become UTF-8 with the same text; all others stay as they are")
  func convert() async throws {
    let text = "# Café\n\n“Grüß Gott,” she said — and Zoë went.\n"
    let folder = try temporaryBook(["chapters/03-three.md": text])
    defer { try? FileManager.default.removeItem(at: folder) }
    let windows = try #require(text.data(using: .windowsCP1252))
    try windows.write(to: folder.appending(path: "chapters/01-one.md"))
    let wide = try #require(text.data(using: .utf16))
    try wide.write(to: folder.appending(path: "chapters/02-two.md"))
    let here = Surroundings(sourceDateEpoch: 0, jobs: 1, programFolder: nil)
    let stored = try await convertChapters(ofBookAt: folder.path, in: here)
    #expect(stored.paths == ["chapters/01-one.md", "chapters/02-two.md"])
    for name in ["01-one", "02-two", "03-three"] {
      let file = folder.appending(path: "chapters/\(name).md")
      #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(name)")
    }
    #expect(try await convertChapters(ofBookAt: folder.path, in: here).paths == [])
  }
}
