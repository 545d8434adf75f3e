import BookLanguage
import BookModel

extension CalendarChange {
  /// The day of a date as it was written in the country: Julian before the change.
  ///
  /// Nil for a day that the change left out, or that no month has.
  func day(year: Int, month: Int, day: Int) -> DayNumber? {
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
  func isJulian(year: Int, month: Int = 1, day: Int = 1) -> Bool {
    JulianDate(year: year, month: month, day: min(day, 28)).dayNumber < firstGregorian
  }
}
