import BookLanguage
import BookWords

/// Words a clause as a printed chronology has it: the clause alone, without what leads into it and what
/// hangs behind it, the narrator left out.
struct ClauseTitle {
  let sentence: ReadSentence
  let text: UnsafeBufferPointer<UInt8>
  /// The date expressions of the sentence, which the row prints beside its title.
  let dates: [Range<Int>]
  /// Those of them up to which something lasted.
  let limits: [Range<Int>]
  /// What a title says behind what lasted until the date beside it.
  let untilThen: String
  /// What the narrator calls his own, in small letters: my, our.
  let narrators: Set<String>
  /// Whom the nearest name before a word of the sentence fits, for a pronoun there.
  let named: (_ word: Int, _ isWoman: Bool) -> String?

  /// Longer titles do not fit a row.
  static let longest = 90

  /// How the title says who did it.
  enum Doer: Equatable {
    /// The narrator, who is left out.
    case narrator
    /// Words of the sentence itself.
    case words(ClosedRange<Int>)
    /// A pronoun that stands for somebody named before.
    case pronoun(isWoman: Bool)
    /// Nobody that a title could name.
    case unnamed

    /// Whether a name was put in its place.
    var isPronoun: Bool { if case .pronoun = self { true } else { false } }
  }

  /// The title, nil where no good one can be made.
  func title(of clause: Clause) -> String? {
    // A relative clause says which, not what.
    if clause.kind == .relative, !sentence.standsAlone(clause) { return nil }
    let doer = doer(of: clause)
    var lead = ""
    switch doer {
    case .narrator: break
    case .words(let words): lead = plain(withoutJoint(words))
    case .pronoun(let isWoman):
      guard let subject = sentence.subject(of: clause), let name = named(subject, isWoman) else {
        return nil
      }
      lead = name
    case .unnamed: return there(clause)
    }
    if case .words(let words) = doer, let title = occurrence(words, clause) { return title }
    guard let start = predicateStart(clause, isNarrators: doer == .narrator),
      sentence.tagged.tags[start] != .verbIng
    else { return nil }
    // "Born", "Married" say all there is to say.
    let saysAll =
      doer == .narrator && clause.object == nil && saysAllAlone(clause)
    let limit = limit(of: clause)
    // With what is joined to it, where that finds room.
    for reach in [Self.longPredicate, Self.shortPredicate] {
      let end = predicateEnd(clause, taking: reach)
      guard start <= end else { return nil }
      var kept = Array(start...end)
      if let limit { dropBehind(limit, &kept) }
      dropDates(&kept, clause)
      trimEnd(&kept, clause)
      dropScraps(&kept, clause)
      if case .words(let words) = doer, isAnyThing(words, kept) { return nil }
      guard var title = fitted(lead, kept, clause, least: saysAll ? 1 : 2) else { continue }
      if limit != nil { title += " " + untilThen }
      if reach == Self.longPredicate, title.utf8.count > Self.roomy { continue }
      // As does "Rosa died".
      // So does "Started school".
      let isOfHouse = clause.object.map { sentence.kinds[$0].has(.institution) } ?? false
      // "Turned eighty"
      let isAge =
        sentence.kinds[clause.group.head].has(.turning)
        && clause.object.map { sentence.tagged.tags[$0] == .number } ?? false
      let isEnough =
        saysAll || isOfHouse || isAge || lead != "" && saysAllAlone(clause)
      return isEnough || isPrintable(title) ? title : nil
    }
    return nil
  }

  private func saysAllAlone(_ clause: Clause) -> Bool {
    let kinds = sentence.kinds[clause.group.head]
    return kinds.has(.life) || kinds.has(.whole)
  }

  /// The doer without what joins the sentence to the one before, such as "And" and "Meanwhile".
  func withoutJoint(_ words: ClosedRange<Int>) -> ClosedRange<Int> {
    var low = words.lowerBound
    while low < words.upperBound,
      isCoordinator(low) || sentence.tagged.tags[low] == .adverb && low == 0
    {
      low += 1
    }
    return low...words.upperBound
  }

  /// A longer title is one clause's.
  private static let roomy = 72

  /// The words on one line, shortened to what a row holds and until nothing in them is at fault; nil where
  /// that leaves no sense.
  private func fitted(_ lead: String, _ all: [Int], _ clause: Clause, least: Int) -> String? {
    var kept = all
    while let title = worded(lead, kept, clause, least: least) {
      if title.utf8.count <= Self.longest {
        let isWhole = kept.count == all.count || !holdsClause(kept, clause)
        if isWhole, isSound(kept, clause, lead) { return title }
      }
      guard let shorter = shortened(kept, clause) else { return nil }
      kept = shorter
      dropScraps(&kept, clause)
    }
    return nil
  }

  /// The clauses of the sentence that tell something else beside this one.
  func others(than clause: Clause) -> [Range<Int>] {
    sentence.clauses.filter { other in
      other.group.head != clause.group.head && !other.span.contains(clause.group.head)
        && (other.kind == .main || other.kind == .relative || other.kind == .complement)
        // The "following" of "the following February" is no verb.
        && !dates.contains { $0.overlaps(sentence.tagged.words[other.group.head]) }
    }.map { sentence.bytes($0.span) }
  }

  /// Whether the clause needs the sentences before it: something in it points back.
  func leans(_ clause: Clause) -> Bool {
    let end = predicateEnd(clause, taking: Self.shortPredicate)
    let head = clause.group.head
    guard end > head else { return false }
    return (head + 1...end).contains { word in
      let kinds = sentence.kinds[word]
      guard sentence.tagged.tags[word] != .determiner,
        sentence.tagged.tags[word] != .possessivePronoun
      else { return false }
      return kinds.has(.pronounOfThing) || kinds.has(.pronounOfMan) || kinds.has(.pronounOfWoman)
    }
  }
}

// What a word is, as far as titles ask.
extension ClauseTitle {
  func opensClause(_ word: Int) -> Bool {
    sentence.kinds[word].has(.joint) && !isCoordinator(word)
      || sentence.tagged.tags[word] == .relative || sentence.tagged.tags[word] == .relativeAdverb
      || sentence.tagged.tags[word].isVerb
  }

  func isCoordinator(_ word: Int) -> Bool { sentence.tagged.tags[word] == .coordinator }
  func isSign(_ word: Int) -> Bool {
    let shape = sentence.shapes[word]
    return (shape == .sign || shape == .stop || shape == .opensQuote || shape == .closesQuote)
      && !isApostrophe(word)
  }
  func isApostrophe(_ word: Int) -> Bool {
    let range = sentence.tagged.words[word]
    return sentence.tagged.tags[word] == .possessiveEnding
      || text[range.lowerBound] == UInt8(ascii: "'") && range.count == 1
  }
  func isDangling(_ word: Int) -> Bool {
    isSign(word) || sentence.kinds[word].has(.dangling) && sentence.shapes[word] != .capital
      || isCoordinator(word) || sentence.tagged.tags[word] == .determiner
      || sentence.tagged.tags[word] == .possessivePronoun
      || sentence.tagged.tags[word] == .preposition
  }

  func byte(_ word: Int) -> UInt8 { text[sentence.tagged.words[word].lowerBound] }
}
