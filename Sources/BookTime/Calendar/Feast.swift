import BookModel

/// A day of the church's or the people's year that prose names instead of a date.
enum Feast: Int, CaseIterable, Sendable {
  case christmas = 1
  case easter, michaelmas, whitsun, candlemas, lammas, martinmas, epiphany, halloween
  case thanksgiving, hogmanay, lent, advent, passover, midsummer, ladyDay, allSaints, shrovetide
  case twelfthNight, valentine
  // Named by more than one word.
  case goodFriday, palmSunday, easterMonday, ashWednesday, shroveTuesday, maundyThursday
  case whitMonday, ascension, corpusChristi, trinitySunday, newYear, independenceDay, bastilleDay
  case armisticeDay, boxingDay, mayDay, stPatrick, stJohn, stStephen, laborDay, allSouls, dDay
  case veDay, vjDay, memorialDay, columbusDay, guyFawkes, stGeorge, stAndrew, stDavid

  /// How its day is fixed.
  enum Rule: Sendable {
    case fixed(month: Int, day: Int)
    /// Days from Easter Sunday.
    case fromEaster(Int)
    /// The nth weekday of a month, from its end when negative.
    case nth(Int, weekday: Int, month: Int)
    /// A single day of history.
    case once(year: Int, month: Int, day: Int)
    case unknown
  }

  var rule: Rule {
    switch self {
    case .christmas: .fixed(month: 12, day: 25)
    case .easter: .fromEaster(0)
    case .michaelmas: .fixed(month: 9, day: 29)
    case .whitsun: .fromEaster(49)
    case .candlemas: .fixed(month: 2, day: 2)
    case .lammas: .fixed(month: 8, day: 1)
    case .martinmas, .armisticeDay: .fixed(month: 11, day: 11)
    case .epiphany: .fixed(month: 1, day: 6)
    case .halloween: .fixed(month: 10, day: 31)
    case .thanksgiving: .nth(4, weekday: 4, month: 11)
    case .hogmanay: .fixed(month: 12, day: 31)
    case .lent, .ashWednesday: .fromEaster(-46)
    case .advent, .passover: .unknown
    case .midsummer, .stJohn: .fixed(month: 6, day: 24)
    case .ladyDay: .fixed(month: 3, day: 25)
    case .allSaints: .fixed(month: 11, day: 1)
    case .allSouls: .fixed(month: 11, day: 2)
    case .shrovetide, .shroveTuesday: .fromEaster(-47)
    case .twelfthNight: .fixed(month: 1, day: 5)
    case .valentine: .fixed(month: 2, day: 14)
    case .goodFriday: .fromEaster(-2)
    case .palmSunday: .fromEaster(-7)
    case .easterMonday: .fromEaster(1)
    case .maundyThursday: .fromEaster(-3)
    case .whitMonday: .fromEaster(50)
    case .ascension: .fromEaster(39)
    case .corpusChristi: .fromEaster(60)
    case .trinitySunday: .fromEaster(56)
    case .newYear: .fixed(month: 1, day: 1)
    case .independenceDay: .fixed(month: 7, day: 4)
    case .bastilleDay: .fixed(month: 7, day: 14)
    case .boxingDay, .stStephen: .fixed(month: 12, day: 26)
    case .mayDay: .fixed(month: 5, day: 1)
    case .stPatrick: .fixed(month: 3, day: 17)
    case .laborDay: .nth(1, weekday: 1, month: 9)
    case .dDay: .once(year: 1944, month: 6, day: 6)
    case .veDay: .once(year: 1945, month: 5, day: 8)
    case .vjDay: .once(year: 1945, month: 8, day: 15)
    case .memorialDay: .nth(-1, weekday: 1, month: 5)
    case .columbusDay: .fixed(month: 10, day: 12)
    case .guyFawkes: .fixed(month: 11, day: 5)
    case .stGeorge: .fixed(month: 4, day: 23)
    case .stAndrew: .fixed(month: 11, day: 30)
    case .stDavid: .fixed(month: 3, day: 1)
    }
  }

  /// Its month and day in a year of the calendar then in use; nil where no table gives it.
  func day(in year: Int, julian: Bool) -> (month: Int, day: Int)? {
    switch rule {
    case .fixed(let month, let day): return (month, day)
    case .once(let only, let month, let day): return only == year ? (month, day) : nil
    case .unknown: return nil
    case .nth(let n, let weekday, let month): return Self.nth(n, weekday, month, year)
    case .fromEaster(let days):
      guard year > 30, year < 100_000 else { return nil }
      if julian {
        let easter = julianEaster(year)
        let day = JulianDate(year: year, month: easter.month, day: easter.day).dayNumber + days
        let date = JulianDate(day)
        return (date.month, date.day)
      }
      let easter = gregorianEaster(year)
      let date = (DayNumber(year: year, month: easter.month, day: easter.day) + days).civil
      return (date.month, date.day)
    }
  }

  private static func nth(_ n: Int, _ weekday: Int, _ month: Int, _ year: Int) -> (Int, Int) {
    if n > 0 {
      let first = DayNumber(year: year, month: month, day: 1).weekday
      return (month, 1 + (weekday - first + 7) % 7 + (n - 1) * 7)
    }
    let days = daysInMonth(month, year: year)
    let last = DayNumber(year: year, month: month, day: days).weekday
    return (month, days - (last - weekday + 7) % 7 + (n + 1) * 7)
  }
}
