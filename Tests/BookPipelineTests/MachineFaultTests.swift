import BookDiagnostics
import BookMarkup
import BookModel
import BookTestSupport
import Foundation
import Testing

@testable import BookPipeline

/// Codes that no file of a book can raise, so that their explanations have no example.
@Suite("What the machine says against a book")
struct MachineFaultTests {
  @Test("B0123: a folder that this account may not look into")
  func unreadable() async {
    var workspace = MemoryWorkspace.soundBook()
    workspace.special["chapters"] = .forbidden
    let found = await compile(workspace, prefix: "", sourceDateEpoch: nil, jobs: 1)
    #expect(found.diagnostics.map(\.code).contains(.fileUnreadable))
  }

  @Test(
    "B0125: a repository of somebody else's, told by a check as by a build",
    .enabled(if: geteuid() == 0, "only root can give a folder away"))
  func notTrusted() async throws {
    let service = try DiffGitTests.repository()
    defer { service.remove() }
    let files = FileManager.default
    for path in [""] + (files.subpaths(atPath: service.repository.path) ?? []) {
      // The account "nobody" of most systems.
      lchown(service.repository.appending(path: path).path, 65_534, 65_534)
    }
    let surroundings = Surroundings(sourceDateEpoch: 0, jobs: 1, programFolder: nil)
    var request = ProductionRequest(book: service.repository.appending(path: "Book").path)
    request.formats = ["epub"]
    for found in [
      try await produce(request, in: surroundings).diagnostics,
      try await checkBook(request, in: surroundings).diagnostics,
    ] {
      #expect(found.diagnostics.map(\.code).contains(.repositoryNotTrusted))
    }
  }

  @Test("B0236: a file larger than any chapter can be")
  func tooLarge() {
    let bytes = [UInt8](repeating: 0x20, count: (512 << 20) + 1)
    let parsed = parseChapter(
      bytes, source: SourceID(0), header: ChapterHeader(), language: "en")
    #expect(parsed.diagnostics.map(\.code) == [.fileTooLarge])
  }

  /// A format that this machine cannot make.
  private struct Unavailable: OutputFormat {
    static let name = "pdf"

    func render(
      _ outline: Outline, theme: Theme, pageStarts: [PageStart], jobs: Int
    ) async -> Diagnosed<Rendering> {
      Diagnosed(Rendering(), [Diagnostic(.pdfNotAvailable, "no fonts", at: nil)])
    }
  }

  @Test("B0756: a format that cannot be made here withholds a build, and is a note of a check")
  func unavailable() async throws {
    try await withSoundBook { folder in
      var request = ProductionRequest(book: folder)
      request.formats = ["pdf"]
      let made = try await produce(
        request, in: Surroundings(sourceDateEpoch: 0, jobs: 1, programFolder: nil)
      ) { _, _, _ in [Unavailable()] }
      #expect(made.diagnostics.diagnostics.map(\.code) == [.pdfNotAvailable])
      #expect(made.diagnostics.diagnostics.map(\.severity) == [.error])
      #expect(made.annotated == nil)
    }
  }

  private func withSoundBook(_ body: (String) async throws -> Void) async throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "bookc-\(UUID().uuidString)")
    defer { try? files.removeItem(at: folder) }
    for (path, bytes) in MemoryWorkspace.soundBook().files {
      let file = folder.appending(path: path)
      try files.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    try await body(folder.path)
  }
}
