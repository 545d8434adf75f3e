import BookModel
import BookDisk
import BookTestSupport
import BookManuscript
import Foundation
import Testing

@Suite("A book's folder on disk")
struct DiskWorkspaceTests {
  @Test("names that differ only in how an accent is stored are warned of")
  func accents() async throws {
    let folder = try temporaryBook([
      "book.yaml": "title: T\nauthor: A\nlanguage: en\n", "chapters/caf\u{E9}.md": "# A\n\nText.\n",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let other = folder.path + "/chapters/cafe\u{301}.md"
    guard FileManager.default.createFile(atPath: other, contents: Data("# B\n\nText.\n".utf8)),
      DiskWorkspace(root: folder.path).names(in: "chapters").count == 2
    else { return }  // A disk that takes both for one name has nothing to warn of.
    let reading = await readBook(
      in: DiskWorkspace(root: folder.path), sourceDateEpoch: nil, jobs: 1)
    #expect(reading.diagnostics.map(\.code.id) == ["B0120"])
  }

  @Test("links out of the folder, to themselves, and copied as text are told apart from files")
  func links() throws {
    let folder = try temporaryBook(["book.yaml": "title: T", "chapters/01.md": "# A"])
    defer { try? FileManager.default.removeItem(at: folder) }
    let chapters = folder.path + "/chapters/"
    let files = FileManager.default
    try files.createSymbolicLink(atPath: chapters + "in.md", withDestinationPath: "01.md")
    try files.createSymbolicLink(atPath: chapters + "out.md", withDestinationPath: "/etc/hostname")
    try files.createSymbolicLink(atPath: chapters + "loop.md", withDestinationPath: "loop.md")
    let workspace = DiskWorkspace(root: folder.path)
    #expect(workspace.kind(of: "chapters/01.md") == .file)
    #expect(workspace.kind(of: "chapters/in.md") == .file)
    #expect(workspace.kind(of: "chapters/out.md") == .linkOut)
    #expect(workspace.kind(of: "chapters/loop.md") == .linkLoop)
    #expect(workspace.kind(of: "chapters") == .folder)
    #expect(workspace.kind(of: "chapters/02.md") == .missing)
    #expect(workspace.kind(of: "../../etc") != .folder)
    #expect(throws: WorkspaceError.self) { try workspace.read("chapters/out.md") }
  }
}
