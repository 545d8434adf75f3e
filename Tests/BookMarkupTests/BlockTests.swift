import BookDiagnostics
import BookModel
import Testing

@Suite("Blocks beyond CommonMark")
struct BlockTests {
  @Test(
    "a year at the start of a paragraph stays in it",
    arguments: [
      "1953. That was the year.", "1953) That was the year.", "> 1953. That was the year.",
    ])
  func year(text: String) {
    let reading = Reading("# T\n\n\(text)\n\n1954\\. So was this.\n\n3. a\n4. b\n")
    #expect(reading.leaves[1] == text.replacing("> ", with: ""))
    #expect(reading.leaves[2] == "1954. So was this.")
    #expect(reading.faults.map { $0.prefix(7) } == ["B0201 3"])
    if case .list(let list) = reading.chapter.blocks.last?.kind {
      #expect(list.start == 3)
    } else {
      Issue.record("the list is none")
    }
  }

  @Test("divisions lie in one another and end with colons")
  func divisions() {
    let reading = Reading(
      "# T\n\n::: letter Basho, 3 May\nDear \"Son\",\n\n::: verse\none\ntwo\n\nthree\n:::\n\n- a\n:::\n- b\n"
    )
    #expect(reading.faults == [])
    guard case .division(let letter) = reading.chapter.blocks[1].kind,
      case .division(let verse) = letter.blocks[1].kind
    else {
      Issue.record("no divisions")
      return
    }
    #expect(letter.kind == .letter)
    #expect(letter.label == "Basho, 3 May")
    #expect(verse.kind == .verse)
    #expect(verse.blocks.count == 2)
    #expect(letter.blocks.count == 3)
    #expect(reading.chapter.blocks.count == 3)
    #expect(reading.leaves.contains("one\ntwo"))
    #expect(reading.chapter.prose[1].zone == .quote)
  }

  @Test(
    "faults of divisions",
    arguments: [
      ("::: letter\nx\n", ["B0217 3:1"]), ("x\n\n:::\n", ["B0219 5:1"]),
      ("::: leter\nx\n:::\n", ["B0218 3:1"]), ("```\n::: letter\n```\n", []),
    ])
  func divisionFaults(text: String, expected: [String]) {
    #expect(Reading("# T\n\n" + text).faults == expected)
  }

  @Test("a lone image is a figure, its title a caption with marks")
  func figure() {
    let reading = Reading("# T\n\n![The *house*](<a b.png> \"Our *house*, \\\"Rose\\\"\")\n")
    guard case .figure(let figure) = reading.chapter.blocks[1].kind else {
      Issue.record("no figure")
      return
    }
    #expect(figure.image.path == "a b.png")
    #expect(figure.image.alternative == "The house")
    #expect(reading.source(figure.image.span).hasPrefix("![The"))
    #expect(reading.leaves.last == "Our house, \"Rose\"")
    #expect(reading.chapter.prose.last?.zone == .caption)
    #expect(reading.chapter.marks.last?.kind == .emphasis)
    #expect(reading.source(of: "house") == "house")
  }

  @Test("a plate takes its caption and credit from the words after the picture")
  func plate() {
    let reading = Reading("# T\n\n::: plate\n![A](a.png)\n\nThe caption.\n\nThe credit.\n:::\n")
    guard case .division(let division) = reading.chapter.blocks[1].kind,
      case .figure(let figure) = division.blocks[0].kind
    else {
      Issue.record("no plate")
      return
    }
    #expect(division.blocks.count == 1)
    #expect(figure.isPlate)
    #expect(figure.caption.map { reading.leaves[$0] } == "The caption.")
    #expect(figure.credit.map { reading.leaves[$0] } == "The credit.")
  }

  @Test("pipe tables, also within a quotation and after words")
  func tables() {
    let reading = Reading(
      "# T\n\n> Words\n> | a | *b* |\n> |:--|--:|\n> | 1 \\| 2 | \"x\"[^1] |\n> | 3 |\n\n[^1]: N.\n"
    )
    #expect(reading.faults == [])
    guard case .quotation(let blocks) = reading.chapter.blocks[1].kind, blocks.count == 2,
      case .table(let table) = blocks[1].kind
    else {
      Issue.record("no table")
      return
    }
    #expect(table.alignments == [.left, .right])
    #expect(table.header.map { reading.leaves[$0] } == ["a", "b"])
    #expect(table.rows.map { $0.map { reading.leaves[$0] } } == [["1 | 2", "“x”"], ["3", ""]])
    #expect(reading.source(of: "“x”") == "\"x\"")
  }

  @Test(
    "headings",
    arguments: [
      ("# T\n\n### Skip\n", []), ("Only text.\n", []), ("# T\n\n## \n\nx\n", ["B0215 3:1"]),
      ("# T\n\n## Summer\n\na\n\n## Summer\n", []), ("## T\n\n### U\n", []),
    ])
  func headings(text: String, expected: [String]) {
    #expect(Reading(text).faults == expected)
  }

  @Test("ids of headings are those of GitHub, unique, and names to XML")
  func identifiers() {
    let reading = Reading(
      "# The \"House\" — Été!\n\n## Summer\n\n## Summer\n\n## 1953 in Ohio\n\n<p id=\"summer-2\">x</p>\n\n## Summer\n"
    )
    #expect(
      reading.chapter.sections.map(\.id) == [
        "the-house--été", "summer", "summer-1", "s-1953-in-ohio", "summer-3",
      ])
    #expect(reading.chapter.anchor("1953-in-ohio") == "s-1953-in-ohio")
    #expect(reading.chapter.anchor("summer") == "summer")
  }

  @Test("ids of paragraphs stay with their words")
  func paragraphIdentifiers() {
    let one = Reading("# T\n\nIt was cold.\n\nSame.\n\nSame.\n")
    let two = Reading("# T\n\nNew.\n\nIt was\ncold.\n\nSame.\n\nSame.\n")
    #expect(one.chapter.prose[1].id == two.chapter.prose[2].id)
    #expect(one.chapter.prose[3].id == one.chapter.prose[2].id + "-2")
    #expect(Set(two.chapter.prose.map(\.id)).count == two.chapter.prose.count)
  }

  @Test(
    "marks for people, dates and events are read from the raw destination",
    arguments: [
      ("[Dizzy](person:dave-smith)", Mark.Kind.person(id: "dave-smith", note: nil)),
      ("[Dizzy](#person:dave-smith \"as mentor\")", .person(id: "dave-smith", note: "as mentor")),
      ("[Mark](person:none)", .person(id: "none", note: nil)),
      ("[then](date:2014-22)", .date(WrittenDate("2014-22"))),
      ("[then](date:1953%25)", .date(WrittenDate("1953%"))),
      ("[then](date:1953%)", .date(WrittenDate("1953%"))),
      ("[then](date:[1953,1954])", .date(WrittenDate("[1953,1954]"))),
      ("[then](<date:{1953, 1954}>)", .date(WrittenDate("{1953, 1954}"))),
      ("[then](date:1953?/1955~)", .date(WrittenDate("1953?/1955~"))),
      (
        "[I left](event:left-basho \"2014-22; people=dave\")",
        .event(id: "left-basho", EventDescription("2014-22; people=dave"))
      ),
    ])
  func ownLinks(text: String, expected: Mark.Kind) {
    let reading = Reading("# T\n\n" + text)
    #expect(reading.chapter.marks.map(\.kind) == [expected])
    #expect(reading.chapter.marks.first.map { reading.source($0.span) } == text)
    #expect(reading.faults == [])
  }

  @Test("a mark that Markdown does not read is said, its words are kept")
  func unreadMark() {
    let reading = Reading("# T\n\nIt was [then](date:2014 or so).")
    #expect(reading.faults == ["B0233 3:15"])
    #expect(reading.leaves.last == "It was [then](date:2014 or so).")
  }

  @Test("allowances cover the block after them, or the file")
  func allowances() {
    let reading = Reading(
      "<!-- bookc:allow B0213 a poem -->\n\nx\n\n<!-- bookc:allow B0801 why not -->\n\nword word\n\ny\n"
    )
    #expect(reading.chapter.allowances.map(\.code) == ["B0213", "B0801"])
    #expect(reading.chapter.allowances[0].covers.range == 0..<reading.bytes.count)
    #expect(reading.source(reading.chapter.allowances[1].covers).hasSuffix("word word"))
    #expect(reading.chapter.allowances[1].reason == "why not")
    #expect(Reading("# T\n\n<!-- bookc:allow B0801 -->\n\nx\n").faults == ["B0234 3:1"])
    #expect(Reading("# T\n\n<!-- a note -- to me -->\n\nx\n").faults == [])
  }

  @Test(
    "scene breaks part the text, fences must close, indented prose is no code",
    arguments: [
      ("a\n\n* * *\n\nb\n", []), ("```\nx\n", ["B0211 3:1"]), ("~~~ swift\nx\n~~~\n", []),
      ("> ```\n> x\n> ```\n", []), ("    It was a cold spring and we froze.\n", ["B0235 3:5"]),
      ("- a\n\n  ```\n  x\n  ```\n", []),
    ])
  func code(text: String, expected: [String]) {
    #expect(Reading("# T\n\n" + text).faults == expected)
  }

  @Test("paragraphs are counted and know their section")
  func ordinals() {
    let reading = Reading("# T\n\na\n\n## U\n\nb\n\n***\n\n- c\n- d\n")
    #expect(reading.chapter.prose.map(\.paragraph) == [1, 1, 2, 2, 3, 4])
    #expect(reading.chapter.prose.map(\.section) == [0, 0, 1, 1, 1, 1])
    #expect(reading.chapter.prose.map(\.followsBreak) == [false, false, false, false, true, false])
    #expect(reading.chapter.wordCount == 6)
  }

  @Test("a header between dashes is no text, a scene break before a text is no header")
  func header() {
    #expect(Reading("---\ntitle: X\n---\n# T\n\na\n").leaves == ["T", "a"])
    #expect(Reading("---\n\nWords here.\n\n---\n\nb\n").leaves == ["Words here.", "b"])
    #expect(Reading("---\ndate: 1953\n# T\n").chapter.blocks.isEmpty == false)
  }
}
