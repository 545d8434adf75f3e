import BookDiagnostics
import BookManuscript
import BookModel
import BookTestSupport
import Testing

@Suite("Reading a book's folder")
struct ReadBookTests {
  static func read(_ workspace: MemoryWorkspace) async -> (book: Book?, faults: [String]) {
    let reading = await readBook(in: workspace, sourceDateEpoch: nil, jobs: 2)
    let list = DiagnosticList(reading.diagnostics, sources: reading.sources)
    return (
      reading.book,
      list.diagnostics.map { diagnostic in
        guard let span = diagnostic.span else { return diagnostic.code.id }
        let place = list.place(span)
        return "\(diagnostic.code.id) \(place.path):\(place.start.line)"
      }
    )
  }

  @Test("a sound book has no faults")
  func soundBook() async throws {
    let (book, faults) = await Self.read(.soundBook())
    #expect(faults == [])
    let read = try #require(book)
    #expect(read.metadata.title == "The Ledger")
    #expect(read.chapters.map(\.title) == ["One", "Two"])
    #expect(
      read.metadata.authors == [Contributor(name: "Jane Roe", sort: "Roe, Jane", role: "aut")])
    #expect(read.modified == 1_588_291_200)
  }

  @Test("the identifier stays the same, and differs for another book")
  func identifiers() async {
    let first = await Self.read(.soundBook()).book?.metadata.identifier
    let again = await Self.read(.soundBook()).book?.metadata.identifier
    let other = await Self.read(
      .soundBook(with: ["book.yaml": "title: Other\nauthor: Jane Roe\nlanguage: en\n"])
    ).book?.metadata.identifier
    #expect(first == again)
    #expect(first != other)
    #expect(first?.hasPrefix("urn:uuid:") == true)
    #expect(Array(first ?? "")[9 + 14] == "5")
  }

  static let head = "author: Jane Roe\nlanguage: en\ndate: 2020-05-01\n"

  @Test(
    "a fault of book.yaml is reported at its line, and nothing else",
    arguments: [
      ("title: \"  \"\n" + head, "B0106 book.yaml:1"),
      ("title: T\nauthor: A\n", "B0107 book.yaml:1"),
      ("title: T\nauthor: A\nlanguage: en_GB\n", "B0109 book.yaml:3"),
      ("title: T\nauthor: A\nlanguage: qq\n", "B0110 book.yaml:3"),
      ("title: T\nauthor: A\nlanguage: en\ndate: 2024-02-30\n", "B0111 book.yaml:4"),
      ("title: T\nauthor: A\nlanguage: en\ndate: May Day 2024\n", "B0111 book.yaml:4"),
      ("title: T\n" + head + "isbn: 978-3-16-148410-1\n", "B0112 book.yaml:5"),
      ("title: T\n" + head + "isbn: 97831614841\n", "B0112 book.yaml:5"),
      ("title: T\n" + head + "identifier: urn:isbn:9783161484101\n", "B0112 book.yaml:5"),
      ("title: T\n" + head + "identifier: URN:ISBN:123\n", "B0112 book.yaml:5"),
      ("title: T\nlanguage: en\n", "B0113 book.yaml:1"),
      (
        "title: T\n" + head + "chapters:\n  - 01-one.md\n  - 02-two.md\n  - 03.md\n",
        "B0114 book.yaml:8"
      ),
      (
        "title: T\n" + head + "chapters:\n  - 01-one.md\n  - 02-two.md\n  - chapters/01-one.md\n",
        "B0115 book.yaml:8"
      ),
      ("title: T\n" + head + "chapters: [01-one.md, 02-two.md, ../x.md]\n", "B0118 book.yaml:5"),
      ("title: T\n" + head + "chapters: [01-one.md]\n", "B0124 chapters/02-two.md:1"),
      ("title: T\n" + head + "subtilte: S\n", "B0104 book.yaml:5"),
      ("title: T\n" + head + "people: { passing: never }\n", "B0105 book.yaml:5"),
    ])
  func faultsOfBookYAML(yaml: String, expected: String) async {
    #expect(await Self.read(.soundBook(with: ["book.yaml": yaml])).faults == [expected])
  }

  @Test("good values of every kind are taken without a word")
  func goodValues() async throws {
    let yaml = """
      title: T
      subtitle: S
      language: de-AT
      author: [{ name: "Vincent van Gogh", role: aut }, { name: Ann, sort: "Ann, Mc", role: ill }]
      isbn: 0-306-40615-2
      date: 2024-05
      subjects: [Memoir, { name: Family, authority: LCSH, term: "x" }]
      series: { name: Lives, position: 2 }
      narrator: { born: 1950 }
      people: { passing: light, collation: letter, ranges: full, cast: true }
      chronology: { include: high, ages: yes, rows: 40 }
      accessibility: { conformsTo: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA" }
      goal: 80,000
      formats: [epub, html]
      """
    let (book, faults) = await Self.read(.soundBook(with: ["book.yaml": yaml]))
    #expect(faults == [])
    let metadata = try #require(book?.metadata)
    #expect(metadata.contributors.map(\.sort) == ["van Gogh, Vincent", "Ann, Mc"])
    #expect(metadata.isbn == "9780306406157")
    #expect(metadata.people.collation == .letter)
    #expect(metadata.chronology.found == .print)
    #expect(metadata.wordGoal == 80_000)
  }

  @Test("a chapter's header is laid over the list's entry")
  func headersOverlay() async throws {
    let (book, faults) = await Self.read(
      .soundBook(with: [
        "book.yaml": "title: T\n" + Self.head
          + "chapters: [{ file: 01-one.md, title: List, date: 2001 }, 02-two.md]\n",
        "chapters/01-one.md": "---\ntitle: Own\nrole: preface\n---\n\n# One\n\nText.\n",
      ]))
    #expect(faults == [])
    let header = try #require(book?.chapters.first?.header)
    #expect(header.title == "Own")
    #expect(header.matter == .front)
    #expect(header.date == "2001")
  }

  @Test("a part goes on until another begins or the body ends")
  func partsGoOn() async throws {
    let (book, faults) = await Self.read(
      .soundBook(with: [
        "book.yaml": "title: T\n" + Self.head + """
          chapters:
            - { file: 01-one.md, part: First }
            - 02-two.md
            - { file: 03.md, part: Second }
            - 04.md
            - { file: 05.md, role: afterword }

          """, "chapters/03.md": "# C\n\nText.\n", "chapters/04.md": "# D\n\nText.\n",
        "chapters/05.md": "# E\n\nText.\n",
      ]))
    #expect(faults == [])
    #expect(book?.chapters.map(\.header.part) == ["First", "First", "Second", "Second", nil])
  }

  @Test("a fault in a chapter's header is reported at its own line")
  func headerFaults() async {
    let (_, faults) = await Self.read(
      .soundBook(with: ["chapters/01-one.md": "---\ntitle: A\nmater: back\n---\n\n# One\n\nText.\n"]
      ))
    #expect(faults == ["B0104 chapters/01-one.md:3"])
  }

  @Test("without book.yaml a folder of chapters is a book in English, with a warning")
  func zeroConfiguration() async {
    var workspace = MemoryWorkspace([
      "b.md": "# Beta\n\nText.\n", "a.md": "# Alpha\n\nText.\n", "README.md": "# No",
    ])
    workspace.name = "my-memoir"
    let (book, faults) = await Self.read(workspace)
    #expect(faults == ["B0108 a.md:1"])
    #expect(book?.metadata.title == "Alpha")
    #expect(book?.chapters.count == 2)
  }

  @Test("a folder with nothing in it is no book")
  func nothing() async {
    let (book, faults) = await Self.read(MemoryWorkspace([:]))
    #expect(book == nil)
    #expect(faults == ["B0116"])
  }

  @Test(
    "a chapter that is no file is refused at its name",
    arguments: [
      (EntryKind.folder, "B0117"), (.other, "B0117"), (.linkOut, "B0118"), (.linkLoop, "B0119"),
    ])
  func specialChapters(kind: EntryKind, code: String) async {
    var workspace = MemoryWorkspace.soundBook()
    workspace.files["chapters/02-two.md"] = nil
    workspace.special["chapters/02-two.md"] = kind
    #expect(await Self.read(workspace).faults == ["\(code) chapters/02-two.md:1"])
  }

  @Test(
    "a link is followed or refused by where it leads",
    arguments: [
      ("[x](02-two.md)", [String]()), ("[x](02-two.md#two)", []), ("[x](#one)", []),
      ("[x](https://example.org/)", []), ("[x](mailto:a@example.org)", []),
      ("[x](03.md)", ["B0160"]), ("[x](02-two.md#nowhere)", ["B0161"]),
      ("[x](#nowhere)", ["B0161"]),
      ("[x](../../etc/passwd)", ["B0162"]), ("[x](/etc/passwd)", ["B0162"]),
      ("[x](javascript:alert(1))", ["B0163"]), ("[x](file:///etc/passwd)", ["B0163"]),
      ("[x](JaVaScRiPt:alert(1))", ["B0163"]), ("[x]()", ["B0164"]), ("[](02-two.md)", ["B0164"]),
    ])
  func links(markdown: String, codes: [String]) async {
    let (_, faults) = await Self.read(
      .soundBook(with: ["chapters/01-one.md": "# One\n\nText \(markdown) and more.\n"]))
    #expect(faults == codes.map { "\($0) chapters/01-one.md:3" })
  }
}
