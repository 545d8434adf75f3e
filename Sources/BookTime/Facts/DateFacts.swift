import BookLanguage
import BookModel

extension TimeFacts {
  /// What the phrases of a book say that a rule may judge.
  ///
  /// Only what the words themselves say is noted: a year that bookc worked out is never held
  /// against the author.
  init(_ book: Book, _ dated: [[DatedPhrase]], _ references: DateReferences) {
    self.init()
    let change = Language.of(book.metadata.language).calendarChange
    narratorBorn = references.narratorBorn?.edtf?.date.flatMap(NarratorBirth.init)
    var first = 0
    for (chapter, phrases) in zip(book.chapters, dated) {
      for (place, phrase) in phrases.enumerated() {
        switch phrase.meaning {
        case .calendar(let words):
          if let day = SaidDay(words, change, expression: first + place) { days.append(day) }
        case .age(let age):
          if narratorBorn != nil, age.isPlainlyNarrators {
            ages += yearsBeside(phrases, place, chapter).map {
              SaidAge(expression: first + place, age: age.years.lowerBound, year: $0)
            }
          }
        case .duration:
          if let length = length(phrases, place, chapter, expression: first + place) {
            lengths.append(length)
          }
        default: break
        }
      }
      first += phrases.count
    }
  }
}

extension SaidDay {
  /// The last year in which a country still wrote by the old calendar.
  private static let lastJulianYear = 1923
  /// A leap year, since a day without a year may be that of any.
  private static let leapYear = 2000

  fileprivate init?(_ words: CalendarWords, _ change: CalendarChange, expression: Int) {
    guard let month = words.month, let day = words.day else { return nil }
    self.init(
      expression: expression, year: words.year, month: month, day: day, lastDay: words.lastDay,
      weekday: words.weekday, isTwoDigit: words.isTwoDigit,
      isAmbiguousOrder: words.isAmbiguousOrder,
      monthLength: Self.length(of: month, words.year, change), isLeftOut: false, weekdays: [],
      civilWeekday: nil)
    guard let year = words.year else { return }
    isLeftOut =
      change == .greatBritain && change.day(year: year, month: month, day: day) == nil
    guard words.weekday != nil, year > 0 else { return }
    // Where the old calendar may be meant, its weekday will do.
    if day <= daysInMonth(month, year: year) {
      weekdays.append(DayNumber(year: year, month: month, day: day).weekday)
    }
    if year <= Self.lastJulianYear, day <= julianDaysInMonth(month, year: year) {
      weekdays.append(JulianDate(year: year, month: month, day: day).dayNumber.weekday)
    }
    civilWeekday = change.day(year: year, month: month, day: day)?.weekday
  }

  // Where the year began in March, the February of "1675" is that of 1676.
  private static func length(of month: Int, _ year: Int?, _ change: CalendarChange) -> Int {
    guard let year else { return daysInMonth(month, year: leapYear) }
    var years = [year]
    if let first = change.firstJanuaryYear, year < first, month <= 3 { years.append(year + 1) }
    return years.map { year in
      let isOld = year > 0 && year <= lastJulianYear
      return max(
        daysInMonth(month, year: year), isOld ? julianDaysInMonth(month, year: year) : 0)
    }.max() ?? daysInMonth(month, year: year)
  }
}

extension NarratorBirth {
  fileprivate init?(_ date: EDTFDate) {
    guard date.year.unspecified == 0, date.year.omitted == 0 else { return nil }
    self.init(
      year: date.year.number, isQualified: !date.year.qualification.isEmpty,
      shown: EDTF(date).inMessages)
  }
}

extension Age {
  /// One age, said of the narrator as it was.
  fileprivate var isPlainlyNarrators: Bool {
    isNarrators == true && !isApproximate && years.count == 1 && !isLimit
  }
}

/// How many bytes may stand between an age and the year it belongs to.
private let longestJoint = 12

/// The years that stand beside a phrase in its leaf, the one before it first.
private func yearsBeside(
  _ phrases: [DatedPhrase], _ place: Int, _ chapter: ParsedChapter
) -> [Int] {
  let range = phrases[place].expression.range
  return [place - 1, place + 1].compactMap { other in
    guard phrases.indices.contains(other), case .calendar(let words) = phrases[other].meaning,
      let year = words.year, words.omitted == 0, !words.isTwoDigit, !words.isApproximate,
      !words.isUncertain, phrases[other].expression.prose == phrases[place].expression.prose
    else { return nil }
    let r = phrases[other].expression.range
    let gap =
      other < place
      ? r.upperBound..<max(r.upperBound, range.lowerBound)
      : range.upperBound..<max(range.upperBound, r.lowerBound)
    return gap.count <= longestJoint && isPlainJoint(chapter.text[gap]) ? year : nil
  }
}

/// Nothing but a comma, blanks and small words stands between.
private func isPlainJoint(_ bytes: ArraySlice<UInt8>) -> Bool {
  !bytes.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "(") }
}

/// `twelve years, from 1990 to 1996`: a number of years right before two years.
private func length(
  _ phrases: [DatedPhrase], _ place: Int, _ chapter: ParsedChapter, expression: Int
) -> SaidLength? {
  guard case .duration(let amount, .year) = phrases[place].meaning, amount.count == 1,
    phrases.indices.contains(place + 1), case .span(let a, let b) = phrases[place + 1].meaning,
    a.isBareYear, b.isBareYear, let first = a.year, let last = b.year, a.omitted == 0,
    b.omitted == 0, phrases[place].expression.prose == phrases[place + 1].expression.prose
  else { return nil }
  let end = phrases[place].expression.range.upperBound
  let gap = end..<max(end, phrases[place + 1].expression.range.lowerBound)
  guard ["", "from"].contains(chapter.tidy(gap, capital: false)) else { return nil }
  return SaidLength(expression: expression, years: amount.lowerBound, first: first, last: last)
}
