import BookLanguage
package import BookModel

extension EDTF {
  /// Why a string is no EDTF of levels 0 to 2, in words for who wrote it, with what was most likely
  /// meant.
  package static func complaint(about text: String) -> String {
    let plain = text.trimmed
    if plain.isEmpty { return "a date is needed, such as \(examples)" }
    if let reason = reason(plain) { return "'\(plain)' is not a date: \(reason)" }
    if let meant = nearestEDTF(plain) {
      return
        "'\(plain)' is not a date in EDTF; '\(meant)' is \(meant.inMessages)"
    }
    return "'\(plain)' is not a date in EDTF levels 0 to 2, such as \(examples)"
  }

  private static let examples = "1953, 1953-06-02, 1890~, 2014-22 (summer) or 1939/1945"

  /// What is wrong with a string that has the form of a date or an interval.
  private static func reason(_ text: String) -> String? {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if ends.count == 2, let a = EDTF(ends[0]), let b = EDTF(ends[1]) {
      if let first = a.earliest, let last = b.latest, last < first {
        return "its end lies before its beginning"
      }
      return nil
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count else { return nil }
    let (year, month) = (numbers[0], numbers[1])
    guard (1...12).contains(month) else {
      return parts.count == 2
        ? "months are 01 to 12, seasons and other parts of a year 21 to 41"
        : "months are 01 to 12"
    }
    guard let day = numbers.dropFirst(2).first else { return nil }
    let days = daysInMonth(month, year: year)
    return (1...days).contains(day)
      ? nil : "\(Language.english.printedDates.months[month - 1]) has \(days) days in \(year)"
  }
}
