import BookModel
import Testing

@Suite("Day numbers")
struct DayNumberTests {
  @Test("days and dates correspond one to one from 4000 BC to AD 4000, day after day")
  func everyDayComesBack() {
    var day = DayNumber(year: -3999, month: 1, day: 1)
    let last = DayNumber(year: 4000, month: 12, day: 31)
    var expected = (year: -3999, month: 1, day: 1)
    while day <= last {
      let civil = day.civil
      if civil != expected {
        Issue.record("\(day.value) is \(civil), expected \(expected)")
        return
      }
      let isLeap = expected.year % 4 == 0 && (expected.year % 100 != 0 || expected.year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      expected.day += 1
      if expected.day > lengths[expected.month - 1] {
        expected = (expected.year, expected.month + 1, 1)
        if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
      }
      day = day + 1
    }
  }

  @Test(
    "known weekdays",
    arguments: [(1970, 1, 1, 4), (2016, 8, 5, 5), (2000, 1, 1, 6), (1665, 10, 9, 5), (1, 1, 1, 1)])
  func weekdays(year: Int, month: Int, day: Int, weekday: Int) {
    #expect(DayNumber(year: year, month: month, day: day).weekday == weekday)
  }

  @Test("years are printed as EDTF has them")
  func printing() {
    #expect(DayNumber(year: 2014, month: 6, day: 1).iso == "2014-06-01")
    #expect(DayNumber(year: -43, month: 3, day: 15).iso == "-0043-03-15")
    #expect(DayNumber(year: 12000, month: 1, day: 2).iso == "Y12000-01-02")
  }
}
