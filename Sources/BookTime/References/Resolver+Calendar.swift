import BookModel

extension Resolver {
  /// A date of the calendar, with what it does not say taken from the references.
  func calendar(_ given: CalendarWords, _ setting: Setting) -> Resolution {
    var words = given
    if words.isTwoDigit, let year = words.year { words.year = century(of: year, words) }
    if words.year != nil {
      return absolute(words, isStated: true, setting, "the words give the date")
    }
    if case .once(let only, _, _) = words.feast?.rule, words.yearStep == nil {
      words.year = only
      return absolute(words, isStated: true, setting, "a single day of history")
    }
    if setting.isHabitual { return unresolved(.relative, "it comes again and again") }
    if words.isBeforeWriting, !setting.isQuoted, references.spoken(setting) == nil {
      return unresolved(.relative, "counted from the day of writing, which is not known")
    }
    guard let reference = reference(words, setting) else {
      return unresolved(.relative, "the year is not told and no earlier date gives it")
    }
    let why = "counted from \(text(reference)), the date told before"
    if words.weekday != nil, words.day == nil, words.month == nil, words.feast == nil {
      return weekday(words, reference, why)
    }
    if words.day != nil, words.month == nil { return dayOfMonth(words, reference, why) }
    if let either = inEitherWinter(words, reference, setting) { return either }
    words.year = year(words, reference, setting)
    var resolution = absolute(words, isStated: false, setting, why)
    if isSameSeason(words, reference) { resolution.anchor = reference }
    resolution.confidence = min(
      resolution.confidence, reference.isEitherWinter ? .medium : step(reference.confidence))
    return resolution
  }

  /// The century of a year written with two digits: the one nearest to the story, in the past of
  /// the day of writing.
  private func century(of short: Int, _ words: CalendarWords) -> Int {
    let near = references.anchor?.year ?? references.document?.year
    let base = near.map { $0 - ($0 % 100 + 100) % 100 } ?? 1900
    var candidates = [base - 100 + short, base + short, base + 100 + short]
    if let written = references.document?.year {
      candidates = candidates.filter { $0 <= written }
    }
    guard let near else { return candidates.contains(1900 + short) ? 1900 + short : base + short }
    return candidates.min { abs($0 - near) < abs($1 - near) } ?? base + short
  }

  /// The date that the missing parts are taken from.
  private func reference(_ words: CalendarWords, _ setting: Setting) -> Anchor? {
    if words.direction == -1 || words.direction == 1, words.yearStep == nil,
      setting.isDeictic || words.isBeforeWriting, let written = references.spoken(setting)
    {
      return written
    }
    if words.yearStep == 0, let mention = references.mention { return mention }
    return references.anchor ?? references.heading ?? references.stated
  }

  /// In months: so far ahead of where the story is a month within a sentence is looked back at.
  private static let nearlyAYear = 11

  /// The year of a month, season or feast told without one.
  private func year(_ words: CalendarWords, _ reference: Anchor, _ setting: Setting) -> Int {
    if let step = words.yearStep { return reference.year + step }
    if isSameSeason(words, reference) { return reference.year }
    // A winter is called by the year that most of it lies in, so it counts as January.
    let season = words.season.map { $0 == 24 ? 1 : monthsOfSeason($0).lowerBound }
    guard let month = words.month ?? season ?? feastMonth(words, reference.year) else {
      return reference.year
    }
    guard let told = reference.comparableMonth else {
      return reference.year + (words.direction ?? 0)
    }
    if words.direction == -1 { return month < told ? reference.year : reference.year - 1 }
    if words.direction == 1 { return month > told ? reference.year : reference.year + 1 }
    if setting.looksBack {
      return month <= told ? reference.year : reference.year - 1
    }
    // "In January as far as we had been in December": within a sentence the month just past.
    if !setting.opensSentence, words.day == nil, month - told >= Self.nearlyAYear {
      return reference.year - 1
    }
    let year = told - month > Self.longestStepBack ? reference.year + 1 : reference.year
    // A year named by itself since then: the story may have gone there, unless the month follows
    // closely on where it was.
    if let aside = references.aside, aside != reference.year {
      let distance = (year - reference.year) * 12 + month - told
      if distance >= 0, distance <= 4 { return year }
      return abs(aside - reference.year) <= 3 ? aside : year
    }
    return year
  }

  /// `That winter`, told in a winter.
  private func isSameSeason(_ words: CalendarWords, _ reference: Anchor) -> Bool {
    words.direction == 0 && words.season != nil && words.season == reference.season
  }

  /// The story runs on: a month that lies further back than this is the next one of its name.
  private static let longestStepBack = 7

  private func feastMonth(_ words: CalendarWords, _ year: Int) -> Int? {
    words.feast?.day(in: year, julian: references.isJulian)?.month
  }

  // MARK: With a year

  func absolute(
    _ words: CalendarWords, isStated: Bool, _ setting: Setting, _ why: String
  ) -> Resolution {
    guard let year = words.year else { return unresolved(.explicit, "no year") }
    if words.omitted > 0 { return rounded(words, year, why) }
    let isOld = isJulian(year, words)
    var date = EDTFDate(year: year)
    var anchor = Anchor(year: year)
    var basis: DateBasis = isStated ? .explicit : .relative
    var confidence: DateConfidence = .high
    if let feast = words.feast {
      basis = isStated ? .named : .relative
      if let day = feast.day(
        in: year, julian: isOld || references.change.isJulian(year: year) && year < 1583)
      {
        date = shifted(
          EDTFDate(year: year, month: day.month, day: day.day), by: Int(words.feastOffset))
        anchor.month = date.month?.number
        anchor.day = date.day?.number
      }
    } else if let month = words.month {
      anchor.month = month
      date.month = .init(month)
      if let day = words.day {
        let days = isOld ? julianDaysInMonth(month, year: year) : daysInMonth(month, year: year)
        guard day <= days else {
          var resolution = unresolved(basis, "that month has no such day")
          resolution.anchor = setting.isAside ? nil : anchor
          return resolution
        }
        anchor.day = day
        date.day = .init(day)
        confidence = isStated ? .exact : .high
      }
    } else if let season = words.season {
      anchor.season = season
      anchor.isWinterOfItsEnd = season == EitherWinter.season && !isStated
      anchor.isEitherWinter = season == EitherWinter.season && isStated && words.dual != .winter
      date.month = .init(season)
    }
    return finish(date, words, anchor, basis, confidence, isOld, why)
  }

  private func shifted(_ date: EDTFDate, by days: Int) -> EDTFDate {
    guard days != 0, let month = date.month, let day = date.day else { return date }
    let moved = (DayNumber(year: date.year.number, month: month.number, day: day.number) + days)
      .civil
    return EDTFDate(year: moved.year, month: moved.month, day: moved.day)
  }

  private func finish(
    _ date: EDTFDate, _ words: CalendarWords, _ anchor: Anchor, _ basis: DateBasis,
    _ confidence: DateConfidence, _ isOld: Bool, _ why: String
  ) -> Resolution {
    var (first, last) = bounds(date, julian: isOld)
    var date = date
    var anchor = anchor
    var reason = why
    if let lastDay = words.lastDay, let month = date.month, let day = date.day,
      lastDay > day.number,
      lastDay <= daysInMonth(month.number, year: date.year.number)
    {
      last =
        bounds(EDTFDate(year: date.year.number, month: month.number, day: lastDay), julian: isOld).1
      anchor.day = lastDay
      anchor.confidence = .high
    }
    if words.isApproximate, words.season == nil { date = date.qualified(.approximate) }
    if words.isUncertain, words.season == nil { date = date.qualified(.uncertain) }
    if words.isApproximate || words.isUncertain {
      let wide = EDTF(date).widest
      (first, last) = (wide.earliest ?? first, wide.latest ?? last)
    } else {
      (first, last) = narrowed(first, last, words.part)
    }
    if isOld, let first, words.day != nil {
      reason += "; old style, \(EDTF(first).inMessages) by today's calendar"
    }
    return Resolution(
      edtf: EDTF(date), earliest: first, latest: last, basis: basis,
      confidence: words.isApproximate ? .medium : confidence, reasoning: reason, anchor: anchor)
  }

  /// The early, middle or late third of a stretch of days, a little wide at the inner edge.
  func narrowed(
    _ first: DayNumber?, _ last: DayNumber?, _ part: CalendarWords.Part?
  ) -> (DayNumber?, DayNumber?) {
    guard let part, let first, let last, last > first else { return (first, last) }
    let length = last - first + 1
    switch part {
    case .early: return (first, first + (length * 2 / 5))
    case .middle: return (first + length / 4, last - length / 4)
    case .late: return (last - (length * 2 / 5), last)
    }
  }

  private func rounded(_ words: CalendarWords, _ year: Int, _ why: String) -> Resolution {
    let span = words.omitted == 1 ? 9 : 99
    var first = DayNumber(year: year, month: 1, day: 1)
    var last = DayNumber(year: year + span, month: 12, day: 31)
    let part = narrowed(first, last, words.part)
    (first, last) = (part.0 ?? first, part.1 ?? last)
    var date = EDTFDate(year: year)
    if year > 0 || words.omitted == 2 {
      let digits = words.omitted == 1 ? UInt8(1) : 3
      var shown = EDTFDate.Year(year < 0 ? year + span : year)
      shown.isNegative = year < 0
      shown.unspecified = digits
      date = EDTFDate(year: shown, month: nil, day: nil)
      if words.isApproximate { date = date.qualified(.approximate) }
      return Resolution(
        edtf: EDTF(date), earliest: first, latest: last, basis: .explicit, confidence: .medium,
        reasoning: why, anchor: Anchor(year: year < 0 ? year + span : year, confidence: .medium))
    }
    return Resolution(
      edtf: EDTF(between: first, and: last), earliest: first, latest: last, basis: .explicit,
      confidence: .medium, reasoning: why, anchor: Anchor(year: year + span, confidence: .medium))
  }

  // MARK: Without a month

  /// The weekday nearest to the reference, on in time unless the words look back.
  private func weekday(_ words: CalendarWords, _ reference: Anchor, _ why: String) -> Resolution {
    guard let from = day(reference), let weekday = words.weekday else {
      return unresolved(.relative, "a weekday, but no day before it to count from")
    }
    let isOld = isJulian(reference.year, words)
    let real =
      isOld
      ? JulianDate(year: reference.year, month: reference.month ?? 1, day: reference.day ?? 1)
        .dayNumber
      : from
    var ahead = (weekday - real.weekday + 7) % 7
    if words.direction == 1, ahead == 0 { ahead = 7 }
    if words.direction == -1 { ahead = ahead == 0 ? -7 : ahead - 7 }
    let found = from + ahead
    let shown = found.civil
    var resolution = finish(
      EDTFDate(year: shown.year, month: shown.month, day: shown.day), words,
      anchor(found, .medium), .relative, .medium, isOld, why)
    if words.direction == nil {
      resolution.earliest = (resolution.earliest ?? found) - 7
      resolution.latest = (resolution.latest ?? found) + 7
    }
    return resolution
  }

  private func dayOfMonth(
    _ words: CalendarWords, _ reference: Anchor, _ why: String
  ) -> Resolution {
    if let weekday = words.weekday, let day = words.day, words.direction == nil {
      return dayAndWeekday(words, day, weekday, reference, why)
    }
    guard let month = reference.month, let day = words.day else {
      return unresolved(.relative, "a day, but no month before it to count from")
    }
    var words = words
    words.month = month
    words.year = reference.year
    if let told = reference.day, day < told,
      told - day > 15 || words.direction == nil && told - day > 10
    {
      words.month = month == 12 ? 1 : month + 1
      words.year = reference.year + (month == 12 ? 1 : 0)
    }
    if words.direction == -1 {
      words.month = month == 1 ? 12 : month - 1
      words.year = reference.year - (month == 1 ? 1 : 0)
    }
    return absolute(words, isStated: false, Setting(), why)
  }

  /// `Friday the 13th`: the next month that has it, from where the story is.
  private func dayAndWeekday(
    _ given: CalendarWords, _ day: Int, _ weekday: Int, _ reference: Anchor, _ why: String
  ) -> Resolution {
    var words = given
    for ahead in 0..<12 {
      let month = (reference.month ?? 1) - 1 + ahead
      let year = reference.year + month / 12
      let isOld = isJulian(year, words)
      guard day <= daysInMonth(month % 12 + 1, year: year) else { continue }
      let found =
        isOld
        ? JulianDate(year: year, month: month % 12 + 1, day: day).dayNumber
        : DayNumber(year: year, month: month % 12 + 1, day: day)
      if ahead == 0, let told = reference.day, day < told - 10 { continue }
      guard found.weekday == weekday else { continue }
      words.year = year
      words.month = month % 12 + 1
      return absolute(words, isStated: false, Setting(), why)
    }
    return unresolved(.relative, "no month near the story has such a day")
  }

  // MARK: Two dates

  func span(_ a: CalendarWords, _ b: CalendarWords, _ setting: Setting) -> Resolution {
    interval(both(a, b, setting))
  }

  private func interval(_ ends: (first: Resolution, second: Resolution)) -> Resolution {
    let (first, second) = ends
    guard let start = first.edtf?.date, let end = second.edtf?.date else {
      var resolution = unresolved(.explicit, first.reasoning)
      resolution.anchor = second.anchor
      return resolution
    }
    let isLegal = start.season == nil && end.season == nil && start.year.long == nil
    let edtf: EDTF? =
      isLegal
      ? EDTF(EDTF(value: .interval(.date(start), .date(end)), level: 0).description)
      : first.earliest.flatMap { low in second.latest.map { EDTF(between: low, and: $0) } }
    return Resolution(
      edtf: edtf, earliest: first.earliest, latest: second.latest, basis: first.basis,
      confidence: min(first.confidence, second.confidence), reasoning: first.reasoning,
      anchor: second.anchor, ends: Self.years(first, second))
  }

  private static func years(_ first: Resolution, _ second: Resolution) -> (Int, Int)? {
    guard let a = first.anchor?.year, let b = second.anchor?.year else { return nil }
    return (a, b)
  }

  func either(_ a: CalendarWords, _ b: CalendarWords, _ setting: Setting) -> Resolution {
    let (first, second) = both(a, b, setting)
    guard let one = first.edtf?.date, let other = second.edtf?.date else {
      return unresolved(.explicit, first.reasoning)
    }
    let low = [first.earliest, second.earliest].compactMap { $0 }.min()
    let high = [first.latest, second.latest].compactMap { $0 }.max()
    return Resolution(
      edtf: EDTF(value: .set(.oneOf, [.date(one), .date(other)]), level: 2), earliest: low,
      latest: high, basis: first.basis, confidence: .medium, reasoning: "one of two dates",
      anchor: first.anchor, ends: Self.years(first, second))
  }

  private func both(
    _ a: CalendarWords, _ b: CalendarWords, _ setting: Setting
  ) -> (Resolution, Resolution) {
    var a = a
    // `from October to March`, told in March: the March that the story is in.
    if a.year == nil, b.year == nil, let x = a.month, let y = b.month, x > y, a.yearStep == nil,
      let reference = references.anchor, let told = reference.month, told >= y, told < x
    {
      a.year = reference.year - 1
    }
    let first = calendar(a, setting)
    var second = b
    if a.year != nil, second.year == nil, let x = a.month, let y = b.month {
      second.year = (a.year ?? 0) + (x > y ? 1 : 0)
    }
    if second.year == nil, second.month == nil, second.day != nil, let month = first.anchor?.month {
      second.month = month
      second.year = first.anchor?.year
    }
    var resolver = self
    if let anchor = first.anchor { resolver.references.anchor = anchor }
    var later = setting
    later.looksBack = false
    return (first, resolver.calendar(second, later))
  }
}
