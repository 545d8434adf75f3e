/// A date as ISO 8601-2:2019, annex A (EDTF, levels 0 to 2), writes it.
package struct EDTF: Sendable, Hashable {
  /// What it says.
  package var value: Value
  /// The lowest level of EDTF that has all it uses.
  package var level: Int

  /// The kinds of expression.
  package enum Value: Sendable, Hashable {
    case date(EDTFDate)
    /// A full date with a time of day, kept as written behind the `T`.
    case dateTime(EDTFDate, time: String)
    case interval(Endpoint, Endpoint)
    /// `[…]` one of them, `{…}` all of them.
    case set(SetKind, [Member])
  }

  /// One end of an interval.
  package enum Endpoint: Sendable, Hashable {
    case date(EDTFDate)
    /// `..`: it has no end.
    case open
    /// Nothing: it has an end that is not known.
    case unknown
  }

  /// How a set is meant.
  package enum SetKind: Sendable, Hashable {
    case oneOf
    case allOf
  }

  /// One member of a set.
  package enum Member: Sendable, Hashable {
    case date(EDTFDate)
    /// `a..b`, `..b`, `a..`; never both nil.
    case range(EDTFDate?, EDTFDate?)
  }

  /// Reads a string; nil when it is not EDTF of level 0, 1 or 2.
  package init?(_ text: String) {
    guard let parsed = EDTFParser.parse(Array(text.utf8)) else { return nil }
    self = parsed
  }

  package init(value: Value, level: Int) {
    self.value = value
    self.level = level
  }

  /// A single date.
  package init(_ date: EDTFDate) {
    self.init(value: .date(date), level: date.level)
  }

  /// A full date.
  package init(_ day: DayNumber) {
    let (year, month, d) = day.civil
    self.init(EDTFDate(year: year, month: month, day: d))
  }

  /// From the first to the last of two days, one day between them that is not known:
  /// as short as the days allow (`2014`, `2014-05`), else `[a..b]`.
  package init(between first: DayNumber, and last: DayNumber) {
    if first == last {
      self.init(first)
      return
    }
    let a = first.civil
    let b = last.civil
    let endsMonth = (last + 1).civil.day == 1
    if a.day == 1, endsMonth {
      if a.month == 1, b.month == 12 {
        if a.year == b.year {
          self.init(EDTFDate(year: a.year))
        } else {
          self.init(
            value: .set(.oneOf, [.range(EDTFDate(year: a.year), EDTFDate(year: b.year))]), level: 2)
        }
        return
      }
      let from = EDTFDate(year: a.year, month: a.month)
      if a.year == b.year, a.month == b.month {
        self.init(from)
      } else {
        let to = EDTFDate(year: b.year, month: b.month)
        self.init(value: .set(.oneOf, [.range(from, to)]), level: 2)
      }
      return
    }
    let from = EDTFDate(year: a.year, month: a.month, day: a.day)
    let to = EDTFDate(year: b.year, month: b.month, day: b.day)
    self.init(value: .set(.oneOf, [.range(from, to)]), level: 2)
  }

  /// The date when it is a single one.
  package var date: EDTFDate? {
    switch value {
    case .date(let date), .dateTime(let date, _): date
    default: nil
    }
  }
}

extension EDTF: Comparable {
  /// By first day, then last day, then as printed; what has no first day comes first.
  package static func < (a: EDTF, b: EDTF) -> Bool {
    let x = (a.earliest?.value ?? Int.min, a.latest?.value ?? Int.max)
    let y = (b.earliest?.value ?? Int.min, b.latest?.value ?? Int.max)
    return x == y ? a.description < b.description : x < y
  }
}
