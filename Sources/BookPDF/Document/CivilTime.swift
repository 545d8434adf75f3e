/// A moment in Universal Time as a calendar and a clock say it.
struct CivilTime: Equatable {
  var year: Int
  var month: Int
  var day: Int
  var hour: Int
  var minute: Int
  var second: Int

  /// By counting eras of 400 years from 0000-03-01.
  init(secondsSince1970 seconds: Int) {
    // Years 1 to 9999, the only ones the formats can say.
    let seconds = max(-62_135_596_800, min(253_402_300_799, seconds))
    let days = (seconds - (seconds % 86400 + 86400) % 86400) / 86400
    let time = seconds - days * 86400
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    (hour, minute, second) = (time / 3600, time / 60 % 60, time % 60)
  }

  private func padded(_ value: Int, _ width: Int = 2) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// `D:20200501000000Z` (ISO 32000-1, 7.9.4).
  var inPDF: String {
    "D:\(padded(year, 4))\(padded(month))\(padded(day))"
      + "\(padded(hour))\(padded(minute))\(padded(second))Z"
  }

  /// `2020-05-01T00:00:00Z`.
  var inISO8601: String {
    "\(padded(year, 4))-\(padded(month))-\(padded(day))"
      + "T\(padded(hour)):\(padded(minute)):\(padded(second))Z"
  }
}
