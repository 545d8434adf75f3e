import BookDiagnostics
import BookMarkup
import BookModel

extension ChapterOrderReader {
  /// `SUMMARY.md` of mdBook and GitBook: links in a list are chapters, headings between are parts;
  /// links before the list are front matter, links behind it back matter.
  mutating func summary(in folder: String) -> ChapterOrder? {
    let path = joined(folder, "SUMMARY.md")
    guard let (bytes, source) = read(path) else { return nil }
    let page = parseChapter(
      bytes, source: source, header: ChapterHeader(), language: language
    ).value
    var reader = SummaryReader(page: page, folder: folder)
    reader.readAll()
    return order(path, in: folder, reader.chapters)
  }
}

/// Reads the list off the page that it is.
private struct SummaryReader {
  let page: ParsedChapter
  let folder: String
  var chapters: [ListedChapter] = []

  mutating func readAll() {
    let firstList = page.blocks.firstIndex { if case .list = $0.kind { true } else { false } }
    var part: String?
    for (index, block) in page.blocks.enumerated() {
      switch block.kind {
      case .heading(_, let prose, _):
        // The first is the title of the list itself.
        if index > 0 { part = words(prose) }
      case .list(let list):
        for item in list.items { take(item, part: part) }
      case .paragraph(let prose):
        var header = ChapterHeader()
        if let firstList { header.matter = index < firstList ? .front : .back }
        take(linksOf: prose, header)
      default: continue
      }
    }
  }

  /// An item of the outermost list; one without a link, with others below it, is a part.
  private mutating func take(_ item: [Block], part: String?) {
    var header = ChapterHeader()
    header.part = part
    let own = item.lazy.compactMap(Self.prose).first
    let hasLists = item.contains { if case .list = $0.kind { true } else { false } }
    if let own, hasLists, links(own).isEmpty, !words(own).isEmpty { header.part = words(own) }
    take(item, header)
  }

  private mutating func take(_ blocks: [Block], _ header: ChapterHeader) {
    for block in blocks {
      if let prose = Self.prose(block) {
        take(linksOf: prose, header)
      } else if case .list(let list) = block.kind {
        for item in list.items { take(item, header) }
      }
    }
  }

  private mutating func take(linksOf prose: Int, _ header: ChapterHeader) {
    for (destination, span) in links(prose) {
      let file = Book.percentDecoded(String(destination.prefix { $0 != "#" }))
      if let chapter = ChapterOrderReader.listed(file, in: folder, at: span, header: header) {
        chapters.append(chapter)
      }
    }
  }

  private func links(_ prose: Int) -> [(destination: String, span: SourceSpan)] {
    page.marks[page.prose[prose].marks].compactMap { mark in
      if case .link(let destination, _) = mark.kind { (destination, mark.span) } else { nil }
    }
  }

  private func words(_ prose: Int) -> String { page.string(page.prose[prose].text) }

  private static func prose(_ block: Block) -> Int? {
    switch block.kind {
    case .words(let prose), .paragraph(let prose): prose
    default: nil
    }
  }
}
