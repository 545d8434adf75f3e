import BookDisk
import BookManuscript
import BookModel
import BookPipeline
import BookReports
import Foundation
import Testing

@Suite("Revisions in git")
struct DiffGitTests {
  let here = Surroundings(sourceDateEpoch: nil, jobs: 2, programFolder: nil)

  static func repository() throws -> FakeService {
    let service = try FakeService(program: URL(filePath: "/bin/true"))
    try service.makeRepository(withBookc: false)
    return service
  }

  func failure(_ old: RevisionName, _ new: RevisionName) async -> String {
    do throws(BuildFailure) {
      _ = try await compareRevisions(old, new, in: here)
      return "no failure"
    } catch { return error.message }
  }

  @Test("two revisions, a folder and the work tree, which stays as it is")
  func revisions() async throws {
    let service = try Self.repository()
    defer { service.remove() }
    let book = service.repository.appending(path: "Book").path
    let head = try service.git("rev-parse", "HEAD")
    let report = try await compareRevisions(
      .revision("HEAD~1", book: book), .revision("HEAD", book: book), in: here)
    #expect(report.comparison.diff.gained == 1 && report.comparison.diff.lost == 1)
    #expect(report.progress.map(\.words) == [6, 6])
    let old = service.folder.appending(path: "old").path
    try service.git("worktree", "add", "-q", old, "HEAD~1")
    let folders = try await compareRevisions(
      .folder(old + "/Book"), .workTree(book: book), in: here)
    #expect(folders.comparison.diff.chapters == report.comparison.diff.chapters)
    try service.put("Book/chapters/02-two.md", "# Two\n\nThen the sun came out.\n")
    let dirty = try await compareRevisions(
      .revision("HEAD", book: book), .workTree(book: book), in: here)
    #expect(dirty.comparison.diff.chapters.map(\.isChanged) == [false, true])
    #expect(dirty.comparison.diff.new.revision?.hasSuffix("-dirty") == true)
    #expect(try service.git("rev-parse", "HEAD") == head)
    #expect(try service.git("status", "--porcelain") == "?? Book/chapters/02-two.md\n")
  }

  @Test("what cannot be compared is said in one clear line")
  func failures() async throws {
    let service = try Self.repository()
    defer { service.remove() }
    let book = service.repository.appending(path: "Book").path
    let now = RevisionName.workTree(book: book)
    func revision(_ name: String) -> RevisionName { .revision(name, book: book) }
    try service.git("tag", "first-draft", "HEAD~1")
    #expect(
      await failure(revision("first-drift"), now)
        == "there is no revision 'first-drift' in this repository; did you mean 'first-draft'?")
    #expect(await failure(revision("--help"), now).contains("no revision '--help'"))
    let plain = service.folder.appending(path: "plain").path
    try FileManager.default.createDirectory(atPath: plain, withIntermediateDirectories: true)
    #expect(await failure(.revision("HEAD", book: plain), now).contains("not in a git repository"))
    #expect(
      await failure(.folder(plain + "/no"), now)
        == "cannot read '\(plain)/no': there is no such folder")
    #expect(await failure(.folder(plain), now).contains("cannot be read as a book"))

    let shallow = service.folder.appending(path: "shallow").path
    try service.git(
      "clone", "-q", "--depth", "1", "file://" + service.repository.path, shallow)
    #expect(
      await failure(.revision("HEAD~1", book: shallow + "/Book"), now).contains("shallow clone"))

    try service.put("Other/note.txt", "x")
    try service.commit("another folder")
    #expect(
      await failure(
        .revision("HEAD~1", book: service.repository.appending(path: "Other").path), now
      ).contains("has no folder 'Other'"))

    try FileManager.default.removeItem(atPath: book + "/chapters")
    try service.commit("no chapters")
    #expect(await failure(revision("HEAD"), now).contains("cannot be read as a book"))
    try service.put("Book/chapters/01-one.md", "# One\n\nIt rained.\n")
    try service.put("Book/book.yaml", "title: [\n")
    try service.commit("no description")
    #expect(
      await failure(revision("HEAD"), now).hasPrefix(
        "the book of HEAD cannot be read as a book: book.yaml:2:1: "))
    try service.put("Book/chapters/01-one.md", "# One\n\n\u{0}\u{1}\u{0}\n")
    try service.commit("binary")
    #expect(
      await failure(revision("HEAD"), now)
        == "cannot read 'HEAD: chapters/01-one.md': it is binary, not text")
  }

  @Test("links, folders within folders and odd names read as they do on disk")
  func oddities() async throws {
    let service = try Self.repository()
    defer { service.remove() }
    let book = service.repository.appending(path: "Book").path
    try service.put("Book/chapters/02 zwölf \"x\".md", "# Zwölf\n\nAnd so it went.\n")
    for (name, target) in [
      ("03-link.md", "01-one.md"), ("04-out.md", "../../../secret"), ("05-loop.md", "05-loop.md"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: book + "/chapters/" + name, withDestinationPath: target)
    }
    try service.commit("odd")
    let git = try GitFolder("HEAD", ofBookAt: book)
    let disk = DiskWorkspace(root: book)
    #expect(git.names(in: "chapters") == disk.names(in: "chapters"))
    #expect(git.names(in: "") == disk.names(in: ""))
    for name in git.names(in: "chapters").map({ "chapters/" + $0 }) + ["chapters", "none", "a/b"] {
      if name.hasSuffix("04-out.md") {
        #expect(git.kind(of: name) == .linkOut)
      } else {
        #expect(git.kind(of: name) == disk.kind(of: name), "\(name)")
        #expect((try? git.read(name)) == (try? disk.read(name)), "\(name)")
      }
    }
  }

  @Test("random edits over a history of the sample book are found, and no others")
  func history() async throws {
    let service = try FakeService(program: URL(filePath: "/bin/true"))
    defer { service.remove() }
    let book = service.repository.appending(path: "Book")
    try FileManager.default.copyItem(at: WorkflowTests.root.appending(path: "Book"), to: book)
    try service.git("init", "-q")
    try service.commit("as it is")
    var numbers = EditNumbers(state: 7)
    let chapters = try FileManager.default.contentsOfDirectory(
      atPath: book.appending(path: "chapters").path
    ).sorted().filter { $0 >= "03" }
    for round in 0..<4 {
      var expected: [String] = []
      for name in chapters {
        let file = book.appending(path: "chapters/" + name)
        var lines = try String(contentsOf: file, encoding: .utf8)
          .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // Plain prose alone: a word within a link would be told as a change of the link too.
        let plain = lines.indices.filter { index in
          let start = lines[..<index].lastIndex(of: "") ?? 0
          let end = lines[index...].firstIndex(of: "") ?? lines.count
          return lines[index].wholeMatch(of: /[a-z][a-z ,]{20,}/) != nil
            && !lines[start..<end].contains { $0.contains("[") || $0.contains(":::") }
        }
        guard let line = plain.randomElement(using: &numbers) else { continue }
        var words = lines[line].split(separator: " ").map(String.init)
        words.insert(
          "zz\(round)x\(expected.count)", at: Int.random(in: 1...words.count, using: &numbers))
        expected.append("zz\(round)x\(expected.count)")
        lines[line] = words.joined(separator: " ")
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
      }
      try service.commit("round \(round)")
      let report = try await compareRevisions(
        .revision("HEAD~1", book: book.path), .revision("HEAD", book: book.path), in: here)
      let comparison = report.comparison
      #expect(apply(comparison.diff, to: comparison.old) == comparison.new.map(\.contents))
      let edits = comparison.diff.chapters.flatMap(\.steps).flatMap { step -> [WordEdit] in
        if case .edited(let edit) = step { return edit.markup.isEmpty ? edit.words : [] }
        return []
      }
      #expect(
        edits.map { String(decoding: $0.new, as: UTF8.self).filter { $0 != " " } } == expected)
      #expect(edits.allSatisfy { $0.old.isEmpty })
      #expect((comparison.diff.gained, comparison.diff.lost) == (expected.count, 0))
      #expect(comparison.diff.people.isEmpty)
      #expect(expected.count > 5)
    }
  }
}

/// The same numbers on every run (a linear congruential generator, after Knuth's MMIX).
struct EditNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
