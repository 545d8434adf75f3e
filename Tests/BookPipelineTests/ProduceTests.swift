import BookDiagnostics
import BookDisk
import BookModel
import BookPipeline
import BookTestSupport
import Foundation
import Testing

/// A format that a newcomer might add: the titles, one a line.
struct TitlesFormat: OutputFormat {
  static let name = "titles"

  func render(
    _ outline: Outline, theme: Theme, pageStarts: [PageStart], jobs: Int
  ) async -> Diagnosed<Rendering> {
    let lines = outline.listedDocuments.map { $0.entry.title + "\n" }.joined()
    return Diagnosed(Rendering(artifacts: [Artifact(path: "titles.txt", bytes: Array(lines.utf8))]))
  }
}

@Suite("One way to produce a book")
struct ProduceTests {
  static let here = Surroundings(sourceDateEpoch: 0, jobs: 1, programFolder: nil)

  /// The files of a random book, some of them with faults, on disk.
  static func book(_ seed: UInt64) throws -> URL {
    var numbers = EditNumbers(state: seed)
    let faults = [
      "", "", "", "A the the word.\n", "See [it](nowhere.md).\n", "A note.[^none]\n",
      "![](images/none.png)\n", "On Tuesday, 5 March 2014, it rained.\n", "<div>\n",
      "It was [that day](date:2014-99).\n", "[He](person:nobody) came.\n",
      "<!-- bookc:allow B0801 a word -->\nA the the word.\n",
      "<!-- bookc:allow B0704 never -->\nText.\n", "Odd \u{1F9EA} \u{E000} signs.\n",
    ]
    var files = [
      "book.yaml":
        "title: T\nauthor: A\nlanguage: en\ndate: 2020-01-01\nformats: [epub, html"
        + (Bool.random(using: &numbers) ? ", pdf" : "") + "]\n"
        + (Bool.random(using: &numbers) ? "trim: bananas\n" : "")
        + (Bool.random(using: &numbers) ? "colour: red\n" : "")
    ]
    for number in 1...3 {
      let fault = faults.randomElement(using: &numbers) ?? ""
      files["chapters/0\(number).md"] = "# Chapter \(number)\n\nIt rained.\n\n\(fault)"
    }
    return try temporaryBook(files)
  }

  @Test("check says exactly what build says", arguments: 0..<24 as Range<UInt64>)
  func checkIsBuild(seed: UInt64) async throws {
    let folder = try Self.book(seed * 7919)
    defer { try? FileManager.default.removeItem(at: folder) }
    var request = ProductionRequest(book: folder.path)
    request.isStrict = seed % 3 == 0
    let built = try await build(
      request, to: folder.appending(path: "out").path, in: Self.here)
    let checked = try await checkBook(request, in: Self.here).diagnostics
    #expect(checked.diagnostics == built.diagnostics.diagnostics)
    #expect((built.summary == nil) == (checked.count(.error) > 0))
  }

  @Test("a format is added by its type and one place in the list, and nothing else")
  func oneMoreFormat() async throws {
    let folder = try temporaryBook([
      "book.yaml": "title: T\nauthor: A\nlanguage: en\ndate: 2020-01-01\n",
      "chapters/01.md": "# One\n\nIt rained.\n", "chapters/02.md": "# Two\n\nIt cleared.\n",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    var request = ProductionRequest(book: folder.path)
    request.formats = ["titles", "epub"]
    let produced = try await produce(request, in: Self.here) {
      outputFormats($0, pictures: $1, isStrict: $2) + [TitlesFormat()]
    }
    #expect(produced.formats == ["epub", "titles"])
    #expect(produced.artifacts.count == 2)
    let titles = produced.artifacts.last.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(titles?.hasPrefix("One\nTwo\n") == true)
    request.formats = ["title"]
    await #expect(throws: BuildFailure.self) { try await produce(request, in: Self.here) }
  }

  @Test(
    "what is wrong with a theme and with the trim has a file and a place",
    .enabled(if: defaultFormatNames.contains("pdf"), "this bookc was built without pages"))
  func faultsOfThemes() async throws {
    let folder = try temporaryBook([
      "book.yaml":
        "title: T\nauthor: A\nlanguage: en\ndate: 2020-01-01\ntheme: own\ntrim: bananas\n",
      "chapters/01.md": "# One\n\nIt rained.\n",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let theme = folder.appending(path: "Styles/own")
    try FileManager.default.createDirectory(at: theme, withIntermediateDirectories: true)
    try Data("p { margin: 0 }\n".utf8).write(to: theme.appending(path: "book.css"))
    func places(_ yaml: String) async throws -> [String] {
      try Data(yaml.utf8).write(to: theme.appending(path: "theme.yaml"))
      let list = try await checkBook(ProductionRequest(book: folder.path), in: Self.here)
        .diagnostics
      return list.diagnostics.compactMap { diagnostic in
        diagnostic.span.map { span in
          let place = list.place(span)
          let path = place.path.replacing(folder.path, with: "")
          return "\(diagnostic.code.id) \(path):\(place.start.line):\(place.start.column)"
        }
      }.sorted()
    }
    #expect(
      try await places("page:\n  trim: bananas\ntype:\n  size: [1]\n") == [
        "B0706 /Styles/own/theme.yaml:2:9", "B0706 /Styles/own/theme.yaml:4:9",
        "B0707 /book.yaml:6:7",
      ])
    #expect(
      try await places("page: { trim\n").contains { $0.hasPrefix("B0101 /Styles/own/theme.yaml") })
    #expect(
      try await places("typ: {}\n") == ["B0705 /Styles/own/theme.yaml:1:1", "B0707 /book.yaml:6:7"])
  }
}
