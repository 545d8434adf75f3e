import BookModel

/// A stretch of the book that begins on a page of its own: a chapter, a title page, the index.
struct BookSection: Sendable {
  var draft: Draft
  var numbering = Page.Numbering.arabic
  /// True when it begins on a right-hand page.
  var isRecto = true
  var heads = SectionHeads()
  /// Index into `Book.chapters`.
  var chapter: Int?
  /// As contents and bookmarks list it; nil for pages that they leave out.
  var entry: ContentsEntry?
  /// How many titles stand above it in the contents.
  var depth = 0
  /// True in the bookmarks alone: the contents themselves.
  var isBookmarkOnly = false
  /// Name of the destination where it begins.
  var anchor = ""
  /// True for the page of a part, under whose element the sections after it stand.
  var isPart = false
  /// True where a part ends, so that what follows stands beside it.
  var endsPart = false
  /// Columns in which its lines run.
  var columns = 1
  /// True for lines that fill columns, even where there is only one.
  var isColumnar = false
}

/// A section in lines and pages.
struct SetSection: Sendable {
  var section: BookSection
  var galley: Galley
  /// Its pages when it begins on a right-hand page, and on a left-hand page.
  var cuts: [[PageCut]]
  /// Lines of each column, where there are several.
  var columns: [ColumnPage] = []
  /// Which of `cuts` holds.
  var side = 0
  /// Index of its first page in the book.
  var firstPage = 0
  /// Number of its first page.
  var number = 1

  var pageCount: Int { columns.isEmpty ? cuts[side].count : columns.count }
}

/// A draft for generated matter: one section element with an anchor.
struct MatterDraft {
  var draft: Draft
  let design: PageDesign
  /// The section's element.
  let node: Int

  init(design: PageDesign, title: String, anchor: String) {
    self.design = design
    draft = Draft(store: TokenStore(text: [], isRightToLeft: design.isRightToLeft))
    node = draft.tree.add(.section, to: 0)
    draft.tree[node].title = title
    draft.anchors.append(DraftAnchor(node: Int32(node), name: anchor))
  }

  /// The style of running text.
  var text: TextStyle {
    var style = TextStyle(size: design.size).unhyphenated
    style.figures = design.oldStyleFigures ? .oldStyle : .lining
    return style
  }

  /// A paragraph of words in one style.
  mutating func paragraph(
    _ words: String, _ style: TextStyle, role: StructureRole = .paragraph, leading: Float? = nil,
    alignment: LineAlignment = .centre
  ) -> DraftParagraph {
    let element = draft.tree.add(role, to: node)
    var paragraph = DraftParagraph(
      tokens: draft.tokens(words, style, node: element), node: element,
      leading: leading ?? design.leading, size: style.size)
    paragraph.alignment = alignment
    return paragraph
  }

  /// One page with paragraphs at the places given in lines from the top.
  mutating func page(_ parts: [(paragraph: DraftParagraph, line: Float)]) {
    var block = DraftBlock(
      .group(parts.map { GroupPart($0.paragraph, top: $0.line * design.leading) }))
    block.minimumHeight = 2
    draft.blocks.append(block)
  }

  /// The title of a section that is set like a chapter.
  mutating func open(_ title: String, height: Int = 12) {
    let style: TextStyle
    switch design.opener.titleStyle {
    case .italic:
      style = TextStyle(size: design.opener.titleSize).asHead(in: design).emphasised.unhyphenated
    case .bold:
      style = TextStyle(size: design.opener.titleSize).asHead(in: design).strengthened.unhyphenated
    default: style = TextStyle(size: design.opener.titleSize).asHead(in: design).unhyphenated
    }
    let leading = max(design.opener.titleSize, design.opener.titleLeading)
    let heading = paragraph(
      title, style, role: .heading1, leading: leading,
      alignment: design.opener.isCentred ? .centre : .left)
    var block = DraftBlock(
      .group([GroupPart(heading, top: design.leading * (height < 12 ? 1 : 2))]))
    block.minimumHeight = height
    block.staysWithNext = true
    draft.blocks.append(block)
  }
}
