import BookModel

/// When the story stands where, as the dates told straight on say: what a happening without a date of its
/// own is held between.
struct StoryTrail {
  /// A date that the story went to.
  struct Stop {
    var chapter: Int
    var byte: Int
    var earliest: DayNumber
    var latest: DayNumber
  }

  /// In the order of telling; what was only looked back or ahead at is left out.
  let stops: [Stop]

  /// - Parameter periods: where the story names a time that everybody knows
  init(_ dated: [[DatedPhrase]], periods: [Stop]) {
    var told: [Stop] = []
    for phrases in dated {
      for phrase in phrases where phrase.isStory && !phrase.isInner {
        let expression = phrase.expression
        guard let earliest = expression.earliest, let latest = expression.latest,
          expression.confidence >= .medium, latest - earliest <= Self.widest
        else { continue }
        told.append(
          Stop(
            chapter: expression.chapter, byte: expression.range.lowerBound, earliest: earliest,
            latest: latest))
      }
    }
    told += periods
    told.sort { ($0.chapter, $0.byte) < ($1.chapter, $1.byte) }
    stops = Self.straight(told)
  }

  /// Wider dates say little about where the story is.
  private static let widest = 5 * 366
  /// How many stops a digression may have.
  private static let reach = 40

  /// The longest run of stops of which none lies before one told earlier: the story's own thread.
  private static func straight(_ told: [Stop]) -> [Stop] {
    var length = Array(repeating: 1, count: told.count)
    var from = Array(repeating: -1, count: told.count)
    for (at, stop) in told.enumerated() {
      for earlier in max(0, at - reach)..<at
      where told[earlier].earliest <= stop.latest && told[earlier].latest <= stop.latest
        && told[earlier].earliest <= stop.earliest && length[earlier] + 1 > length[at]
      {
        length[at] = length[earlier] + 1
        from[at] = earlier
      }
    }
    var at = length.indices.max { (length[$0], -$0) < (length[$1], -$1) } ?? -1
    var thread: [Stop] = []
    while at >= 0 {
      thread.append(told[at])
      at = from[at]
    }
    return thread.reversed()
  }

  /// The days between which something lies that is told at a place without a date of its own.
  func bounds(chapter: Int, byte: Int) -> (earliest: DayNumber?, latest: DayNumber?) {
    var low = 0
    var high = stops.count
    while low < high {
      let middle = (low + high) / 2
      if (stops[middle].chapter, stops[middle].byte) <= (chapter, byte) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return (
      low > 0 ? stops[low - 1].earliest : nil, low < stops.count ? stops[low].latest : nil
    )
  }
}
