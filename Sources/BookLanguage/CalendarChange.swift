package import BookModel

/// When a country left the Julian calendar.
package enum CalendarChange: String, Sendable, CaseIterable {
  case catholic = "Spain, Portugal, Italy and Poland"
  case france = "France"
  case greatBritain = "Great Britain and its colonies"
  case protestantGermany = "the Protestant states of Germany"
  case sweden = "Sweden"
  case russia = "Russia"
  case greece = "Greece"
  case turkey = "Turkey"

  /// The first day of the Gregorian calendar.
  package var firstGregorian: DayNumber {
    switch self {
    case .catholic: DayNumber(year: 1582, month: 10, day: 15)
    case .france: DayNumber(year: 1582, month: 12, day: 20)
    case .greatBritain: DayNumber(year: 1752, month: 9, day: 14)
    case .protestantGermany: DayNumber(year: 1700, month: 3, day: 1)
    case .sweden: DayNumber(year: 1753, month: 3, day: 1)
    case .russia: DayNumber(year: 1918, month: 2, day: 14)
    case .greece: DayNumber(year: 1923, month: 3, day: 1)
    case .turkey: DayNumber(year: 1917, month: 3, day: 1)
    }
  }

  /// Before this year the civil year began on 25 March there, so that January and February were
  /// written with the year before: 10 February 1664/5.
  ///
  /// Nil where it began in January long since.
  package var firstJanuaryYear: Int? { self == .greatBritain ? 1752 : nil }
}
