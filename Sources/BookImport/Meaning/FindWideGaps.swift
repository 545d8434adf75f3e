extension Manuscript {
  /// Makes scene breaks of wide gaps: of space above a paragraph of prose that is wider than usual
  /// and rare.
  mutating func findWideGaps() {
    var wide: [Int] = []
    var gaps = 0
    for index in lines.indices.dropFirst() where isProse(index) && isProse(index - 1) {
      gaps += 1
      if hasWideSpaceBefore(index), lines[index].paragraph.breakBefore == .none {
        wide.append(index)
      }
    }
    guard gaps >= Self.fewest, wide.count * Self.mostCommon <= gaps else { return }
    for index in wide.reversed() {
      guess(.sceneBreak, "a wide space", at: index)
      var line = Line(TypedParagraph())
      line.role = .sceneBreak
      line.paragraph.place = lines[index].paragraph.place
      lines.insert(line, at: index)
    }
  }

  /// With fewer gaps nobody can say what is usual.
  private static let fewest = 8
  /// One gap in so many may be wide and still mean something.
  private static let mostCommon = 5
  /// Space beyond the usual, in twentieths of a point: most of a line.
  private static let wideSpace = 180
  /// Words of a paragraph of prose.
  private static let fewestWords = 5

  /// Whether more space is above a line than usual.
  func hasWideSpaceBefore(_ index: Int) -> Bool {
    lines[index].paragraph.before >= usualBefore + Self.wideSpace
  }

  private func isProse(_ index: Int) -> Bool {
    let line = lines[index]
    return line.role == .body && line.count >= Self.fewestWords && !line.isCentered
      && line.paragraph.alignment != .right && line.paragraph.item == nil && !line.paragraph.isInBox
      && !line.paragraph.runs.commonLook.contains(.bold)
  }
}
