import BookLanguage

// Numbers that are dates.
extension PhraseReader {
  func isoDate(_ i: Int) -> (CalendarWords, Int)? {
    var words = CalendarWords()
    let value = Int(self[i].value)
    words.year = value / 10_000
    words.month = value / 100 % 100
    words.day = value % 100
    return (words, i + 1)
  }

  /// `5/8/2016`, `5.8.2016`, `5-8-2016`.
  func numericDate(_ i: Int) -> (CalendarWords, Int)? {
    let sign = kind(i + 1)
    guard kind(i) == .number, [.slash, .stop, .dash].contains(sign), kind(i + 3) == sign,
      kind(i + 2) == .number, kind(i + 4) == .number, (1...4).allSatisfy({ isAttached(i + $0) }),
      !isAttached(i + 5) || kind(i + 5) != .dash
    else { return nil }
    let (a, b, c) = (Int(self[i].value), Int(self[i + 2].value), Int(self[i + 4].value))
    let length = self[i + 4].end - self[i + 4].start
    guard length == 4 || (length == 2 && sign == .slash), c > 0 || length == 2 else { return nil }
    var words = CalendarWords()
    words.year = c
    words.isTwoDigit = length == 2
    let isDayFirst = b > 12 ? false : a > 12 ? true : grammar.pointee.isDayFirst || sign == .stop
    (words.day, words.month) = isDayFirst ? (a, b) : (b, a)
    words.isAmbiguousOrder = a <= 12 && b <= 12 && a != b && sign != .stop
    guard let month = words.month, (1...12).contains(month), let day = words.day,
      (1...31).contains(day)
    else { return nil }
    return (words, i + 5)
  }
}
