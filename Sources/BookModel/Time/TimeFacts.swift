package import BookDiagnostics

/// What the words of the book say about time beyond what a chronology prints: the facts that the
/// rules about dates judge.
package struct TimeFacts: Sendable {
  /// Dates with a day, in reading order.
  package var days: [SaidDay] = []
  /// Ages of the narrator that stand beside a year, in reading order.
  package var ages: [SaidAge] = []
  /// Numbers of years that stand before a first and a last year, in reading order.
  package var lengths: [SaidLength] = []
  /// The narrator's birth, where its year is known.
  package var narratorBorn: NarratorBirth?
  /// Events that the author marked or listed, as told.
  package var tellings: [EventTelling] = []
  /// The lives of those who take part in them, by index into `PeopleAnnotation.people`.
  package var lives: [Int: Lifespan] = [:]

  package init() {}
}

/// A date with a day, as written, and what the calendar says of it.
package struct SaidDay: Sendable {
  /// Index into `TimeAnnotation.expressions`.
  package var expression: Int
  /// Nil where the words name none.
  package var year: Int?
  /// From 1.
  package var month: Int
  /// As written, in the month or not.
  package var day: Int
  /// Last day of `6–7 February`.
  package var lastDay: Int?
  /// From 1, Monday, where the words name one.
  package var weekday: Int?
  /// The year stood with two digits only.
  package var isTwoDigit: Bool
  /// `5/8/2016`: day and month could be the other way round.
  package var isAmbiguousOrder: Bool
  /// How many days the month can have had, in whichever calendar.
  package var monthLength: Int
  /// Whether the book's dates are those of Great Britain, whose calendar had no such day.
  package var isLeftOut: Bool
  /// Weekdays the day can have been, in whichever calendar; empty where the words name no weekday.
  package var weekdays: [Int]
  /// The weekday by the calendar in use then.
  package var civilWeekday: Int?

  package init(
    expression: Int, year: Int?, month: Int, day: Int, lastDay: Int?, weekday: Int?,
    isTwoDigit: Bool, isAmbiguousOrder: Bool, monthLength: Int, isLeftOut: Bool, weekdays: [Int],
    civilWeekday: Int?
  ) {
    self.expression = expression
    self.year = year
    self.month = month
    self.day = day
    self.lastDay = lastDay
    self.weekday = weekday
    self.isTwoDigit = isTwoDigit
    self.isAmbiguousOrder = isAmbiguousOrder
    self.monthLength = monthLength
    self.isLeftOut = isLeftOut
    self.weekdays = weekdays
    self.civilWeekday = civilWeekday
  }
}

/// `In 1985, when I was nine`.
package struct SaidAge: Sendable {
  /// Index into `TimeAnnotation.expressions` of the age.
  package var expression: Int
  /// The age.
  package var age: Int
  /// The year beside it.
  package var year: Int

  package init(expression: Int, age: Int, year: Int) {
    self.expression = expression
    self.age = age
    self.year = year
  }
}

/// `twelve years, from 1990 to 1996`.
package struct SaidLength: Sendable {
  /// Index into `TimeAnnotation.expressions` of the length.
  package var expression: Int
  /// How many years.
  package var years: Int
  /// The first year named with it.
  package var first: Int
  /// The last.
  package var last: Int

  package init(expression: Int, years: Int, first: Int, last: Int) {
    self.expression = expression
    self.years = years
    self.first = first
    self.last = last
  }
}

/// When the narrator was born.
package struct NarratorBirth: Sendable {
  /// The year.
  package var year: Int
  /// Uncertain or approximate.
  package var isQualified: Bool
  /// In words of English.
  package var shown: String

  package init(year: Int, isQualified: Bool, shown: String) {
    self.year = year
    self.isQualified = isQualified
    self.shown = shown
  }
}

/// An event as the author marked or listed it, before all events are put in order.
package struct EventTelling: Sendable {
  /// The id as the author wrote it, which two marks may share; else one of its own.
  package var id: String
  /// As the chronology prints it.
  package var title: String
  /// The mark or the entry.
  package var span: SourceSpan
  /// Indices into `PeopleAnnotation.people`.
  package var people: [Int]
  /// First day it can have been.
  package var earliest: DayNumber?
  /// Last day it can have been.
  package var latest: DayNumber?
  /// When, in words of English or of the author.
  package var when: String
  /// What the author stated, nil when the words of the sentence alone date it.
  package var stated: StatedDate?
  /// The winter that alone dates it, where it may be either of two.
  package var winter: DoubtfulWinter?

  package init(
    id: String, title: String, span: SourceSpan, people: [Int], earliest: DayNumber?,
    latest: DayNumber?, when: String, stated: StatedDate?, winter: DoubtfulWinter?
  ) {
    self.id = id
    self.title = title
    self.span = span
    self.people = people
    self.earliest = earliest
    self.latest = latest
    self.when = when
    self.stated = stated
    self.winter = winter
  }
}

/// A date in mark-up or YAML.
package struct StatedDate: Sendable {
  /// First day it can mean.
  package var earliest: DayNumber?
  /// Last day it can mean.
  package var latest: DayNumber?
  /// In words of English.
  package var shown: String

  package init(earliest: DayNumber?, latest: DayNumber?, shown: String) {
    self.earliest = earliest
    self.latest = latest
    self.shown = shown
  }
}

/// The life of somebody registered.
package struct Lifespan: Sendable {
  /// First day of the birth.
  package var born: DayNumber?
  /// Last day of the death.
  package var died: DayNumber?
  /// The birth in words of English; empty where none is known.
  package var bornShown: String
  /// Ditto the death.
  package var diedShown: String

  package init(born: DayNumber?, died: DayNumber?, bornShown: String, diedShown: String) {
    self.born = born
    self.died = died
    self.bornShown = bornShown
    self.diedShown = diedShown
  }
}

extension Lifespan {
  /// Whether it leaves room for what was between two days.
  package func allows(earliest: DayNumber?, latest: DayNumber?) -> Bool {
    if let born, let latest, latest < born { return false }
    if let died, let earliest, earliest > died { return false }
    return true
  }
}

/// A winter called by one year, which it may begin or end in.
package struct DoubtfulWinter: Sendable, Equatable {
  /// The year.
  package var year: Int
  /// The author's words.
  package var words: String
  /// The words name a time within it.
  package var isWithin: Bool

  package init(year: Int, words: String, isWithin: Bool) {
    (self.year, self.words, self.isWithin) = (year, words, isWithin)
  }
}
