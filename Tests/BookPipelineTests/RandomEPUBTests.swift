import BookDiagnostics
import BookEPUB
import BookOutline
import BookTestSupport
import Foundation
import Testing

@testable import BookPipeline

/// Books of every shape against our own check; EPUBCheck judges the same files where a folder is
/// named that they are written to.
@Suite("The EPUB of any book")
struct RandomEPUBTests {
  @Test("two hundred random books are sound")
  func areSound() async throws {
    let folder = ProcessInfo.processInfo.environment["RANDOM_BOOKS"]
    for seed in 0..<200 {
      let compilation = await compile(
        RandomBook(seed: seed).workspace, prefix: "b", sourceDateEpoch: 0, jobs: 1)
      let outline = outline(of: try #require(compilation.annotated))
      let made = await EPUBFormat().render(
        outline, theme: OneOutlineTests.theme, pageStarts: [], jobs: 1)
      let book = try #require(made.value.artifacts.first).bytes
      #expect(checkEPUB(book, name: "b.epub").diagnostics.isEmpty, "seed \(seed)")
      guard let folder else { continue }
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try Data(book).write(to: URL(filePath: "\(folder)/\(seed).epub"))
    }
  }
}
