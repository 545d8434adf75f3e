import BookModel

/// Short stretches of a chapter that are set off by emphasis, as titles of works and names of ships
/// are.
struct EmphasisedRanges {
  private let ranges: [Range<Int>]
  /// How many letters a title has at most; longer ones are sentences.
  private static let longest = 60

  init(_ chapter: ParsedChapter) {
    ranges = chapter.marks.filter { $0.kind == .emphasis && $0.range.count <= Self.longest }
      .map(\.range)
  }

  /// Whether one begins at a place.
  func begins(at place: Int) -> Bool {
    index(before: place + 1).map { ranges[$0].lowerBound == place } ?? false
  }

  /// Whether one is a stretch and nothing else.
  func areExactly(_ range: Range<Int>) -> Bool {
    index(before: range.lowerBound + 1).map { ranges[$0] == range } ?? false
  }

  /// Whether a stretch lies within one.
  func hold(_ range: Range<Int>) -> Bool {
    index(before: range.lowerBound + 1).map { ranges[$0].upperBound >= range.upperBound } ?? false
  }

  // The last that begins before a place.
  private func index(before place: Int) -> Int? {
    let next = ranges.partitioningIndex { $0.lowerBound >= place }
    return next > 0 ? next - 1 : nil
  }
}
