/// One date of EDTF: a year, perhaps a month or season, perhaps a day, each perhaps unsure.
package struct EDTFDate: Sendable, Hashable {
  /// The year.
  package var year: Year
  /// 1–12, or 21–41 for a season, quarter, quadrimester or semester.
  package var month: Field?
  /// 1–31.
  package var day: Field?

  /// How sure a component is: uncertain `?`, approximate `~`, both `%`.
  package struct Qualification: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// `?`.
    package static let uncertain = Qualification(rawValue: 1)
    /// `~`.
    package static let approximate = Qualification(rawValue: 2)
  }

  /// A year: digits of which some may be unspecified, or a long or rounded number.
  package struct Year: Sendable, Hashable {
    /// The number, unspecified digits as 0; year 0 is 1 BC.
    ///
    /// For a decade (`193`) or century (`19`) its first year's number.
    package var number: Int
    /// How many digits at the end are left out: 1 for a decade `193`, 2 for a century `19`.
    package var omitted: Int = 0
    /// Bit n set: the digit worth 10^n is `X`.
    package var unspecified: UInt8 = 0
    /// True for `-0XXX` and the like, where the number alone does not show the sign.
    package var isNegative: Bool = false
    /// `S`: how many of the digits are significant.
    package var significantDigits: Int?
    /// As written after `Y`, such as `17E7`, when it was written so.
    package var long: String?
    /// How sure it is.
    package var qualification: Qualification = []

    package init(_ number: Int) {
      self.number = number
      isNegative = number < 0
    }
  }

  /// A month or a day: two digits of which some may be unspecified.
  package struct Field: Sendable, Hashable {
    /// The number, unspecified digits as 0.
    package var number: Int
    /// Bit 0: the last digit is `X`; bit 1: the first is.
    package var unspecified: UInt8 = 0
    /// How sure it is.
    package var qualification: Qualification = []

    package init(_ number: Int, unspecified: UInt8 = 0) {
      self.number = number
      self.unspecified = unspecified
    }

    /// The numbers of a range that it can stand for.
    package func candidates(in range: ClosedRange<Int>) -> [Int] {
      if unspecified == 0 { return range.contains(number) ? [number] : [] }
      return range.filter { n in
        (unspecified & 1 != 0 || n % 10 == number % 10)
          && (unspecified & 2 != 0 || n / 10 == number / 10)
      }
    }
  }

  package init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = Year(year)
    self.month = month.map { Field($0) }
    self.day = day.map { Field($0) }
  }

  package init(year: Year, month: Field?, day: Field?) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The season's number, 21 to 41, if it is one.
  package var season: Int? {
    guard let month, month.number >= 21 else { return nil }
    return month.number
  }

  /// The same with `~` on every component.
  package var approximated: EDTFDate { qualified(.approximate) }

  /// The same with a qualification added to every component.
  package func qualified(_ qualification: Qualification) -> EDTFDate {
    var copy = self
    copy.year.qualification.formUnion(qualification)
    copy.month?.qualification.formUnion(qualification)
    copy.day?.qualification.formUnion(qualification)
    return copy
  }

  /// True when every component has the same qualification: it stands once, at the end.
  var isQualifiedAsAWhole: Bool {
    let q = year.qualification
    return (month?.qualification ?? q) == q && (day?.qualification ?? q) == q
  }

  /// Whether any digit is `X`.
  var hasUnspecifiedDigits: Bool {
    year.unspecified != 0 || month?.unspecified ?? 0 != 0 || day?.unspecified ?? 0 != 0
  }

  /// The lowest level that has all the date uses (ISO 8601-2:2019, annex A).
  package var level: Int {
    var level = year.number < 0 || year.isNegative ? 1 : 0
    if year.omitted == 1 || year.significantDigits != nil { return 2 }
    if let long = year.long { level = max(level, long.contains("E") ? 2 : 1) }
    if let season { level = max(level, season > 24 ? 2 : 1) }
    level = max(level, qualificationLevel, unspecifiedLevel)
    return level
  }

  private var qualificationLevel: Int {
    let all = [year.qualification, month?.qualification ?? [], day?.qualification ?? []]
    if all.allSatisfy({ $0.isEmpty }) { return 0 }
    if !isQualifiedAsAWhole || season != nil || year.omitted > 0 { return 2 }
    return 1
  }

  /// Level 1 has unspecified digits only from the right (A.3.2): `201X`, `2004-XX`, `1985-XX-XX`.
  private var unspecifiedLevel: Int {
    let m = month?.unspecified ?? 0
    let d = day?.unspecified ?? 0
    if year.unspecified == 0, m == 0, d == 0 { return 0 }
    if month == nil { return [1, 3, 15].contains(year.unspecified) ? 1 : 2 }
    if year.unspecified != 0 {
      let all = year.unspecified == 15 && m == 3 && (day == nil || d == 3)
      return all ? 1 : 2
    }
    if day == nil { return m == 3 ? 1 : 2 }
    return d == 3 && (m == 0 || m == 3) ? 1 : 2
  }
}
