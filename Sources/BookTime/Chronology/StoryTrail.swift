import BookModel

/// When the story stands where, as the dates told straight on say: what a happening without a date of its
/// own is held between.
struct StoryTrail {
  /// A date that the story went to.
  struct Stop {
    var chapter: Int
    /// Index into the chapter's leaves.
    var prose: Int
    var byte: Int
    var earliest: DayNumber
    var latest: DayNumber
    fileprivate var middle: DayNumber { earliest + (latest - earliest) / 2 }
  }

  /// In the order of telling; what was only looked back or ahead at is left out.
  let stops: [Stop]
  /// The latest first day up to each stop, and the earliest last day from each on.
  private let firsts: [DayNumber]
  private let lasts: [DayNumber]

  /// - Parameter periods: where the story names a time that everybody knows
  init(_ dated: [[DatedPhrase]], of chapters: [ParsedChapter], periods: [Stop]) {
    var told: [Stop] = []
    for (phrases, chapter) in zip(dated, chapters) where chapter.header.matter == .body {
      for phrase in phrases where phrase.isStory && !phrase.isInner {
        let expression = phrase.expression
        guard let earliest = expression.earliest, let latest = expression.latest,
          expression.confidence >= .medium, latest - earliest <= Self.widest
        else { continue }
        told.append(
          Stop(
            chapter: expression.chapter, prose: expression.prose, byte: expression.range.lowerBound,
            earliest: earliest,
            latest: latest))
      }
    }
    told += periods
    told.sort { ($0.chapter, $0.byte) < ($1.chapter, $1.byte) }
    let stops = Self.straight(told)
    self.stops = stops
    var firsts: [DayNumber] = []
    for stop in stops { firsts.append(max(firsts.last ?? stop.earliest, stop.earliest)) }
    var lasts: [DayNumber] = []
    for stop in stops.reversed() { lasts.append(min(lasts.last ?? stop.latest, stop.latest)) }
    self.firsts = firsts
    self.lasts = lasts.reversed()
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
      where told[earlier].earliest <= stop.middle && length[earlier] + 1 > length[at] {
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
  func bounds(
    chapter: Int, prose: Int, byte: Int
  ) -> (earliest: DayNumber?, latest: DayNumber?) {
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
    guard low > 0 else { return (nil, low < stops.count ? lasts[low] : nil) }
    let before = stops[low - 1]
    var first = firsts[low - 1]
    var last = low < stops.count ? lasts[low] : nil
    if let known = last, known < first { (first, last) = (before.earliest, stops[low].latest) }
    // Told in one breath with a date, it lies near it.
    let distance = prose - before.prose
    if before.chapter == chapter, (0...Self.nearby).contains(distance) {
      let width = max(Self.month, before.latest - before.earliest) * (distance + 1)
      let near = before.latest + width
      if near >= first { last = last.map { min($0, near) } ?? near }
    }
    return (first, last)
  }

  /// In leaves.
  private static let nearby = 2
  private static let month = 31
}
