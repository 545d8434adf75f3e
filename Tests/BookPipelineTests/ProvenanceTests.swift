import BookDisk
import BookDiagnostics
import BookModel
import BookPipeline
import BookZip
import Foundation
import Testing

@Suite("Provenance")
struct ProvenanceTests {
  static func surroundings(epoch: Int? = nil, jobs: Int = 1) -> Surroundings {
    Surroundings(sourceDateEpoch: epoch, jobs: jobs, programFolder: nil)
  }

  static func files(_ folder: URL) -> [String: Data] {
    let names = (FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? [])
      .compactMap { $0 as? String }
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        (try? Data(contentsOf: folder.appending(path: name))).map { (name, $0) }
      })
  }

  @Test("every artifact of every revision is the same bytes again, elsewhere too")
  func reproducible() async throws {
    let service = try DiffGitTests.repository()
    defer { service.remove() }
    for (index, revision) in ["HEAD~1", "HEAD"].enumerated() {
      var built: [[String: Data]] = []
      for (place, jobs) in [("one", 1), ("an other place", 3)] {
        let copy = service.folder.appending(path: "\(place) \(index)")
        try service.git("worktree", "add", "-q", copy.path, revision)
        var request = ProductionRequest(book: copy.appending(path: "Book").path)
        request.formats = ["epub", "html"]
        let outcome = try await build(
          request, to: copy.appending(path: "dist").path, in: Self.surroundings(jobs: jobs))
        #expect(outcome.summary != nil)
        built.append(Self.files(copy.appending(path: "dist")))
      }
      #expect(built[0].count > 3)
      #expect(built[0] == built[1])
    }
  }

  @Test("a build is verified, until its files, its book or its time are others")
  func verified() async throws {
    let service = try DiffGitTests.repository()
    defer { service.remove() }
    let book = service.repository.appending(path: "Book").path
    let out = service.folder.appending(path: "dist")
    var request = ProductionRequest(book: book)
    request.formats = ["epub"]
    _ = try await build(request, to: out.path, in: Self.surroundings(epoch: 1_600_000_000))
    let report = out.appending(path: "build.json").path
    func verdict() async throws -> Verification {
      try await verify(report, against: book, in: Self.surroundings())
    }
    #expect(try await verdict().isSame)
    let epub = try #require(Self.files(out).keys.first { $0.hasSuffix(".epub") })
    let bytes = try Data(contentsOf: out.appending(path: epub))
    try (bytes + Data([0])).write(to: out.appending(path: epub))
    #expect(
      try await verdict().lines.contains("\(epub): the file here was changed after the build"))
    try bytes.write(to: out.appending(path: epub))
    #expect(try await verdict().isSame)
    try service.put("Book/chapters/01-one.md", "# One\n\nIt snowed all that evening.\n")
    let changed = try await verdict()
    #expect(!changed.isSame)
    #expect(changed.lines.first?.hasSuffix("-dirty") == true)
    #expect(changed.lines.contains("\(epub): differs from what the book gives now"))
    await #expect(throws: BuildFailure.self) {
      try await verify(book + "/book.yaml", against: book, in: Self.surroundings())
    }
  }

  @Test("a font that is another than at the build is named")
  func fonts() async throws {
    let service = try DiffGitTests.repository()
    defer { service.remove() }
    let book = service.repository.appending(path: "Book").path
    let out = service.folder.appending(path: "dist")
    var request = ProductionRequest(book: book)
    request.formats = ["pdf"]
    let outcome = try await build(request, to: out.path, in: Self.surroundings())
    // A machine that sets no pages has none to name.
    guard outcome.summary != nil else { return }
    let report = out.appending(path: "build.json")
    let written = try String(contentsOf: report, encoding: .utf8)
    let fonts = try #require(written.firstRange(of: "\"fonts\": ["))
    let name = try #require(
      written[fonts.upperBound...].firstMatch(of: /"name": "([^"]+)"/)?.output.1)
    let digest = try #require(
      written[fonts.upperBound...].firstMatch(of: /"sha256": "([0-9a-f]{64})"/)?.output.1)
    func lines() async throws -> [String] {
      try await verify(report.path, against: book, in: Self.surroundings()).lines.filter {
        $0.hasPrefix("font ")
      }
    }
    #expect(try await lines() == [])
    let other = String(repeating: "0", count: 64)
    try written.replacing(digest, with: other).write(to: report, atomically: true, encoding: .utf8)
    let told = try await lines()
    #expect(told.count == 1)
    #expect(told.first?.contains(name) == true)
    #expect(told.first?.contains("another file of that version") == true)
    try written.replacing("\"\(name)\"", with: "\"Elsewhere-Roman\"")
      .write(to: report, atomically: true, encoding: .utf8)
    let strange = try await lines()
    #expect(strange.count == 2)
    #expect(strange.contains { $0.hasPrefix("font Elsewhere-Roman: built with") })
    #expect(strange.contains("font \(name): not used by the build, used on this machine"))
  }

  @Test("the revision is that of the book's folder, dirty when it is")
  func revisions() throws {
    let service = try DiffGitTests.repository()
    defer { service.remove() }
    let book = service.repository.appending(path: "Book").path
    let commit = try service.git("rev-parse", "--short=12", "HEAD").trimmingCharacters(
      in: .whitespacesAndNewlines)
    #expect(revision(ofFolder: book).name == commit)
    try service.put("elsewhere.txt", "x")
    #expect(revision(ofFolder: book).name == commit)
    try service.put("Book/chapters/new.md", "# New\n")
    #expect(revision(ofFolder: book).name == commit + "-dirty")
    #expect(revision(ofFolder: service.folder.appending(path: "temp").path).name == nil)
  }

  @Test("paragraphs changed since a revision are marked and listed, and verified so")
  func changesMarked() async throws {
    let service = try DiffGitTests.repository()
    defer { service.remove() }
    let book = service.repository.appending(path: "Book").path
    let out = service.folder.appending(path: "dist")
    let lamp = "The lamp was lit at four and burned until the morning."
    try service.put("Book/chapters/01-one.md", "# One\n\nIt rained all that night.\n\n\(lamp)\n")
    try service.commit("third")
    try service.put("Book/chapters/01-one.md", "# One\n\nIt rained all that long night.\n")
    try service.commit("fourth")
    var request = ProductionRequest(book: book)
    request.formats = ["epub"]
    request.since = "HEAD~1"
    let outcome = try await build(request, to: out.path, in: Self.surroundings())
    #expect(outcome.diagnostics.diagnostics.isEmpty)
    let report = out.appending(path: "build.json").path
    #expect(try String(contentsOfFile: report, encoding: .utf8).contains("\"since\""))
    #expect(try await verify(report, against: book, in: Self.surroundings()).isSame)
    let epub = try #require(Self.files(out).keys.first { $0.hasSuffix(".epub") })
    let names = try contents(of: out.appending(path: epub))
    let chapter = try #require(names["EPUB/chapter-01.xhtml"])
    #expect(chapter.contains("class=\"first changed\""))
    #expect(chapter.contains("<span class=\"change-label\">[changed]</span> "))
    let list = try #require(names["EPUB/changes.xhtml"])
    #expect(list.contains("[changed]") && list.contains("<del>The lamp was lit"))
    #expect(list.contains("[taken out]") && !chapter.contains("lamp"))
    #expect(try #require(names["EPUB/book.css"]).contains(".changed"))
    await #expect(throws: BuildFailure.self) {
      var request = request
      request.since = "nowhere"
      _ = try await build(request, to: out.path, in: Self.surroundings())
    }
  }

  /// The files of an archive as text.
  private func contents(of archive: URL) throws -> [String: String] {
    let reader = try ZipReader(Array(Data(contentsOf: archive)))
    var result: [String: String] = [:]
    for entry in reader.entries {
      result[entry.name] = String(decoding: try reader.read(entry), as: UTF8.self)
    }
    return result
  }
}
