import BookLanguage

// Words of dates that are parts of names: Fenny End, Land's End, May Street, General Early.

extension PhraseReader {
  /// Which of some tokens are no date words, since a name beside them takes them in.
  func partsOfNames(among candidates: [Int32]) -> [Int] {
    // Where every noun has a capital, it shows no name.
    if grammar.pointee.hasCapitalNouns { return [] }
    return candidates.lazy.map { Int($0) }.filter { isPartOfName($0) }
  }

  private func isPartOfName(_ i: Int) -> Bool {
    guard isCapital(i) else { return false }
    switch kind(i) {
    case .begin, .ending, .early, .late, .mid, .partOfDay: return endsName(i)
    case .season: return endsName(i) && isLoose(i) || opensName(i)
    case .month: return endsName(i) && isLoose(i) || opensName(i)
    case .weekday, .feast: return opensName(i)
    default: return false
    }
  }

  // MARK: Behind a name

  /// Whether the word before belongs to a name that this one ends.
  private func endsName(_ i: Int) -> Bool {
    if self[i].flags.contains(.first) { return false }
    let before = i - 1
    if isPossessive(before) { return isOfName(before - 1, i) }
    // The stop of "Mrs." ends no sentence.
    if kind(before) == .stop { return isAttached(before) && isOfName(before - 1, i) }
    return !isAttached(i) && isOfName(before, i)
  }

  private func isPossessive(_ i: Int) -> Bool {
    if kind(i) == .apostropheS { return true }
    let first = text[Int(self[max(0, i)].start)]
    return kind(i) == .other && isAttached(i) && (first == UInt8(ascii: "'") || first == 0xE2)
  }

  private func isOfName(_ i: Int, _ end: Int) -> Bool {
    guard i >= 0, isCapital(i), [.word, .labelled, .counted].contains(kind(i)) else { return false }
    // What opens a sentence has its capital from there; "End" has its own, "May" has it everywhere.
    return kind(end) != .month || !self[i].flags.contains(.first)
  }

  /// Whether no more of a date hangs on it than a year behind "in": "the Prague Spring of 1968" and
  /// "in London May 3" are dates.
  private func isLoose(_ i: Int) -> Bool {
    let next = kind(i + 1) == .stop || kind(i + 1) == .comma ? i + 2 : i + 1
    return kind(i + 1) != .of && kind(next) != .number && kind(next) != .ordinal
      && kind(next) != .shortYear && kind(next) != .the
  }

  // MARK: Before a name

  /// Whether it is the first word of a place, of something named after a season, or of somebody.
  private func opensName(_ i: Int) -> Bool {
    let next = i + 1
    guard isCapital(next), !isAttached(next) else { return false }
    if isWord(next, grammar.pointee.cues.nounsOfPlaces) {
      return kind(i) != .month || isDoubtfulMonth(i) && !isDayOfMonth(i) && !acts(next)
    }
    guard kind(next) == .word, !isWord(next, grammar.pointee.cues.terms) else { return false }
    switch kind(i) {
    // "The Winter War"
    case .season: return kind(i - 1) == .the
    // "Wrote to August Belmont"; but "in May Clara came", "the 4th of June Johnston found".
    case .month:
      return isDoubtfulMonth(i) && (kind(i - 1) == .of || kind(i - 1) == .to)
        && kind(i - 2) == .word && !isWord(i - 2, grammar.pointee.cues.upTo)
    default: return false
    }
  }

  /// `On 14 May Hill House burnt` names a day, `at 14 May Street` a house.
  private func isDayOfMonth(_ i: Int) -> Bool {
    let day = kind(i - 1) == .of ? i - 2 : i - 1
    guard kind(day) == .number || kind(day) == .ordinal else { return false }
    return day < i - 1 || ![.at, .in, .to].contains(kind(day - 1))
  }

  /// "In June Hill attacked": somebody who is called as places are.
  private func acts(_ i: Int) -> Bool { i + 1 < tokens.count && isPastVerb(i + 1) }
}
