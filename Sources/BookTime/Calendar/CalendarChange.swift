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
  /// written with the year before: 10 February 1664/5. Nil where it began in January long since.
  package var firstJanuaryYear: Int? { self == .greatBritain ? 1752 : nil }

  /// The change that holds for a book in a language tagged with BCP 47.
  package static func of(_ language: String) -> CalendarChange {
    let parts = language.lowercased().split(separator: "-")
    switch parts.first.map(String.init) ?? "en" {
    case "fr": return .france
    case "es", "it", "pt", "pl", "ca": return .catholic
    case "de": return .protestantGermany
    case "sv", "fi": return .sweden
    case "ru", "uk", "bg": return .russia
    case "el": return .greece
    case "tr": return .turkey
    default: return .greatBritain
    }
  }

  /// The day of a date as it was written in the country: Julian before the change. Nil for a day
  /// that the change left out, or that no month has.
  package func day(year: Int, month: Int, day: Int) -> DayNumber? {
    guard (1...12).contains(month), day >= 1 else { return nil }
    if day <= daysInMonth(month, year: year) {
      let gregorian = DayNumber(year: year, month: month, day: day)
      if gregorian >= firstGregorian { return gregorian }
    }
    guard day <= julianDaysInMonth(month, year: year) else { return nil }
    let julian = JulianDate(year: year, month: month, day: day).dayNumber
    return julian < firstGregorian ? julian : nil
  }

  /// Whether a date of that year was written by the Julian calendar.
  package func isJulian(year: Int, month: Int = 1, day: Int = 1) -> Bool {
    JulianDate(year: year, month: month, day: min(day, 28)).dayNumber < firstGregorian
  }
}
