import BookDiagnostics
import BookModel
import BookTestSupport
import Foundation
import Testing

@testable import BookEPUB

@Suite("A book becomes an EPUB")
struct EPUBFormatTests {
  static let theme = Theme(name: "test", bookCSS: Array("p { margin: 0 }".utf8), previewCSS: [], page: nil)

  @Test("a book with every feature is made without a word, the same on one core and on two")
  func everyFeature() async throws {
    let book = bookWithEveryFeature()
    let one = await EPUBFormat().render(book, theme: Self.theme, jobs: 1)
    let two = await EPUBFormat().render(book, theme: Self.theme, jobs: 2)
    #expect(one.diagnostics.map(\.message) == [])
    let artifact = try #require(one.value.artifacts.first)
    #expect(artifact.path == "salt-light-1953.epub")
    #expect(one.value == two.value)
    if let path = ProcessInfo.processInfo.environment["BOOKC_KEEP_EPUB"] {
      try Data(artifact.bytes).write(to: URL(filePath: path))
    }
  }
}
