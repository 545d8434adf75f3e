import BookDiagnostics
import BookModel

/// Writes one chapter's content; the document around it is its caller's.
struct ChapterRenderer {
  let publication: Publication
  let index: Int
  let chapter: ParsedChapter
  let ranks: HeadingRanks
  let documentExtension: String
  let pages: [PageBreak]
  /// What was changed, by index into the chapter's prose.
  let changes: [Int: ProseChange.Kind]
  let ids: ChapterIDs
  /// Numbers of the notes referred to so far.
  var referred: Set<Int> = []
  var links: [WrittenLink] = []
  var diagnostics: [Diagnostic] = []
  /// How the chapter's text begins.
  let opening: ChapterOpening?
  /// Containers open around the block being written.
  var depth = 0

  /// libxml2 refuses 256 levels; half of them are left to marks and to the frame.
  static let depthLimit = 120

  init(_ publication: Publication, chapter index: Int, documentExtension: String) {
    self.publication = publication
    self.index = index
    self.documentExtension = documentExtension
    let chapter = publication.book.book.chapters[index]
    self.chapter = chapter
    ranks = publication.outline.chapters[index].ranks
    pages = publication.pagesOfChapter[index]
    changes = publication.changesOfChapter[index] ?? [:]
    ids = ChapterIDs(chapter)
    opening = publication.outline.chapters[index].opening
  }

  /// The section of the chapter, with its opener, its blocks and its notes.
  mutating func write(to out: inout MarkupWriter) {
    let header = chapter.header
    let heading = chapter.openingHeading
    let title = publication.outline.chapters[index].title
    var attributes = semantics(header)
    if let heading {
      attributes.append(.labelledBy(chapter.sections[heading.section].id))
    } else if header.title == nil || header.role?.standsAlone == true {
      attributes.append(.label(title))
    }
    out.comes(from: chapter.blocks.first?.span)
    out.open(.section, attributes)
    out.newline()
    writeOpener(heading: heading, title: title, to: &out)
    let body = heading == nil ? chapter.blocks[...] : chapter.blocks.dropFirst()
    blocks(body, isFresh: true, to: &out)
    writeNotes(to: &out)
    out.close()
    out.newline()
  }

  private mutating func writeOpener(
    heading: (prose: Int, section: Int)?, title: String, to out: inout MarkupWriter
  ) {
    let header = chapter.header
    let standsAlone = header.role?.standsAlone == true
    if heading == nil, standsAlone || (header.title == nil && header.ordinal == nil) { return }
    out.open(.header, [.class("opener")])
    if let number = header.ordinal, heading != nil || header.title != nil {
      out.element(.p, [.class("number")], text: number)
    }
    if let heading {
      writeHeading(.h1, prose: heading.prose, section: heading.section, to: &out)
    } else {
      out.element(.h1, text: header.title == nil ? header.ordinal ?? title : title)
    }
    out.close()
    out.newline()
  }

  /// Writes a heading; links lead to its section's id and locators to its prose's.
  mutating func writeHeading(
    _ element: ElementName, prose: Int, section: Int, to out: inout MarkupWriter
  ) {
    let id = chapter.sections[section].id
    let leaf = chapter.prose[prose]
    out.open(element, (id.isEmpty ? [] : [.id(id)]) + classes(nil, of: prose))
    changeLabel(of: prose, to: &out)
    if leaf.id != id, !leaf.id.isEmpty { out.empty(.span, [.id(leaf.id)]) }
    inline(leaf, to: &out)
    out.close()
  }

  private func semantics(_ header: ChapterHeader) -> [Attribute] {
    switch header.role {
    case .dedication:
      [.class("dedication"), .semantics("dedication"), .role("doc-dedication")]
    case .epigraph: [.class("epigraph"), .semantics("epigraph"), .role("doc-epigraph")]
    case .foreword: [.class("chapter"), .semantics("foreword"), .role("doc-foreword")]
    case .preface: [.class("chapter"), .semantics("preface"), .role("doc-preface")]
    case .introduction:
      [.class("chapter"), .semantics("introduction"), .role("doc-introduction")]
    case .afterword: [.class("chapter"), .semantics("afterword"), .role("doc-afterword")]
    case .acknowledgments:
      [.class("chapter"), .semantics("acknowledgments"), .role("doc-acknowledgments")]
    case .appendix: [.class("chapter"), .semantics("appendix"), .role("doc-appendix")]
    case .colophon: [.class("colophon"), .semantics("colophon"), .role("doc-colophon")]
    case nil: [.class("chapter"), .semantics("chapter"), .role("doc-chapter")]
    }
  }
}

extension ChapterRole {
  /// True for pages of a few centred lines, which have no chapter opener.
  var standsAlone: Bool { self == .dedication || self == .epigraph || self == .colophon }
}
