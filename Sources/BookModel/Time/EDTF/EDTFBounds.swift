// The first and last day an expression can mean, as stated: `1984~` is 1984. What it can mean
// beyond that, `~` and `?` and rounded years taken at their word, is `widest`.

/// A calendar day that may lie in a year no day number can hold.
package struct CalendarDay: Comparable, Sendable {
  /// Year 0 is 1 BC.
  package var year: Int
  /// 1 to 12.
  package var month: Int
  /// 1 to 31.
  package var day: Int

  package static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// Years beyond this are clamped; more days than that do not matter to anybody.
  private static let limit = 1_000_000_000_000_000

  /// The day's number; a year beyond the limit is clamped to it.
  package var number: DayNumber {
    let year = Swift.max(-Self.limit, Swift.min(Self.limit, self.year))
    return DayNumber(year: year, month: month, day: day)
  }

  /// As the bounds are printed: `-0199-01-01`, `170000002-12-31`.
  var text: String {
    func padded(_ n: Int, _ width: Int) -> String {
      let digits = String(n.magnitude)
      return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
    return (year < 0 ? "-" : "") + padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }
}

/// The number of days of a month in the proleptic Gregorian calendar.
package func daysInMonth(_ month: Int, year: Int) -> Int {
  switch month {
  case 2: isLeap(year) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

/// Whether a year of the proleptic Gregorian calendar has 366 days.
func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

/// First and last month of a season, quarter, quadrimester or semester (ISO 8601-2, 4.8.2).
///
/// The standard leaves the seasons' months open; meteorological ones are taken, and a winter is
/// that which begins in the year, so far as it lies in it.
package func monthsOfSeason(_ season: Int) -> ClosedRange<Int> {
  switch season {
  case 21, 25, 31: 3...5
  case 22, 26, 32: 6...8
  case 23, 27, 29: 9...11
  case 24, 28, 30: 12...12
  case 33...36: (season - 33) * 3 + 1...(season - 33) * 3 + 3
  case 37...39: (season - 37) * 4 + 1...(season - 37) * 4 + 4
  case 40: 1...6
  case 41: 7...12
  default: 1...12
  }
}

extension EDTFDate.Year {
  /// The years it can stand for, from the unspecified or omitted digits.
  package var candidates: ClosedRange<Int> {
    var span = 0
    for (bit, worth) in [1, 10, 100, 1000].enumerated()
    where unspecified & (1 << bit) != 0 || bit < omitted {
      span += 9 * worth
    }
    return isNegative ? number - span...number : number...number + span
  }

  /// Whether a year fits the digits that are given.
  func contains(_ year: Int) -> Bool {
    guard candidates.contains(year), (year < 0) == isNegative || year == number else {
      return false
    }
    let (a, b) = (year.magnitude, number.magnitude)
    for (bit, worth) in [UInt(1), 10, 100, 1000].enumerated()
    where unspecified & (1 << bit) == 0 && bit >= omitted {
      if a / worth % 10 != b / worth % 10 { return false }
    }
    return true
  }

  /// The years that the significant digits leave open, nil without `S`.
  var rounded: ClosedRange<Int>? {
    guard let significantDigits else { return nil }
    let digits = String(number.magnitude).utf8.count
    var unit = 1
    for _ in 0..<max(0, digits - significantDigits) { unit &*= 10 }
    let base = Int(number.magnitude) / unit * unit
    return number < 0 ? -(base + (unit - 1))...(-base) : base...base + (unit - 1)
  }
}

extension EDTFDate {
  /// The first day it can mean.
  package var firstDay: CalendarDay? { boundary(last: false) }
  /// The last day it can mean.
  package var lastDay: CalendarDay? { boundary(last: true) }

  /// First days of the earliest and latest year, month and day it can stand for, by which the
  /// order of an interval's ends is judged.
  var lastStart: CalendarDay? {
    if let season { return CalendarDay(year: year.candidates.upperBound, month: season, day: 1) }
    if month == nil { return CalendarDay(year: year.candidates.upperBound, month: 1, day: 1) }
    return boundary(last: true, dayIsFirst: day == nil)
  }
  var firstStart: CalendarDay? {
    if let season { return CalendarDay(year: year.candidates.lowerBound, month: season, day: 1) }
    return firstDay
  }

  private func boundary(last: Bool, dayIsFirst: Bool = false) -> CalendarDay? {
    func ordered(_ numbers: [Int]) -> [Int] { last ? numbers.reversed() : numbers }
    let range = year.candidates
    if let season {
      let months = monthsOfSeason(season)
      let y = last ? range.upperBound : range.lowerBound
      let m = last ? months.upperBound : months.lowerBound
      return CalendarDay(year: y, month: m, day: last && !dayIsFirst ? daysInMonth(m, year: y) : 1)
    }
    let months = ordered(month?.candidates(in: 1...12) ?? Array(1...12))
    var y = last ? range.upperBound : range.lowerBound
    // A leap day is at most eight years away; unspecified digits may need up to a millennium.
    var tries = 0
    while range.contains(y), tries < 12_000 {
      if year.unspecified == 0 || year.contains(y) {
        for m in months {
          let days = daysInMonth(m, year: y)
          if let day {
            if let d = ordered(day.candidates(in: 1...days)).first {
              return CalendarDay(year: y, month: m, day: d)
            }
          } else {
            return CalendarDay(year: y, month: m, day: last && !dayIsFirst ? days : 1)
          }
        }
      }
      y += last ? -1 : 1
      tries += 1
    }
    return nil
  }
}

extension EDTF {
  /// The first day it can mean as stated; nil when it has none or it is unknown.
  package var earliest: DayNumber? { lower.day?.number }
  /// The last day it can mean as stated; nil when it has none or it is unknown.
  package var latest: DayNumber? { upper.day?.number }

  /// `earliest` as printed: `-inf` for an open start, nil for an unknown one.
  package var lowerString: String? { lower.isOpen ? "-inf" : lower.day?.text }
  /// `latest` as printed: `inf` for an open end, nil for an unknown one.
  package var upperString: String? { upper.isOpen ? "inf" : upper.day?.text }

  private typealias Bound = (day: CalendarDay?, isOpen: Bool)

  private var lower: Bound {
    switch value {
    case .date(let date), .dateTime(let date, _): return (date.firstDay, false)
    case .interval(let start, _): return Self.bound(start) { $0.firstDay }
    case .set(_, let members):
      var least: CalendarDay?
      for member in members {
        switch member {
        case .range(nil, _): return (nil, true)
        case .date(let date), .range(let date?, _):
          if let day = date.firstDay { least = least.map { min($0, day) } ?? day }
        }
      }
      return (least, false)
    }
  }

  private var upper: Bound {
    switch value {
    case .date(let date), .dateTime(let date, _): return (date.lastDay, false)
    case .interval(_, let end): return Self.bound(end) { $0.lastDay }
    case .set(_, let members):
      var greatest: CalendarDay?
      for member in members {
        switch member {
        case .range(_, nil): return (nil, true)
        case .date(let date), .range(_, let date?):
          if let day = date.lastDay { greatest = greatest.map { max($0, day) } ?? day }
        }
      }
      return (greatest, false)
    }
  }

  private static func bound(_ end: Endpoint, _ day: (EDTFDate) -> CalendarDay?) -> Bound {
    switch end {
    case .date(let date): (day(date), false)
    case .open: (nil, true)
    case .unknown: (nil, false)
    }
  }

  /// The days it can mean when `~`, `?`, rounding and seasons that cross the year are taken at
  /// their word: one unit of its grain either way, a whole winter.
  package var widest: (earliest: DayNumber?, latest: DayNumber?) {
    var (first, last) = (earliest, latest)
    if case .set = value { return (first, last) }
    let start: EDTFDate?
    let end: EDTFDate?
    switch value {
    case .date(let date), .dateTime(let date, _): (start, end) = (date, date)
    case .interval(.date(let a), .date(let b)): (start, end) = (a, b)
    case .interval(.date(let a), _): (start, end) = (a, nil)
    case .interval(_, .date(let b)): (start, end) = (nil, b)
    default: (start, end) = (nil, nil)
    }
    if let start, let day = first { first = day - start.padding.before }
    if let end, let day = last { last = day + end.padding.after }
    if let rounded = start?.year.rounded {
      first = CalendarDay(year: rounded.lowerBound, month: 1, day: 1).number
    }
    if let rounded = end?.year.rounded {
      last = CalendarDay(year: rounded.upperBound, month: 12, day: 31).number
    }
    return (first, last)
  }
}

extension EDTFDate {
  /// Days beyond the bounds that its qualification and its season allow.
  fileprivate var padding: (before: Int, after: Int) {
    var before = 0
    var after = 0
    // "Winter 2010" begins in December 2009 or ends in February 2011.
    if let season, [24, 28, 30].contains(season) { (before, after) = (365, 59) }
    let q = [year.qualification, month?.qualification ?? [], day?.qualification ?? []]
    for (index, qualification) in q.enumerated() where !qualification.isEmpty {
      let coarse = year.omitted == 1 || year.unspecified == 1 ? 731 : 366
      let isFinest = index == 2 || (index == 1 && day == nil) || (index == 0 && month == nil)
      let unit = [coarse, season != nil ? 61 : 31, 7][index]
      let steps = qualification.rawValue.nonzeroBitCount
      if isFinest {
        before += unit * steps
        after += unit * steps
      } else if !isQualifiedAsAWhole {
        before += unit * steps
        after += unit * steps
      }
    }
    return (before, after)
  }
}
