import BookLanguage
import BookWords

/// Reads off a clause what shows that it tells an event.
struct ClauseReading {
  let sentence: ReadSentence
  let text: UnsafeBufferPointer<UInt8>

  /// Whether it is told as having happened, once, by whoever tells the story.
  func isAsserted(_ clause: Clause) -> Bool {
    let group = clause.group
    guard !group.isNegated, !group.isHabitual, clause.embedding == nil,
      !sentence.isQuoted[group.head]
    else { return false }
    switch group.tense {
    case .past: return true
    // A past form that was taken for a participle.
    case .participle:
      return clause.kind == .main && clause.subject != nil
        && sentence.tagged.tags[group.head] == .verbParticiple
    default: return false
    }
  }

  /// The cues of a clause.
  func cues(of clause: Clause, opensParagraph: Bool, opensChapter: Bool) -> ClauseCues {
    var cues = ClauseCues()
    let head = clause.group.head
    verb(clause, &cues)
    subject(clause, &cues)
    if clause.group.isPassive { cues.insert(.isPassive) }
    if clause.group.isPerfect { cues.insert(.isPerfect) }
    if clause.group.isProgressive { cues.insert(.isProgressive) }
    switch clause.kind {
    case _ where sentence.standsAlone(clause): cues.insert(.isMain)
    case .adverbial: cues.insert(.isAdverbial)
    case .relative: cues.insert(.isRelative)
    case .complement: cues.insert(.isComplement)
    default: cues.insert(.isOtherClause)
    }
    time(clause, &cues)
    surroundings(clause, &cues)
    if opensParagraph { cues.insert(.opensParagraph) }
    if opensChapter { cues.insert(.opensChapter) }
    if sentence.count < Self.short { cues.insert(.isShort) }
    if sentence.count > Self.long { cues.insert(.isLong) }
    if head - clause.span.lowerBound > Self.longLead { cues.insert(.hasLongLead) }
    if sentence.clauses.contains(where: { $0.kind == .main && $0.group.tense == .present }) {
      cues.insert(.besidePresent)
    }
    return cues
  }

  /// In words: shorter sentences seldom hold an event, longer ones often.
  private static let short = 8
  private static let long = 45
  private static let longLead = 12

  private static let verbs: [(EventWords.Kind, ClauseCue)] = [
    (.life, .life), (.motion, .motion), (.arriving, .arriving), (.sending, .sending),
    (.trade, .trade),
    (.beginning, .beginning), (.ending, .ending), (.getting, .getting), (.office, .office),
    (.deciding, .deciding), (.meeting, .meeting), (.learning, .learning),
    (.publishing, .publishing), (.fighting, .fighting), (.illness, .illness),
    (.turning, .turning), (.finding, .finding), (.saying, .saying), (.lingering, .lingering),
  ]

  private func verb(_ clause: Clause, _ cues: inout ClauseCues) {
    let head = clause.group.head
    if !sentence.isVerbal(head) { cues.insert(.isCopula) }
    let kinds = sentence.kinds[head]
    if let (_, cue) = Self.verbs.first(where: { kinds.has($0.0) }) {
      cues.insert(cue)
    } else {
      cues.insert(.unknownVerb)
    }
    if sentence.clauses.contains(where: { $0.governor == head && $0.kind == .complement }) {
      cues.insert(.hasThatClause)
    }
    let under = sentence.clauses.first {
      $0.governor == head && $0.group.head > head
        && ($0.kind == .infinitive || $0.kind == .complement || $0.kind == .adverbial)
    }
    guard let under else { return }
    let then = sentence.kinds[under.group.head]
    switch Self.verbs.first(where: { then.has($0.0) })?.0 {
    case .life: cues.insert(.thenLife)
    case .motion, .arriving: cues.insert(.thenMotion)
    case .fighting: cues.insert(.thenFighting)
    case .ending: cues.insert(.thenEnding)
    case .meeting: cues.insert(.thenMeeting)
    case .getting: cues.insert(.thenGetting)
    case .some: cues.insert(.thenOther)
    case nil: break
    }
  }

  private func subject(_ clause: Clause, _ cues: inout ClauseCues) {
    guard let subject = sentence.subject(of: clause) else { return cues.insert(.byNobody) }
    let kinds = sentence.kinds[subject]
    if kinds.has(.kin) { cues.insert(.byKin) }
    if kinds.has(.narrator) {
      cues.insert(.byNarrator)
    } else if kinds.has(.others) {
      cues.insert(.byOthers)
    } else if kinds.has(.thing) {
      cues.insert(.byThing)
    } else if sentence.tagged.tags[subject] == .name || kinds.has(.war) || kinds.has(.occurrence)
      || sentence.shapes[subject] == .capital && subject > 0
    {
      cues.insert(.byName)
    } else if kinds.has(.people) || kinds.has(.man) || kinds.has(.woman) {
      cues.insert(.byPeople)
    } else if kinds.has(.unit) || kinds.has(.season) || kinds.has(.moment) {
      cues.insert(.byTime)
    } else {
      cues.insert(.byNoun)
    }
  }

  private func time(_ clause: Clause, _ cues: inout ClauseCues) {
    let span = clause.span
    var units: [Int] = []
    for word in span {
      let kinds = sentence.kinds[word]
      if sentence.shapes[word] == .year { cues.insert(.hasYear) }
      if kinds.has(.month), sentence.shapes[word] == .capital { cues.insert(.hasMonth) }
      if kinds.has(.weekday) { cues.insert(.hasWeekday) }
      if kinds.has(.season) { cues.insert(.hasSeason) }
      if kinds.has(.promptness) { cues.insert(.isPrompt) }
      if kinds.has(.first) { cues.insert(.isFirst) }
      if kinds.has(.age) { cues.insert(.hasAge) }
      if kinds.has(.unit) { units.append(word) }
      if kinds.has(.atLast), word < clause.group.head + 3 { cues.insert(.isAtLast) }
    }
    let reach = 2
    for unit in units {
      let near = max(0, unit - reach - 1)...min(sentence.count - 1, unit + reach)
      if near.contains(where: {
        sentence.kinds[$0].has(.direction) || sentence.shapes[$0] == .figure
          || sentence.tagged.tags[$0] == .number
      }) {
        cues.insert(.hasUnitWithDirection)
      }
      if unit > 0, sentence.kinds[unit - 1].has(.direction) || sentence.kinds[unit - 1].has(.thing)
      {
        cues.insert(.hasOneDay)
      }
    }
    if !cues.contains(.hasYear), sentence.shapes.contains(.year) { cues.insert(.yearBeside) }
  }

  private func surroundings(_ clause: Clause, _ cues: inout ClauseCues) {
    let span = clause.span
    let head = clause.group.head
    var names = 0
    for word in span {
      let kinds = sentence.kinds[word]
      if sentence.shapes[word] == .capital, word > 0, !kinds.has(.narrator) { names += 1 }
      if kinds.has(.habit) { cues.insert(.hasHabit) }
      if kinds.has(.narrators) { cues.insert(.concernsNarrator) }
      if kinds.has(.kin) { cues.insert(.hasKin) }
      if kinds.has(.institution) { cues.insert(.hasInstitution) }
      guard word >= head else { continue }
      let after = word - head
      if kinds.has(.place), word < span.upperBound, sentence.shapes[word + 1] == .capital {
        cues.insert(.namesPlace)
      }
      if after < 5, sentence.tagged.tags[word] == .determiner, isIndefinite(word) {
        cues.insert(.hasIndefinite)
      }
      if after < 4, kinds.has(.narrators), sentence.tagged.tags[word] == .pronoun {
        cues.insert(.reachesNarrator)
      }
    }
    if names >= 1 { cues.insert(.oneName) }
    if names >= 2 { cues.insert(.twoNames) }
    if names >= 3 { cues.insert(.threeNames) }
  }

  private func isIndefinite(_ word: Int) -> Bool {
    let range = sentence.tagged.words[word]
    return text[range.lowerBound] | 0x20 == UInt8(ascii: "a")
      && (range.count == 1 || range.count == 2 && text[range.lowerBound + 1] == UInt8(ascii: "n"))
  }
}
