import BookModel
import BookPipeline
import Foundation
import Testing

@Suite("Importing into a folder")
struct ImportTests {
  private static let manuscript = WorkflowTests.root
    .appending(path: "Tests/Fixtures/import/traits/manuscript.docx")

  private static func page(_ title: String, _ words: String...) -> String {
    "<h1>\(title)</h1>" + words.map { "<p>\($0)</p>" }.joined()
  }

  /// A new folder with a web page that stands for a manuscript.
  private static func folder(_ page: String) throws -> (URL, file: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "memoir.html")
    try Data(page.utf8).write(to: file)
    return (folder, file.path)
  }

  private static func files(in folder: URL) -> [String: Data] {
    let walk =
      FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return Dictionary(
      uniqueKeysWithValues: walk.compactMap { path in
        (try? Data(contentsOf: folder.appending(path: path))).map { (path, $0) }
      })
  }

  @Test("a Word file becomes a book that builds, and the same bytes when it is imported again")
  func twice() async throws {
    let (folder, _) = try Self.folder("")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "My memoir.docx")
    try FileManager.default.copyItem(at: Self.manuscript, to: file)
    let first = try importFiles(ImportOrder(files: [file.path]))
    #expect(first.folder == folder.appending(path: "my-memoir").path)
    #expect(first.diagnostics.diagnostics.map(\.code.id) == ["B1002", "B1003", "B1004", "B1007"])
    let before = Self.files(in: URL(filePath: first.folder))
    #expect(before.keys.filter { $0.hasPrefix("chapters/") && $0.hasSuffix(".md") }.count == 3)
    let second = try importFiles(ImportOrder(files: [file.path]))
    #expect(Self.files(in: URL(filePath: first.folder)) == before)
    #expect(second.summary.contains("nothing has changed"))
    #expect(!first.summary.contains("An Editor"))
    for (path, data) in before where !path.hasPrefix("images/") {
      let text = String(decoding: data, as: UTF8.self)
      #expect(!text.contains("An Editor") && !text.contains(folder.path), "\(path)")
      if path.hasPrefix("chapters/") {
        #expect(!text.contains("zebrahidden") && !text.contains("walrusnote"), "\(path)")
      }
    }
  }

  @Test(
    "chapters that are imported stand behind those of the book, wherever they lie",
    arguments: [
      (["chapters/01-a.md", "chapters/02-b.md"], ["chapters/03-one.md", "chapters/04-two.md"]),
      (["1.md", "2.md"], ["03-one.md", "04-two.md"]),
      (["I.md", "II.md", "IX.md"], ["X-one.md", "XI-two.md"]),
      (["chapters/I-a.md", "chapters/II-b.md"], ["chapters/III-one.md", "chapters/IV-two.md"]),
      (["Chapter One.md", "Chapter Two.md"], ["03-one.md", "04-two.md"]),
      (["README.md"], ["chapters/01-one.md", "chapters/02-two.md"]),
    ])
  func beside(_ there: [String], _ added: [String]) async throws {
    let (folder, file) = try Self.folder(Self.page("One", "So.") + Self.page("Two", "So."))
    defer { try? FileManager.default.removeItem(at: folder) }
    let book = folder.appending(path: "book")
    try FileManager.default.createDirectory(at: book, withIntermediateDirectories: true)
    try Data("title: Here\nlanguage: en\n".utf8).write(to: book.appending(path: "book.yaml"))
    for path in there {
      let chapter = book.appending(path: path)
      try FileManager.default.createDirectory(
        at: chapter.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("# Here\n\nWords.\n".utf8).write(to: chapter)
    }
    let order = ImportOrder(files: [file], book: book.path)
    _ = try importFiles(order)
    let files = Self.files(in: book)
    #expect(Set(files.keys.filter { $0.hasSuffix(".md") }) == Set(there + added))
    _ = try importFiles(order)
    #expect(Self.files(in: book) == files)
    let compiled = try await compile(
      bookAt: book.path,
      in: Surroundings(sourceDateEpoch: 0, jobs: 1, programFolder: nil), asking: .nothing)
    let chapters = compiled.annotated?.book.chapters.map { compiled.sources[$0.source].path } ?? []
    #expect(Array(chapters.suffix(2)) == added)
    #expect(chapters.count == there.count { $0 != "README.md" } + 2)
  }

  @Test("what an import left that was killed is swept away by the next")
  func killed() throws {
    let (folder, file) = try Self.folder(Self.page("One", "So.") + Self.page("Two", "So."))
    defer { try? FileManager.default.removeItem(at: folder) }
    let book = folder.appending(path: "memoir")
    let chapters = book.appending(path: "chapters")
    try FileManager.default.createDirectory(at: chapters, withIntermediateDirectories: true)
    try Data("n chapters/01-one.md\0".utf8)
      .write(to: book.appending(path: ".bookc-set-1-0"))
    try Data("# On".utf8).write(to: chapters.appending(path: ".bookc-part-1-0-0"))
    let outcome = try importFiles(ImportOrder(files: [file]))
    #expect(outcome.folder == book.path)
    #expect(
      Set(Self.files(in: book).keys) == [
        "book.yaml", "chapters/01-one.md", "chapters/02-two.md", "import/memoir-report.txt",
        "import/memoir.sha256",
      ])
  }

  @Test("a file of the same name and another ending is another one, and overwrites nothing")
  func sameStem() throws {
    let (folder, _) = try Self.folder("")
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = folder.appending(path: "life.txt").path
    let page = folder.appending(path: "life.html").path
    try Data("Words of the text.\n".utf8).write(to: URL(filePath: text))
    try Data("<p>Words of the page.</p>".utf8).write(to: URL(filePath: page))
    let book = URL(filePath: try importFiles(ImportOrder(files: [text])).folder)
    let before = Self.files(in: book)
    #expect(throws: BuildFailure.self) { try importFiles(ImportOrder(files: [page])) }
    #expect(Self.files(in: book) == before)
    _ = try importFiles(ImportOrder(files: [page], book: book.path))
    let after = Self.files(in: book)
    #expect(before.allSatisfy { after[$0.key] == $0.value })
    #expect(after.keys.filter { $0.hasPrefix("chapters/") }.count == 2)
    let again = try importFiles(ImportOrder(files: [page], book: book.path))
    #expect(again.summary.contains("nothing has changed"))
  }

  @Test("a folder of that name that was not imported is left alone")
  func otherFolder() throws {
    let (folder, file) = try Self.folder(Self.page("One", "So.") + Self.page("Two", "So."))
    defer { try? FileManager.default.removeItem(at: folder) }
    let other = folder.appending(path: "memoir")
    try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: other.appending(path: "mine.txt"))
    #expect(throws: BuildFailure.self) { try importFiles(ImportOrder(files: [file])) }
    #expect(Self.files(in: other) == ["mine.txt": Data("mine".utf8)])
  }

  @Test(
    "into a book that is there, nothing of it is touched; a change is written, an author's kept")
  func again() throws {
    let (folder, file) = try Self.folder(
      Self.page("One", "First of all.") + Self.page("Two", "Then this."))
    defer { try? FileManager.default.removeItem(at: folder) }
    let book = folder.appending(path: "Book")
    try FileManager.default.createDirectory(
      at: book.appending(path: "chapters"), withIntermediateDirectories: true)
    let mine = [
      "book.yaml": "title: Mine\nlanguage: en\n", "chapters/01-mine.md": "# Mine\n\nMine.\n",
    ]
    for (path, text) in mine { try Data(text.utf8).write(to: book.appending(path: path)) }
    func text(_ path: String) -> String? {
      try? String(contentsOf: book.appending(path: path), encoding: .utf8)
    }
    let order = ImportOrder(files: [file], book: book.path)
    _ = try importFiles(order)
    for (path, words) in mine { #expect(text(path) == words) }
    #expect(text("chapters/02-one.md") == "# One\n\nFirst of all.\n")
    #expect(text("chapters/03-two.md") == "# Two\n\nThen this.\n")

    // The author goes on with the second, the document changes both.
    try Data("# Two\n\nThen this, and more.\n".utf8).write(
      to: book.appending(path: "chapters/03-two.md"))
    let changed =
      Self.page("One", "First of all, now.") + Self.page("Two", "Then that.")
      + Self.page("Three", "And last.")
    try Data(changed.utf8).write(to: URL(filePath: file))
    let outcome = try importFiles(order)
    #expect(outcome.diagnostics.diagnostics.map(\.code.id) == ["B1009"])
    #expect(text("chapters/02-one.md") == "# One\n\nFirst of all, now.\n")
    #expect(text("chapters/03-two.md") == "# Two\n\nThen this, and more.\n")
    #expect(text("chapters/04-three.md") == "# Three\n\nAnd last.\n")
    #expect(outcome.summary.contains("changed: chapters/02-one.md"))
    for (path, words) in mine { #expect(text(path) == words) }

    // A chapter that the author has removed does not come back.
    try FileManager.default.removeItem(at: book.appending(path: "chapters/04-three.md"))
    _ = try importFiles(order)
    #expect(text("chapters/04-three.md") == nil)
  }

  @Test("a file that cannot be read is refused, and nothing is written")
  func refused() throws {
    let (folder, file) = try Self.folder("")
    defer { try? FileManager.default.removeItem(at: folder) }
    let before = Self.files(in: folder)
    let outcome = try importFiles(ImportOrder(files: [file]))
    #expect(outcome.diagnostics.diagnostics.map(\.code.id) == ["B1001"])
    #expect(Self.files(in: folder) == before)
  }
}
