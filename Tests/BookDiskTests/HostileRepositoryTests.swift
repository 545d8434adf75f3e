import BookDisk
import BookModel
import BookTestSupport
import Foundation
import Testing

@Suite("A hostile repository")
struct HostileRepositoryTests {
  @Test("git itself would spring the traps, so they are armed")
  func trapsAreArmed() throws {
    let repository = try HostileRepository()
    try repository.arm()
    // As long as what is committed, so that git has to read it through the filter to know.
    try repository.put("book/chapters/01-one.md", "# One\n\nIt rained all that weekend.\n")
    try repository.git("status", "--porcelain")
    #expect(repository.sprung.contains("fsmonitor"))
    #expect(repository.sprung.contains("clean") || repository.sprung.contains("process"))
  }

  @Test("asking for the revision, clean and changed, runs nothing of the repository's")
  func revisionRunsNothing() throws {
    let repository = try HostileRepository()
    let commit = try String(repository.git("rev-parse", "HEAD").prefix(12))
    try repository.arm()
    #expect(revision(ofFolder: repository.book).name == commit)
    try repository.put("book/chapters/01-one.md", "# One\n\nIt rained all the more.\n")
    #expect(revision(ofFolder: repository.book).name == commit + "-dirty")
    #expect(repository.sprung == [])
  }

  @Test(
    "reading an earlier revision runs nothing, also where its contents would have to be fetched")
  func readingRunsNothing() throws {
    let repository = try HostileRepository()
    let blob = try repository.git("rev-parse", "HEAD:book/chapters/01-one.md")
      .trimmingCharacters(in: .whitespacesAndNewlines)
    try repository.arm()
    let before = try GitFolder("HEAD~1", ofBookAt: repository.book)
    let words = String(decoding: try before.read("chapters/01-one.md"), as: UTF8.self)
    #expect(words.contains("that morning"))
    let git = try Git.open(repository.book)
    #expect(git.history(to: "HEAD").count == 2)
    // The contents are gone, as in a clone that fetches them when asked.
    try FileManager.default.removeItem(
      at: repository.folder.appending(path: ".git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))"))
    let started = ContinuousClock.now
    let after = try GitFolder("HEAD", ofBookAt: repository.book)
    #expect(throws: WorkspaceError.self) { try after.read("chapters/01-one.md") }
    #expect(ContinuousClock.now - started < .seconds(20))
    #expect(repository.sprung == [])
  }

  @Test("a program called git in the book's own folder is not run")
  func noProgramOfTheFolder() throws {
    let repository = try HostileRepository()
    let fake = try repository.script("git")
    let link = repository.book + "/git"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: fake)
    let here = FileManager.default.currentDirectoryPath
    _ = revision(ofFolder: repository.book)
    #expect(FileManager.default.currentDirectoryPath == here)
    #expect(repository.sprung == [])
  }

  @Test(
    "a repository of somebody else's is not read, and that is told with what to do",
    .enabled(if: geteuid() == 0, "only root can give a folder away"))
  func refusalIsTold() throws {
    let repository = try HostileRepository()
    let files = FileManager.default
    for path in [""] + (files.subpaths(atPath: repository.folder.path) ?? []) {
      // The account "nobody" of most systems.
      lchown(repository.folder.appending(path: path).path, 65_534, 65_534)
    }
    let found = revision(ofFolder: repository.book)
    #expect(found.name == nil)
    #expect(found.refusal?.contains("git config --global --add safe.directory '") == true)
    #expect(refusal(ofFolder: repository.book) == found.refusal)
    #expect(throws: BuildFailure.self) { try Git.open(repository.book) }
  }

  @Test("only the commands that read are ever given to git")
  func noOtherCommand() {
    // `status`, `diff`, `log`, `show` and `checkout` run filters, drivers and signers.
    let commands = Git.commandNames
    #expect(
      commands == ["cat-file", "for-each-ref", "ls-files", "ls-tree", "rev-list", "rev-parse"])
  }
}

@Suite("A folder compared with its last commit")
struct WorkTreeTests {
  static let dirty = "-dirty"

  func isDirty(_ repository: HostileRepository) -> Bool? {
    revision(ofFolder: repository.book).name?.hasSuffix(Self.dirty)
  }

  @Test("line ends of Windows are no change; words are")
  func lineEnds() throws {
    let repository = try HostileRepository()
    #expect(isDirty(repository) == false)
    try repository.put("book/chapters/01-one.md", "# One\r\n\r\nIt rained all that evening.\r\n")
    #expect(isDirty(repository) == false)
    try repository.put("book/chapters/01-one.md", "# One\r\n\r\nIt rained all that evening!\r\n")
    #expect(isDirty(repository) == true)
  }

  @Test("the same words written again are no change, also within the clock's tick")
  func touched() throws {
    let repository = try HostileRepository()
    for words in [
      "It rained all that evening.", "It rained all that evenin9.", "It rained all that evening.",
    ] {
      try repository.put("book/chapters/01-one.md", "# One\n\n\(words)\n")
      #expect(isDirty(repository) == words.contains("9"))
    }
  }

  @Test(
    "a file more, less, staged, a link that leads elsewhere: changes; hidden and ignored files: none"
  )
  func others() throws {
    let repository = try HostileRepository()
    try repository.put(".git/info/exclude", "*.log\n")
    try repository.put("book/notes.log", "x")
    try repository.put("book/.hidden", "x")
    #expect(isDirty(repository) == false)
    try repository.put("book/chapters/02-two.md", "# Two\n")
    #expect(isDirty(repository) == true)
    try repository.git("add", "book/chapters/02-two.md")
    #expect(isDirty(repository) == true)
    try repository.commit("third")
    #expect(isDirty(repository) == false)
    try FileManager.default.removeItem(atPath: repository.book + "/chapters/02-two.md")
    #expect(isDirty(repository) == true)
    try FileManager.default.createSymbolicLink(
      atPath: repository.book + "/chapters/02-two.md", withDestinationPath: "01-one.md")
    #expect(isDirty(repository) == true)
    try repository.commit("a link")
    #expect(isDirty(repository) == false)
  }

  @Test("a picture that git-lfs keeps elsewhere is compared by its digest")
  func largeFiles() throws {
    let repository = try HostileRepository()
    let picture = "not really a picture"
    try repository.put(
      "book/house.jpg",
      "version https://git-lfs.github.com/spec/v1\noid sha256:\(sha256(Array(picture.utf8)))\nsize \(picture.utf8.count)\n"
    )
    try repository.commit("a pointer")
    try repository.put("book/house.jpg", picture)
    #expect(isDirty(repository) == false)
    try repository.put("book/house.jpg", picture + "!")
    #expect(isDirty(repository) == true)
  }

  @Test("no repository, no commit: no revision")
  func none() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(revision(ofFolder: folder.path).name == nil)
    #expect(throws: BuildFailure.self) { try Git.open(folder.path) }
  }
}
