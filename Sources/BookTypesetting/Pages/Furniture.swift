/// The words and figures of running heads and folios, ready to be drawn on any page.
struct Furniture: Sendable {
  var source: TextSource
  /// Token of every character that folios are made of.
  var signs: [UInt8: Int]
  /// Tokens of each running head, by its words.
  var heads: [String: Range<Int>]
  /// Token of the dots that end a head which is too long.
  var ellipsis: Int
  /// How wide a head may be.
  let room: Float

  /// What must be shaped before any page is drawn.
  struct Words: Sendable {
    var draft: Draft
    fileprivate var signs: [UInt8: Int] = [:]
    fileprivate var heads: [String: Range<Int>] = [:]
    fileprivate var ellipsis = 0
  }

  init(_ words: Words, _ source: TextSource, design: PageDesign) {
    self.source = source
    signs = words.signs
    heads = words.heads
    ellipsis = words.ellipsis
    // A folio has room beside it.
    room = design.measure - 4 * design.size
  }

  /// Drafts them.
  static func draft(_ heads: [String], design: PageDesign) -> Words {
    var draft = Draft(store: TokenStore(text: [], isRightToLeft: design.isRightToLeft))
    var style = TextStyle(size: design.heads.size).asHead(in: design)
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
    let ellipsis = draft.sign("…", style, node: -1)
    var folio = TextStyle(size: design.heads.folioSize).asHead(in: design)
    folio.figures = design.folioFigures ?? style.figures
    var signs: [UInt8: Int] = [:]
    for byte in "0123456789ivxlcdm".utf8 {
      signs[byte] = draft.sign(String(UnicodeScalar(byte)), folio, node: -1)
    }
    return Words(draft: draft, signs: signs, heads: ranges, ellipsis: ellipsis)
  }

  /// Tokens of a head: as many of its words as one line holds, with dots for the others.
  func tokens(ofHead words: String) -> [Int] {
    guard let all = heads[words], !fits(words) else { return Array(heads[words] ?? 0..<0) }
    var end = all.upperBound
    let dots = source.width(ellipsis..<(ellipsis + 1))
    while end - all.lowerBound > 1,
      source.store.tokens[end - 1].joint == .none
        || source.width(all.lowerBound..<end) + dots > room
    {
      end -= 1
    }
    return Array(all.lowerBound..<end) + [ellipsis]
  }

  /// True for a head that one line holds whole.
  func fits(_ words: String) -> Bool {
    guard let tokens = heads[words] else { return true }
    return source.width(tokens) <= room
  }

  /// How wide tokens are one after the other.
  func width(_ tokens: [Int]) -> Float {
    var width: Float = 0
    for (place, token) in tokens.enumerated() {
      width += source.width(token..<(token + 1))
      let joint = source.store.tokens[token].joint
      if place + 1 < tokens.count, joint == .space || joint == .fixedSpace {
        width += source.finder.gap(after: source.store.tokens[token])
      }
    }
    return width
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
