extension Manuscript {
  /// Measures how prose is set here: most paragraphs of more than a line.
  mutating func measureProse() {
    let prose = lines.filter {
      $0.role == .body && $0.count > Self.longLine && $0.paragraph.item == nil
        && $0.paragraph.outline == nil
    }
    func mostFrequent(_ values: [Int]) -> Int? {
      let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
      return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
    usualLeft = mostFrequent(prose.map(\.paragraph.left)) ?? 0
    usualIndent = mostFrequent(prose.map(\.typedIndent)) ?? 0
    usualBefore = mostFrequent(prose.map(\.paragraph.before)) ?? 0
    usualSize = mostFrequent(prose.map(\.paragraph.size)) ?? 0
  }

  /// Words of a paragraph that is surely prose.
  private static let longLine = 20
}
