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
  /// How far into the book each chapter begins, in bytes.
  private let beginnings: [Int]
  /// Which part of the dates told stands in the order of time: of a book told straight on nearly all.
  let straightness: Double

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
    straightness = told.isEmpty ? 1 : Double(stops.count) / Double(told.count)
    var beginnings: [Int] = []
    var bytes = 0
    for chapter in chapters {
      beginnings.append(bytes)
      bytes += chapter.text.count
    }
    self.beginnings = beginnings
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
    let low = stops.partitioningIndex { ($0.chapter, $0.byte) > (chapter, byte) }
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
    if low < stops.count, let end = last, end - first > Self.shortGap {
      let from = beginnings[before.chapter] + before.byte
      let to = beginnings[stops[low].chapter] + stops[low].byte
      let here = beginnings[chapter] + byte
      (first, last) = Self.nearer(
        first, end, at: Double(here - from) / Double(max(1, to - from)))
    }
    return (first, last)
  }

  /// The part of a gap in which something lies that is told so far on the way from its one end to the
  /// other: a story stays where it is for long and then comes on, so what is told early lies early.
  private static func nearer(
    _ first: DayNumber, _ last: DayNumber, at part: Double
  ) -> (DayNumber, DayNumber) {
    let days = Double(last - first)
    let low = max(0, min(1, Self.slowness * part - Self.lag))
    let high = max(0, min(1, Self.lead + (1 - Self.lead) * part))
    return (first + Int(days * low), first + Int((days * high).rounded(.up)))
  }

  /// Of two memoirs with known dates nearly every event lies within these lines.
  private static let slowness = 1.9
  private static let lag = 1.1
  private static let lead = 0.2
  /// In days: shorter gaps are told as they are.
  private static let shortGap = 180

  /// Whether the story's own dates say where it stands at a place: in a book told straight on they do
  /// everywhere, in one told by subjects only behind a date of the same chapter.
  func leads(to chapter: Int, _ byte: Int) -> Bool {
    isStraight
      || stops.contains { $0.chapter == chapter && $0.byte <= byte }
        && straightness >= Self.halfStraight
  }

  /// Whether the book is told straight on, mostly.
  var isStraight: Bool { straightness >= Self.straight }

  private static let straight = 0.55
  private static let halfStraight = 0.4

  /// In leaves.
  private static let nearby = 2
  private static let month = 31
}
