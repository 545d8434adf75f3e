extension Manuscript {
  /// Makes scene breaks of empty lines: of more than are usual between two paragraphs here.
  mutating func findEmptyLines() {
    dropEmptyLinesWithin()
    let gaps = proseGaps()
    guard !gaps.isEmpty else { return }
    let usual = usualGap(gaps.map(\.blanks))
    let isOneRare = isSingleRare(gaps.map(\.blanks))
    for gap in gaps where gap.blanks > usual {
      let isRare = gap.blanks >= 2 || isOneRare
      guard isRare else { continue }
      let index = gap.before + 1
      lines[index].role = .sceneBreak
      guess(
        .sceneBreak, gap.blanks == 1 ? "an empty line" : "\(gap.blanks) empty lines",
        at: index)
    }
  }

  /// Where ornaments part the scenes, an empty line within a paragraph only parts two paragraphs.
  private mutating func dropEmptyLinesWithin() {
    guard lines.count(where: { $0.role == .sceneBreak }) > 1 else { return }
    for index in lines.indices.dropFirst().dropLast()
    where lines[index].role == .blank
      && lines[index - 1].paragraph.place == lines[index].paragraph.place
      && lines[index + 1].paragraph.place == lines[index].paragraph.place
    {
      lines[index].role = .gone
    }
  }

  private struct Gap {
    /// The line before it.
    var before: Int
    var blanks: Int
  }

  /// What lies between each two paragraphs of prose.
  private func proseGaps() -> [Gap] {
    var gaps: [Gap] = []
    var last: Int?
    var blanks = 0
    for index in lines.indices {
      switch lines[index].role {
      case .gone: continue
      case .blank: blanks += 1
      case .body where standsApart(index):
        last = nil
        blanks = 0
      case .body:
        if let last, lines[index].paragraph.breakBefore == .none || blanks == 0 {
          gaps.append(Gap(before: last, blanks: blanks))
        }
        last = index
        blanks = 0
      default:
        last = nil
        blanks = 0
      }
    }
    return gaps
  }

  /// A line in the middle or to the right, which empty lines set apart wherever it stands.
  private func standsApart(_ index: Int) -> Bool {
    lines[index].isCentered || lines[index].paragraph.alignment == .right
  }

  private func usualGap(_ blanks: [Int]) -> Int {
    blanks.sorted()[blanks.count / 2]
  }

  /// Whether one empty line is rare enough to mean something.
  private func isSingleRare(_ blanks: [Int]) -> Bool {
    let single = blanks.filter { $0 == 1 }.count
    return blanks.count >= Self.fewest && single * 5 <= blanks.count
  }

  /// With fewer gaps nobody can say what is usual.
  private static let fewest = 8
}
