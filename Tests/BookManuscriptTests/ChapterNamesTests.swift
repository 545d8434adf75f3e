import BookDiagnostics
import BookManuscript
import BookModel
import BookTestSupport
import Testing

@Suite("Links by a chapter's name, addresses, and pictures in a chapter")
struct ChapterNamesTests {
  private func read(_ files: [String: String]) async -> BookReading {
    await readBook(
      in: MemoryWorkspace.soundBook(with: files), sourceDateEpoch: nil, jobs: 1)
  }

  private func messages(_ body: String) async -> [String] {
    let reading = await read(["chapters/01-one.md": "# One\n\n\(body)\n"])
    return reading.diagnostics.map { diagnostic in
      let line = diagnostic.span.map {
        LineTable(reading.sources[$0.file].bytes).position(Int($0.start))
      }
      return "\(diagnostic.code.id) \(line?.line ?? 0):\(line?.column ?? 0)"
    }
  }

  @Test("names lead to files, titles and headings, in any capitals")
  func names() async {
    let reading = await read([
      "chapters/01-one.md":
        "# One\n\n[[The Mill]], [[02-the-mill]], [[the mill#The wheel|wheel]], [[#Home]], [[mill]] and [[Nil]] *x*.\n\n## Home\n",
      "chapters/02-the-mill.md": "# The mill\n\nText.\n\n## The wheel\n\nText.\n",
    ])
    let links = reading.book?.chapters[0].marks.map(\.kind)
    let path = "../chapters/02-the-mill.md"
    #expect(
      links == [
        .link(destination: path, title: nil), .link(destination: path, title: nil),
        .link(destination: path + "#the-wheel", title: nil),
        .link(destination: "#home", title: nil), .emphasis,
      ])
    #expect(reading.diagnostics.map(\.code.id) == ["B0165"])
    #expect(reading.diagnostics.first?.notes.last?.message == "2 such in this chapter")
    #expect(reading.book?.chapters[0].prose[1].marks == 0..<5)
  }

  @Test(
    "links to the pages that other programs make of chapters lead to the chapters",
    arguments: [
      "two.html", "two/", "two", "sub/", "sub/index.html", "sub/README.md", "sub/index.md#deep",
      "./two.html#two",
    ])
  func pages(link: String) async {
    let reading = await read([
      "chapters/01-one.md": "# One\n\n[There](\(link)).\n", "chapters/two.md": "# Two\n\nText.\n",
      "chapters/02-two.md": "# Other\n\nText.\n",
      "chapters/sub/index.md": "# Deep\n\nText.\n",
    ])
    #expect(reading.diagnostics.map(\.message) == [])
  }

  @Test("a link to a place that only another chapter has leads there")
  func distantAnchors() async {
    let reading = await read([
      "chapters/01-one.md":
        "# One\n\n[a](#the-mill) [b](#one) [c](#nowhere) [d](#both)\n",
      "chapters/02-two.md": "# Two\n\n## The mill\n\nx\n\n## Both\n\nx\n",
      "chapters/03-three.md": "# Three\n\n## Both\n\nx\n",
    ])
    let links = reading.book?.chapters[0].marks.compactMap { mark -> String? in
      if case .link(let destination, _) = mark.kind { destination } else { nil }
    }
    #expect(links == ["../chapters/02-two.md#the-mill", "#one", "#nowhere", "#both"])
    #expect(reading.diagnostics.map(\.code.id) == ["B0161", "B0161"])
  }

  @Test("a picture written as its name alone is found in the one folder that holds it")
  func pictureByName() async {
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>"
    let files = [
      "chapters/01-one.md":
        "# One\n\n![[mill.svg|The mill]]\n\n![[mill.svg#icon|The sign]]\n\n"
        + "| a | b |\n|---|---|\n| [[One\\|first]] | x |\n",
      "Attachments/mill.svg": picture,
    ]
    let reading = await read(files)
    #expect(reading.diagnostics.map(\.message) == [])
    #expect(reading.book?.images.map(\.path) == ["Attachments/mill.svg"])
    #expect(reading.book?.publicationImage("mill.svg", from: 0) != nil)
    let twice = await read(files.merging(["images/mill.svg": picture]) { $1 })
    #expect(Set(twice.diagnostics.map(\.code.id)) == ["B0140"])
  }

  @Test(
    "addresses that no EPUB may hold are errors",
    arguments: [
      "http://", "https://", "http:///x", "http://example.org:abc/", "http://example.org:99999/",
      "http://exa mple.org", "http://[::1", "http://example..org", "http://.example.org",
      "http://example.org/%zz", "http:/example.org", "http:example.org", "mailto:", "tel:",
      "ftp://",
      "https://example.org\\path", "https://example.org/#a#b", "https://exa\u{200B}mple.org",
    ])
  func unsound(address: String) async {
    #expect(await messages("See [it](<\(address)>).") == ["B0166 3:5"])
  }

  @Test(
    "sound addresses are none",
    arguments: [
      "http://example.org/a|b", "http://example.org/{x}", "http://exa_mple.org/", "tel:0123 456",
      "http://user:pass@example.org:80/", "https://müller.example/", "https://[::1]:80/x",
      "https://example.org.", "https://www.google.com/maps/@51.5,-0.1,12z", "mailto:a@example.org",
      "https://example.org/?q=a+b&c=%20d;e", "urn:isbn:9783161484100", "https://1.2.3", "#one",
    ])
  func sound(address: String) async {
    #expect(await messages("See [it](<\(address)>).") == [])
  }

  @Test("an address without its beginning is told with it; doi: with its address")
  func without() async {
    #expect(await messages("See [it](www.example.org/x).") == ["B0167 3:5"])
    #expect(await messages("See [it](example.org).") == ["B0167 3:5"])
    #expect(await messages("See [it](doi:10.1000/182).") == ["B0163 3:5"])
    #expect(await messages("See [it](two.md).") == ["B0160 3:5"])
  }

  @Test("a picture in the chapter becomes a file of the book, once")
  func written() async {
    let picture =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    let reading = await read([
      "chapters/01-one.md": "# One\n\n![a][i]\n\nAnd ![b](\(picture)) too.\n\n[i]: <\(picture)>\n"
    ])
    #expect(reading.diagnostics.map(\.code.id) == [])
    #expect(reading.book?.images.map(\.mediaType) == ["image/png"])
    #expect(reading.book?.images.first?.name.hasPrefix("images/picture-") == true)
    #expect(await messages("![a](data:image/png;base64,!!)") == ["B0146 3:1"])
    #expect(await messages("![a](data:text/html;base64,AAAA)") == ["B0146 3:1"])
  }

  @Test("a picture is found whichever way its accents are stored")
  func accents() async {
    for (file, written) in [("cafe\u{301}", "caf\u{E9}"), ("caf\u{E9}", "cafe\u{301}")] {
      let result = await ImageTests.read(
        "images/\(file).png", ImageTests.png(), written: "../images/\(written).png")
      #expect(result.codes.filter { $0 != "B0230" } == [])
      #expect(result.images.count == 1)
    }
  }
}
