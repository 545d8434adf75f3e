import BookDiagnostics
import BookFonts
import BookModel
import BookTypesetting

@testable import BookPDF

extension SamplePages {
  /// Three pages with one of everything that a book's PDF holds.
  static func book() -> SamplePages {
    var sample = SamplePages()
    sample.pages.languages.append("fr")
    let part = sample.node(.part)
    sample.addContents(part)
    sample.newPage()
    let chapter = sample.node(.section, in: part)
    let heading = sample.node(.heading1, in: chapter)
    sample.line("Chapter the First", .node(heading), features: .smallCapitals, size: 18)
    let first = sample.node(.paragraph, in: chapter)
    sample.line("It was a fine office, affluent and offi", .node(first))
    sample.softHyphen()
    sample.line("cial, as the first reports of 1987 said;", .node(first))
    let link = sample.node(.link, in: first)
    let reference = sample.node(.reference, in: first)
    let noteLink = sample.node(.link, in: reference)
    sample.line("see the page", .node(link))
    sample.link(link, to: .uri("https://example.org/a(b)"), contents: "A page elsewhere")
    sample.line("1", .node(noteLink), size: 7)
    sample.link(noteLink, to: .destination("note-1"), contents: "Note 1")
    sample.line("et puis, déjà vu, dit-elle", .node(first), language: 1)
    sample.addNote(chapter)
    sample.line("The Reservoir", .artifact(.header), features: .allSmallCapitals, y: 30)
    sample.line("2", .artifact(.footer), y: 590)
    sample.newPage()
    sample.line("and so the paragraph went on.", .node(first))
    sample.addFigure(chapter)
    sample.addTable(chapter)
    sample.addList(chapter)
    sample.pages.pages[sample.page].items.append(
      .fill(Page.Fill(rectangle: Rectangle(x: 54, y: 560, width: 60, height: 0.5), ink: .gray(0.4)))
    )
    sample.pages.destinations = [
      Destination(name: "chapter-01", page: 1, y: 50, node: heading),
      Destination(name: "note-1", page: 1, y: 400),
    ]
    sample.pages.outline = [
      OutlineItem(title: "Contents", depth: 0, destination: "chapter-01"),
      OutlineItem(title: "Première partie", depth: 0, destination: "chapter-01"),
      OutlineItem(title: "Chapter the First", depth: 1, destination: "chapter-01"),
    ]
    return sample
  }

  private mutating func addContents(_ part: Int) {
    let contents = node(.contents, in: part)
    let item = node(.contentsItem, in: contents)
    let reference = node(.reference, in: item)
    let link = node(.link, in: reference)
    line("Chapter the First 2", .node(link))
    self.link(link, to: .destination("chapter-01"), contents: "Chapter the First, page 2")
  }

  private mutating func addNote(_ chapter: Int) {
    let note = node(.note, in: chapter)
    pages.structure[note].id = "note-1"
    let label = node(.label, in: note)
    line("1", .node(label), size: 8)
    let words = node(.paragraph, in: note)
    line("A note at the foot.", .node(words), size: 8)
  }

  private mutating func addFigure(_ chapter: Int) {
    let figure = node(.figure, in: chapter)
    pages.structure[figure].alternative = "A house – seen from the orchard"
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><title>x</title>
      <g stroke="#333" fill="none" transform="translate(5 5) rotate(3)">
      <rect width="80" height="30" rx="4"/><path d="M0 0q10 20 30 5t9 1a5 5 0 1 0 9 9z" opacity=".5"/>
      <circle cx="20" cy="20" r="6" fill="#a03"/></g>
      <text x="50" y="44" text-anchor="middle" font-size="6">Ann &amp; Ruth</text></svg>
      """
    picture(
      .drawing(svg: svg), Rectangle(x: 54, y: 120, width: 200, height: 100), node: figure)
    let caption = node(.caption, in: figure)
    line("The house", .node(caption), y: 235)
  }

  private mutating func addTable(_ chapter: Int) {
    let table = node(.table, in: chapter)
    for (index, cells) in [["Year", "Place"], ["1987", "Reno"]].enumerated() {
      let row = node(.tableRow, in: table)
      for (column, cell) in cells.enumerated() {
        let box = node(index == 0 ? .tableHeader : .tableCell, in: row)
        line(
          cell, .node(box), features: .tabularFigures, x: 54 + Float(column) * 100,
          y: 300 + Float(index) * 14)
      }
    }
  }

  private mutating func addList(_ chapter: Int) {
    let list = node(.list, in: chapter)
    pages.structure[list].listNumbering = .disc
    let item = node(.listItem, in: list)
    let label = node(.label, in: item)
    line("•", .node(label), y: 360)
    let body = node(.listBody, in: item)
    let words = node(.paragraph, in: body)
    line("one thing", .node(words), x: 66, y: 360)
  }

  func render(_ options: PDFOptions = PDFOptions(), jobs: Int = 1) async -> [UInt8]? {
    await renderPDF(
      pages, library: Self.library, options: options, jobs: jobs
    ).value?.bytes
  }
}
