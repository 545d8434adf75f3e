import BookDiagnostics
import BookManuscript
import BookModel
import BookTestSupport
import Testing

@Suite("YAML as people write it")
struct KindYAMLTests {
  /// A book.yaml, what is said of it, and what was understood: title, language, author, date.
  static let understood: [(yaml: String, faults: [String], meaning: [String])] = [
    (
      "Title: T\nLANGUAGE: en\nAuthor: A B\nDate: 2024\n",
      ["B0104 1", "B0104 2", "B0104 3", "B0104 4"], ["T", "en", "A B", "2024"]
    ),
    (
      "title: T\nlang: de\ncreator: A B\npubdate: 2024-05\n",
      ["B0104 2", "B0104 3", "B0104 4"], ["T", "de", "A B", "2024-05"]
    ),
    ("title: T\nlanguage: English\nauthor: A B\n", ["B0110 2"], ["T", "en", "A B", ""]),
    (
      "title: T\nlanguage: en\nauthor: { given: Ann, family: van Dyk }\ndate: 5 March 2026\n", [],
      ["T", "en", "Ann van Dyk", "2026-03-05"]
    ),
    ("---\ntitle: T\nlanguage: en\nauthor: A B\n---\n", [], ["T", "en", "A B", ""]),
    ("title: T\nlanguage: British English\nauthor: A B\n", ["B0110 2"], ["T", "en-GB", "A B", ""]),
    ("title: T\nlanguage: deutsch\nauthor: A B\n", ["B0110 2"], ["T", "de", "A B", ""]),
    ("title: T\nlanguage: en-UK\nauthor: A B\n", ["B0110 2"], ["T", "en-GB", "A B", ""]),
    ("title: T\nlanguage: eng\nauthor: A B and C D\n", ["B0110 2"], ["T", "en", "A BC D", ""]),
    ("title: T\nlanguage: de\nauthor: Anna und Karl\n", [], ["T", "de", "Anna und Karl", ""]),
    ("name: T\nlanguage: en\nauthor: A B\n", ["B0104 1"], ["T", "en", "A B", ""]),
    ("title: T\nlanguage: uk\nauthor: A B\n", [], ["T", "uk", "A B", ""]),
    (
      "title: “My Life”\nlanguage: en\nauthor: by A B\n", ["B0169 1", "B0169 3"],
      ["“My Life”", "en", "by A B", ""]
    ),
    ("title: “My” Life\nlanguage: de\nauthor: von A B\n", [], ["“My” Life", "de", "von A B", ""]),
    ("title: My Life # 2\nlanguage: en\nauthor: A B\n", ["B0128 1"], ["My Life", "en", "A B", ""]),
    ("title: T\nlanguage: en\nauthor: A B\n...\n", [], ["T", "en", "A B", ""]),
    (
      "title: The House at #9\nlanguage: en\nauthor: A B\n", ["B0128 1"],
      ["The House at", "en", "A B", ""]
    ),
    ("title: T # a note\nlanguage: en\nauthor: A B\n", [], ["T", "en", "A B", ""]),
    ("title: 'At #9'\nlanguage: en\nauthor: A B\n", [], ["At #9", "en", "A B", ""]),
  ]

  @Test("what is meant is read, and what ought to be mended is said", arguments: understood.indices)
  func reading(row: Int) async throws {
    let (yaml, faults, meaning) = Self.understood[row]
    let read = await ReadBookTests.read(.soundBook(with: ["book.yaml": yaml]))
    #expect(read.faults == faults.map { $0.replacing(" ", with: " book.yaml:") })
    let metadata = try #require(read.book?.metadata)
    #expect(
      [
        metadata.title, metadata.language, metadata.authors.map(\.name).joined(),
        metadata.date?.text ?? "",
      ] == meaning)
  }

  @Test(
    "dates as people write them; where the month could be the day nothing is guessed",
    arguments: [
      ("March 5, 2026", "2026-03-05"), ("5. März 2026", "2026-03-05"), ("mars 2026", "2026-03"),
      ("Sept 2026", "2026-09"), ("2026/3/5", "2026-03-05"), ("5.3.2026", "2026-03-05"),
      ("25/3/2026", "2026-03-25"), ("3/25/2026", "2026-03-25"), ("3/5/2026", nil),
      ("31 June 2026", nil), ("Ma 2026", nil), ("spring 2026", nil),
    ] as [(String, String?)])
  func dates(written: String, meant: String?) async {
    let yaml = "title: T\nlanguage: en\nauthor: A B\ndate: \(written)\n"
    let (book, faults) = await ReadBookTests.read(.soundBook(with: ["book.yaml": yaml]))
    #expect(book?.metadata.date?.text == meant)
    #expect(faults == (meant == nil ? ["B0111 book.yaml:4"] : []))
  }

  @Test(
    "chapters are found as they are named",
    arguments: [
      "chapters/01-one.md", "[01-one]", "[chapters\\01-one.md]", "[chapters/01-one]", "[01-one.md]",
    ])
  func chapters(list: String) async {
    let yaml = "title: T\nlanguage: en\nauthor: A B\nchapters: \(list)\n"
    let (book, faults) = await ReadBookTests.read(.soundBook(with: ["book.yaml": yaml]))
    #expect(book?.chapters.map(\.title) == ["One"])
    #expect(faults == ["B0124 chapters/02-two.md:1"])
  }

  @Test(
    "what the library says is told in our words",
    arguments: [
      ("title: \"My Life: \"The Memoir\"\"\n", "something stands behind the closing quotation"),
      ("title: \"My Life”\n", "write \"My Life\""),
      (String(repeating: "? ? - ", count: 9) + "a\n", "keys are written with '?'"),
      ("title: > My Life\n", "title: \"> My Life\""), ("title: ? Why\n", "must stand in quotes"),
      ("title: *My Life*\n", "begins with '*' must stand in quotes"),
      ("title: My Life: A Memoir\n", "title: \"My Life: A Memoir\""),
      ("title: 'Tis long\n", "write \"'Tis long\""), ("title: &Co\n", "begins with '&' must"),
      ("title: a\n---\ntitle: b\n", "a second document begins here"),
      ("title: @home\n", "put it in quotes"),
      ("list:\n  - a\n - b\n", "this line does not fit"),
    ])
  func ourWords(yaml: String, words: String) {
    let messages = readYAML(Array(yaml.utf8), source: SourceID(0)).diagnostics.map(\.message)
    #expect(messages.count == 1)
    #expect(messages.first?.contains(words) == true, "\(messages)")
  }

  @Test("a key that holds keys is told where it holds a word; `off` leaves people and events out")
  func groups() async throws {
    let own = "title: T\nlanguage: en\nauthor: A B\nauthors: [C D]\n"
    let told = await ReadBookTests.read(
      .soundBook(with: [
        "book.yaml": own + "people: [ask]\nchronology: grey\nprint: grey\naccessibility: yes\n"
      ]))
    #expect(
      told.faults
        == ["B0105 book.yaml:5", "B0105 book.yaml:6", "B0105 book.yaml:7", "B0105 book.yaml:8"])
    let (book, faults) = await ReadBookTests.read(
      .soundBook(with: ["book.yaml": own + "people: off\nchronology: no\n"]))
    let metadata = try #require(book?.metadata)
    #expect(faults == [])
    #expect(metadata.people.found == .off && !metadata.people.index && !metadata.people.cast)
    #expect(metadata.chronology.found == .off && !metadata.chronology.isPrinted)
    #expect(metadata.contributors.map(\.name) == ["A B", "C D"])
  }

  @Test("keys of other programs in many headers are one message, slips of the pen one each")
  func foreignKeys() async {
    let head = "---\ntags: [a]\naliases: [b]\n"
    let read = await ReadBookTests.read(
      .soundBook(with: [
        "chapters/01-one.md": head + "---\n\n# One\n\nText.\n",
        "chapters/02-two.md": head + "mater: back\n---\n\n# Two\n\nText.\n",
      ]))
    #expect(read.faults == ["B0104 chapters/01-one.md:2", "B0104 chapters/02-two.md:4"])
  }
}
