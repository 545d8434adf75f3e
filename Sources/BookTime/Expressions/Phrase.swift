import BookModel

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
///
/// Much is copied of these, so each part takes no more room than it needs.
struct CalendarWords: Sendable {
  /// Year 0 is 1 BC.
  @Compact<Int32> var year: Int?
  @Compact<Int8> var month: Int?
  @Compact<Int8> var day: Int?
  /// Last day of `6–7 February`.
  @Compact<Int8> var lastDay: Int?
  @Compact<Int8> var weekday: Int?
  /// 21–24, or 33–41 for quarters and halves.
  @Compact<Int8> var season: Int?
  /// August *of that year* (0), *of the following year* (+1).
  @Compact<Int8> var yearStep: Int?
  /// *Last* May (-1), *that* summer (0), the *following* spring (+1).
  @Compact<Int8> var direction: Int?
  /// `January last`: the one before the day of writing, wherever the story is.
  var isBeforeWriting = false
  /// 1 for a decade, 2 for a century.
  var omitted: Int8 = 0
  /// Days from a feast: -1 for its eve.
  var feastOffset: Int8 = 0
  var feast: Feast?
  var part: Part?
  /// Two years that are one.
  var dual: Dual?
  var isApproximate = false
  var isUncertain = false
  /// Old style said so.
  var isOldStyle = false
  /// The year stood with two digits only.
  var isTwoDigit = false
  /// `5/8/2016`: day and month could be the other way round.
  var isAmbiguousOrder = false
  /// The era was written with it.
  var hasEra = false

  /// How a year is written that two numbers name.
  enum Dual: Sendable {
    /// `1664/5`: by the old and the new beginning of the year.
    case reckonings
    /// The winter of `1862–63`.
    case winter
  }

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

  /// More than a year ahead.
  var isYearsAhead: Bool {
    sign > 0 && (unit.days > 365 || unit == .year && amount.lowerBound > 1)
  }

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
  /// `my tenth birthday`: that very day.
  var isBirthday = false
}

/// A small number that may be missing, in the room of the number alone.
@propertyWrapper
struct Compact<Storage: FixedWidthInteger & Sendable>: Sendable {
  private var stored = Storage.min

  init() {}

  var wrappedValue: Int? {
    get { stored == .min ? nil : Int(stored) }
    set { stored = newValue.map { max(.min + 1, Storage(clamping: $0)) } ?? .min }
  }
}
