/// A day counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar.
package struct DayNumber: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, negative before.
  package var value: Int

  package init(_ value: Int) { self.value = value }

  /// The day of a proleptic Gregorian date; year 0 is 1 BC.
  ///
  /// The month and day must be valid.
  ///
  /// After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  package init(year: Int, month: Int, day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    value = era * 146_097 + dayOfEra - 719_468
  }

  /// Year (0 is 1 BC), month and day.
  package var civil: (year: Int, month: Int, day: Int) {
    let z = value + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// 1 is Monday, 7 is Sunday (ISO 8601).
  package var weekday: Int { ((value + 3) % 7 + 7) % 7 + 1 }

  /// `YYYY-MM-DD`; years before 0 or after 9999 as EDTF writes them.
  package var iso: String {
    let (y, m, d) = civil
    func padded(_ n: Int, _ width: Int) -> String {
      let text = String(abs(n))
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    let year = y < 0 ? "-" + padded(y, 4) : y > 9999 ? "Y\(y)" : padded(y, 4)
    return "\(year)-\(padded(m, 2))-\(padded(d, 2))"
  }

  package static func < (a: DayNumber, b: DayNumber) -> Bool { a.value < b.value }
  package static func + (a: DayNumber, b: Int) -> DayNumber { DayNumber(a.value + b) }
  package static func - (a: DayNumber, b: Int) -> DayNumber { DayNumber(a.value - b) }
  package static func - (a: DayNumber, b: DayNumber) -> Int { a.value - b.value }
}
