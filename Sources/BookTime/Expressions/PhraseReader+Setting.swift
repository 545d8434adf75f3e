import BookLanguage
import BookModel

// How a phrase stands in its sentence.

extension PhraseReader {
  /// The phrases with their bytes and settings, in one sweep over the tokens.
  func placed(_ phrases: [Phrase], zone: Zone) -> [PlacedPhrase] {
    var quotes = 0
    var brackets = 0
    var swept = 0
    var sentence = 0
    var result: [PlacedPhrase] = []
    for phrase in phrases {
      let start = phrase.tokens.lowerBound
      while swept < start {
        switch tokens[swept].kind {
        case .quoteOpen: quotes += 1
        case .quoteClose: quotes = max(0, quotes - 1)
        case .open: brackets += 1
        case .close: brackets = max(0, brackets - 1)
        default: break
        }
        if tokens[swept].flags.contains(.first) { sentence = swept }
        swept += 1
      }
      // "Two years later we married": the phrase itself begins it.
      if tokens[start].flags.contains(.first) { sentence = start }
      sentence = max(sentence, start - Self.longestSentence)
      var setting = Resolver.Setting()
      setting.isAside = quotes > 0 || brackets > 0
      setting.isQuoted = quotes > 0
      setting.isHeading = zone == .heading
      setting.isDeictic = isDeictic(phrase)
      setting.opensSentence = start - sentence <= 1
      setting.looksBack =
        looksBack(start, from: sentence) || setting.opensSentence && opensFlashback(phrase)
      setting.isHabitual = kind(start - 1) == .each
      setting.isOfName = kind(start - 1) == .of && kind(start - 2) == .word
      setting.bound = bound(of: phrase)
      setting.isUnreal = isUnreal(phrase, from: sentence)
      setting.isHalfRead = !grammar.pointee.isWhole && isHalfRead(phrase)
      let range =
        Int(tokens[start].start)..<Int(tokens[max(start, phrase.tokens.upperBound - 1)].end)
      let hasVerb = tells(phrase, from: sentence)
      result.append(
        PlacedPhrase(
          phrase: phrase, range: range, setting: setting,
          tells: quotes == 0 && zone == .body && hasVerb, hasVerb: hasVerb, isFirst: start == 0,
          boundStart: setting.bound.map { _ in Int(self[boundStart(start)].start) }))
    }
    return result
  }

  /// What the word before a phrase, or its own first, makes it a bound of.
  private func bound(of phrase: Phrase) -> Resolver.Bound? {
    let start = phrase.tokens.lowerBound
    if case .age(let age) = phrase.meaning, age.isLimit {
      return kind(start) == .until ? .end : .before
    }
    switch kind(start - 1) {
    case .until: return .end
    case .to: return isWord(start - 2, grammar.pointee.cues.upTo) ? .end : nil
    case .since: return .beginning
    case .before: return .before
    case .by: return .latest
    default: return isOfLimit(start) ? .before : nil
    }
  }

  /// `Until she died in 1952`, `before his death in 1952`: a date of what something else was bounded by.
  private func isOfLimit(_ start: Int) -> Bool {
    guard kind(start - 1) == .in || kind(start - 1) == .on || kind(start - 1) == .at else {
      return false
    }
    for i in stride(from: start - 2, to: max(0, start - Self.longestLimit) - 1, by: -1) {
      switch kind(i) {
      case .until: return true
      case .before: return self[i].value == 0
      case .word, .the, .my, .i, .a, .was, .person, .counted, .labelled, .apostropheS: continue
      default: return false
      }
    }
    return false
  }

  /// In tokens: "until my brother Alfred came home".
  private static let longestLimit = 8

  /// The first of the words that make a phrase a bound.
  private func boundStart(_ start: Int) -> Int {
    switch kind(start - 1) {
    case .until, .since, .before, .by: start - 1
    case .to: start - 2
    default: start
    }
  }

  /// Words: so far back a sentence is looked at for what sets a phrase in it.
  private static let longestSentence = 400

  /// `12 maggio 1953`, `12 de maio de 1953`, `12. Brachmond 1953`: a day and a month that was not
  /// read stand before the year.
  private func isHalfRead(_ phrase: Phrase) -> Bool {
    guard case .calendar(let words) = phrase.meaning, words.isBareYear else { return false }
    let most = 3
    var i = phrase.tokens.lowerBound - 1
    var unread = 0
    while unread < most, kind(i) == .word || kind(i) == .of || kind(i) == .the {
      if kind(i) == .word { unread += 1 }
      i -= 1
    }
    if unread == 0 { return false }
    if kind(i) == .stop, isAttached(i) { i -= 1 }
    return (kind(i) == .number || kind(i) == .ordinal) && (1...31).contains(self[i].value)
  }

  /// A pluperfect before the phrase: what it dates lies behind the story.
  private func looksBack(_ i: Int, from sentence: Int) -> Bool {
    var j = i - 1
    while j >= max(sentence, i - 12) {
      if isWord(j, grammar.pointee.cues.pluperfect), kind(j + 1) == .word { return true }
      j -= 1
    }
    return false
  }

  /// `Back in 1931`, `In 1931 he had left home`; by a day something may have come about, which is
  /// no looking back.
  private func opensFlashback(_ phrase: Phrase) -> Bool {
    let start = phrase.tokens.lowerBound
    if kind(start - 1) == .by { return false }
    if isWord(start - 2, grammar.pointee.cues.backward), kind(start - 1) == .in { return true }
    let end = phrase.tokens.upperBound
    for j in end..<min(tokens.count, end + 8) {
      if self[j].flags.contains(.first) || kind(j) == .until { return false }
      if isWord(j, grammar.pointee.cues.pluperfect) {
        return kind(j + 1) == .word || isWord(j + 1, grammar.pointee.cues.pluperfectOfBeing)
      }
    }
    return false
  }

  /// `last year`, `next Tuesday`: counted from the day of writing, where there is one.
  private func isDeictic(_ phrase: Phrase) -> Bool {
    let first = kind(phrase.tokens.lowerBound)
    return first == .last || first == .this
      || (first == .next && isWord(phrase.tokens.lowerBound, grammar.pointee.cues.next))
  }

  /// `If I had stayed, a year later I would …`: counted from the story, and never come to.
  private func isUnreal(_ phrase: Phrase, from sentence: Int) -> Bool {
    switch phrase.meaning {
    case .shift, .step: break
    default: return false
    }
    for j in sentence..<min(tokens.count, phrase.tokens.upperBound + 8) {
      if j > phrase.tokens.upperBound, self[j].flags.contains(.first) { return false }
      if kind(j) == .modal, isWord(j, grammar.pointee.cues.unreal) { return true }
    }
    return false
  }

  /// Whether the sentence has a finite verb of the past near the phrase and nothing habitual.
  private func tells(_ phrase: Phrase, from sentence: Int) -> Bool {
    switch phrase.meaning {
    case .duration, .birth: return false
    default: break
    }
    // Without words for the past nothing is known to have happened.
    if grammar.pointee.cues.pastEnding == nil, grammar.pointee.cues.packedPasts.isEmpty {
      return false
    }
    var j = sentence
    var hasPast = false
    while j < tokens.count, j < phrase.tokens.upperBound + 40 {
      let token = tokens[j]
      if j > phrase.tokens.upperBound, token.flags.contains(.first) { break }
      if token.kind == .modal, isWord(j, grammar.pointee.cues.unreal) { return false }
      if token.kind == .each { return false }
      if token.kind == .was || token.kind == .turned { hasPast = true }
      if !hasPast, token.kind == .word, isPastVerb(j) { hasPast = true }
      j += 1
    }
    return hasPast
  }

  /// Whether a word may be the past of a verb.
  func isPastVerb(_ i: Int) -> Bool {
    let token = tokens[i]
    let end = Int(token.end)
    let length = end - Int(token.start)
    guard length >= 3, !token.flags.contains(.capital) || token.flags.contains(.first) else {
      return false
    }
    if let ending = grammar.pointee.cues.pastEnding, length > ending.utf8CodeUnitCount + 1,
      ends(end, with: ending)
    {
      return true
    }
    guard length <= DateCues.longestPast else { return false }
    var key: UInt64 = 0
    for k in 0..<length { key |= UInt64(text[Int(token.start) + k] | 0x20) << (8 * k) }
    return grammar.pointee.cues.packedPasts.contains(key)
  }

  private func ends(_ end: Int, with ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    for k in 0..<count where text[end - count + k] != ending.utf8Start[k] { return false }
    return true
  }

  /// A diary's entry: a leaf that begins with the day of the month, perhaps with the weekday.
  func diaryEntry() -> Phrase? {
    guard kind(0) == .ordinal, isDigits(0), (1...31).contains(self[0].value) else { return nil }
    guard kind(1) != .of, kind(1) != .dash || self[1].value == 1,
      kind(1) != .unit || isCapital(1), kind(1) != .month
    else { return nil }
    let isMarked =
      [.stop, .open, .comma, .dash, .colon].contains(kind(1)) || isCapital(1) || isEnd(1)
    guard isMarked else { return nil }
    var words = CalendarWords()
    words.day = Int(self[0].value)
    var end = 1
    words.weekday = weekdayBehind(1, &end)
    return Phrase(tokens: 0..<end, meaning: .calendar(words))
  }

  /// The weekday that the words behind a day give it: `, a Tuesday`, `(Tuesday)`, `was a Tuesday`.
  func weekdayToldBehind(_ i: Int) -> Int? {
    var j = i
    let isBracketed = kind(j) == .open
    if isBracketed || kind(j) == .comma { j += 1 }
    let isSaid = kind(j) == .was
    if isSaid { j += 1 }
    let hasArticle = kind(j) == .a
    if hasArticle { j += 1 }
    guard j > i, kind(j) == .weekday, !self[j].flags.contains(.short), !isPlural(j),
      isCapital(j) || grammar.pointee.hasSmallNames
    else { return nil }
    let isAlone = [.comma, .stop, .close, .dash].contains(kind(j + 1)) || isEnd(j + 1)
    return hasArticle || (isAlone && !isSaid) ? Int(self[j].value) : nil
  }

  /// `(Lord’s day)`, `. Sunday.`.
  func weekdayBehind(_ i: Int, _ end: inout Int) -> Int? {
    var j = i
    if kind(j) == .stop, isAttached(j) { j += 1 }
    if kind(j) == .open || kind(j) == .comma { j += 1 }
    let isBracketed = kind(j - 1) == .open
    if isWord(j, grammar.pointee.cues.lords), kind(j + 1) == .apostropheS {
      let k = kind(j + 2) == .dash ? j + 3 : j + 2
      if kind(k) == .unit, self[k].value == 2 {
        end = isBracketed && kind(k + 1) == .close ? k + 2 : k + 1
        return 7
      }
    }
    if kind(j) == .weekday, isCapital(j), !self[j].flags.contains(.short),
      isBracketed || kind(j + 1) == .stop
    {
      end = isBracketed && kind(j + 1) == .close ? j + 2 : j + 1
      return Int(self[j].value)
    }
    return nil
  }
}
