import BookLanguage

// Words that count from somewhere: offsets, sameness, steps, and durations.

extension PhraseReader {
  struct Count {
    var amount: ClosedRange<Int>
    var isApproximate = false
    /// "Half a": what follows is the half of its unit.
    var isHalf = false
  }

  /// `half a century`, `a year and a half`: the halves of a unit that are a whole number of another.
  private static let halves: [TimeUnit: (amount: Int, unit: TimeUnit)] = [
    .century: (50, .year), .decade: (5, .year), .year: (6, .month), .month: (2, .week),
  ]

  /// `and a half` behind a unit: the length in smaller units, and where it ends.
  private func halfMore(
    _ count: Count, _ unit: TimeUnit, _ end: Int
  ) -> (amount: ClosedRange<Int>, unit: TimeUnit, end: Int)? {
    guard kind(end) == .and, kind(end + 1) == .a, isWord(end + 2, grammar.pointee.cues.halves),
      let half = Self.halves[unit], kind(end + 3) != .of
    else { return nil }
    let low = (2 * count.amount.lowerBound + 1) * half.amount
    let high = (2 * count.amount.upperBound + 1) * half.amount
    return (low...high, half.unit, end + 3)
  }

  /// `three years and one month`: the length in months, and where it ends.
  private func monthsMore(
    _ count: Count, _ unit: TimeUnit, _ end: Int
  ) -> (amount: ClosedRange<Int>, unit: TimeUnit, end: Int)? {
    guard unit == .year, kind(end) == .and, let (more, k) = self.count(end + 1),
      kind(k) == .unit, TimeUnit(rawValue: Int(self[k].value)) == .month
    else { return nil }
    let year = 12
    let low = count.amount.lowerBound * year + more.amount.lowerBound
    return (low...(count.amount.upperBound * year + more.amount.upperBound), .month, k + 1)
  }

  /// A number of something: `three`, `twenty-one`, `a couple of`, `two or three`, `3`.
  func count(_ i: Int) -> (Count, Int)? {
    guard var (amount, j) = number(i) else { return nil }
    // `two or three`, `three to five`, `12-18`
    if [.or, .to, .dash].contains(kind(j)), let (second, end) = number(j + 1),
      second.lowerBound > amount.lowerBound, kind(j + 1) != .a
    {
      amount = amount.lowerBound...second.upperBound
      j = end
    }
    return (Count(amount: amount, isHalf: kind(i) == .half), j)
  }

  private func number(_ i: Int) -> (ClosedRange<Int>, Int)? {
    switch kind(i) {
    case .number:
      let value = Int(self[i].value)
      guard isDigits(i), value <= 1000 else { return nil }
      if isGrouped(i) { return nil }
      return (value...value, i + 1)
    case .numberWord: return numberInWords(i)
    case .few:
      let k = isWord(i, grammar.pointee.cues.couples) && kind(i + 1) == .of ? i + 2 : i + 1
      switch self[i].value {
      case 2: return (2...2, k)
      case 3: return (3...5, k)
      case 4: return (3...7, k)
      default: return nil
      }
    case .a:
      if kind(i + 1) == .few { return number(i + 1) }
      if kind(i + 1) == .numberWord, [12, 20, 100].contains(self[i + 1].value) {
        return (Int(self[i + 1].value)...Int(self[i + 1].value), i + 2)
      }
      if kind(i + 1) == .unit || kind(i + 1) == .full { return (1...1, i + 1) }
      return nil
    case .half:
      guard isWord(i, grammar.pointee.cues.halves), kind(i + 1) == .a else { return nil }
      return (1...1, i + 2)
    default: return nil
    }
  }

  func numberInWords(_ i: Int) -> (ClosedRange<Int>, Int)? {
    guard kind(i) == .numberWord, self[i].value > 0 else { return nil }
    var value = Int(self[i].value)
    var j = i + 1
    if (20...90).contains(value), value % 10 == 0 {
      let k = kind(j) == .dash && isAttached(j) ? j + 1 : j
      if kind(k) == .numberWord, (1...9).contains(self[k].value) {
        value += Int(self[k].value)
        j = k + 1
      }
    } else if value < 20, kind(j) == .numberWord, self[j].value == 100 || self[j].value == 20 {
      value *= Int(self[j].value)
      j += 1
      if kind(j) == .and, let (rest, end) = numberInWords(j + 1), rest.upperBound < 100 {
        value += rest.lowerBound
        j = end
      }
    }
    return (value...value, j)
  }

  /// `two weeks later`, `four years ago`, `a week from now`, `for three years`.
  func offset(_ i: Int) -> Phrase? {
    var j = i
    var isApproximate = false
    while j < i + 4, [.about, .only, .perhaps].contains(kind(j)) {
      if kind(j) == .about || self[j].value > 0 { isApproximate = true }
      j += 1
    }
    guard var (count, k) = count(j) else { return nil }
    let isHyphenated = kind(k) == .dash && isAttached(k)
    if isHyphenated { k += 1 }
    while kind(k) == .full || kind(k) == .past { k += 1 }
    guard kind(k) == .unit, var unit = TimeUnit(rawValue: Int(self[k].value)) else { return nil }
    var end = k + 1
    if count.isHalf, let half = Self.halves[unit] {
      (count.amount, unit) = (half.amount...half.amount, half.unit)
    } else if let more = halfMore(count, unit, end) ?? monthsMore(count, unit, end) {
      (count.amount, unit, end) = more
    }
    if kind(end) == .apostropheS || (kind(end) == .other && isAttached(end)) { end += 1 }
    // `a day or two`, `a year or so`
    if kind(end) == .or {
      if let (more, e) = number(end + 1), kind(end + 1) != .a, kind(e) != .unit {
        count.amount = count.amount.lowerBound...max(count.amount.lowerBound, more.upperBound)
        end = e
      } else if isWord(end + 1, grammar.pointee.cues.orMore) {
        isApproximate = true
        end += 2
      }
    }
    let (amount, grain) = (count.amount, unit)
    let shift = { [isApproximate] (sign: Int, origin: Shift.Origin, end: Int) in
      Phrase(
        tokens: i..<end,
        meaning: .shift(
          Shift(
            amount: amount, unit: grain, sign: sign, origin: origin, isApproximate: isApproximate)))
    }
    if isHyphenated || unit == .year, let age = ageBehindYears(i, end, count, isApproximate) {
      return age
    }
    if !isHyphenated, let phrase = direction(i, end, shift) { return phrase }
    if !isHyphenated, isNoLength(j, i) { return nil }
    if opensWithAfter(i), isEvent(behind: end) { return shift(1, .anchor, end) }
    return Phrase(tokens: i..<end, meaning: .duration(count.amount, unit))
  }

  /// `After three weeks he came back`: counted from what was told before.
  private func opensWithAfter(_ i: Int) -> Bool {
    kind(i - 1) == .after && self[i - 1].value == 0 && self[i - 1].flags.contains(.first)
  }

  private func isEvent(behind end: Int) -> Bool {
    isStopped(end) || kind(end) == .i || kind(end) == .the || kind(end) == .my
      || kind(end) == .person && self[end].value > 0 || kind(end) == .word && isCapital(end)
  }

  /// "One day the chance came" is no length, nor is the week of "two dollars a week".
  private func isNoLength(_ j: Int, _ i: Int) -> Bool {
    guard isWord(j, grammar.pointee.cues.ones) else { return false }
    return ![.for, .within, .in, .of, .after, .during, .about, .only, .or].contains(kind(i - 1))
      && kind(i) != .about && kind(i) != .only
  }

  private func isStopped(_ i: Int) -> Bool {
    isEnd(i) || [.stop, .comma, .close, .quoteClose, .and, .colon, .dash].contains(kind(i))
  }

  private func direction(
    _ start: Int, _ end: Int, _ shift: (Int, Shift.Origin, Int) -> Phrase
  ) -> Phrase? {
    switch kind(end) {
    case .ago:
      if self[end].value == 1, !isStopped(end + 1) { return nil }
      return shift(-1, .document, end + 1)
    case .since where isStopped(end + 1): return shift(-1, .document, end + 1)
    case .hence: return shift(1, .document, end + 1)
    case .later: return shift(1, .anchor, end + 1)
    case .earlier: return shift(-1, .anchor, end + 1)
    case .from:
      if kind(end + 1) == .now {
        return shift(1, self[end + 1].value == 1 ? .anchor : .document, end + 2)
      }
      if kind(end + 1) == .today { return shift(1, .document, end + 2) }
      // "Three years from that day"
      if kind(end + 1) == .that, kind(end + 2) == .unit, !isPlural(end + 2) {
        return shift(1, .anchor, end + 3)
      }
      let (lead, j) = lead(end + 1)
      if let (words, k) = calendar(j, lead) { return shift(1, .calendar(words), k) }
      return nil
    case .before, .after:
      let sign = kind(end) == .before ? -1 : 1
      if kind(end) == .before, self[end].value == 1 { return nil }
      if kind(end) == .after, self[end].value == 1 { return nil }
      let next = end + 1
      if isStopped(next) { return shift(sign, .anchor, next) }
      if kind(next) == .that || kind(next) == .this, isStopped(next + 1) {
        return shift(sign, .anchor, next + 1)
      }
      if kind(next) == .i, kind(next + 1) == .was, kind(next + 2) == .born {
        return shift(sign, .birth, next + 3)
      }
      if kind(next) == .my, isWord(next + 1, grammar.pointee.cues.births) {
        return shift(sign, .birth, next + 2)
      }
      let (lead, j) = lead(next)
      if let (words, k) = calendar(j, lead, isEnumerated: true) {
        return shift(sign, .calendar(words), k)
      }
      // "For six weeks after an operation" says how long, not when.
      if kind(start - 1) == .for { return nil }
      return shift(sign, .event, next)
    default:
      // `four years to a day before I was born`
      if kind(end) == .to, kind(end + 1) == .a, kind(end + 2) == .unit,
        kind(end + 3) == .before || kind(end + 3) == .after
      {
        return direction(start, end + 3, shift)
      }
      return nil
    }
  }

  /// Sameness, steps and the days around today.
  func relative(_ i: Int, _ j: Int, _ lead: Lead) -> Phrase? {
    let make = { (meaning: Phrase.Meaning, end: Int) in Phrase(tokens: i..<end, meaning: meaning) }
    switch kind(j) {
    case .today:
      if kind(j + 1) == .partOfDay { return make(.deictic(Int(self[j].value)), j + 2) }
      return make(.deictic(Int(self[j].value)), j + 1)
    case .later, .earlier:
      var k = j + 1
      if kind(k) == .in || kind(k) == .on { k += 1 }
      if kind(k) == .the { k += 1 }
      guard [.that, .this, .same].contains(kind(k)) || kind(k) == .unit && kind(k - 1) == .the
      else { return nil }
      let part: CalendarWords.Part = kind(j) == .later ? .late : .early
      if kind(k) == .unit { return sameUnit(i, k, part) }
      return same(i, k, Lead(part: part))
    case .same, .that, .this: return same(i, j, lead)
    case .next, .previous, .last, .after, .before, .past: return step(i, j, lead)
    case .unit:
      if lead.hasThe, let phrase = dayBefore(i, j) { return phrase }
      if lead.part != nil, lead.hasThe, !isPlural(j), self[j].value > 2, kind(j + 1) != .of,
        kind(j + 1) != .number
      {
        return sameUnit(i, j, lead.part)
      }
      return nil
    default: return nil
    }
  }

  func isPlural(_ i: Int) -> Bool {
    i >= 0 && i < tokens.count && text[Int(tokens[i].end) - 1] == UInt8(ascii: "s")
  }

  private func sameUnit(_ i: Int, _ k: Int, _ part: CalendarWords.Part?) -> Phrase? {
    guard kind(k) == .unit, let unit = TimeUnit(rawValue: Int(self[k].value)), unit.days > 0,
      unit.rawValue <= TimeUnit.decade.rawValue
    else { return nil }
    return Phrase(tokens: i..<(k + 1), meaning: .same(unit, part))
  }

  /// `that same day`, `the same month`, `that night`, `this year`.
  private func same(_ i: Int, _ j: Int, _ lead: Lead) -> Phrase? {
    var k = j + 1
    while kind(k) == .very || kind(k) == .same { k += 1 }
    guard k - j < 4 else { return nil }
    let part = lead.part
    if kind(k) == .unit, !isPlural(k) {
      if isWord(k, grammar.pointee.cues.weekends) {
        return Phrase(tokens: i..<(k + 1), meaning: .same(.week, part))
      }
      // "To this day", "the fashion of that day".
      if k == j + 1, kind(i - 1) == .to || kind(i - 1) == .of || kind(i - 1) == .at { return nil }
      return sameUnit(i, k, part)
    }
    if kind(k) == .partOfDay, kind(k + 1) != .of, kind(k + 1) != .dash {
      return Phrase(tokens: i..<(k + 1), meaning: .same(.day, nil))
    }
    return nil
  }

  /// `the following year`, `the next day`, `last month`, `the previous night`; with a number a
  /// duration: `the next few months`.
  private func step(_ i: Int, _ j: Int, _ lead: Lead) -> Phrase? {
    let sign: Int
    switch kind(j) {
    case .next: sign = 1
    case .after:
      guard self[j].value == 1, lead.hasThe else { return nil }
      sign = 1
    case .before:
      guard self[j].value == 1, lead.hasThe else { return nil }
      sign = -1
    case .past: sign = 0
    default: sign = -1
    }
    var k = j + 1
    if let (count, end) = count(k) {
      while kind(k) == .full { k += 1 }
      guard kind(end) == .unit, let unit = TimeUnit(rawValue: Int(self[end].value)) else {
        return nil
      }
      return Phrase(tokens: i..<(end + 1), meaning: .duration(count.amount, unit))
    }
    if isWord(k, grammar.pointee.cues.very) { k += 1 }
    if kind(k) == .partOfDay, kind(j) != .last || !lead.hasThe, sign != 0 {
      return Phrase(tokens: i..<(k + 1), meaning: .step(.day, sign, nil))
    }
    guard kind(k) == .unit, !isPlural(k), let unit = TimeUnit(rawValue: Int(self[k].value)),
      unit.days > 0
    else { return nil }
    if sign == 0 { return Phrase(tokens: i..<(k + 1), meaning: .duration(1...1, unit)) }
    // "The last year of the war" counts from its end, which nothing here tells.
    if kind(j) == .last, kind(k + 1) == .of || lead.hasThe && unit == .day { return nil }
    return Phrase(tokens: i..<(k + 1), meaning: .step(unit, sign, lead.part))
  }

  /// `the day before`, `the week after`, `the day before yesterday`, `the day after Christmas`.
  private func dayBefore(_ i: Int, _ j: Int) -> Phrase? {
    guard kind(j + 1) == .before || kind(j + 1) == .after, self[j + 1].value == 0, !isPlural(j),
      let unit = TimeUnit(rawValue: Int(self[j].value)), unit.days > 0
    else { return nil }
    let sign = kind(j + 1) == .before ? -1 : 1
    if kind(j + 2) == .today, unit == .day {
      return Phrase(tokens: i..<(j + 3), meaning: .deictic(Int(self[j + 2].value) + sign))
    }
    let make = { (origin: Shift.Origin, end: Int) in
      Phrase(
        tokens: i..<end,
        meaning: .shift(Shift(amount: 1...1, unit: unit, sign: sign, origin: origin)))
    }
    if isStopped(j + 2) { return make(.anchor, j + 2) }
    let (lead, k) = lead(j + 2)
    if let (words, end) = calendar(k, lead, isEnumerated: true) {
      return make(.calendar(words), end)
    }
    if kind(j + 2) == .that, isStopped(j + 3) { return make(.anchor, j + 3) }
    return make(unit == .day || unit == .week ? .anchor : .event, j + 2)
  }
}
