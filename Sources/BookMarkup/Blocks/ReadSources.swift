import BookModel

// Where a quotation, an epigraph or verse comes from: a last line that begins with a dash.

extension ChapterReader {
  /// Says of the last of some blocks that it names where the others come from, if it does.
  mutating func nameSource(of blocks: [Block]) {
    guard blocks.count > 1, case .paragraph(let last) = blocks[blocks.count - 1].kind,
      isSource(last)
    else { return }
    // Where more than one paragraph begins so, people are speaking.
    let speeches = blocks.dropLast().contains { block in
      if case .paragraph(let prose) = block.kind { beginsWithDash(prose) } else { false }
    }
    if !speeches { prose.nameSource(last) }
  }

  /// The first inline of the line that names the source, where the last paragraph of a quotation
  /// ends in one: the line is a paragraph of its own, though no empty line is before it.
  func firstOfSource(in paragraph: MarkdownNode, isVerse: Bool) -> MarkdownNode? {
    if let next = paragraph.next, masked.fences[next.startLine] == nil { return nil }
    var found: MarkdownNode?
    var beforeEnd: MarkdownNode?
    var last: MarkdownNode?
    var next = paragraph.firstChild
    while let node = next {
      let isAtLineStart = last.map { $0.kind == .softBreak || $0.kind == .lineBreak } ?? true
      if isAtLineStart, beginsWithDash(node) {
        // Two lines that begin so are what people say to each other.
        guard let beforeEnd, found == nil, isVerse || endsSentence(beforeEnd) else { return nil }
        found = node
      } else if node.kind == .htmlInline || isAtLineStart && found != nil {
        return nil
      }
      (beforeEnd, last) = (last, node)
      next = node.next
    }
    return found
  }

  private func beginsWithDash(_ node: MarkdownNode) -> Bool {
    guard node.kind == .text else { return false }
    // Blanks before a line of verse.
    let words = node.literal.drop { $0 == Sentinel.blank || $0.isSpaceOrTab }
    return Self.dashes.contains { words.starts(with: $0.utf8) }
  }

  /// Whether what a dash follows is whole: else the line goes on the sentence.
  private func endsSentence(_ node: MarkdownNode) -> Bool {
    guard node.kind == .text else { return true }
    return String(decoding: node.literal, as: UTF8.self).last.map { ".?!…\"”’»)]'".contains($0) }
      ?? true
  }

  /// As typed; a single hyphen is a list's.
  private static let dashes = ["\u{2014}", "\u{2013}", "--"]

  private func beginsWithDash(_ leaf: Int) -> Bool {
    let blank = Array("\u{A0}".utf8)
    let text = prose.text[prose.prose[leaf].text].drop(while: blank.contains)
    return text.starts(with: "\u{2014}".utf8) || text.starts(with: "\u{2013}".utf8)
  }

  /// A few words behind a dash that are no speech: such ends in a mark, or asks, or trails off.
  private func isSource(_ leaf: Int) -> Bool {
    guard beginsWithDash(leaf) else { return false }
    let words = String(decoding: prose.text[prose.prose[leaf].text], as: UTF8.self)
    guard words.count <= Self.longestSource, let end = words.last else { return false }
    return !"?!…,;:".contains(end)
  }

  /// In characters: "— Harriet Beecher Stowe, in a letter to her sister Catharine, 12 March 1836".
  private static let longestSource = 120
}
