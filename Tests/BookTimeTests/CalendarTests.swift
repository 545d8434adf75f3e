import BookLanguage
import BookModel
import Testing

@testable import BookTime

@Suite("Calendars and feasts")
struct CalendarTests {
  @Test("Julian dates go to days and back, one day at a time")
  func julianRoundTrips() {
    var day = JulianDate(year: -1, month: 1, day: 1).dayNumber
    var expected = (year: -1, month: 1, day: 1)
    for _ in 0..<1_000_000 {
      let date = JulianDate(day)
      #expect(
        date.year == expected.year && date.month == expected.month && date.day == expected.day)
      guard date.dayNumber == day else {
        Issue.record("\(date) is not its own day")
        return
      }
      // A second method: the calendar counted on by hand.
      expected.day += 1
      if expected.day > julianDaysInMonth(expected.month, year: expected.year) {
        expected.day = 1
        expected.month += 1
        if expected.month > 12 {
          expected.month = 1
          expected.year += 1
        }
      }
      day = day + 1
    }
  }

  @Test("days that both calendars knew")
  func knownDays() {
    #expect(
      JulianDate(year: 1582, month: 10, day: 5).dayNumber
        == DayNumber(year: 1582, month: 10, day: 15))
    #expect(
      JulianDate(year: 1706, month: 1, day: 6).dayNumber == DayNumber(year: 1706, month: 1, day: 17)
    )
    #expect(
      JulianDate(year: 1917, month: 10, day: 25).dayNumber
        == DayNumber(year: 1917, month: 11, day: 7))
  }

  @Test("Easter as it was kept")
  func easter() {
    let gregorian = [
      (1818, 3, 22), (1916, 4, 23), (1943, 4, 25), (1961, 4, 2), (2000, 4, 23), (2024, 3, 31),
    ]
    for (year, month, day) in gregorian {
      #expect(gregorianEaster(year) == (month, day))
    }
    // Pepys, 22 April 1660 and 30 March 1662; Russia, 2 April 1917 old style.
    for (year, month, day) in [(1660, 4, 22), (1662, 3, 30), (1917, 4, 2)] {
      #expect(julianEaster(year) == (month, day))
    }
    for year in 1583...2999 {
      let g = gregorianEaster(year)
      #expect(DayNumber(year: year, month: g.month, day: g.day).weekday == 7)
      let j = julianEaster(year)
      #expect(JulianDate(year: year, month: j.month, day: j.day).dayNumber.weekday == 7)
    }
  }

  @Test("the days a change of calendar left out are no days")
  func changes() {
    #expect(CalendarChange.greatBritain.day(year: 1752, month: 9, day: 10) == nil)
    #expect(
      CalendarChange.greatBritain.day(year: 1752, month: 9, day: 2)
        == DayNumber(year: 1752, month: 9, day: 13))
    #expect(
      CalendarChange.greatBritain.day(year: 1752, month: 9, day: 14)
        == DayNumber(year: 1752, month: 9, day: 14))
    #expect(CalendarChange.russia.day(year: 1918, month: 2, day: 5) == nil)
    #expect(CalendarChange.greatBritain.day(year: 1700, month: 2, day: 29) != nil)
    #expect(CalendarChange.catholic.day(year: 1700, month: 2, day: 29) == nil)
    #expect(Language.of("de-AT").calendarChange == .protestantGermany)
  }

  @Test("feasts fall on the days the tables give")
  func feasts() {
    #expect(Feast.michaelmas.day(in: 1665, julian: true)! == (9, 29))
    #expect(Feast.thanksgiving.day(in: 2023, julian: false)! == (11, 23))
    #expect(Feast.easterMonday.day(in: 1916, julian: false)! == (4, 24))
    #expect(Feast.memorialDay.day(in: 2022, julian: false)! == (5, 30))
  }
}
