import BookModel

extension Manuscript {
  /// Finds epigraphs: behind a chapter's title a few lines in the middle, to the right or in italics,
  /// the last of which is a source behind a dash.
  mutating func findEpigraphs() {
    for title in lines.indices where lines[title].role == .chapter {
      var group: [Int] = []
      var next = nextFilled(after: title)
      while let line = next, group.count < Self.longestEpigraph, isOfEpigraph(line) {
        group.append(line)
        if isSource(line) { break }
        next = nextFilled(after: line)
      }
      guard group.count >= 2, let first = group.first, let last = group.last, isSource(last) else {
        continue
      }
      set(first...last, as: .epigraph)
      guess(.epigraph, shown(first), at: first)
      dropCommonLook(first...last)
    }
  }

  /// Lines of an epigraph at most.
  private static let longestEpigraph = 12

  private func isOfEpigraph(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.role == .body, line.paragraph.item == nil, line.paragraph.breakBefore == .none else {
      return false
    }
    return line.isCentered || line.paragraph.alignment == .right || isSource(index)
      || line.paragraph.runs.commonLook.contains(.italic)
  }

  private func isSource(_ index: Int) -> Bool {
    lines[index].text.first.map { "—–-―".contains($0) } == true
      && lines[index].count <= Self.longestSource
  }

  /// Words of a source at most.
  private static let longestSource = 16
}
