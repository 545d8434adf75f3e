/// The words and figures of running heads and folios, ready to be drawn on any page.
struct Furniture: Sendable {
  var source: TextSource
  /// Token of every character that folios are made of.
  var signs: [UInt8: Int]
  /// Tokens of each running head, by its words.
  var heads: [String: Range<Int>]

  /// Drafts them: what must be shaped before any page is drawn.
  static func draft(_ heads: [String], design: PageDesign) -> (
    Draft, [UInt8: Int], [String: Range<Int>]
  ) {
    var draft = Draft(store: TokenStore(text: [], isRightToLeft: design.isRightToLeft))
    var style = TextStyle(size: design.heads.size)
    switch design.heads.style {
    case .smallCapitals: style = style.smallCapitals(.allSmall, tracking: 0)
    case .italic: style = style.emphasised
    case .bold: style = style.strengthened
    case .roman: break
    }
    style.figures = design.oldStyleFigures ? .oldStyle : .lining
    style.tracking = design.heads.spacing
    var ranges: [String: Range<Int>] = [:]
    for head in heads where ranges[head] == nil {
      ranges[head] = draft.tokens(head, style, node: -1)
    }
    var folio = TextStyle(size: design.heads.folioSize)
    folio.figures = style.figures
    var signs: [UInt8: Int] = [:]
    for byte in "0123456789ivxlcdm".utf8 {
      signs[byte] = draft.sign(String(UnicodeScalar(byte)), folio, node: -1)
    }
    return (draft, signs, ranges)
  }

  /// Tokens of a folio.
  func tokens(_ label: String) -> [Int] { label.utf8.compactMap { signs[$0] } }

  func width(_ label: String) -> Float {
    tokens(label).reduce(0) { $0 + source.width($1..<($1 + 1)) }
  }
}

/// What the heads of a section's pages say.
struct SectionHeads: Sendable {
  /// On left-hand pages; nil for no head.
  var verso: String?
  /// On right-hand pages.
  var recto: String?
  /// False on display pages: no folio either.
  var hasFolio = true
  /// True where the first page has no head and its folio at the foot.
  var opensBare = true
}
