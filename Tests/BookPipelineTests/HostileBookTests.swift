import BookDiagnostics
import BookDisk
import BookModel
import BookPipeline
import BookTestSupport
import Foundation
import Testing

@Suite("A book in a hostile repository")
struct HostileBookTests {
  let here = Surroundings(sourceDateEpoch: nil, jobs: 2, programFolder: nil)

  @Test("no command that makes, checks, compares or verifies it runs anything of the repository's")
  func nothingRuns() async throws {
    let repository = try HostileRepository()
    let out = repository.folder.appending(path: "out").path
    try repository.arm()
    var request = ProductionRequest(book: repository.book)
    request.formats = ["epub", "html"]
    request.since = "HEAD~1"
    for changed in [false, true] {
      if changed { try repository.put("book/chapters/02-two.md", "# Two\n\nIt cleared.\n") }
      let built = try await build(request, to: out, in: here)
      #expect(built.summary != nil)
      _ = try await checkBook(request, in: here)
      let verified = try await verify(out + "/build.json", against: repository.book, in: here)
      #expect(verified.isSame)
      let report = try await compareRevisions(
        .revision("HEAD~1", book: repository.book), .workTree(book: repository.book), in: here)
      #expect(report.progress.count == 2)
      var live = IncrementalBook()
      _ = try await live.update(
        from: DiskWorkspace(root: repository.book), prefix: "", sourceDateEpoch: nil, jobs: 2
      ) { _, _ in Diagnosed(Theme(name: "t", bookCSS: [], previewCSS: [], page: nil)) }
    }
    #expect(repository.sprung == [])
  }
}
