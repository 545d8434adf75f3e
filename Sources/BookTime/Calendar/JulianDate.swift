package import BookModel

/// A date of the Julian calendar; year 0 is 1 BC.
package struct JulianDate: Sendable, Hashable {
  package var year: Int
  package var month: Int
  package var day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The Julian date of a day (after Richards), with years counted from March so that the
  /// leap day comes last.
  package init(_ number: DayNumber) {
    // Days since 1 March of year 0, Julian.
    let days = number.value + 719_470
    let cycle = days >= 0 ? days / 1461 : (days - 1460) / 1461
    let dayOfCycle = days - cycle * 1461
    let yearOfCycle = min(dayOfCycle / 365, 3)
    let dayOfYear = dayOfCycle - yearOfCycle * 365
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = cycle * 4 + yearOfCycle + (month <= 2 ? 1 : 0)
  }

  /// The day; month and day must be valid.
  package var dayNumber: DayNumber {
    let y = month <= 2 ? year - 1 : year
    let cycle = y >= 0 ? y / 4 : (y - 3) / 4
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return DayNumber(cycle * 1461 + (y - cycle * 4) * 365 + dayOfYear - 719_470)
  }
}

/// Days of a month in the Julian calendar.
package func julianDaysInMonth(_ month: Int, year: Int) -> Int {
  month == 2 ? (year % 4 == 0 ? 29 : 28) : daysInMonth(month, year: 1)
}

/// Easter Sunday of the Gregorian calendar: the anonymous computus of 1876.
package func gregorianEaster(_ year: Int) -> (month: Int, day: Int) {
  let a = year % 19
  let b = year / 100
  let c = year % 100
  let d = (19 * a + b - b / 4 - ((b - (b + 8) / 25 + 1) / 3) + 15) % 30
  let e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7
  let f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114
  return (f / 31, f % 31 + 1)
}

/// Easter Sunday of the Julian calendar, as a Julian date: Meeus, "Astronomical Algorithms".
package func julianEaster(_ year: Int) -> (month: Int, day: Int) {
  let a = year % 4
  let b = year % 7
  let c = year % 19
  let d = (19 * c + 15) % 30
  let e = (2 * a + 4 * b - d + 34) % 7
  let f = d + e + 114
  return (f / 31, f % 31 + 1)
}
