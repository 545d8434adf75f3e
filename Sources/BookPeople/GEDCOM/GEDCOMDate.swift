import BookModel

/// A GEDCOM date as EDTF.
struct GEDCOMDate: Sendable, Equatable {
  /// Nil when it is in words.
  var edtf: String?
  /// Why it is not exactly what the file says.
  var remark: String?

  /// Reads the value of a DATE line; `isVersion7` decides whether "before" leaves the day out.
  init(_ words: String, isVersion7: Bool) {
    let reading = GEDCOMDateWords.read(words)
    let parts = reading.parts
    guard let first = parts.first, words.contains(where: \.isNumber) else {
      // Not a date and not meant as one: "Deceased", "Y".
      let letters = words.uppercased().filter(\.isLetter)
      if !["", "Y", "UNKNOWN", "DECEASED", "DEAD", "LIVING"].contains(letters) {
        remark = "'\(words)' is no date that bookc converts"
      }
      return
    }
    remark = reading.remark
    switch first {
    case "ABT", "EST":
      edtf = Self.date(parts.dropFirst())?.single.map { $0 + "~" }
    case "CAL": edtf = Self.date(parts.dropFirst())?.single
    case "BEF":
      edtf = Self.date(parts.dropFirst()).map { "[..\($0.last)]" }
      if !isVersion7 { remark = "'before' is read as 'no later than'" }
    case "AFT":
      edtf = Self.date(parts.dropFirst()).map { "[\($0.first)..]" }
      if !isVersion7 { remark = "'after' is read as 'no earlier than'" }
    case "BET":
      let ends = Self.ends(parts, "AND")
      edtf = ends.map { "[\($0.0.first)..\($0.1.last)]" }
    case "FROM":
      if let ends = Self.ends(parts, "TO") {
        edtf = "\(ends.0.first)/\(ends.1.last)"
      } else {
        edtf = Self.date(parts.dropFirst()).map { "\($0.first)/.." }
      }
    case "TO": edtf = Self.date(parts.dropFirst()).map { "../\($0.last)" }
    case "INT":
      edtf = Self.date(parts.dropFirst().prefix { !$0.hasPrefix("(") })?.single
      remark = "it was interpreted from words"
    default:
      edtf = Self.date(parts[...])?.text
      // "31 FEB 1900": the day is left out.
      if let edtf, edtf.count == 7, remark == nil, first.count <= 2, first.allSatisfy(\.isNumber) {
        remark = "'\(words)' is no day that there was; it is read as \(edtf)"
      }
    }
    if edtf == nil { remark = "'\(words)' is no date that bookc converts" }
  }

  /// One date; in a calendar whose months are not ours a month or year is a stretch of days.
  private struct Point {
    var first: String
    var last: String
    var single: String? { first == last ? first : nil }
    var text: String { first == last ? first : "[\(first)..\(last)]" }
  }

  private static func ends(_ parts: [String], _ word: String) -> (Point, Point)? {
    guard let middle = parts.firstIndex(of: word), let a = date(parts[1..<middle]),
      let b = date(parts[(middle + 1)...])
    else { return nil }
    return (a, b)
  }

  private static let months = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]

  private static func date(_ parts: ArraySlice<String>) -> Point? {
    var parts = Array(parts)
    var calendar = "GREGORIAN"
    if let first = parts.first, ["GREGORIAN", "JULIAN", "FRENCH_R", "HEBREW"].contains(first) {
      calendar = parts.removeFirst()
    }
    var isBefore = false
    if let last = parts.last, ["BCE", "BC", "B.C."].contains(last) {
      isBefore = true
      parts.removeLast()
    }
    guard parts.count >= 1, parts.count <= 3, let last = parts.last else { return nil }
    // "190X", "1900?", "1900-21" are EDTF as they are.
    if parts.count == 1, let edtf = readySpelling(last) { return Point(first: edtf, last: edtf) }
    // "1648/49": the year began in March; the civil year is the second.
    let isDual = last.contains("/")
    if isDual, last.split(separator: "/").count != 2 { return nil }
    guard var year = Int(last.prefix { $0 != "/" }), year >= 0, year < 10_000 else { return nil }
    if isDual { year += 1 }
    if isBefore { year = 1 - year }
    let monthNames = calendarMonths(calendar)
    var month: Int?
    if parts.count >= 2 {
      guard let place = monthNames.firstIndex(of: parts[parts.count - 2]) else { return nil }
      month = place + 1
    }
    var day: Int?
    if parts.count == 3 {
      guard let number = Int(parts[0]), number >= 1, number <= 31 else { return nil }
      day = number
    }
    return point(calendar, year, month, day)
  }

  private static func readySpelling(_ word: String) -> String? {
    guard word.utf8.count > 3, Int(word) == nil, Int(word.prefix(3)) != nil else { return nil }
    let isDecade = word.utf8.count == 4 && word.hasSuffix("X")
    let isUncertain = word.utf8.count == 5 && word.hasSuffix("?")
    let isSeason =
      word.utf8.count == 7 && Int(word.prefix(4)) != nil && word.dropFirst(4).hasPrefix("-2")
    return isDecade || isUncertain || isSeason ? word : nil
  }

  private static func calendarMonths(_ calendar: String) -> [String] {
    switch calendar {
    case "FRENCH_R":
      [
        "VEND", "BRUM", "FRIM", "NIVO", "PLUV", "VENT", "GERM", "FLOR", "PRAI", "MESS", "THER",
        "FRUC", "COMP",
      ]
    case "HEBREW":
      [
        "TSH", "CSH", "KSL", "TVT", "SHV", "ADR", "ADS", "NSN", "IYR", "SVN", "TMZ", "AAV", "ELL",
      ]
    default: months
    }
  }

  private static func point(_ calendar: String, _ year: Int, _ month: Int?, _ day: Int?) -> Point? {
    switch calendar {
    case "JULIAN":
      guard let month, let day else { return civil(year, month, nil) }
      let text = OldCalendars.julian(year, month, day).iso
      return Point(first: text, last: text)
    case "FRENCH_R":
      return span({ OldCalendars.french(year, $0, $1) }, of: (month, day, month == 13 ? 5 : 30, 13))
    case "HEBREW":
      return span({ OldCalendars.hebrew(year, $0, $1) }, of: (month, day, 29, 13))
    default:
      if let month, let day {
        guard day <= OldCalendars.length(ofMonth: month, year) else { return nil }
      }
      return civil(year, month, day)
    }
  }

  private static func span(
    _ day: (Int, Int) -> DayNumber, of parts: (month: Int?, day: Int?, length: Int, months: Int)
  ) -> Point? {
    if let month = parts.month, let number = parts.day {
      guard number <= 30 else { return nil }
      let text = day(month, number).iso
      return Point(first: text, last: text)
    }
    let first = day(parts.month ?? 1, 1)
    let last = day(parts.month ?? parts.months, parts.month == nil ? 5 : parts.length)
    return Point(first: first.iso, last: last.iso)
  }

  private static func civil(_ year: Int, _ month: Int?, _ day: Int?) -> Point? {
    func padded(_ n: Int, _ width: Int) -> String {
      let text = String(abs(n))
      return (n < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - text.utf8.count))
        + text
    }
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return Point(first: text, last: text)
  }
}

/// Days of calendars that GEDCOM knows beside ours.
enum OldCalendars {
  static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// A Julian date; year 0 is 1 BC.
  static func julian(_ year: Int, _ month: Int, _ day: Int) -> DayNumber {
    let y = month <= 2 ? year - 1 : year
    let m = month <= 2 ? month + 12 : month
    let fourths = y >= 0 ? y / 4 : (y - 3) / 4
    // Days since 1 March of year 0, whose Julian 1 March is 719,470 days before 1970.
    let days = 365 * y + fourths + (153 * (m - 3) + 2) / 5 + day - 1
    return DayNumber(days - 719_470)
  }

  /// A day of the French Republic; leap years as they were kept: 3, 7, 11.
  static func french(_ year: Int, _ month: Int, _ day: Int) -> DayNumber {
    DayNumber(year: 1792, month: 9, day: 22)
      + (365 * (year - 1) + year / 4 + 30 * (month - 1) + day - 1)
  }

  /// A Hebrew date; months count from Tishri, Adar Sheni is the seventh and empty in common years.
  static func hebrew(_ year: Int, _ month: Int, _ day: Int) -> DayNumber {
    let length = newYear(year + 1) - newYear(year)
    let isLeap = length > 370
    var lengths = [30, 29, 30, 29, 30, 29, 0, 30, 29, 30, 29, 30, 29]
    if length % 10 == 5 { lengths[1] = 30 }
    if length % 10 == 3 { lengths[2] = 29 }
    if isLeap {
      lengths[5] = 30
      lengths[6] = 29
    }
    let before = lengths.prefix(max(0, min(month - 1, 12))).reduce(0, +)
    return DayNumber(newYear(year) + before + day - 1)
  }

  // 1 Tishri: the molad and its postponements (Reingold and Dershowitz, Calendrical Calculations).
  private static func newYear(_ year: Int) -> Int {
    func elapsed(_ year: Int) -> Int {
      let months = (235 * year - 234) / 19
      let parts = 12_084 + 13_753 * months
      let day = 29 * months + parts / 25_920
      return 3 * (day + 1) % 7 < 3 ? day + 1 : day
    }
    let (last, this, next) = (elapsed(year - 1), elapsed(year), elapsed(year + 1))
    let delay = next - this == 356 ? 2 : this - last == 382 ? 1 : 0
    // 1 Tishri of year 1 is 7 October 3761 BC (Julian), 2,092,590 days before 1970.
    return this + delay - 2_092_590
  }
}
