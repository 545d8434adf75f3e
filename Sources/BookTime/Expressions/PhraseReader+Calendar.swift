import BookLanguage

// Dates of the calendar in words: full or partial, in every usual order.

extension PhraseReader {
  /// A date at a token, and the token after it.
  func calendar(
    _ i: Int, _ lead: Lead, isEnumerated: Bool = false
  ) -> (CalendarWords, Int)? {
    guard let (heart, end) = heart(i, lead, isEnumerated: isEnumerated) else { return nil }
    var words = heart
    words.isApproximate = words.isApproximate || lead.isApproximate
    words.isUncertain = words.isUncertain || lead.isUncertain
    if words.part == nil { words.part = lead.part }
    if words.day != nil, words.month != nil, words.weekday == nil {
      words.weekday = weekdayToldBehind(end)
    }
    return (words, end)
  }

  private func heart(
    _ i: Int, _ lead: Lead, isEnumerated: Bool
  ) -> (CalendarWords, Int)? {
    switch kind(i) {
    case .isoDate: return isoDate(i)
    case .weekday: return weekday(i, lead)
    case .month: return month(i, lead)
    case .number, .ordinal, .shortYear, .decade:
      return decadeBeforeYears(i) ?? century(i, lead) ?? dayAndMonth(i) ?? numericDate(i)
        ?? yearPhrase(
          i, lead, isEnumerated)
        ?? dayAlone(i, lead)
    case .numberWord: return decadeInWords(i, lead)
    case .era: return yearPhrase(i, lead, isEnumerated)
    case .season: return season(i, lead)
    case .feast: return feast(i)
    case .unit: return unitYear(i)
    case .partOfDay: return partOfDay(i)
    case .next, .last, .previous, .this, .that, .same, .after: return directed(i, lead)
    case .word, .feastWord, .a: return namedFeast(i) ?? eraYear(i, lead)
    default: return nil
    }
  }

  // MARK: Day and month

  private func isDay(_ i: Int) -> Bool {
    let token = self[i]
    guard token.kind == .number || token.kind == .ordinal else { return false }
    return (1...31).contains(token.value) && !token.flags.contains(.grouped)
  }

  /// `32`, a day that no month has: it is one where month and year stand beside it.
  private func isDayTooMany(_ i: Int) -> Bool {
    kind(i) == .number && (32...39).contains(self[i].value) && !self[i].flags.contains(.grouped)
  }

  /// A month's name stands with a capital; a short form needs a stop or a number beside it.
  func isMonth(_ i: Int) -> Bool {
    guard kind(i) == .month else { return false }
    if !isCapital(i) { return grammar.pointee.hasSmallNames && !self[i].flags.contains(.short) }
    guard self[i].flags.contains(.short) else { return true }
    let next = kind(i + 1) == .stop ? i + 2 : i + 1
    return kind(next) == .number || kind(next) == .ordinal || isDay(i - 1)
      || (kind(i - 1) == .of && isDay(i - 2))
  }

  private func afterMonth(_ i: Int) -> Int {
    self[i].flags.contains(.short) && kind(i + 1) == .stop && isAttached(i + 1) ? i + 2 : i + 1
  }

  /// Past the words of style behind a date: `, old style,`, `(O.S.)`, `N.S.`.
  private func style(_ i: Int, _ words: inout CalendarWords) -> Int {
    var j = i
    if kind(j) == .comma || kind(j) == .open { j += 1 }
    let isStyle = isWord(j + 1, grammar.pointee.cues.style)
    let letters = grammar.pointee.cues.styleLetters
    let isLetter = letters.map { isWord(j + 2, $0.style) } ?? false
    let isOld = isStyle && kind(j) == .old || isLetter && letters.map { isWord(j, $0.old) } ?? false
    let isNew =
      isStyle && isWord(j, grammar.pointee.cues.new)
      || isLetter && letters.map { isWord(j, $0.new) } ?? false
    guard isOld || isNew else { return i }
    words.isOldStyle = isOld
    j += kind(j + 1) == .stop ? 3 : 2
    if kind(j) == .stop, isAttached(j),
      kind(j - 1) != .word || self[j - 1].end - self[j - 1].start == 1
    {
      j += 1
    }
    if kind(j) == .close { j += 1 }
    return j
  }

  /// `5 August 2016`, `the 3rd of September, 1752`, `6–7 February`, `first of May`.
  private func dayAndMonth(_ i: Int) -> (CalendarWords, Int)? {
    let isTooMany = isDayTooMany(i)
    guard isDay(i) || isTooMany else { return nil }
    var words = CalendarWords()
    words.day = Int(self[i].value)
    var j = i + 1
    j = pastOrdinalSign(i)
    if [.dash, .and, .or, .to, .slash].contains(kind(j)),
      isDay(j + 1) || kind(j + 1) == .the && isDay(j + 2)
    {
      let k = kind(j + 1) == .the ? j + 2 : j + 1
      if k + 1 < tokens.count, isMonth(k + 1) || kind(k + 1) == .of && isMonth(k + 2) {
        words.lastDay = Int(self[k].value)
        j = k + 1
      }
    }
    if kind(j) == .dash, isAttached(j) { j += 1 }
    if kind(j) == .partOfDay || (kind(j) == .unit && self[j].value == 2), kind(j + 1) == .of {
      j += 1
    }
    if kind(j) == .of { j += 1 }
    guard isMonth(j) else { return nil }
    words.month = Int(self[j].value)
    let dated = yearBehind(afterMonth(j), words)
    return isTooMany && dated.0.year == nil ? nil : dated
  }

  /// Past what makes an ordinal of a day: `5.`, `1.º`.
  private func pastOrdinalSign(_ i: Int) -> Int {
    var j = i + 1
    guard kind(i) == .number, isAttached(j) else { return j }
    switch grammar.pointee.ordinal {
    case .stop: return kind(j) == .stop ? j + 1 : j
    case .letters: return j
    case .raised: break
    }
    if kind(j) == .stop, kind(j + 1) == .other, isAttached(j + 1) { j += 1 }
    return kind(j) == .other && text[Int(self[j].start)] == 0xC2 ? j + 1 : i + 1
  }

  /// `August 5, 2016`, `May 1st`, `January 6, old style, 1706`, `August 1660`, `May`.
  private func month(_ i: Int, _ lead: Lead) -> (CalendarWords, Int)? {
    guard isMonth(i) else { return nil }
    var words = CalendarWords()
    if self[i].value == 5, kind(i + 1) == .unit, isWord(i + 1, grammar.pointee.cues.days),
      isCapital(i + 1)
    {
      words.feast = .mayDay
      return yearBehind(i + 2, words)
    }
    words.month = Int(self[i].value)
    var j = afterMonth(i)
    let k = kind(j) == .the ? j + 1 : j
    if isDay(k), !(kind(k + 1) == .stop && isDigits(k + 2) && isAttached(k + 2)) {
      words.day = Int(self[k].value)
      j = k + 1
      if [.dash, .and, .to].contains(kind(j)), isDay(j + 1),
        kind(j) == .dash ? isAttached(j) : true,
        !isMonth(j + 2), kind(j + 2) != .of
      {
        words.lastDay = Int(self[j + 1].value)
        j += 2
      }
      return yearBehind(j, words)
    }
    if isDayTooMany(k) {
      var counted = words
      counted.day = Int(self[k].value)
      let dated = yearBehind(k + 1, counted)
      if dated.0.year != nil { return dated }
    }
    let (dated, end) = yearBehind(j, words)
    if dated.year != nil || dated.yearStep != nil || dated.direction != nil { return (dated, end) }
    return isPlausibleMonth(i, lead) ? (dated, end) : nil
  }

  /// Whether a month's name is somebody's too, a verb or an adjective: March, April, May, June, August.
  func isDoubtfulMonth(_ i: Int) -> Bool { [3, 4, 5, 6, 8].contains(self[i].value) }

  /// Whether a month alone is one.
  private func isPlausibleMonth(_ i: Int, _ lead: Lead) -> Bool {
    if self[i].flags.contains(.short) { return false }
    if lead.part != nil { return true }
    let before = i > 0 ? kind(i - 1) : .other
    let isJoined = [
      .in, .by, .until, .during, .since, .from, .to, .of, .before, .after, .between, .this, .that,
      .last, .next, .previous, .early, .late, .mid, .about, .within, .each,
    ].contains(before)
    let isAmbiguous = isDoubtfulMonth(i)
    let isName =
      kind(i + 1) == .word && isCapital(i + 1) || kind(i + 1) == .apostropheS && isAmbiguous
    if isJoined { return !(isAmbiguous && isName && before == .of) }
    if isAmbiguous {
      // "May I", "March on": a sentence that begins with them says nothing of time.
      // "April May and June Carter"
      return !isName && [.and, .or, .dash, .slash, .comma, .the].contains(before)
        && hasMonthBefore(i)
    }
    return !isName || kind(i + 1) == .apostropheS
  }

  private func hasMonthBefore(_ i: Int) -> Bool {
    for k in 1...4 where kind(i - k) == .month && isMonth(i - k) { return true }
    return kind(i - 2) == .season || kind(i - 2) == .number
  }

  /// The year behind a month or season, in digits or by reference: `August of that year`.
  func yearBehind(_ i: Int, _ words: CalendarWords) -> (CalendarWords, Int) {
    var words = words
    var j = style(i, &words)
    if kind(j) == .stop, isAttached(j), isDigits(j + 1), isAttached(j + 1) { j += 1 }
    let start = j
    if kind(j) == .comma || kind(j) == .of || kind(j) == .dash && isAttached(j + 1) { j += 1 }
    if kind(j) == .in, start == j { j += 1 }
    if kind(j) == .the, kind(j + 1) == .unit, self[j + 1].value == 7 { j += 2 }
    if let found = year(j, isFirm: true, after: words) {
      words.year = found.words.year
      words.omitted = found.words.omitted
      words.dual = found.words.dual
      words.isTwoDigit = found.words.isTwoDigit
      words.hasEra = found.words.hasEra
      // A month is in one year: `January 1659–60` is one year by two reckonings.
      if let month = words.month, month <= 3, kind(found.end) == .dash, isAttached(found.end),
        kind(found.end + 1) == .number, isAttached(found.end + 1), let year = words.year,
        year < 1753,
        self[found.end + 1].value
          == Int32(
            (year + 1) % (self[found.end + 1].end - self[found.end + 1].start == 1 ? 10 : 100))
      {
        words.year = year + 1
        words.dual = .reckonings
        return (words, found.end + 2)
      }
      let end = style(found.end, &words)
      return (words, end)
    }
    if kind(start) == .of || kind(start) == .in || kind(start) == .comma
      || [.that, .this, .same].contains(kind(start))
    {
      if let (step, end) = yearByReference(
        [.that, .this, .same].contains(kind(start)) ? start : start + 1)
      {
        words.yearStep = step
        return (words, end)
      }
    }
    if kind(start) == .last, kind(start + 1) != .unit, kind(start + 1) != .weekday {
      words.direction = -1
      words.isBeforeWriting = true
      return (words, start + 1)
    }
    if kind(start) == .next, isWord(start, grammar.pointee.cues.next) {
      words.direction = 1
      return (words, start + 1)
    }
    if kind(start) == .comma, kind(start + 1) == .after { return (words, start) }
    return (words, start)
  }

  /// `that year`, `the same year`, `the following year`, `last year`.
  private func yearByReference(_ i: Int) -> (Int, Int)? {
    var j = i
    if kind(j) == .the { j += 1 }
    let k = kind(j)
    let step: Int
    switch k {
    case .that, .this, .same: step = 0
    case .next, .after: step = 1
    case .previous, .last, .before: step = -1
    default: return nil
    }
    j += 1
    if kind(j) == .same { j += 1 }
    guard kind(j) == .unit, self[j].value == 7, isWord(j, grammar.pointee.cues.years) else {
      return nil
    }
    return (step, j + 1)
  }

  /// `on the 5th`, `the 12th instant`; a bare ordinal is no date.
  private func dayAlone(_ i: Int, _ lead: Lead) -> (CalendarWords, Int)? {
    guard kind(i) == .ordinal, isDay(i), lead.hasThe else { return nil }
    var words = CalendarWords()
    words.day = Int(self[i].value)
    if isWord(i + 1, grammar.pointee.cues.ofThisMonth) { return (words, i + 2) }
    if isWord(i + 1, grammar.pointee.cues.ofLastMonth) {
      words.direction = -1
      return (words, i + 2)
    }
    let before = kind(i - 2)
    let isOn = before == .on || before == .until || before == .since || before == .by
    guard isOn, isDigits(i), isClauseEnd(i + 1) else { return nil }
    return (words, i + 1)
  }

  /// Whether nothing behind a token makes one name of it: a stop, a joint or a small word.
  func isClauseEnd(_ i: Int) -> Bool {
    if isEnd(i) { return true }
    let token = self[i]
    switch token.kind {
    case .word, .counted, .labelled, .apostropheS, .unit, .weekday, .partOfDay, .half, .dash,
      .person, .old:
      return token.kind == .word && !token.flags.contains(.capital)
        && isWord(i, grammar.pointee.cues.smallWords)
    default: return true
    }
  }

  // MARK: Weekdays, seasons, parts of a day

  private func weekday(_ i: Int, _ lead: Lead) -> (CalendarWords, Int)? {
    guard isCapital(i) || grammar.pointee.hasSmallNames else { return nil }
    // "On Sundays" is no day.
    if !grammar.pointee.hasSmallNames, isPlural(i) { return nil }
    let value = Int(self[i].value)
    var j = i + 1
    let isShort = self[i].flags.contains(.short)
    if isShort, kind(j) == .stop, isAttached(j) { j += 1 }
    var k = j
    if kind(k) == .comma { k += 1 }
    if kind(k) == .on { k += 1 }
    if kind(k) == .the { k += 1 }
    if kind(k) == .month || isDay(k), let (found, end) = dayAndMonth(k) ?? month(k, Lead()),
      found.day != nil
    {
      var words = found
      words.weekday = value
      return (words, end)
    }
    if kind(k) == .ordinal, isDay(k), isDigits(k), isClauseEnd(k + 1) {
      var words = CalendarWords()
      words.day = Int(self[k].value)
      words.weekday = value
      return (words, k + 1)
    }
    guard !isShort, j > 0 else { return nil }
    var words = CalendarWords()
    words.weekday = value
    let before = kind(i - 1)
    let isPlaced = [
      .on, .that, .next, .last, .this, .by, .until, .since, .before, .after, .early, .late,
    ]
    .contains(before)
    let hasPart = kind(j) == .partOfDay
    guard isPlaced || hasPart, !(kind(j) == .word && isCapital(j)), kind(i - 2) != .each else {
      return nil
    }
    return (words, hasPart ? j + 1 : j)
  }

  /// `summer of 1955`, `Spring 2004`, `Spring Term 1944`, `winter of 1862–63`, `the spring`.
  private func season(_ i: Int, _ lead: Lead) -> (CalendarWords, Int)? {
    var words = CalendarWords()
    words.season = Int(self[i].value)
    let (dated, end) = yearBehind(isWord(i + 1, grammar.pointee.cues.terms) ? i + 2 : i + 1, words)
    if var year = dated.year.map({ _ in dated }) {
      // A winter over two years is that which begins in the first.
      if kind(end) == .dash || kind(end) == .slash, kind(end + 1) == .number, isAttached(end + 1),
        self[end + 1].value < 100 || self[end + 1].value == Int32((year.year ?? 0) + 1)
      {
        year.dual = .winter
        return (year, end + 2)
      }
      return (year, end)
    }
    if dated.yearStep != nil || dated.direction != nil { return (dated, end) }
    let before = kind(i - 1)
    let isFall = isWord(i, grammar.pointee.cues.doubtfulSeasons)
    let isPlaced =
      lead.part != nil || [.in, .by, .this, .that, .next, .last, .until].contains(before)
      || before == .the
        && [.in, .by, .during, .until, .of, .before, .after, .since, .at].contains(kind(i - 2))
      || before == .during || before == .same || before == .previous
      || before == .the
        && ([.for, .and, .about].contains(kind(i - 2))
          || isWord(i - 2, grammar.pointee.cues.spending))
    guard isPlaced, isClauseEnd(i + 1) || kind(i + 1) == .apostropheS || kind(i + 1) == .word else {
      return nil
    }
    if isFall, kind(i + 1) == .of || kind(i + 1) == .in || kind(i + 1) == .from { return nil }
    if isFall, before == .to { return nil }
    return (words, i + 1)
  }

  /// `the morning of 29 April 1975`: the day; midnight keeps the evening's date.
  private func partOfDay(_ i: Int) -> (CalendarWords, Int)? {
    var j = i + 1
    if kind(j) == .unit, self[j].value == 1 { j += 1 }
    guard kind(j) == .of || kind(j) == .on else { return nil }
    j += 1
    if kind(j) == .the { j += 1 }
    guard let (words, end) = calendar(j, Lead()), words.day != nil || words.feast != nil else {
      return nil
    }
    return (words, end)
  }

  // MARK: By reference

  /// `last May`, `next Tuesday`, `that summer`, `the following spring`, `the same winter`.
  private func directed(_ i: Int, _ lead: Lead) -> (CalendarWords, Int)? {
    let direction: Int
    var j = i + 1
    switch kind(i) {
    case .next: direction = 1
    case .after:
      guard self[i].value == 1, lead.hasThe || kind(i - 1) == .on else { return nil }
      direction = 1
    case .last, .previous: direction = -1
    case .this, .that:
      direction = 0
      if kind(j) == .very || kind(j) == .same { j += 1 }
    case .same: direction = 0
    default: return nil
    }
    var part: CalendarWords.Part?
    if kind(j) == .early || kind(j) == .late {
      part = kind(j) == .early ? .early : .late
      j += 1
    }
    var words = CalendarWords()
    words.part = part
    switch kind(j) {
    case .season: words.season = Int(self[j].value)
    case .month where isMonth(j) && !self[j].flags.contains(.short):
      words.month = Int(self[j].value)
    case .weekday where isCapital(j) && !self[j].flags.contains(.short) && !isPlural(j):
      words.weekday = Int(self[j].value)
    case .feast where isCapital(j): words.feast = Feast(rawValue: Int(self[j].value))
    default: return nil
    }
    if isWord(j, grammar.pointee.cues.doubtfulSeasons),
      kind(j + 1) == .of || isWord(j + 1, grammar.pointee.cues.behindDoubtful)
    {
      return nil
    }
    words.direction = direction
    if words.month != nil || words.season != nil {
      let (dated, end) = yearBehind(j + 1, words)
      if dated.year != nil {
        var plain = dated
        plain.direction = nil
        return (plain, end)
      }
    }
    if kind(j + 1) == .partOfDay { return (words, j + 2) }
    return (words, j + 1)
  }

  /// `la década de 1930`, `los años 30`, `les années 1930`.
  private func decadeBehindUnit(_ i: Int, _ j: Int) -> (CalendarWords, Int)? {
    guard grammar.pointee.hasYearsBeforeDecade,
      self[i].value == 8 || self[i].value == 7 && isPlural(i) && j == i + 1,
      kind(j) == .number, !isGrouped(j), let words = decade(of: j)
    else { return nil }
    return (words, j + 1)
  }

  /// `the year 1834`, `the day of …` is not for us.
  private func unitYear(_ i: Int) -> (CalendarWords, Int)? {
    if self[i].value == 9 { return centuryBehindUnit(i) }
    var j = i + 1
    if kind(j) == .of { j += 1 }
    if let decade = decadeBehindUnit(i, j) { return decade }
    guard self[i].value == 7 else { return nil }
    guard let found = year(j, isFirm: true, after: nil) else {
      if kind(j) == .number, !isGrouped(j), (100...999).contains(self[j].value), kind(i - 1) == .the
      {
        var words = CalendarWords()
        words.year = Int(self[j].value)
        return (words, j + 1)
      }
      return nil
    }
    return (found.words, found.end)
  }
}
