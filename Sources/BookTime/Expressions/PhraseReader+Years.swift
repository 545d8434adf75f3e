import BookLanguage

// Years, decades and centuries, and the numbers that are none.

extension PhraseReader {
  typealias Found = (words: CalendarWords, end: Int)

  /// `BC`, `B.C.`, `A.D.` at a token: its sign and the token after it.
  func era(_ i: Int) -> (sign: Int, end: Int)? {
    let token = self[i]
    if !grammar.pointee.eras.isEmpty, let era = foreignEra(i) { return era }
    guard i < tokens.count, token.flags.contains(.capital) else { return nil }
    if token.kind == .era { return (token.value < 0 ? -1 : 1, i + 1) }
    guard token.end - token.start == 1, kind(i + 1) == .stop, isAttached(i + 1),
      self[i + 2].end - self[i + 2].start == 1, isCapital(i + 2), isAttached(i + 2)
    else { return nil }
    let (a, b) = (text[Int(token.start)], text[Int(self[i + 2].start)])
    let sign: Int
    switch (a, b) {
    case (UInt8(ascii: "B"), UInt8(ascii: "C")): sign = -1
    case (UInt8(ascii: "A"), UInt8(ascii: "D")), (UInt8(ascii: "C"), UInt8(ascii: "E")): sign = 1
    default: return nil
    }
    var end = i + 3
    if kind(end) == .stop, isAttached(end) { end += 1 }
    if isWord(end, "e"), isCapital(end), isAttached(end) {
      end += 1
      if kind(end) == .stop, isAttached(end) { end += 1 }
    }
    return (sign, end)
  }

  /// `a. C.`, `av. J.-C.`, `v. Chr.` and what stands for our era.
  private func foreignEra(_ i: Int) -> (sign: Int, end: Int)? {
    guard kind(i + 1) == .stop, isAttached(i + 1) else { return nil }
    for era in grammar.pointee.eras {
      guard let end = end(of: era, at: i) else { continue }
      return (era.sign, kind(end) == .stop && isAttached(end) ? end + 1 : end)
    }
    return nil
  }

  private func end(of era: DateGrammar.Era, at i: Int) -> Int? {
    var j = i
    for piece in era.pieces {
      switch piece.utf8Start.pointee {
      case UInt8(ascii: "."): guard kind(j) == .stop else { return nil }
      case UInt8(ascii: "-"): guard kind(j) == .dash else { return nil }
      default: guard isWord(j, piece) else { return nil }
      }
      j += 1
    }
    return era.endsInCapital && !isCapital(j - 1) ? nil : j
  }

  /// A year in digits.
  ///
  /// `isFirm` where something else already says that a date stands here.
  func year(_ i: Int, isFirm: Bool, after words: CalendarWords?) -> Found? {
    var found = CalendarWords()
    if let era = era(i), era.sign > 0, kind(era.end) == .number, !isGrouped(era.end) {
      found.year = Int(self[era.end].value)
      found.hasEra = true
      return (found, era.end + 1)
    }
    if kind(i) == .shortYear {
      // "A ’49 Hudson" is how old it is.
      if words == nil, kind(i - 1) == .a || kind(i - 1) == .my || kind(i - 1) == .the,
        kind(i + 1) == .word, isCapital(i + 1)
      {
        return nil
      }
      found.year = Int(self[i].value)
      found.isTwoDigit = true
      return (found, i + 1)
    }
    guard kind(i) == .number, !isGrouped(i) else { return nil }
    let value = Int(self[i].value)
    let length = self[i].end - self[i].start
    if let era = era(i + 1), value > 0 {
      found.year = era.sign < 0 ? 1 - value : value
      found.hasEra = true
      return (found, era.end)
    }
    if length == 4, (1000...2999).contains(value) {
      if isCounted(i + 1), words?.day == nil { return nil }
      found.year = value
      // "The winter of 1944/45" has two years.
      return (words?.season == nil ? dual(i, found) : nil) ?? (found, i + 1)
    }
    if isFirm, allowsShortYears, (2...3).contains(length), length == 3 || words?.month != nil,
      kind(i + 1) != .counted, kind(i + 1) != .unit, kind(i + 1) != .month
    {
      found.year = 1 - value
      return (found, i + 1)
    }
    return nil
  }

  /// `1664/5`: one year by two reckonings, the civil year being the second.
  private func dual(_ i: Int, _ first: CalendarWords) -> Found? {
    guard kind(i + 1) == .slash, isAttached(i + 1), kind(i + 2) == .number, isAttached(i + 2),
      let year = first.year, !isGrouped(i + 2)
    else { return nil }
    let length = self[i + 2].end - self[i + 2].start
    let unit = length == 1 ? 10 : length == 2 ? 100 : 10_000
    guard Int(self[i + 2].value) == (year + 1) % unit else { return nil }
    var words = first
    words.year = year + 1
    words.dual = .reckonings
    return (words, i + 3)
  }

  /// A year, decade or era that stands by itself.
  func yearPhrase(_ i: Int, _ lead: Lead, _ isEnumerated: Bool) -> (CalendarWords, Int)? {
    if kind(i) == .decade { return decade(i) }
    if let found = bcBeforeDash(i) { return found }
    let isJoined =
      [.in, .of, .by, .since, .until, .during, .to, .from].contains(kind(i - 1))
      || lead.hasPartOf || lead.part != nil
    guard let found = year(i, isFirm: isJoined, after: nil) else { return nil }
    if found.words.isTwoDigit || found.words.hasEra { return (found.words, found.end) }
    if found.words.year ?? 0 <= 0 { return isBareNumberTrap(i) ? nil : (found.words, found.end) }
    if found.words.dual != nil { return (found.words, found.end) }
    guard isPlausibleYear(i, lead, isEnumerated) else { return nil }
    if let (words, end) = monthBehindYear(found) { return (words, end) }
    return (found.words, found.end)
  }

  private func isBareNumberTrap(_ i: Int) -> Bool {
    kind(i + 1) == .word || kind(i + 1) == .counted || isTrapBefore(i)
  }

  /// `499–493 BC`: the first of two years whose era stands behind the second.
  private func bcBeforeDash(_ i: Int) -> (CalendarWords, Int)? {
    guard kind(i) == .number, !isGrouped(i), [.dash, .to, .and, .or, .slash].contains(kind(i + 1)),
      kind(i + 2) == .number, !isGrouped(i + 2), let era = era(i + 3), era.sign < 0
    else { return nil }
    var words = CalendarWords()
    words.year = 1 - Int(self[i].value)
    words.hasEra = true
    return (words, i + 1)
  }

  /// `1702, January 6`, `1776, on the 4th of July`.
  private func monthBehindYear(_ found: Found) -> (CalendarWords, Int)? {
    guard kind(found.end) == .comma else { return nil }
    var j = found.end + 1
    if kind(j) == .on { j += 1 }
    if kind(j) == .the { j += 1 }
    guard isMonth(j) || isMonth(j + 2) || isMonth(j + 1),
      let (words, end) = calendar(j, Lead()), words.day != nil, words.year == nil
    else { return nil }
    var dated = words
    dated.year = found.words.year
    return (dated, end)
  }

  private func isTrapBefore(_ i: Int) -> Bool {
    let before = kind(i - 1)
    if before == .money || before == .labelled { return true }
    if before == .stop, kind(i - 2) == .labelled { return true }
    guard isAttached(i) else { return false }
    switch before {
    case .open, .quoteOpen: return false
    case .dash:
      // `F-1050` and `A–1914` are names, `pre-1914` and `1914–1918` are not.
      if !isAttached(i - 1) || self[i - 1].value == 1 { return false }
      return
        !(isDigits(i - 2) || isWord(i - 2, grammar.pointee.cues.yearPrefixes)
        || kind(i - 2) == .month)
    case .comma: return false
    case .stop, .slash, .colon, .other: return true
    default: return false
    }
  }

  /// Whether a number of four digits that stands alone is a year and no count.
  private func isPlausibleYear(_ i: Int, _ lead: Lead, _ isEnumerated: Bool) -> Bool {
    let value = Int(self[i].value)
    guard (1000...2099).contains(value), !isTrapBefore(i) else { return false }
    let next = kind(i + 1)
    if next == .unit || next == .money || next == .numberWord { return false }
    if next == .other, isAttached(i + 1), text[Int(self[i + 1].start)] == UInt8(ascii: "%") {
      return false
    }
    if next == .dash, isAttached(i + 1), isAttached(i + 2), self[i + 1].value == 0,
      kind(i - 1) != .in, kind(i + 2) == .word || kind(i + 2) == .unit || kind(i + 2) == .counted,
      !isCapital(i + 2)
    {
      return false
    }
    let before = kind(i - 1)
    let isFirm = [.in, .since, .during].contains(before) || before == .unit || isEnumerated
    if isCounted(i + 1) { return false }
    if [.to, .or, .and, .dash].contains(next), kind(i + 2) == .number || kind(i + 2) == .numberWord,
      kind(i + 3) == .counted || kind(i + 3) == .unit
    {
      return false
    }
    if isFirm { return true }
    let isJoined = [
      .by, .until, .from, .to, .of, .before, .after, .between, .about, .open, .comma, .the, .and,
      .or, .early, .late, .mid, .dash, .on, .month, .season, .within,
    ].contains(before)
    if value < 1400 { return isJoined && before != .the && before != .comma && next != .word }
    if lead.isApproximate, next == .word, isPluralNoun(i + 1) { return false }
    // "1532 geographical or 1766 statute miles".
    if before == .or || before == .and, next == .word, !isCapital(i + 1),
      isCounted(i + 2) || kind(i + 2) == .unit || isPluralNoun(i + 2)
    {
      return false
    }
    if isJoined { return !(before != .the && before != .of && isPluralNoun(i + 1)) }
    // "Is 1532 geographical or 1766 statute miles".
    if next == .word, kind(i + 2) == .or, kind(i + 3) == .number { return false }
    return next != .word || isCapital(i + 1) || !isPluralNoun(i + 1)
  }

  /// `men`, `pounds`: what stands before it is a number of them.
  private func isCounted(_ i: Int) -> Bool {
    kind(i) == .counted && (grammar.pointee.hasCapitalNouns || !isCapital(i))
  }

  private func isPluralNoun(_ i: Int) -> Bool {
    let token = self[i]
    guard token.kind == .word, !token.flags.contains(.capital), token.end - token.start > 4 else {
      return false
    }
    return text[Int(token.end) - 1] == UInt8(ascii: "s")
      && text[Int(token.end) - 2] != UInt8(ascii: "s")
  }

  private func decade(_ i: Int) -> (CalendarWords, Int)? {
    let value = Int(self[i].value)
    var words = CalendarWords()
    var end = i + 1
    let length = self[i].end - self[i].start
    if let era = era(end) {
      end = era.end
      words.hasEra = true
      // The 470s BC are 479 to 470 BC: the years -478 to -469.
      words.year = era.sign < 0 ? 1 - value - 9 : value
      words.omitted = 1
      return (words, end)
    }
    guard value >= 1000 || value < 100 || allowsShortYears else { return nil }
    if value < 100, length > 3, !self[i].flags.contains(.short), kind(i - 1) != .the,
      kind(i - 1) != .late, kind(i - 1) != .early, kind(i - 1) != .dash
    {
      return nil
    }
    if value < 100 {
      if self[i].flags.contains(.digits), kind(i - 1) == .my || kind(i - 1) == .person {
        return nil
      }
      words.isTwoDigit = true
    }
    if (100...999).contains(value) {
      words.hasEra = true
      words.year = 1 - value - 9
      words.omitted = 1
      return (words, end)
    }
    words.year = value
    words.omitted = value >= 1000 && value % 100 == 0 && value < 2000 ? 2 : 1
    return (words, end)
  }

  /// `19th century`, `eighteenth century`, `the 5th century BC`.
  func century(_ i: Int, _ lead: Lead) -> (CalendarWords, Int)? {
    guard kind(i) == .ordinal || (kind(i) == .number && kind(i + 1) == .stop),
      (1...30).contains(self[i].value)
    else { return nil }
    var j = i + 1
    if kind(j) == .stop, isAttached(j) { j += 1 }
    if kind(j) == .dash, isAttached(j) { j += 1 }
    let isList = [.and, .to, .dash, .or].contains(kind(j)) && kind(j + 1) == .ordinal
    let unit = isList ? j + 2 : j
    guard kind(unit) == .unit, self[unit].value == 9 else { return nil }
    return centuryWords(Int(self[i].value), isList ? i + 1 : unit + 1, eraAt: unit + 1)
  }

  private func centuryWords(_ n: Int, _ end: Int, eraAt: Int) -> (CalendarWords, Int) {
    var words = CalendarWords()
    words.omitted = 2
    words.year = (n - 1) * 100
    if let era = era(eraAt) {
      words.hasEra = true
      // The 4th century BC is 400 to 301 BC: the years -399 to -300.
      if era.sign < 0 { words.year = -(n * 100 - 1) }
      return (words, max(end, era.end))
    }
    return (words, end)
  }

  /// `siglo XIX`, `XIXe siècle` has its number in front.
  func centuryBehindUnit(_ i: Int) -> (CalendarWords, Int)? {
    guard let n = roman(i + 1), n <= 21 else { return nil }
    return centuryWords(n, i + 2, eraAt: i + 2)
  }

  /// A Roman numeral of capitals at a token.
  func roman(_ i: Int) -> Int? {
    let token = self[i]
    guard token.kind == .word || token.kind == .i, token.flags.contains(.capital),
      token.end - token.start <= 9
    else { return nil }
    var total = 0
    var last = 0
    for k in (Int(token.start)..<Int(token.end)).reversed() {
      let worth: Int
      switch text[k] {
      case UInt8(ascii: "I"): worth = 1
      case UInt8(ascii: "V"): worth = 5
      case UInt8(ascii: "X"): worth = 10
      case UInt8(ascii: "e"), UInt8(ascii: "r"), 0x80...: continue  // `XIXe`, `Ier`, `XIXᵉ`
      default: return nil
      }
      total += worth < last ? -worth : worth
      last = max(last, worth)
    }
    return total > 0 ? total : nil
  }

  /// The decade that a number names, written `30` or `1930`.
  func decade(of i: Int) -> CalendarWords? {
    let value = self[i].value
    guard value % 10 == 0, (10...90).contains(value) || (1000...2990).contains(value) else {
      return nil
    }
    var words = CalendarWords()
    words.year = Int(value)
    words.isTwoDigit = value < 100
    words.omitted = 1
    return words
  }

  /// `die 30er Jahre`, `den 1930er Jahren`.
  func decadeBeforeYears(_ i: Int) -> (CalendarWords, Int)? {
    guard grammar.pointee.hasYearsBehindDecade, kind(i) == .ordinal, isDigits(i),
      kind(i + 1) == .unit,
      self[i + 1].value == 7, let words = decade(of: i)
    else { return nil }
    return (words, i + 2)
  }

  /// `the nineties`, `the eighteen-sixties`; `nineteen fourteen` behind a preposition.
  func decadeInWords(_ i: Int, _ lead: Lead) -> (CalendarWords, Int)? {
    var words = CalendarWords()
    let value = Int(self[i].value)
    if value < -19, lead.hasThe, kind(i - 1) != .my, kind(i - 1) != .person {
      words.year = -value
      words.isTwoDigit = true
      words.omitted = 1
      return (words, grammar.pointee.hasYearsBehindDecade && kind(i + 1) == .unit ? i + 2 : i + 1)
    }
    guard (15...20).contains(value) else { return nil }
    var j = i + 1
    if kind(j) == .dash, isAttached(j) { j += 1 }
    guard kind(j) == .numberWord else { return nil }
    let second = Int(self[j].value)
    if second < -19, lead.hasThe {
      words.year = value * 100 - second
      words.omitted = 1
      return (words, j + 1)
    }
    let isJoined = [.in, .of, .since, .by, .until, .month, .comma, .unit].contains(kind(i - 1))
    guard isJoined, second >= 10, second < 100 else { return nil }
    var end = j + 1
    var rest = second
    if second >= 20 {
      let k = kind(end) == .dash ? end + 1 : end
      if kind(k) == .numberWord, (1...9).contains(self[k].value) {
        rest += Int(self[k].value)
        end = k + 1
      }
    }
    guard kind(end) != .unit, kind(end) != .counted else { return nil }
    words.year = value * 100 + rest
    return (words, end)
  }

  /// `A.D. 70`.
  func eraYear(_ i: Int, _ lead: Lead) -> (CalendarWords, Int)? {
    if let era = era(i), era.sign > 0, kind(era.end) == .number, !isGrouped(era.end) {
      var words = CalendarWords()
      words.year = Int(self[era.end].value)
      words.hasEra = true
      return (words, era.end + 1)
    }
    if let n = roman(i), n <= 21, kind(i + 1) == .unit, self[i + 1].value == 9 {
      return centuryWords(n, i + 2, eraAt: i + 2)
    }
    return nil
  }
}
