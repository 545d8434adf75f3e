import BookLanguage

// Feasts by name: of one word and of several.

extension PhraseReader {
  func feast(_ i: Int) -> (CalendarWords, Int)? {
    guard isCapital(i) || grammar.pointee.hasSmallNames,
      let base = Feast(rawValue: Int(self[i].value)),
      // "White Christmas", "Merry Christmas"
      !([.word, .feastWord].contains(kind(i - 1)) && isCapital(i - 1))
    else { return nil }
    // "Sanders Island and Candlemas were sighted".
    if kind(i - 1) == .and, kind(i - 2) == .word, isCapital(i - 2) { return nil }
    // "Michaelmas term" lasts till Christmas.
    if base == .michaelmas, isWord(i + 1, grammar.pointee.cues.terms) { return nil }
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
    } else if kind(j) == .partOfDay, isCapital(j), kind(j + 1) == .apostropheS {
      // "A Midsummer Night's Dream"
      return nil
    } else if kind(j) == .weekday, isCapital(j) {
      if base == .whitsun, self[j].value == 1 { words.feast = .whitMonday }
      j += 1
    } else if kind(j) == .word, isCapital(j) {
      return nil
    } else if kind(j) == .word, !isCapital(j), isWord(j, grammar.pointee.cues.nounsBehindFeast) {
      return nil
    }
    let (dated, end) = yearBehind(j, words)
    return (dated, end)
  }

  /// `Day`, in older books `day`.
  private func isDayWord(_ i: Int) -> Bool {
    kind(i) == .unit && self[i].value == 2 && !isPlural(i)
  }

  /// Feasts of more than one word: `Good Friday`, `New Year’s Day`, `the Fourth of July`.
  func namedFeast(_ i: Int) -> (CalendarWords, Int)? {
    guard kind(i) == .feastWord, isCapital(i) else { return nil }
    for named in grammar.pointee.cues.feasts {
      guard let end = end(of: named, at: i) else { continue }
      var words = CalendarWords()
      words.feast = Feast(rawValue: named.number)
      return yearBehind(end, words)
    }
    return nil
  }

  /// The end of a feast's name that begins at a token; nil where another stands there.
  private func end(of feast: DateCues.Feast, at i: Int) -> Int? {
    var j = i
    for piece in feast.pieces {
      switch piece {
      case .word(let letters): guard isWord(j, letters) else { return nil }
      case .dash: guard kind(j) == .dash else { return nil }
      case .day: guard isDayWord(j) else { return nil }
      case .eve: guard kind(j) == .partOfDay, self[j].value == -1 else { return nil }
      case .possessive:
        if kind(j) == .apostropheS { j += 1 }
        continue
      case .perhapsDay: return saintsEnd(j)
      }
      j += 1
    }
    return j
  }

  private func isWord(_ i: Int, _ letters: [UInt8]) -> Bool {
    let token = self[i]
    guard i < tokens.count, Int(token.end - token.start) == letters.count else { return false }
    for (k, letter) in letters.enumerated() {
      let byte = text[Int(token.start) + k]
      if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != letter { return false }
    }
    return true
  }

  /// Behind `All Saints`: `’ Day`, or nothing.
  private func saintsEnd(_ i: Int) -> Int {
    var k = i
    while k < i + 2, kind(k) == .apostropheS || kind(k) == .other { k += 1 }
    return kind(k) == .unit && self[k].value == 2 ? k + 1 : i
  }
}
