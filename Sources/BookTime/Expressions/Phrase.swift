/// Words that say when, as they stand, before anything is known of their surroundings.
struct Phrase: Sendable {
  /// Range of the leaf's tokens.
  var tokens: Range<Int>
  /// What the words say.
  var meaning: Meaning
  /// Part of a wider phrase that was reported already: one end of a range.
  var isInner = false

  indirect enum Meaning: Sendable {
    /// A date with all, some or none of year, month and day.
    case calendar(CalendarWords)
    /// From the one to the other.
    case span(CalendarWords, CalendarWords)
    /// The one or the other.
    case either(CalendarWords, CalendarWords)
    /// So long before or after something.
    case shift(Shift)
    /// That day, the same month, the end of the year.
    case same(TimeUnit, CalendarWords.Part?)
    /// The following year (+1), the previous month (-1).
    case step(TimeUnit, Int, CalendarWords.Part?)
    /// Today (0), yesterday (-1), the day before yesterday (-2).
    case deictic(Int)
    /// At so many years of age.
    case age(Age)
    /// How long something took, or how old it was.
    case duration(ClosedRange<Int>, TimeUnit)
    /// The narrator's birth.
    case birth(Shift?)
    /// A date that the author gave in mark-up.
    case marked(EDTF)
  }
}

/// A date in words.
struct CalendarWords: Sendable {
  /// Year 0 is 1 BC.
  var year: Int?
  /// 1 for a decade, 2 for a century.
  var omitted = 0
  var month: Int?
  var day: Int?
  /// Last day of `6–7 February`.
  var lastDay: Int?
  var weekday: Int?
  /// 21–24, or 33–41 for quarters and halves.
  var season: Int?
  var feast: Feast?
  /// Days from a feast: -1 for its eve.
  var feastOffset = 0
  /// August *of that year* (0), *of the following year* (+1).
  var yearStep: Int?
  /// *Last* May (-1), *that* summer (0), the *following* spring (+1).
  var direction: Int?
  var part: Part?
  var isApproximate = false
  var isUncertain = false
  /// Old style said so.
  var isOldStyle = false
  /// Written `1664/5`.
  var dualYear: String?
  /// The year stood with two digits only.
  var isTwoDigit = false
  /// `5/8/2016`: day and month could be the other way round.
  var isAmbiguousOrder = false
  /// The era was written with it.
  var hasEra = false

  enum Part: Sendable { case early, middle, late }

  /// Nothing beyond a year.
  var isBareYear: Bool {
    month == nil && day == nil && season == nil && feast == nil && weekday == nil
  }
}

/// So long before or after something.
struct Shift: Sendable {
  var amount: ClosedRange<Int>
  var unit: TimeUnit
  /// +1 after, -1 before.
  var sign: Int
  var origin: Origin
  var isApproximate = false

  indirect enum Origin: Sendable {
    /// Where the story is.
    case anchor
    /// The day of writing.
    case document
    /// A date named with it.
    case calendar(CalendarWords)
    /// The narrator's birth.
    case birth
    /// Something that is told but not dated by these words.
    case event
  }
}

/// An age somebody had.
struct Age: Sendable {
  var years: ClosedRange<Int>
  var isApproximate = false
  /// `until I was twelve`: a time that ends there.
  var isLimit = false
  /// Written with `I` or `my`.
  var isNarrators: Bool?
}
