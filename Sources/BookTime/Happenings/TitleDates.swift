/// The dates of a leaf, as far as titles ask.
struct TitleDates {
  /// Where they stand, with what makes them bounds.
  let all: [Range<Int>]
  /// Those up to which something lasted.
  let limits: [Range<Int>]

  init(_ phrases: [PlacedPhrase]) {
    all = phrases.compactMap(\.dateRange)
    limits = phrases.filter { $0.setting.bound == .end }.compactMap(\.dateRange)
  }
}

extension PlacedPhrase {
  /// Where it stands when it is a date and no length of time, and no part of a wider one.
  fileprivate var dateRange: Range<Int>? {
    if phrase.isInner { return nil }
    if case .duration = phrase.meaning { return nil }
    return (boundStart ?? range.lowerBound)..<range.upperBound
  }
}
