import BookLanguage

// Feasts by name: of one word and of several.

extension PhraseReader {
  func feast(_ i: Int) -> (CalendarWords, Int)? {
    guard isCapital(i) || grammar.hasSmallNames, let base = Feast(rawValue: Int(self[i].value)),
      // "White Christmas", "Merry Christmas"
      !([.word, .feastWord].contains(kind(i - 1)) && isCapital(i - 1))
    else { return nil }
    // "Michaelmas term" lasts till Christmas.
    if base == .michaelmas, isWord(i + 1, "term") { return nil }
    var words = CalendarWords()
    words.feast = base
    var j = i + 1
    if kind(j) == .apostropheS { j += 1 }
    if base == .easter, kind(j) == .weekday, isCapital(j) {
      if self[j].value == 1 { words.feast = .easterMonday }
      j += 1
    } else if isDayWord(j) {
      j += 1
    } else if kind(j) == .partOfDay, isCapital(j), self[j].value == -1 {
      words.feastOffset = -1
      j += 1
    } else if kind(j) == .weekday, isCapital(j) {
      if base == .whitsun, self[j].value == 1 { words.feast = .whitMonday }
      j += 1
    } else if kind(j) == .word, isCapital(j) {
      return nil
    } else if kind(j) == .word, !isCapital(j), isNounBehindFeast(j) {
      return nil
    }
    let (dated, end) = yearBehind(j, words)
    return (dated, end)
  }

  /// `Day`, in older books `day`.
  private func isDayWord(_ i: Int) -> Bool {
    kind(i) == .unit && self[i].value == 2 && !isPlural(i)
  }

  private func isNounBehindFeast(_ j: Int) -> Bool {
    isWord(j, "card") || isWord(j, "cards") || isWord(j, "tree") || isWord(j, "present")
      || isWord(j, "presents") || isWord(j, "dinner") || isWord(j, "carol") || isWord(j, "pudding")
      || isWord(j, "carols") || isWord(j, "eggs") || isWord(j, "box") || isWord(j, "gift")
  }

  /// Feasts of more than one word: `Good Friday`, `New Year’s Day`, `the Fourth of July`.
  func namedFeast(_ i: Int) -> (CalendarWords, Int)? {
    guard isCapital(i) else { return nil }
    var words = CalendarWords()
    var j = i
    func take(_ feast: Feast, _ count: Int) {
      words.feast = feast
      j = i + count
    }
    let second = kind(i + 1) == .apostropheS ? i + 2 : i + 1
    let isDayNext = isDayWord(second)
    if isWord(i, "good"), isWord(i + 1, "friday") {
      take(.goodFriday, 2)
    } else if isWord(i, "palm"), isWord(i + 1, "sunday") {
      take(.palmSunday, 2)
    } else if isWord(i, "ash"), isWord(i + 1, "wednesday") {
      take(.ashWednesday, 2)
    } else if isWord(i, "shrove"), isWord(i + 1, "tuesday") {
      take(.shroveTuesday, 2)
    } else if isWord(i, "maundy"), isWord(i + 1, "thursday") {
      take(.maundyThursday, 2)
    } else if isWord(i, "trinity"), isWord(i + 1, "sunday") {
      take(.trinitySunday, 2)
    } else if isWord(i, "whit"), isWord(i + 1, "monday") {
      take(.whitMonday, 2)
    } else if isWord(i, "whit"), isWord(i + 1, "sunday") {
      take(.whitsun, 2)
    } else if isWord(i, "ve") || isWord(i, "vj"), isDayNext {
      take(isWord(i, "ve") ? .veDay : .vjDay, second + 1 - i)
    } else if isWord(i, "v"), kind(i + 1) == .dash, isWord(i + 2, "e") || isWord(i + 2, "j"),
      isDayWord(i + 3)
    {
      take(isWord(i + 2, "e") ? .veDay : .vjDay, 4)
    } else if isWord(i, "ascension"), isDayNext {
      take(.ascension, second + 1 - i)
    } else if isWord(i, "armistice"), isDayNext {
      take(.armisticeDay, second + 1 - i)
    } else if isWord(i, "bastille"), isDayNext {
      take(.bastilleDay, second + 1 - i)
    } else if isWord(i, "boxing"), isDayNext {
      take(.boxingDay, second + 1 - i)
    } else if isWord(i, "independence"), isDayNext {
      take(.independenceDay, second + 1 - i)
    } else if isWord(i, "memorial"), isDayNext {
      take(.memorialDay, second + 1 - i)
    } else if isWord(i, "d"), kind(i + 1) == .dash, isWord(i + 2, "day") {
      take(.dDay, 3)
    } else if isWord(i, "all"), isWord(i + 1, "saints") {
      take(.allSaints, saintsEnd(i))
    } else if isWord(i, "all"), isWord(i + 1, "souls") {
      take(.allSouls, saintsEnd(i))
    } else if isWord(i, "new"), isWord(i + 1, "year") {
      var k = i + 2
      if kind(k) == .apostropheS { k += 1 }
      if kind(k) == .partOfDay, self[k].value == -1 {
        take(.hogmanay, k + 1 - i)
      } else if isDayWord(k) {
        take(.newYear, k + 1 - i)
      } else {
        return nil
      }
    } else {
      return nil
    }
    let (dated, end) = yearBehind(j, words)
    return (dated, end)
  }

  private func saintsEnd(_ i: Int) -> Int {
    var k = i + 2
    while k < i + 4, kind(k) == .apostropheS || kind(k) == .other { k += 1 }
    return kind(k) == .unit && self[k].value == 2 ? k + 1 - i : 2
  }
}
