import BookModel
import BookDisk
import BookTestSupport
import BookManuscript
import Foundation
import Testing

@Suite("A book's folder on disk")
struct DiskWorkspaceTests {
  /// A book with two chapters whose names Unicode takes for one.
  static func cafes() throws -> URL {
    let folder = try temporaryBook([
      "book.yaml": "title: T\nauthor: A\nlanguage: en\n", "chapters/caf\u{E9}.md": "# A\n\nText.\n",
    ])
    // Not a second key: a dictionary takes both for one name too.
    let other = folder.path + "/chapters/cafe\u{301}.md"
    _ = FileManager.default.createFile(atPath: other, contents: Data("# B\n\nText.\n".utf8))
    return folder
  }

  /// False on a disk that takes both for one name, which has nothing to warn of.
  static let tellsAccentsApart: Bool = {
    guard let folder = try? cafes() else { return false }
    defer { try? FileManager.default.removeItem(at: folder) }
    return DiskWorkspace(root: folder.path).names(in: "chapters").count == 2
  }()

  @Test(
    "names that differ only in how an accent is stored are two chapters",
    .enabled(if: tellsAccentsApart, "this disk takes both for one name"))
  func accents() async throws {
    let folder = try Self.cafes()
    defer { try? FileManager.default.removeItem(at: folder) }
    let reading = await readBook(
      in: DiskWorkspace(root: folder.path), sourceDateEpoch: nil, jobs: 1)
    #expect(reading.book?.chapters.count == 2)
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

  @Test(
    "what this account may not read is told as such, and not as missing",
    .enabled(if: geteuid() != 0, "root may read everything"))
  func forbidden() throws {
    let folder = try temporaryBook(["book.yaml": "title: T", "chapters/01.md": "# A"])
    let files = FileManager.default
    let chapters = folder.path + "/chapters"
    defer {
      try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: chapters)
      try? files.removeItem(at: folder)
    }
    try files.setAttributes([.posixPermissions: 0o000], ofItemAtPath: folder.path + "/book.yaml")
    try files.setAttributes([.posixPermissions: 0o000], ofItemAtPath: chapters)
    let workspace = DiskWorkspace(root: folder.path)
    #expect(workspace.kind(of: "chapters") == .forbidden)
    #expect(workspace.kind(of: "chapters/01.md") == .forbidden)
    #expect(DiskWorkspace.whyNoFolder(chapters) == "no permission")
    #expect(throws: WorkspaceError("no permission")) { try workspace.read("book.yaml") }
  }

  @Test("a folder that is none says why")
  func noFolder() throws {
    let folder = try temporaryBook(["book.yaml": "title: T"])
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(DiskWorkspace.whyNoFolder(folder.path) == nil)
    #expect(DiskWorkspace.whyNoFolder(folder.path + "/none") == "there is no such folder")
    #expect(DiskWorkspace.whyNoFolder(folder.path + "/book.yaml") == "it is not a folder")
  }

  @Test("links that lead from folder to folder without end are followed no deeper than parts")
  func linksWithoutEnd() async throws {
    let folder = try temporaryBook([
      "book.yaml": "title: T\nauthor: A\nlanguage: en\ndate: 2020-05-01\n",
      "chapters/1.md": "# One\n\nText.\n",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let chapters = folder.path + "/chapters/"
    for (name, target) in [("x", ".."), ("y", "."), ("z", ".")] {
      try FileManager.default.createSymbolicLink(
        atPath: chapters + name, withDestinationPath: target)
    }
    let workspace = DiskWorkspace(root: folder.path)
    let reading = await readBook(in: workspace, sourceDateEpoch: nil, jobs: 1)
    let paths = reading.book?.chapters.map { reading.sources[$0.source].path } ?? []
    #expect(paths == ["chapters/1.md", "chapters/y/1.md", "chapters/z/1.md"])
    // One message for all that stands deeper, and nothing else.
    #expect(reading.diagnostics.map(\.code.id) == ["B0126"])
    #expect(reading.diagnostics.first?.notes.first?.message.contains("'chapters/y/z/1.md'") == true)
  }
}
