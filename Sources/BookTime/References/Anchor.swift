import BookLanguage
import BookModel

/// A point of the story that later words are counted from.
struct Anchor: Sendable, Equatable {
  /// Year 0 is 1 BC; the calendar the text uses.
  var year: Int
  var month: Int?
  var day: Int?
  /// 21–24 where only the season is known.
  var season: Int?
  /// A winter called by the year that most of it lies in: it comes first in that year.
  var isWinterOfItsEnd = false
  /// A winter called by one year, which it may begin or end in.
  var isEitherWinter = false
  /// How sure the point is itself.
  var confidence: DateConfidence = .high

  /// The month for comparing: the season's middle where only that is known.
  var comparableMonth: Int? {
    if isWinterOfItsEnd { return 1 }
    return month ?? season.map { min(12, monthsOfSeason($0).lowerBound + 1) }
  }

  /// Whether it surely lies before another point, as far as both say.
  func isBefore(_ other: Anchor) -> Bool {
    if year != other.year { return year < other.year }
    guard let a = comparableMonth, let b = other.comparableMonth else { return false }
    if a != b { return a < b }
    guard let x = day, let y = other.day else { return false }
    return x < y
  }
}

/// What the words of one leaf are reckoned from.
struct References: Sendable {
  /// The day of writing: header, dateline, diary entry.
  var document: Anchor?
  /// Where the story is.
  var anchor: Anchor?
  /// The date named last, whether the story went there or not.
  var mention: Anchor?
  /// The year named last by itself within a sentence, which may be a digression.
  var aside: Int?
  /// Ditto where it was named in this paragraph, as a point to count from.
  var named: Anchor?
  /// The narrator's birth.
  var birth: Birth?
  /// Month and year of a dated heading, under which a diary's entries stand.
  var heading: Anchor?
  /// The text was written by the Julian calendar.
  var isJulian = false
  /// The country's change of calendar.
  let change: CalendarChange
  /// Whether the language's words of direction are known well enough to trust what they give.
  let readsWholly: Bool
  /// Whether more than numbers is read.
  let readsWords: Bool

  init(birth: Birth? = nil, language: Language) {
    self.birth = birth
    change = language.calendarChange
    readsWholly = language.dateGrammar.isWhole
    readsWords = language.supports.contains(.dates)
  }

  /// The day of writing where the text itself states it; the day a book came out is no place to
  /// tell a story from.
  var stated: Anchor? {
    guard let document, document.confidence > .medium else { return nil }
    return document
  }

  /// The day that "today" and "last week" are counted from: that of writing, unless somebody speaks
  /// within the story.
  func spoken(_ setting: Resolver.Setting) -> Anchor? {
    setting.isQuoted && anchor != nil ? nil : document
  }

  /// What a length of time at the head of a sentence is counted from.
  ///
  /// A year that the paragraph named last, "We met in 1961. Two years later we married", else where
  /// the story is.
  func origin(of shift: Shift, _ setting: Resolver.Setting) -> Anchor? {
    guard let named, setting.opensSentence else { return anchor ?? heading }
    let isAhead = anchor.map { named.year > $0.year } ?? true
    return shift.unit.days >= TimeUnit.year.days || isAhead ? named : anchor ?? heading
  }

  struct Birth: Sendable, Equatable {
    var edtf: EDTF
    /// Written by the Julian calendar.
    var date: EDTFDate
    var source: String
  }
}

/// What a phrase was found to mean.
struct Resolution {
  var edtf: EDTF?
  var earliest: DayNumber?
  var latest: DayNumber?
  var basis: DateBasis
  var confidence: DateConfidence
  var reasoning: String
  /// Where the story is once the phrase has been read; nil leaves it.
  var anchor: Anchor?
  /// The years of both ends of a range or of two alternatives.
  var ends: (Int, Int)?
}
