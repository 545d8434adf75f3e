import BookLanguage
import BookModel

/// Reads phrases that say when from the tokens of one leaf.
///
/// Every attempt looks a bounded number of tokens ahead, so that a leaf costs time in proportion
/// to its length whatever stands in it.
struct PhraseReader {
  let tokens: UnsafeBufferPointer<Token>
  let text: UnsafeBufferPointer<UInt8>
  /// A year BC stood in the document: bare numbers of three digits can be years.
  var allowsShortYears: Bool
  /// How the language puts a date together; lent like the text, since it is too much to copy for
  /// every leaf.
  let grammar: UnsafePointer<DateGrammar>

  /// What stood before the heart of a phrase.
  struct Lead {
    var hasThe = false
    var part: CalendarWords.Part?
    var isApproximate = false
    var isUncertain = false
    /// `the end of`: a joint stood behind the part.
    var hasPartOf = false
  }

  subscript(i: Int) -> Token {
    i >= 0 && i < tokens.count ? tokens[i] : Token(0, 0, .other, [], 0)
  }
  func kind(_ i: Int) -> Token.Kind { self[i].kind }
  func isCapital(_ i: Int) -> Bool { self[i].flags.contains(.capital) }
  func isAttached(_ i: Int) -> Bool { self[i].flags.contains(.attached) }
  func isDigits(_ i: Int) -> Bool { self[i].flags.contains(.digits) }
  func isGrouped(_ i: Int) -> Bool { self[i].flags.contains(.grouped) }
  func isEnd(_ i: Int) -> Bool { i >= tokens.count }

  /// Whether the word is these letters, ASCII in lower case.
  func isWord(_ i: Int, _ word: StaticString) -> Bool {
    let token = self[i]
    let length = Int(token.end - token.start)
    guard i >= 0, i < tokens.count, length == word.utf8CodeUnitCount else { return false }
    for k in 0..<length {
      let b = text[Int(token.start) + k]
      if (b &- 0x41 < 26 ? b | 0x20 : b) != word.utf8Start[k] { return false }
    }
    return true
  }

  /// Whether the word is one of these.
  func isWord(_ i: Int, _ words: DateCues.Words) -> Bool {
    for word in words where isWord(i, word) { return true }
    return false
  }

  /// Reads the phrases that begin at some of the tokens, in order.
  mutating func readAll(_ beginnings: [Int32]) -> [Phrase] {
    var phrases: [Phrase] = []
    var next = 0
    for beginning in beginnings {
      let i = Int(beginning)
      guard i >= next, canBegin(i) else { continue }
      let found = read(i)
      if found.isEmpty { continue }
      noteEra(found)
      phrases += found
      next = max(i + 1, found.map { $0.tokens.upperBound }.max() ?? i)
    }
    return phrases
  }

  /// Whether a phrase can begin at a token, judged by it and the next alone.
  private func canBegin(_ i: Int) -> Bool {
    let next = i + 1 < tokens.count ? tokens[i + 1].kind : .other
    switch tokens[i].kind {
    case .only: return next == .numberWord || next == .number || next == .few || next == .a
    case .the, .this, .that, .same:
      return next != .of && next != .counted && next != .modal && next != .was && next != .stop
    case .a:
      switch next {
      case .few, .numberWord, .unit, .full, .half, .stop: return true
      default: return false
      }
    case .i: return next == .was || next == .turned
    case .person: return next == .of || next == .was || next == .turned
    case .at, .my, .when, .until: return next != .stop
    default: return true
    }
  }

  private mutating func noteEra(_ found: [Phrase]) {
    for case .calendar(let words) in found.map(\.meaning) where words.hasEra {
      if let year = words.year { allowsShortYears = year <= 0 }
    }
  }

  /// The phrases that begin at a token, the widest first.
  private func read(_ i: Int) -> [Phrase] {
    switch kind(i) {
    case .from, .between: return range(i)
    case .at, .aged, .age, .when, .i, .my, .until, .person, .being, .turned:
      if let age = age(i) { return [age] }
      return []
    case .modal, .counted, .was: return []
    default: break
    }
    if kind(i) == .before || kind(i) == .after, let age = age(i) { return [age] }
    if let phrase = offset(i) {
      // `four years before I was born` names the birth as well.
      if case .shift(let shift) = phrase.meaning, case .birth = shift.origin {
        let end = phrase.tokens.upperBound
        return [
          phrase,
          Phrase(tokens: max(i, end - 3)..<end, meaning: .birth(nil), isInner: true),
        ]
      }
      return [phrase]
    }
    let (lead, j) = lead(i)
    if let phrase = relative(i, j, lead) { return [phrase] }
    guard let (words, end) = calendar(j, lead) else { return [] }
    if words.lastDay != nil { return dayRange(words, from: i, to: end) }
    return joined(words, from: i, to: end)
  }

  /// `6–7 February 1920`: the whole and both days.
  private func dayRange(_ words: CalendarWords, from i: Int, to end: Int) -> [Phrase] {
    var first = words
    var second = words
    first.lastDay = nil
    second.day = words.lastDay
    second.lastDay = nil
    second.weekday = nil
    var split = i
    while split < end, ![.dash, .and, .or, .to, .slash].contains(kind(split)) { split += 1 }
    let all = Phrase(
      tokens: i..<end,
      meaning: kind(split) == .or || kind(split) == .and
        ? .either(first, second) : .span(first, second))
    guard split > i, split + 1 < end else { return [all] }
    return [
      all, Phrase(tokens: i..<split, meaning: .calendar(first), isInner: true),
      Phrase(tokens: (split + 1)..<end, meaning: .calendar(second), isInner: true),
    ]
  }

  /// Articles, doubts and parts in front: `about the end of`, `early in`, `mid-`.
  func lead(_ i: Int) -> (Lead, Int) {
    var lead = Lead()
    var j = i
    var steps = 0
    while steps < 6 {
      steps += 1
      switch kind(j) {
      case .about where !self[j].flags.contains(.short) || hasShortAbout(j):
        lead.isApproximate = true
        j += 1
        if kind(j) == .stop, isAttached(j) { j += 1 }
      case .perhaps:
        lead.isUncertain = true
        j += 1
      case .the where !lead.hasThe:
        lead.hasThe = true
        j += 1
      case .early, .late:
        lead.part = kind(j) == .early ? .early : .late
        j = afterJoint(j + 1, &lead)
      case .mid:
        lead.part = .middle
        j = afterJoint(j + 1, &lead)
      case .begin, .ending:
        let k = afterJoint(j + 1, &lead)
        guard k > j + 1 || grammar.pointee.isPartJoined else { return (lead, i) }
        lead.part = kind(j) == .begin ? .early : .late
        j = k
      case .half where lead.hasThe || lead.part != nil:
        let k = afterJoint(j + 1, &lead)
        guard k > j + 1 else { return (lead, i) }
        j = k
      default:
        return (lead, j)
      }
    }
    return (lead, j)
  }

  /// `c. 1860`, `ca 1860`: only before a number, or the words of a date.
  private func hasShortAbout(_ j: Int) -> Bool {
    let k = kind(j + 1) == .stop && isAttached(j + 1) ? j + 2 : j + 1
    return kind(k) == .number || kind(k) == .month || kind(k) == .decade || kind(k) == .season
  }

  /// Past `of`, `in`, a hyphen and an article behind a part.
  private func afterJoint(_ i: Int, _ lead: inout Lead) -> Int {
    var j = i
    if kind(j) == .half, lead.part != nil { j += 1 }
    if kind(j) == .dash, isAttached(j) {
      j += 1
    } else if kind(j) == .of || kind(j) == .in {
      j += 1
      lead.hasPartOf = true
    }
    if kind(j) == .the, j > i {
      j += 1
      lead.hasThe = true
    }
    return j
  }

  // MARK: Ranges and alternatives

  /// `from X to Y`, `between X and Y`: the whole and both ends.
  private func range(_ i: Int) -> [Phrase] {
    let (lead1, j) = lead(i + 1)
    guard let (first, end) = calendar(j, lead1, isEnumerated: true) else { return [] }
    let isJoint =
      kind(i) == .between ? kind(end) == .and : [.to, .until, .dash].contains(kind(end))
    guard isJoint else { return joined(first, from: i + 1, to: end) }
    let all = joined(first, from: i + 1, to: end)
    guard all.count > 1, case .span = all[0].meaning else { return all }
    var whole = all[0]
    whole.tokens = i..<whole.tokens.upperBound
    return [whole] + all.dropFirst()
  }

  /// A date and what it is joined to: ranges, alternatives, lists that share a year.
  private func joined(_ first: CalendarWords, from i: Int, to end: Int) -> [Phrase] {
    let alone = Phrase(tokens: i..<end, meaning: .calendar(first))
    // `du 3 avril au 5 mai`
    let isOwnJoint = if let word = grammar.pointee.rangeJoint { isWord(end, word) } else { false }
    let joint = isOwnJoint ? .to : kind(end)
    guard [.dash, .slash, .to, .until, .and, .or].contains(joint), !isEnd(end + 1) else {
      return [alone]
    }
    let (lead2, j) = lead(end + 1)
    guard j - end < 6,
      let (found, end2) = shortYear(j, after: first) ?? calendar(j, lead2, isEnumerated: true)
    else { return [alone] }
    var second = found
    var first = first
    // What stands once behind both holds for both: `April and June 1955`, `499–493 BC`.
    if second.hasEra, !first.hasEra, let y = first.year, let z = second.year, z <= 0, y > 0 {
      first.year = 1 - y
      first.hasEra = true
    }
    if first.year == nil, let year = second.year, first.direction == nil, first.yearStep == nil,
      !first.isBareYear
    {
      first.year = isBefore(first, second) ? year : year - 1
      first.isTwoDigit = second.isTwoDigit
    } else if second.year == nil, let year = first.year, second.direction == nil,
      second.month != nil, first.month != nil
    {
      second.year = isBefore(first, second) ? year : year + 1
    }
    let a = Phrase(tokens: i..<end, meaning: .calendar(first), isInner: true)
    let b = Phrase(tokens: (end + 1)..<end2, meaning: .calendar(second), isInner: true)
    let all = i..<end2
    switch joint {
    case .dash, .to, .until, .slash:
      if joint == .dash, self[end].value == 1 { return [alone] }
      if joint == .slash || !isBefore(first, second) && first.year == second.year {
        return [a, b].map { Phrase(tokens: $0.tokens, meaning: $0.meaning) }
      }
      return [Phrase(tokens: all, meaning: .span(first, second)), a, b]
    case .or:
      return [Phrase(tokens: all, meaning: .either(first, second)), a, b]
    case .and where kind(i - 1) == .between:
      return [Phrase(tokens: all, meaning: .span(first, second)), a, b]
    default:
      return [a, b].map { Phrase(tokens: $0.tokens, meaning: $0.meaning) }
    }
  }

  /// The second year of `1914–18`, `1836-7`, `1720 or 21`.
  private func shortYear(_ i: Int, after first: CalendarWords) -> (CalendarWords, Int)? {
    guard first.isBareYear, first.omitted == 0, let year = first.year, year >= 1000,
      kind(i) == .number || kind(i) == .shortYear, !isGrouped(i)
    else { return nil }
    let length = self[i].end - self[i].start
    let unit = kind(i) == .shortYear || length == 2 ? 100 : length == 1 ? 10 : 0
    guard unit > 0, kind(i) == .shortYear || isAttached(i), Int(self[i].value) > year % unit else {
      return nil
    }
    var words = CalendarWords()
    words.year = year / unit * unit + Int(self[i].value)
    return (words, i + 1)
  }

  private func isBefore(_ a: CalendarWords, _ b: CalendarWords) -> Bool {
    if let x = a.year, let y = b.year, x != y { return x < y }
    func month(_ words: CalendarWords) -> Int {
      words.month ?? words.season.map { monthsOfSeason($0).lowerBound } ?? 0
    }
    if month(a) != month(b) { return month(a) < month(b) }
    return (a.day ?? 0) <= (b.day ?? 32)
  }
}
