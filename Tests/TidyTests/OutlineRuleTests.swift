import Testing

/// Only BookOutline says what a document is called and where it stands; all others read it there.
@Suite("One place that orders and names chapters")
struct OutlineRuleTests {
  /// The modules that show documents, or speak of them.
  static let readers = [
    "BookXHTML", "BookEPUB", "BookTypesetting", "BookPDF", "BookPreview", "BookPeople",
    "BookServer", "BookPipeline", "BookCLI",
  ]

  /// How a name of its own would be made.
  static let naming =
    [
      "chapterTitle", "cover", "halfTitle", "titlePage", "copyrightPage", "cast", "chronology",
      "changes", "colophon",
    ].map { "phrases[.\($0)]" } + ["role.phrase", "chapter.title", "OutlineDocument(", "Outline("]

  static func namings(_ text: String) -> [String] {
    text.split(separator: "\n").map(HouseRuleTests.code)
      .flatMap { line in naming.filter { pattern in Self.line(line, has: pattern) } }
  }

  /// Whether a line has the pattern as words of its own.
  private static func line(_ line: String, has pattern: String) -> Bool {
    line.ranges(of: pattern).contains { range in
      guard range.lowerBound > line.startIndex, pattern.first != "." else { return true }
      let before = line[line.index(before: range.lowerBound)]
      return !before.isLetter && before != "_"
    }
  }

  @Test("no other module makes up a title", arguments: readers)
  func readersMakeNoTitles(module: String) {
    let files = SourceTree.swiftFiles(in: "Sources/\(module)").filter {
      !$0.path.contains("/Data/")
    }
    #expect(!files.isEmpty)
    for file in files { #expect(Self.namings(file.text) == [], "\(file.path)") }
  }

  @Test("the rule sees what it forbids")
  func ruleSees() {
    #expect(Self.namings("let title = chapter.title ?? phrases[.chapterTitle]").count == 2)
    #expect(Self.namings("makeOutline(x) // chapter.title") == [])
  }
}
