extension GalleyMaker {
  /// Sets a paragraph, with as many of its lines beside a large letter as that has left.
  mutating func setBesideLetter(_ paragraph: DraftParagraph, block: Int) -> Int {
    var paragraph = paragraph
    if let cap = paragraph.dropCap, !hasRoom(beside: paragraph, block: block) {
      // Without room for it the letter goes back into the line.
      paragraph.tokens = cap.tokens.lowerBound..<paragraph.tokens.upperBound
      paragraph.dropCap = nil
    }
    let index = set(paragraph, wantsVariants: true, beside: beside)
    let insets = galley.paragraphs[index].draft.dropCap?.insets ?? beside
    let fewest = galley.paragraphs[index].variants.map(\.lines.count).min() ?? 0
    if fewest < insets.count, !galley.paragraphs[index].variants.isEmpty {
      // The lines of the next paragraph depend on how many this one has.
      let best = galley.paragraphs[index].best
      galley.paragraphs[index].variants = [galley.paragraphs[index].variants[best]]
    }
    let count = galley.paragraphs[index].variants.first?.lines.count ?? 0
    linesBesideLetter = min(count, insets.count)
    beside = Array(insets.dropFirst(count))
    return index
  }

  /// True where a paragraph and those after it have lines enough for its large letter.
  private mutating func hasRoom(beside paragraph: DraftParagraph, block: Int) -> Bool {
    var cap = paragraph.dropCap
    setter.place(&cap, leading: paragraph.leading, size: paragraph.size)
    guard let insets = cap?.insets, paragraph.left == 0, paragraph.right == 0 else { return false }
    var lines = 0
    for block in galley.draft.blocks[block...] {
      guard case .paragraph(let next) = block.content, goesOn(paragraph, with: next, block) else {
        return false
      }
      let width = width - (insets.max() ?? 0)
      lines += max(1, Int((setter.width(next.tokens) * Self.tightest / width).rounded(.up)))
      if lines >= insets.count { return true }
    }
    return false
  }

  /// How narrow a paragraph's words may be set, beside their own width.
  private static let tightest: Float = 0.94

  /// True for a paragraph of running text, whose lines follow those before it without white.
  private func goesOn(
    _ first: DraftParagraph, with next: DraftParagraph, _ block: DraftBlock
  ) -> Bool {
    if next.dropCap != nil { return true }
    return next.left == 0 && next.right == 0 && next.label == nil && next.indent >= 0
      && next.leading == first.leading && next.alignment == first.alignment && block.above == 0
      && block.isOnGrid
  }

  /// Keeps the lines beside a large letter on its page.
  func hold(_ item: inout GalleyBlock) {
    item.held = linesBesideLetter
    if !beside.isEmpty { item.staysWithNext = true }
  }
}
