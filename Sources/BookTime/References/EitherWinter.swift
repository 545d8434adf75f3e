import BookModel

/// A winter that is called by one year: the one that ends in it, or the one that begins.
struct EitherWinter {
  /// The year it is called by.
  let year: Int

  /// EDTF's number of winter.
  static let season = 24

  /// Which of the two it is.
  enum Side { case ending, beginning }

  /// The year of one of its months.
  func year(of month: Int, _ side: Side) -> Int? {
    switch month {
    case 12: side == .ending ? year - 1 : year
    case 1, 2: side == .ending ? year : year + 1
    default: nil
    }
  }

  /// Its first and last day.
  func days(_ side: Side) -> (first: DayNumber, last: DayNumber) {
    let end = side == .ending ? year : year + 1
    return (
      DayNumber(year: end - 1, month: 12, day: 1),
      DayNumber(year: end, month: 2, day: daysInMonth(2, year: end))
    )
  }

  /// Which it is for a story that comes from it to a later point: a month of one of the two, or the year
  /// before the second has begun; nil where that leaves both.
  func side(before point: Anchor) -> Side? {
    guard let month = point.month else { return nil }
    if year(of: month, .ending) == point.year { return .ending }
    if year(of: month, .beginning) == point.year { return .beginning }
    return month > 2 && point.year == year ? .ending : nil
  }
}

extension Resolver {
  /// `That February`, told in "the winter of 1947": of the one year or of the other.
  func inEitherWinter(
    _ words: CalendarWords, _ reference: Anchor, _ setting: Setting
  ) -> Resolution? {
    let winter = EitherWinter(year: reference.year)
    guard reference.isEitherWinter, words.yearStep == nil, words.direction ?? 0 == 0,
      !setting.looksBack, let month = words.month, let one = winter.year(of: month, .ending),
      let other = winter.year(of: month, .beginning)
    else { return nil }
    let why = "in the winter of \(winter.year), which may have ended or begun in that year"
    let dates = [one, other].map { year in
      var dated = words
      dated.year = year
      return absolute(dated, isStated: false, setting, why)
    }
    guard let first = dates[0].edtf?.date, let second = dates[1].edtf?.date else { return nil }
    return Resolution(
      edtf: EDTF(value: .set(.oneOf, [.date(first), .date(second)]), level: 2),
      earliest: dates[0].earliest, latest: dates[1].latest, basis: .relative, confidence: .medium,
      reasoning: why, anchor: reference)
  }
}

extension DatedPhrase {
  /// A month of a winter that may be either of two: the year of the winter.
  var eitherWinter: Int? {
    guard case .calendar(let words) = meaning, words.year == nil, let month = words.month,
      case .set(.oneOf, let members) = expression.edtf?.value, members.count == 2,
      case .date(let first) = members[0]
    else { return nil }
    return month == 12 ? first.year.number + 1 : first.year.number
  }

  /// Takes the days of the one winter that it has been found to mean or to lie in.
  mutating func settle(_ winter: EitherWinter, _ side: EitherWinter.Side, _ why: String) {
    if eitherWinter == winter.year, case .set(_, let members) = expression.edtf?.value,
      case .date(let date) = members[side == .ending ? 0 : 1]
    {
      let edtf = EDTF(date)
      expression.edtf = edtf
      (expression.earliest, expression.latest) = edtf.widest
      expression.confidence = .high
      expression.reasoning += "; " + why
      return
    }
    guard case .calendar(let words) = meaning, words.season == EitherWinter.season,
      words.dual == nil, expression.edtf?.date?.year.number == winter.year
    else { return }
    let days = winter.days(side)
    (expression.earliest, expression.latest) = (days.first, days.last)
    expression.reasoning += "; " + why
  }
}
