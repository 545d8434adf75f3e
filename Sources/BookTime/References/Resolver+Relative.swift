import BookModel

extension Resolver {
  // MARK: Offsets

  /// So long before or after the story's point, the day of writing, a date or a birth.
  func shift(_ shift: Shift, _ setting: Setting) -> Resolution {
    let origin: Anchor
    let why: String
    var basis: DateBasis = .relative
    switch shift.origin {
    case .document:
      let written = references.spoken(setting)
      guard let found = written ?? references.anchor else {
        return unresolved(.relative, "counted from the day of writing, which is not known")
      }
      origin = found
      why =
        written == nil
        ? "counted from \(text(found)), the date told before"
        : "counted from \(text(found)), the day of writing"
    case .anchor, .event:
      guard let found = references.origin(of: shift, setting) else {
        return unresolved(.relative, "counted from what was told before, which has no date")
      }
      origin = found
      why = "counted from \(text(found)), the date told before"
    case .calendar(let words):
      let resolved = calendar(words, setting)
      guard let found = resolved.anchor else { return unresolved(.relative, resolved.reasoning) }
      origin = found
      why = "counted from \(text(found))"
    case .birth:
      return birth(shift)
    }
    basis = .relative
    var resolution = moved(origin, shift, why, basis)
    if case .event = shift.origin { resolution.confidence = min(resolution.confidence, .medium) }
    if case .document = shift.origin, references.spoken(setting) != nil { resolution.anchor = nil }
    return resolution
  }

  /// An anchor moved by an offset, at the offset's own grain.
  private func moved(_ origin: Anchor, _ shift: Shift, _ why: String, _ basis: DateBasis)
    -> Resolution
  {
    let amount =
      shift.sign > 0
      ? shift.amount : -shift.amount.upperBound...(-shift.amount.lowerBound)
    let isExact = shift.amount.count == 1 && !shift.isApproximate
    let confidence = isExact ? step(origin.confidence) : .medium
    switch shift.unit {
    case .minute, .hour:
      guard let day = day(origin) else { return unresolved(basis, "hours from a day not known") }
      return result(
        EDTF(day), day, day + (shift.sign > 0 ? 1 : 0), confidence, why, basis,
        anchor(day, confidence))
    case .day, .week, .fortnight:
      return movedByDays(origin, amount, shift, isExact, why, confidence)
    case .month, .season:
      return movedByMonths(origin, amount, shift, isExact, why, confidence)
    case .year, .decade, .century:
      let unit = shift.unit == .year ? 1 : shift.unit == .decade ? 10 : 100
      let a = origin.year + amount.lowerBound * unit
      let b = origin.year + amount.upperBound * unit
      var date = EDTFDate(year: a)
      if !isExact || unit > 1 { date = date.approximated }
      let pad = isExact ? 0 : unit
      let edtf =
        a == b
        ? EDTF(date)
        : EDTF(value: .set(.oneOf, [.range(EDTFDate(year: a), EDTFDate(year: b))]), level: 2)
      var next = Anchor(year: shift.sign > 0 ? a : b, confidence: confidence)
      if isExact, unit == 1 { next.month = nil }
      return result(
        edtf, DayNumber(year: a - pad, month: 1, day: 1),
        DayNumber(year: b + pad, month: 12, day: 31), confidence, why, basis, next)
    }
  }

  private func movedByDays(
    _ origin: Anchor, _ amount: ClosedRange<Int>, _ shift: Shift, _ isExact: Bool, _ why: String,
    _ confidence: DateConfidence
  ) -> Resolution {
    let unit = shift.unit.days
    let isWeeks = unit > 1
    guard let from = day(origin) else {
      // From a month: still that month or the one beside it.
      guard let month = origin.month else { return unresolved(.relative, "days from a year alone") }
      let first = DayNumber(year: origin.year, month: month, day: 1)
      let last = DayNumber(
        year: origin.year, month: month, day: daysInMonth(month, year: origin.year))
      let low = first + amount.lowerBound * unit
      let high = last + amount.upperBound * unit
      return result(
        EDTF(EDTFDate(year: origin.year, month: month).approximated), low, high, .medium, why,
        .relative, Anchor(year: origin.year, month: month, confidence: .medium))
    }
    let slack = isWeeks ? 3 : shift.isApproximate ? max(1, shift.amount.upperBound / 5) : 0
    let low = from + (amount.lowerBound * unit - slack)
    let high = from + (amount.upperBound * unit + slack)
    if shift.amount.count == 1 {
      let middle = from + amount.lowerBound * unit
      let civil = middle.civil
      var date = EDTFDate(year: civil.year, month: civil.month, day: civil.day)
      if slack > 0 { date = date.approximated }
      return result(
        EDTF(date), low, high, slack > 0 ? .medium : confidence, why, .relative,
        anchor(middle, slack > 0 ? .medium : confidence))
    }
    return result(
      EDTF(between: low, and: high), low, high, .medium, why, .relative,
      anchor(shift.sign > 0 ? low : high, .medium))
  }

  private func movedByMonths(
    _ origin: Anchor, _ amount: ClosedRange<Int>, _ shift: Shift, _ isExact: Bool, _ why: String,
    _ confidence: DateConfidence
  ) -> Resolution {
    guard let month = origin.comparableMonth else {
      // Months from a year alone: that year or the next.
      let first = DayNumber(year: origin.year, month: 1, day: 1)
      let last = DayNumber(year: origin.year, month: 12, day: 31)
      let low = first + amount.lowerBound * 30
      let high = last + amount.upperBound * 31
      return result(
        EDTF(EDTFDate(year: origin.year).approximated), low, high, .medium, why, .relative,
        Anchor(year: origin.year, confidence: .medium))
    }
    func at(_ n: Int) -> (Int, Int) {
      let total = origin.year * 12 + month - 1 + n
      return (Int((Double(total) / 12).rounded(.down)), (total % 12 + 12) % 12 + 1)
    }
    let (y1, m1) = at(amount.lowerBound)
    let (y2, m2) = at(amount.upperBound)
    let first = DayNumber(year: y1, month: m1, day: 1)
    let last = DayNumber(year: y2, month: m2, day: daysInMonth(m2, year: y2))
    let edtf: EDTF
    if y1 == y2, m1 == m2 {
      edtf = EDTF(
        isExact ? EDTFDate(year: y1, month: m1) : EDTFDate(year: y1, month: m1).approximated)
    } else {
      edtf = EDTF(between: first, and: last)
    }
    let pad = isExact ? 7 : 15
    let next = shift.sign > 0 ? (y1, m1) : (y2, m2)
    return result(
      edtf, first - pad, last + pad, confidence, why, .relative,
      Anchor(year: next.0, month: next.1, confidence: confidence))
  }

  private func result(
    _ edtf: EDTF, _ first: DayNumber?, _ last: DayNumber?, _ confidence: DateConfidence,
    _ why: String, _ basis: DateBasis, _ anchor: Anchor?
  ) -> Resolution {
    Resolution(
      edtf: edtf, earliest: first, latest: last, basis: basis, confidence: confidence,
      reasoning: why, anchor: anchor)
  }

  // MARK: Sameness and steps

  func same(_ unit: TimeUnit, _ part: CalendarWords.Part?) -> Resolution {
    guard
      let anchor = references.mention ?? references.anchor ?? references.heading
        ?? references.stated
    else {
      return unresolved(.relative, "the time told before has no date")
    }
    let why = "the same \(unit) as \(text(anchor)), the date told before"
    return at(anchor, unit, part, why, step(anchor.confidence))
  }

  /// An anchor at a grain.
  private func at(
    _ anchor: Anchor, _ unit: TimeUnit, _ part: CalendarWords.Part?, _ why: String,
    _ confidence: DateConfidence
  ) -> Resolution {
    var next = anchor
    next.confidence = confidence
    var date = EDTFDate(year: anchor.year)
    switch unit {
    case .decade, .century:
      let size = unit == .decade ? 10 : 100
      let start = Int((Double(anchor.year) / Double(size)).rounded(.down)) * size
      var words = CalendarWords()
      words.year = start
      words.omitted = unit == .decade ? 1 : 2
      words.part = part
      return absolute(words, isStated: false, Setting(), why)
    case .year:
      next.month = part == nil ? anchor.month : nil
      next.day = nil
    case .month, .season:
      guard let month = anchor.month else {
        if let season = anchor.season {
          date.month = .init(season)
          return finished(date, part, why, .medium, next)
        }
        return unresolved(.relative, "the month told before is not known")
      }
      date.month = .init(month)
      next.day = nil
    default:
      // That day of a year or a season alone is no day anybody can name.
      guard let month = anchor.month else {
        return unresolved(.relative, "the day told before is not known")
      }
      date.month = .init(month)
      if let day = anchor.day { date.day = .init(day) }
      if unit == .week || unit == .fortnight, let day = day(anchor) {
        let monday = day - (day.weekday - 1)
        return Resolution(
          edtf: EDTF(date.approximated), earliest: monday, latest: monday + 6, basis: .relative,
          confidence: .medium, reasoning: why, anchor: next)
      }
    }
    return finished(date, part, why, confidence, next)
  }

  private func finished(
    _ date: EDTFDate, _ part: CalendarWords.Part?, _ why: String, _ confidence: DateConfidence,
    _ next: Anchor
  ) -> Resolution {
    let wide = EDTF(date).widest
    let (first, last) = narrowed(wide.earliest, wide.latest, part)
    return Resolution(
      edtf: EDTF(date), earliest: first, latest: last, basis: .relative, confidence: confidence,
      reasoning: why, anchor: next)
  }

  /// The following year, the previous month, the next morning.
  func step(
    _ unit: TimeUnit, _ n: Int, _ part: CalendarWords.Part?, _ setting: Setting
  ) -> Resolution {
    let written = setting.isDeictic ? references.spoken(setting) : nil
    let isFromWriting = written != nil
    guard let origin = written ?? references.anchor ?? references.stated
    else { return unresolved(.relative, "the time told before has no date") }
    let why =
      "the one \(n > 0 ? "after" : "before") \(text(origin)), "
      + (isFromWriting ? "the day of writing" : "the date told before")
    var moved = origin
    switch unit {
    case .year: moved = Anchor(year: origin.year + n)
    case .decade, .century:
      moved = Anchor(year: origin.year + n * (unit == .decade ? 10 : 100))
    case .month, .season:
      guard let month = origin.comparableMonth else {
        return unresolved(.relative, "the month told before is not known")
      }
      let months = unit == .season ? 3 : 1
      let total = month - 1 + n * months
      moved = Anchor(
        year: origin.year + (total < 0 ? -1 : total / 12), month: (total + 12) % 12 + 1)
    default:
      guard let day = day(origin) else {
        // The next day of a month: most likely still in it.
        guard origin.month != nil else {
          return unresolved(.relative, "the day told before is not known")
        }
        return at(origin, .month, nil, why, .medium)
      }
      let target = day + n * max(1, unit.days)
      moved = anchor(target, step(origin.confidence))
      if unit != .day {
        return Resolution(
          edtf: EDTF(EDTFDate(year: moved.year, month: moved.month, day: moved.day).approximated),
          earliest: target - 3, latest: target + 6, basis: .relative, confidence: .medium,
          reasoning: why, anchor: isFromWriting ? nil : moved)
      }
    }
    var resolution = at(moved, unit, part, why, step(origin.confidence))
    if isFromWriting { resolution.anchor = nil }
    return resolution
  }

  /// Today, yesterday, tomorrow: from the day of writing, in a story without one from where it is.
  func deictic(_ days: Int, _ setting: Setting) -> Resolution {
    let written = references.spoken(setting)
    guard let origin = written ?? references.anchor, let day = day(origin) else {
      return unresolved(.relative, "counted from the day of writing, which is not known")
    }
    let target = day + days
    let isWriting = written != nil
    let civil = target.civil
    let date = EDTFDate(year: civil.year, month: civil.month, day: civil.day)
    let (first, last) = bounds(
      date, julian: references.isJulian && references.change.isJulian(year: civil.year))
    return Resolution(
      edtf: EDTF(date), earliest: first, latest: last, basis: .relative,
      confidence: isWriting ? step(origin.confidence) : .medium,
      reasoning: "counted from \(text(origin))\(isWriting ? ", the day of writing" : "")",
      anchor: nil)
  }

  // MARK: Ages

  /// The year of life in which the narrator had an age.
  func age(_ age: Age) -> Resolution {
    guard age.isNarrators == true else {
      return unresolved(.age, "the age of somebody whose birth is not known here")
    }
    guard let birth = references.birth, let first = birth.edtf.earliest,
      let last = birth.edtf.latest
    else { return unresolved(.age, "an age, but the narrator's birth is not known") }
    if age.isBirthday, first == last {
      let day = added(first, age.years.lowerBound)
      return result(
        EDTF(day), day, day, .high, bornReason(birth), .age, anchor(day, .high))
    }
    let a = added(first, age.years.lowerBound)
    let b = added(last, age.years.upperBound + (age.isLimit ? 0 : 1)) - (age.isLimit ? 0 : 1)
    let year = birth.date.year.number + age.years.lowerBound
    var date = EDTFDate(year: year)
    var edtf = EDTF(date)
    if age.years.count > 1 {
      edtf = EDTF(
        value: .set(
          .oneOf, [.range(date, EDTFDate(year: year + age.years.count))]), level: 2)
    } else if birth.date.month == nil || age.isApproximate {
      date = date.approximated
      edtf = EDTF(date)
    } else if let month = birth.date.month?.number, month > 3, month < 13, !age.isLimit {
      edtf = EDTF(value: .set(.oneOf, [.range(date, EDTFDate(year: year + 1))]), level: 2)
    }
    let pad = age.isApproximate ? 366 : 0
    return Resolution(
      edtf: edtf, earliest: a - pad, latest: b + pad, basis: .age, confidence: .medium,
      reasoning: bornReason(birth),
      anchor: Anchor(year: year, confidence: .medium))
  }

  private func bornReason(_ birth: References.Birth) -> String {
    "the narrator was born \(birth.edtf.inMessages)\(birth.source)"
  }

  private func added(_ day: DayNumber, _ years: Int) -> DayNumber {
    let (y, m, d) = day.civil
    return DayNumber(year: y + years, month: m, day: min(d, daysInMonth(m, year: y + years)))
  }

  func birth(_ shift: Shift?) -> Resolution {
    guard let birth = references.birth else {
      return unresolved(.named, "the narrator's birth, which is not known")
    }
    let why = "the narrator's birth\(birth.source)"
    let bounds = birth.edtf.widest
    guard let shift else {
      return Resolution(
        edtf: EDTF(birth.date), earliest: bounds.earliest, latest: bounds.latest, basis: .named,
        confidence: .high, reasoning: why, anchor: nil)
    }
    let origin = Anchor(
      year: birth.date.year.number, month: birth.date.month?.number, day: birth.date.day?.number)
    var resolution = moved(origin, shift, "counted from " + why, .relative)
    resolution.anchor = nil
    return resolution
  }
}
