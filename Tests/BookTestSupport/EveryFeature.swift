import BookDiagnostics
package import BookModel
import BookOutline

/// A book that has every kind of block, mark and page at once.
package func bookWithEveryFeature() -> AnnotatedBook {
  var sources = SourceFiles()
  var metadata = BookMetadata(title: "Salt & “Light” <1953>", language: "en-GB")
  metadata.subtitle = "A Life, in Parts"
  metadata.contributors = [
    Contributor(name: "Ada O’Neill", sort: "O’Neill, Ada", role: "aut"),
    Contributor(name: "Bo Lind", sort: "Lind, Bo", role: "ill"),
  ]
  metadata.identifier = "urn:uuid:8e1c2f6a-1d3b-5c4d-9e8f-001122334455"
  metadata.isbn = "9780306406157"
  metadata.date = "2020-05-01"
  metadata.publisher = "The Shed Press"
  metadata.rights = "© 2020 Ada O’Neill"
  metadata.description = "What became of the salt works."
  metadata.subjects = [
    Subject(name: "Memoirs", authority: "THEMA", term: "DNC"), Subject(name: "Salt"),
  ]
  metadata.series = Series(name: "Lives", position: "2")
  metadata.people.cast = true
  metadata.accessibility = AccessibilityClaim(
    conformsTo: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", certifiedBy: "Ada O’Neill")

  let builders = [dedication(), preface(), everyBlock(), everyMark(), plain(), appendix()]
  var chapters: [ParsedChapter] = []
  for (index, build) in builders.enumerated() {
    let builder = build(SourceID(index))
    _ = sources.add(path: "chapters/0\(index + 1).md", bytes: builder.sourceBytes)
    chapters.append(builder.chapter)
  }
  var book = Book(metadata: metadata, chapters: chapters, sources: sources)
  book.modified = 1_588_291_200
  book.revision = "1a2b3c4"
  book.images = [
    PublicationImage(
      path: "images/map.svg", name: "images/map.svg", mediaType: "image/svg+xml", width: 200,
      height: 100, bytes: Array(mapSVG.utf8)),
    PublicationImage(
      path: "images/dot.png", name: "images/dot.png", mediaType: "image/png", width: 1, height: 1,
      bytes: dotPNG),
  ]
  return AnnotatedBook(book: book, people: people(chapters), time: time(chapters))
}

/// Where the printed pages of that book begin.
package func pageStartsOfEveryFeature() -> [PageStart] {
  let chapters = bookWithEveryFeature().book.chapters
  return [
    PageStart(label: "ix", chapter: 1, prose: 0, offset: chapters[1].prose[0].text.lowerBound),
    PageStart(label: "1", chapter: 2, prose: 0, offset: 0),
    PageStart(label: "2", chapter: 3, prose: 1, offset: chapters[3].prose[1].text.lowerBound + 7),
    PageStart(label: "3", chapter: 4, prose: 1, offset: chapters[4].prose[1].text.lowerBound),
  ]
}

/// The outline of that book.
package func outlineOfEveryFeature() -> Outline { outline(of: bookWithEveryFeature()) }

private func dedication() -> (SourceID) -> ChapterBuilder {
  { source in
    var header = ChapterHeader()
    header.matter = .front
    header.role = .dedication
    var builder = ChapterBuilder(source: source, header: header)
    builder.add(builder.paragraph("For those who raked."))
    return builder
  }
}

private func preface() -> (SourceID) -> ChapterBuilder {
  { source in
    var header = ChapterHeader()
    header.matter = .front
    header.role = .preface
    var builder = ChapterBuilder(source: source, header: header)
    builder.add(
      builder.heading(1, "Preface", id: "preface"),
      builder.paragraph("Bryan Cantrill of the salt works asked for this & I wrote it."))
    return builder
  }
}

private func everyBlock() -> (SourceID) -> ChapterBuilder {
  { source in
    var header = ChapterHeader()
    header.ordinal = "I"
    header.part = "Water"
    var b = ChapterBuilder(source: source, header: header)
    b.add(b.heading(1, "Blocks ", .mark(.emphasis, ["of"]), " all kinds", id: "blocks"))
    b.add(
      b.block(
        .division(
          Division(
            kind: .epigraph, label: "Psalm 107",
            blocks: [b.paragraph("They that go down.", zone: .quote)]))))
    b.add(
      b.paragraph(
        "When the tide turned,\nthe gates were shut and the rakers stood about on the wall with nothing to do but wait for it to come back again",
        .point(.noteReference(0)), "."))
    b.add(
      b.block(
        .quotation([
          b.paragraph("Quoted.", zone: .quote), b.block(.quotation([b.paragraph("Deeper.")])),
        ])))
    b.add(
      b.block(
        .list(
          List(
            start: nil, isTight: true,
            items: [
              [words(&b, "one")],
              [
                words(&b, "two"),
                b.block(.list(List(start: 3, isTight: false, items: [[b.paragraph("inner")]]))),
              ],
            ]))))
    b.add(b.block(.sceneBreak), b.paragraph("After the break."))
    b.add(b.block(.code(language: "c", text: "if (a < b && c) {\n}\n")))
    b.add(b.heading(3, "A section & more", id: "a-section--more"), b.paragraph("Below it."))
    let caption = b.leaf(["The map of ", .mark(.strong, ["all"])], zone: .caption)
    let credit = b.leaf(["Drawn by hand"], zone: .caption)
    let map = Image(
      path: "images/map.svg", alternative: "A map of the pans", span: b.block(.sceneBreak).span)
    b.add(b.block(.figure(Figure(image: map, caption: caption, credit: credit))))
    b.add(b.block(.figure(Figure(image: map, extent: .plate))))
    b.add(b.block(.table(table(&b))))
    b.add(
      b.block(
        .division(
          Division(
            kind: .letter, label: "Hull, 3 May",
            blocks: [
              b.paragraph("Dear Ada,"), b.paragraph("It rains."),
              b.paragraph("Your father,\nJ. O’Neill"),
            ]))))
    b.add(
      b.block(.division(Division(kind: .diary, label: "3 May", blocks: [b.paragraph("Rain.")]))))
    b.add(
      b.block(
        .division(
          Division(
            kind: .verse, label: "A song",
            blocks: [
              b.paragraph(
                "The ", .mark(.emphasis, ["gates\nare"]), " shut\nagain", .point(.noteReference(1))),
              b.paragraph("And then"),
            ]))))
    b.add(
      b.block(
        .division(
          Division(
            kind: .transcript, label: "Tape 2",
            blocks: [b.paragraph("Q: When?"), b.paragraph("MRS LEE: Never.")]))))
    b.add(b.block(.division(Division(kind: .document, label: nil, blocks: [b.paragraph("Deed.")]))))
    let flour = [[words(&b, "flour")], [words(&b, "salt")]]
    b.add(
      b.block(
        .division(
          Division(
            kind: .recipe, label: "Bread",
            blocks: [b.block(.list(List(start: nil, isTight: true, items: flour)))]))))
    let tree = b.block(.code(language: nil, text: "Ada ══ Jan\n    │\n   Ines"))
    b.add(
      b.block(
        .division(
          Division(
            kind: .plate, label: nil,
            blocks: [tree, b.paragraph("The Rocas"), b.paragraph("Typed by Ines")]))))
    b.add(
      b.block(
        .element(
          HTMLElement(
            name: "div", attributes: [HTMLAttribute("class", "x"), HTMLAttribute("lang", "fr")]),
          [b.paragraph("Bonjour.")])))
    b.note("A note with a ", .mark(.link(destination: "04.md#marks", title: nil), ["link"]), ".")
    b.note("A second.")
    return b
  }
}

private func words(_ b: inout ChapterBuilder, _ text: String) -> Block {
  b.block(.words(b.leaf([.words(text)])))
}

private func table(_ b: inout ChapterBuilder) -> Table {
  let header = [b.leaf([""]), b.leaf(["Year"]), b.leaf(["Tons"])]
  let rows = [[b.leaf(["Hull"]), b.leaf(["1953"]), b.leaf(["12"])]]
  return Table(alignments: [.left, .center, .right], header: header, rows: rows)
}

private func everyMark() -> (SourceID) -> ChapterBuilder {
  { source in
    var header = ChapterHeader()
    header.ordinal = "II"
    header.part = "Water"
    var b = ChapterBuilder(source: source, header: header)
    b.add(b.heading(1, "Marks", id: "marks"))
    b.add(
      b.paragraph(
        "It was ", .mark(.date(WrittenDate("1953-05")), ["May"]), " when ",
        .mark(.person(id: "bryan", note: nil), ["Bryan"]), " left: ",
        .mark(.event(id: "left", EventDescription("1953-05-02; people=bryan")), ["he went"]), "."))
    b.add(
      b.paragraph(
        .mark(.strong, ["bold ", .mark(.emphasis, ["both"])]), " ", .mark(.code, ["x < y"]),
        .mark(.lineBreak, ["\n"]), "a line ",
        .point(
          .image(
            Image(path: "images/dot.png", alternative: "a dot", span: b.block(.sceneBreak).span)))))
    b.add(
      b.paragraph(
        .mark(.link(destination: "https://example.org/a?b=1&c=2", title: "Out & about"), ["out"]),
        " ", .mark(.link(destination: "03.md#blocks", title: nil), ["back"]), " ",
        .mark(.link(destination: "#marks", title: nil), ["up"]), " ",
        .mark(
          .element(HTMLElement(name: "abbr", attributes: [HTMLAttribute("title", "salt")])),
          ["NaCl"]), .point(.element(HTMLElement(name: "br"))), "end", .point(.noteReference(0)),
        .point(.noteReference(0))))
    b.note("Twice.")
    return b
  }
}

private func plain() -> (SourceID) -> ChapterBuilder {
  { source in
    var header = ChapterHeader()
    header.ordinal = "III"
    header.part = "Land"
    var b = ChapterBuilder(source: source, header: header)
    b.add(b.heading(1, "Plain", id: "plain"))
    b.add(b.paragraph("“Nothing,” he said, and that was all."))
    return b
  }
}

private func appendix() -> (SourceID) -> ChapterBuilder {
  { source in
    var header = ChapterHeader()
    header.matter = .back
    header.role = .appendix
    var b = ChapterBuilder(source: source, header: header)
    b.add(b.heading(2, "Tables", id: "tables"), b.paragraph("See chapter one."))
    return b
  }
}

private func people(_ chapters: [ParsedChapter]) -> PeopleAnnotation {
  var people = PeopleAnnotation()
  people.people = [
    Person(
      id: "bryan", name: PersonName(), heading: "Cantrill, Bryan", display: "Bryan Cantrill",
      sort: "cantrill bryan")
  ]
  people.mentions = [
    Mention(
      chapter: 1, prose: 1,
      range: chapters[1].prose[1].text.lowerBound..<chapters[1].prose[1].text.lowerBound + 14,
      person: 0, zone: .body)
  ]
  var group = PeopleIndex.Group(letter: "C")
  var entry = PeopleIndex.Entry(heading: "Cantrill, Bryan", id: "i-bryan", person: 0)
  entry.locators = [
    PeopleIndex.Locator(chapter: 1, first: 1, last: 1),
    PeopleIndex.Locator(chapter: 2, first: 2, last: 4, isCaption: true),
    PeopleIndex.Locator(chapter: 3, first: 1, last: 1, isPassing: true),
    PeopleIndex.Locator(chapter: 3, first: 4, last: 4, note: 0),
  ]
  entry.subentries = [
    PeopleIndex.Subentry(
      .note("leaves"), locators: [PeopleIndex.Locator(chapter: 3, first: 1, last: 1)])
  ]
  var see = PeopleIndex.Entry(heading: "Colonel, the", id: "i-colonel", person: nil)
  see.see = ["i-bryan"]
  group.entries = [entry, see]
  people.index.groups = [group]
  people.cast = [
    CastGroup(title: "Friends", members: [CastGroup.Member(person: 0, line: "raker, b. 1930")])
  ]
  return people
}

private func time(_ chapters: [ParsedChapter]) -> TimeAnnotation {
  var time = TimeAnnotation()
  let range = chapters[3].prose[1].text
  time.events = [
    Event(
      id: "left", title: "Bryan leaves", edtf: EDTF("1953-05-02"), earliest: nil, latest: nil,
      basis: .explicit, confidence: .exact, words: nil,
      place: Event.Place(chapter: 3, prose: 1, range: range), span: chapters[3].span(range)),
    Event(
      id: "flood", title: "The flood", edtf: EDTF("1953"), earliest: nil, latest: nil,
      basis: .explicit,
      confidence: .exact, words: nil, place: nil, span: chapters[3].span(range), isWorld: true),
  ]
  var year = Chronology.Year(label: "1953")
  year.age = "aged 4"
  year.rows = [
    Chronology.Row(event: 0, when: "2 May", datetime: "1953-05-02", text: "Bryan leaves"),
    Chronology.Row(event: 1, when: "", datetime: nil, text: "The flood"),
  ]
  time.chronology.years = [year]
  time.chronology.timeline = Chronology.Plate(
    svg: mapSVG, alternative: "1953: Bryan leaves", width: 200, height: 100)
  time.chronology.presence = Chronology.Plate(
    svg: mapSVG, alternative: "Bryan: chapter II", width: 200, height: 100)
  return time
}

private let mapSVG = """
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><title>Map</title>\
  <rect width="200" height="100" fill="#ccc"/></svg>
  """

/// A PNG of one grey pixel.
private let dotPNG: [UInt8] = [
  0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
  1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 0x0A, 0x49, 0x44, 0x41, 0x54,
  0x78, 0x9C, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81, 0x77, 0xCD, 0x72, 0xB6, 0, 0, 0, 0, 0x49, 0x45,
  0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
]
