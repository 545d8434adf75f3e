import BookModel

extension ChapterDrafter {
  /// Makes the frame that of a table's cells.
  mutating func openCells(columns: Int) {
    let design = context.design
    frame.pictureHeight = design.leading * Self.pictureLines
    frame.pictureWidth =
      (design.measure - frame.left - frame.right) / Float(max(1, columns)) - design.size
  }

  /// A table in the room that the frame leaves it.
  func inFrame(_ table: DraftTable) -> DraftTable {
    var table = table
    if frame.left != 0 || frame.right != 0 || frame.sideRule != 0 {
      table.inset = TableInset(left: frame.left, right: frame.right, sideRule: frame.sideRule)
    }
    return table
  }

  /// So many lines high may a picture in a table's cell be.
  private static let pictureLines: Float = 6

  /// All that a cell says: one paragraph for each leaf, parted where a picture is higher than a line,
  /// so that only the picture has the room it needs.
  mutating func cell(_ pieces: [Piece], style: TextStyle, node: Int) -> [DraftParagraph] {
    var paragraphs: [DraftParagraph] = []
    for piece in pieces {
      switch piece {
      case .leaf(let prose): paragraphs += parts(of: prose, style: style, node: node)
      case .code(let text):
        paragraphs += codeLines(text, size: style.size, node: node).compactMap(\.self)
      case .figure(let figure):
        let first = draft.store.tokens.count
        addInline(figure.image, at: 0, style: style, node: node, after: first)
        var picture = DraftParagraph(
          tokens: first..<draft.store.tokens.count, node: node, leading: frame.leading,
          size: style.size)
        picture.alignment = frame.alignment
        paragraphs.append(picture)
        for prose in [figure.caption, figure.credit].compactMap(\.self) {
          paragraphs += parts(of: prose, style: style, node: node)
        }
      }
    }
    if paragraphs.isEmpty {
      let first = draft.store.tokens.count
      paragraphs = [
        DraftParagraph(
          tokens: first..<first, node: node, leading: frame.leading, size: style.size)
      ]
    }
    return paragraphs.map { paragraph in
      var paragraph = paragraph
      paragraph.indent = 0
      paragraph.sideRule = 0
      paragraph.leading = max(paragraph.leading, pictureHeight(in: paragraph))
      return paragraph
    }
  }

  private mutating func parts(
    of prose: Int, style: TextStyle, node: Int
  ) -> [DraftParagraph] {
    guard prose < chapter.prose.count else { return [] }
    let high = pictures(of: prose).filter { isHigherThanLine($0.image) }.map(\.mark)
    let anchors = draft.anchors.count
    let parts = stretches(of: prose, around: high).map {
      leaf(prose, style: style, node: node, range: $0.range, marks: $0.marks)
    }
    // The cell has its name once, where it begins.
    draft.anchors.removeSubrange(min(anchors + 1, draft.anchors.count)...)
    return parts.filter { !$0.tokens.isEmpty }
  }

  /// The height of the highest picture in a paragraph, with a little white.
  private func pictureHeight(in paragraph: DraftParagraph) -> Float {
    let heights = paragraph.tokens.compactMap {
      draft.store.styles[draft.store.tokens[$0].style].picture?.height
    }
    return (heights.max() ?? 0) * Self.whiteAbove
  }

  private static let whiteAbove: Float = 1.1

  private func isHigherThanLine(_ image: Image) -> Bool {
    guard let height = lineHeight(of: image) else { return false }
    return height * Self.whiteAbove > frame.leading
  }
}
