import BookLanguage

// Ages: `at fifteen`, `when I was nine`, `in my twenties`, `a boy of but seventeen`.

extension PhraseReader {
  /// Past the small words before a number: `only`, `about`, `yet but`.
  private func skipDoubt(_ i: Int) -> (Int, Bool) {
    var j = i
    var isApproximate = false
    while j < i + 4, [.only, .about, .perhaps, .now].contains(kind(j)) {
      if kind(j) == .about { isApproximate = true }
      j += 1
    }
    return (j, isApproximate)
  }

  /// A number of years with nothing behind it that makes it a count of something else.
  private func ageNumber(_ i: Int, needsYears: Bool) -> (ClosedRange<Int>, Int)? {
    let found: (ClosedRange<Int>, Int)?
    if kind(i) == .number, isDigits(i), !isGrouped(i), self[i].value < 120 {
      found = (Int(self[i].value)...Int(self[i].value), i + 1)
    } else {
      found = numberInWords(i)
    }
    guard var (years, end) = found, years.upperBound < 120 else { return nil }
    if kind(end) == .or, let (second, e) = numberInWords(end + 1), second.upperBound < 120,
      second.lowerBound > years.lowerBound
    {
      years = years.lowerBound...second.upperBound
      end = e
    }
    if kind(end) == .unit, self[end].value == 7 {
      if kind(end + 1) == .old { return (years, end + 2) }
      if kind(end + 1) == .of, kind(end + 2) == .age { return (years, end + 3) }
      return nil
    }
    if kind(end) == .dash, isAttached(end) { return nil }
    if needsYears { return nil }
    switch kind(end) {
    case .unit, .counted, .numberWord, .number, .of, .word, .clock, .apostropheS, .person,
      .partOfDay,
      .few, .month, .ordinal, .money, .past, .to, .full, .half:
      return nil
    case .other:
      if isAttached(end) { return nil }
      return (years, end)
    default: return (years, end)
    }
  }

  func age(_ i: Int) -> Phrase? {
    switch kind(i) {
    case .at: return ageAt(i)
    case .aged, .age: return ageStated(i)
    case .until, .when, .before, .after: return ageWhen(i)
    case .i: return ageOfI(i)
    case .my: return ageOfMy(i)
    case .person: return ageOfPerson(i)
    case .being, .turned:
      let (j, isApproximate) = skipDoubt(i + 1)
      guard let (years, end) = ageNumber(j, needsYears: kind(i) == .being) else { return nil }
      return phrase(i, end, years, isApproximate)
    default: return nil
    }
  }

  private func phrase(
    _ i: Int, _ end: Int, _ years: ClosedRange<Int>, _ isApproximate: Bool, limit: Bool = false,
    narrators: Bool? = nil
  ) -> Phrase {
    Phrase(
      tokens: i..<end,
      meaning: .age(
        Age(
          years: years, isApproximate: isApproximate, isLimit: limit,
          isNarrators: narrators ?? isNarrators(i, end))))
  }

  /// Whether the nearest pronoun before in the sentence, else after it, is the narrator's.
  private func isNarrators(_ i: Int, _ end: Int) -> Bool? {
    var j = i - 1
    while j >= 0, j > i - 40, !self[j + 1].flags.contains(.first) {
      if kind(j) == .i || kind(j) == .my, !isParenthesis(j) { return true }
      if kind(j) == .person, self[j].value > 0 || !isNarratorsNoun(j) { return false }
      j -= 1
    }
    j = end
    while j < tokens.count, j < end + 25, !self[j].flags.contains(.first) {
      if kind(j) == .i || kind(j) == .my { return true }
      if kind(j) == .person, self[j].value > 0 { return false }
      j += 1
    }
    return nil
  }

  /// `, I should judge,`: an opinion put in, which is about somebody else.
  private func isParenthesis(_ j: Int) -> Bool {
    guard kind(j) == .i, kind(j - 1) == .comma || kind(j - 1) == .dash else { return false }
    return (j + 2..<j + Self.longestParenthesis).contains {
      kind($0) == .comma || kind($0) == .dash
    }
  }

  /// In words: `I should rather think`.
  private static let longestParenthesis = 6

  /// `I was a boy`: a noun for the narrator; any other man or child is somebody else.
  private func isNarratorsNoun(_ j: Int) -> Bool {
    var k = j - 1
    while k > j - 5, kind(k) == .word || kind(k) == .only || kind(k) == .old { k -= 1 }
    return kind(k) == .a && kind(k - 1) == .was && (kind(k - 2) == .i || kind(k - 2) == .my)
      || kind(k) == .a && isWord(k - 1, grammar.pointee.cues.asWords)
  }

  /// `at the age of fifteen`, `at eight years of age`, `at ten years old`, `at fifteen`.
  private func ageAt(_ i: Int) -> Phrase? {
    var (j, isApproximate) = skipDoubt(i + 1)
    var isStated = false
    if kind(j) == .the, kind(j + 1) == .age {
      j += 2
      isStated = true
    } else if kind(j) == .age {
      j += 1
      isStated = true
    }
    if isStated {
      if kind(j) == .of { j += 1 }
      let doubt = skipDoubt(j)
      j = doubt.0
      isApproximate = isApproximate || doubt.1
    }
    guard let (years, end) = ageNumber(j, needsYears: false) else { return nil }
    let isBare = !isStated && kind(end - 1) != .old && kind(end - 1) != .age
    // "At ten" is a time of day as often as an age.
    if isBare, years.lowerBound < 13 || isDigits(j) { return nil }
    return phrase(i, end, years, isApproximate)
  }

  private func ageStated(_ i: Int) -> Phrase? {
    var j = i + 1
    if kind(i) == .age, kind(j) == .of { j += 1 }
    guard let (years, end) = ageNumber(j, needsYears: false) else { return nil }
    if kind(i) == .age, kind(i - 1) == .of || kind(i + 1) == .of && kind(i - 1) != .the {
      return nil
    }
    return phrase(i, end, years, false)
  }

  /// `when I was nine`, `till I was twenty-one years of age`, `when about sixteen years of age`.
  private func ageWhen(_ i: Int) -> Phrase? {
    var j = i + 1
    let isI = kind(j) == .i && isWord(j, grammar.pointee.cues.narrator)
    let isOther = kind(j) == .person && self[j].value == 1
    if isI || isOther { j += 1 }
    let hasVerb = kind(j) == .was || kind(j) == .turned
    if hasVerb { j += 1 }
    if hasVerb != (isI || isOther) { return nil }
    let doubt = skipDoubt(j)
    j = doubt.0
    if kind(j) == .the, kind(j + 1) == .age, kind(j + 2) == .of { j += 3 }
    guard let (years, end) = ageNumber(j, needsYears: !hasVerb) else { return nil }
    return phrase(
      i, end, years, doubt.1, limit: kind(i) == .until || kind(i) == .before,
      narrators: isI ? true : isOther ? false : nil)
  }

  /// `I was nine when`, `I was then sixteen years old`, `I was born`.
  private func ageOfI(_ i: Int) -> Phrase? {
    guard isWord(i, grammar.pointee.cues.narrator) else { return nil }
    guard kind(i + 1) == .was || kind(i + 1) == .turned else { return nil }
    if kind(i + 2) == .born { return Phrase(tokens: i..<(i + 3), meaning: .birth(nil)) }
    let (j, isApproximate) = skipDoubt(i + 2)
    guard let (years, end) = ageNumber(j, needsYears: false) else { return nil }
    if kind(end - 1) != .old, kind(end - 1) != .age, years.lowerBound < 3 { return nil }
    return phrase(i, end, years, isApproximate, narrators: true)
  }

  /// `my tenth birthday`, `my early twenties`, `my teens`, `my sixteenth year`.
  private func ageOfMy(_ i: Int) -> Phrase? {
    var j = i + 1
    while j < i + 3, [.early, .late, .mid, .dash].contains(kind(j)) { j += 1 }
    if kind(j) == .numberWord, self[j].value < 0 {
      let tens = -Int(self[j].value)
      let part = kind(i + 1)
      let low = part == .late ? tens + 7 : part == .mid ? tens + 4 : tens
      let high = part == .early ? tens + 3 : part == .mid ? tens + 6 : tens + 9
      return phrase(
        i, j + 1, (tens == 13 ? 13 : low)...(tens == 13 ? 19 : high), false, narrators: true)
    }
    var years = 0
    if kind(j) == .ordinal {
      years = Int(self[j].value)
      j += 1
    } else if kind(j) == .numberWord, [20, 30, 40, 50, 60, 70, 80, 90].contains(self[j].value) {
      years = Int(self[j].value)
      j += kind(j + 1) == .dash ? 2 : 1
      guard kind(j) == .ordinal, self[j].value < 10 else { return nil }
      years += Int(self[j].value)
      j += 1
    }
    guard (1...110).contains(years) else { return nil }
    if kind(j) == .birthday {
      return Phrase(
        tokens: i..<(j + 1),
        meaning: .age(Age(years: years...years, isNarrators: true, isBirthday: true)))
    }
    // "My first year at school" counts from something else than the birth.
    if kind(j) == .unit, self[j].value == 7, years > 5, isYearOfLife(j + 1) {
      return phrase(i, j + 1, (years - 1)...(years - 1), false, narrators: true)
    }
    return nil
  }

  private func isYearOfLife(_ i: Int) -> Bool {
    if kind(i) == .of { return kind(i + 1) == .age || isWord(i + 1, grammar.pointee.cues.life) }
    return kind(i) != .at && kind(i) != .in && !isWord(i, grammar.pointee.cues.notBeforeYear)
  }

  /// `a boy of but seventeen`, `she was twelve years old`.
  private func ageOfPerson(_ i: Int) -> Phrase? {
    if self[i].value == 0 {
      guard kind(i + 1) == .of else { return nil }
      let (j, isApproximate) = skipDoubt(i + 2)
      guard let (years, end) = ageNumber(j, needsYears: false) else { return nil }
      return phrase(i, end, years, isApproximate)
    }
    guard self[i].value == 1, kind(i + 1) == .was || kind(i + 1) == .turned else { return nil }
    let (j, isApproximate) = skipDoubt(i + 2)
    guard let (years, end) = ageNumber(j, needsYears: true) else { return nil }
    return phrase(i, end, years, isApproximate, narrators: false)
  }

  /// Behind a number of years: `old`, `of age`, `-old`.
  func ageBehindYears(_ i: Int, _ end: Int, _ count: Count, _ isApproximate: Bool) -> Phrase? {
    if kind(end) == .old, !isWord(end + 1, grammar.pointee.cues.style) {
      return phrase(i, end + 1, count.amount, isApproximate)
    }
    if kind(end) == .of, kind(end + 1) == .age {
      return phrase(i, end + 2, count.amount, isApproximate)
    }
    if kind(end) == .dash, isAttached(end), kind(end + 1) == .old {
      return Phrase(tokens: i..<(end + 2), meaning: .duration(count.amount, .year))
    }
    return nil
  }
}
