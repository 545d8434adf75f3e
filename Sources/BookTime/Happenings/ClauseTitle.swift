import BookLanguage
import BookWords

/// Words a clause as a printed chronology has it: the clause alone, without what leads into it and what
/// hangs behind it, the narrator left out.
struct ClauseTitle {
  let sentence: ReadSentence
  let text: UnsafeBufferPointer<UInt8>
  /// The date expressions of the sentence, which the row prints beside its title.
  let dates: [Range<Int>]

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
  }

  /// Who does what a clause tells.
  func doer(of clause: Clause) -> Doer {
    let first = clause.group.auxiliaries.first ?? clause.group.head
    // What follows its verb is "there was a man".
    guard let subject = clause.subject, subject < max(first, clause.group.head) else {
      return .unnamed
    }
    let kinds = sentence.kinds[subject]
    if kinds.has(.narrator) { return .narrator }
    if kinds.has(.pronounOfMan) { return .pronoun(isWoman: false) }
    if kinds.has(.pronounOfWoman) { return .pronoun(isWoman: true) }
    let tag = sentence.tagged.tags[subject]
    guard
      tag == .noun || tag == .nounPlural || tag == .name || sentence.shapes[subject] == .capital,
      !kinds.has(.thing), !kinds.has(.others)
    else { return .unnamed }
    let words = nounPhrase(subject)
    // "This", "another", "the latter" need the sentence before.
    // Behind a preposition it was taken for the subject by mistake.
    if words.lowerBound > 0 {
      let tag = sentence.tagged.tags[words.lowerBound - 1]
      if tag == .preposition || tag == .subordinator { return .unnamed }
    }
    let opening = sentence.kinds[words.lowerBound]
    if opening.has(.pronounOfThing) || opening.has(.thing) || opening.has(.pronounOfMan) {
      return .unnamed
    }
    if sentence.tagged.tags[words.lowerBound] == .possessivePronoun, !opening.has(.narrators) {
      return .unnamed
    }
    return .words(words)
  }

  /// The words of a noun with what stands before it, and with what is joined to it by "of" or "and".
  private func nounPhrase(_ noun: Int) -> ClosedRange<Int> {
    let tree = sentence.subtree(of: noun)
    var low = noun
    while low > tree.lowerBound, !isSign(low - 1) {
      let relation = sentence.tagged.relations[low - 1]
      guard
        [.determiner, .modifier, .possessor, .preposition, .other].contains(relation)
          || sentence.tagged.tags[low - 1] == .possessiveEnding
          || sentence.tagged.tags[low - 1] == .name || sentence.shapes[low - 1] == .capital
      else { break }
      low -= 1
    }
    if sentence.tagged.tags[low] == .preposition { low = min(low + 1, noun) }
    var high = noun
    while high < tree.upperBound, !isSign(high + 1), !opensClause(high + 1) { high += 1 }
    while high > noun, isDangling(high) { high -= 1 }
    while low > 0, sentence.shapes[low] == .capital, sentence.shapes[low - 1] == .capital,
      sentence.kinds[low - 1].has(.man) || sentence.kinds[low - 1].has(.woman)
    {
      low -= 1
    }
    while high + 1 < sentence.count, sentence.shapes[high] == .capital,
      sentence.shapes[high + 1] == .capital, sentence.tagged.tags[high + 1] == .name
    {
      high += 1
    }
    // "The next morning word was sent": the date is no part of who did it.
    for date in dates {
      while low < noun, sentence.tagged.words[low].lowerBound < date.upperBound,
        sentence.tagged.words[low].upperBound > date.lowerBound
      {
        low += 1
      }
    }
    return low...high
  }

  private func opensClause(_ word: Int) -> Bool {
    sentence.kinds[word].has(.joint) && !isCoordinator(word)
      || sentence.tagged.tags[word] == .relative || sentence.tagged.tags[word] == .relativeAdverb
      || sentence.tagged.tags[word].isVerb
  }

  private func isCoordinator(_ word: Int) -> Bool { sentence.tagged.tags[word] == .coordinator }
  private func isSign(_ word: Int) -> Bool {
    let shape = sentence.shapes[word]
    return (shape == .sign || shape == .stop || shape == .opensQuote || shape == .closesQuote)
      && !isApostrophe(word)
  }
  private func isApostrophe(_ word: Int) -> Bool {
    let range = sentence.tagged.words[word]
    return sentence.tagged.tags[word] == .possessiveEnding
      || text[range.lowerBound] == UInt8(ascii: "'") && range.count == 1
  }
  private func isDangling(_ word: Int) -> Bool {
    isSign(word) || sentence.kinds[word].has(.dangling) && sentence.shapes[word] != .capital
      || isCoordinator(word) || sentence.tagged.tags[word] == .determiner
      || sentence.tagged.tags[word] == .possessivePronoun
      || sentence.tagged.tags[word] == .preposition
  }
  private func byte(_ word: Int) -> UInt8 { text[sentence.tagged.words[word].lowerBound] }

  /// The title, nil where no good one can be made.
  ///
  /// - Parameter name: for the pronoun that does it
  func title(of clause: Clause, name: String?) -> String? {
    // A relative clause says which, not what.
    if clause.kind == .relative, !sentence.standsAlone(clause) { return nil }
    let doer = doer(of: clause)
    var lead = ""
    switch doer {
    case .narrator: break
    case .words(let words): lead = plain(words)
    case .pronoun:
      guard let name else { return nil }
      lead = name
    case .unnamed: return nil
    }
    guard let start = predicateStart(clause, isNarrators: doer == .narrator) else { return nil }
    let end = predicateEnd(clause)
    guard start <= end else { return nil }
    var kept = Array(start...end)
    dropDates(&kept, clause)
    // "Born", "Married" say all there is to say.
    let saysAll = doer == .narrator && sentence.kinds[clause.group.head].has(.life)
    while let title = worded(lead, kept, least: saysAll ? 1 : 2) {
      if title.utf8.count <= Self.longest { return saysAll || isPrintable(title) ? title : nil }
      guard let shorter = shortened(kept, clause) else { return nil }
      kept = shorter
    }
    return nil
  }

  /// The clauses of the sentence that tell something else beside this one.
  func others(than clause: Clause) -> [Range<Int>] {
    sentence.clauses.filter { other in
      other.group.head != clause.group.head && !other.span.contains(clause.group.head)
        && (other.kind == .main || other.kind == .relative || other.kind == .complement)
    }.map { sentence.bytes($0.span) }
  }

  /// Whether the clause needs the sentences before it: something in it points back.
  func leans(_ clause: Clause) -> Bool {
    let end = predicateEnd(clause)
    let head = clause.group.head
    guard end > head else { return false }
    return (head + 1...end).contains { word in
      let kinds = sentence.kinds[word]
      return (kinds.has(.pronounOfThing) || kinds.has(.pronounOfMan) || kinds.has(.pronounOfWoman))
        && sentence.tagged.tags[word] != .determiner
    }
  }

  /// Where the verb begins; of the narrator's passive the participle alone is kept: "Sent to …".
  private func predicateStart(_ clause: Clause, isNarrators: Bool) -> Int? {
    let group = clause.group
    let first = min(group.auxiliaries.first ?? group.head, group.head)
    let isVerb = sentence.isVerbal(group.head)
    // "Used to live" is a habit.
    if sentence.kinds[group.head].has(.habit) || sentence.kinds[first].has(.habit) { return nil }
    if group.isProgressive { return nil }
    if !isVerb, !isNarrators {
      let kinds = sentence.kinds[group.head]
      return kinds.has(.illness) || kinds.has(.life) ? first : nil
    }
    guard isNarrators else { return first }
    if !isVerb {
      // "I was ill": the copula goes; "I was old", "I was the owner" are no happenings.
      let kinds = sentence.kinds[group.head]
      return kinds.has(.illness) || kinds.has(.meeting) ? group.head : nil
    }
    // "Was permitted" is a passive even where the participle was taken for a past.
    let isBeside = group.auxiliaries.contains { sentence.kinds[$0].has(.lingering) }
    if group.isPassive || isBeside && !group.isPerfect { return group.head }
    if group.isPerfect {
      let bytes = sentence.tagged.words[group.head]
      let isRegular =
        bytes.count > 3 && text[bytes.upperBound - 1] == UInt8(ascii: "d")
        && text[bytes.upperBound - 2] == UInt8(ascii: "e")
      return isRegular ? group.head : nil
    }
    return first
  }

  /// The last word of the clause itself: before what is set beside it, and before clauses that hang
  /// behind it.
  private func predicateEnd(_ clause: Clause) -> Int {
    let head = clause.group.head
    var cuts: Set<Int> = []
    for word in (head + 1)..<max(head + 2, clause.span.upperBound + 1) where word < sentence.count {
      let relation = sentence.tagged.relations[word]
      guard isTail(word, relation, head) else { continue }
      let first = sentence.subtree(of: word).lowerBound
      if relation == .conjunct, first - head < Self.shortPredicate { continue }
      if first > head { cuts.insert(first) }
    }
    var end = head
    var depth = 0
    while end < clause.span.upperBound {
      let next = end + 1
      if cuts.contains(next) || sentence.shapes[next] == .stop { break }
      let b = byte(next)
      if b == UInt8(ascii: ";") || b == UInt8(ascii: ":") || b == UInt8(ascii: "(") || isDash(next)
      {
        break
      }
      // A comma before "and I", "but", "which", "so that".
      if b == UInt8(ascii: ","), next + 1 <= clause.span.upperBound, opensTail(next + 1) { break }
      if isOthersSubject(next, head) { break }
      if sentence.shapes[next] == .opensQuote { depth += 1 }
      if sentence.shapes[next] == .closesQuote { depth -= 1 }
      end = next
    }
    return end
  }

  /// Whether a word is the subject of a clause that is no part of what the verb says.
  private func isOthersSubject(_ word: Int, _ head: Int) -> Bool {
    guard sentence.tagged.relations[word] == .subject, sentence.tagged.tags[word] == .pronoun,
      let clause = sentence.clauses.first(where: { $0.group.head == sentence.heads[word] })
    else { return false }
    return clause.group.head != head && clause.kind != .complement && clause.kind != .infinitive
  }

  /// A predicate of fewer words takes the next with it: "left him, and went to live with …".
  private static let shortPredicate = 6

  private func isDash(_ word: Int) -> Bool {
    let range = sentence.tagged.words[word]
    return range.count == 3 && text[range.lowerBound] == 0xE2 && text[range.lowerBound + 1] == 0x80
      && (0x93...0x95).contains(text[range.lowerBound + 2])
  }

  private func opensTail(_ word: Int) -> Bool {
    let tag = sentence.tagged.tags[word]
    if tag == .relative || tag == .relativeAdverb || tag == .subordinator || tag == .verbIng {
      return true
    }
    if sentence.kinds[word].has(.joint) && !isCoordinator(word) { return true }
    guard isCoordinator(word), word + 1 < sentence.count else { return false }
    let next = word + 1
    return sentence.kinds[next].has(.narrator) || sentence.kinds[next].has(.others)
      || sentence.kinds[next].has(.thing) || sentence.tagged.relations[next] == .subject
  }

  /// Whether a word heads something that hangs behind the clause and is left out.
  private func isTail(_ word: Int, _ relation: Relation, _ head: Int) -> Bool {
    switch relation {
    case .aside: return true
    case .relativeClause: return true
    case .adverbial:
      guard let clause = sentence.clauses.first(where: { $0.group.head == word }) else {
        return true
      }
      if clause.group.tense == .infinitive { return followsComma(word) }
      return true
    case .nounClause: return followsComma(word)
    case .conjunct:
      guard let clause = sentence.clauses.first(where: { $0.group.head == word }) else {
        return false
      }
      return clause.kind == .main
    case .complement:
      // What a verb of saying brings stays with it.
      return false
    default: return false
    }
  }

  private func followsComma(_ word: Int) -> Bool {
    let first = sentence.subtree(of: word).lowerBound
    return first > 0 && (byte(first - 1) == UInt8(ascii: ",") || byte(first) == UInt8(ascii: ","))
  }

  /// Takes out the dates with the small words that tie them to the clause.
  private func dropDates(_ kept: inout [Int], _ clause: Clause) {
    let head = clause.group.head
    for date in dates {
      guard
        let first = kept.firstIndex(where: {
          sentence.tagged.words[$0].upperBound > date.lowerBound
        }),
        sentence.tagged.words[kept[first]].lowerBound < date.upperBound, kept[first] > head
      else { continue }
      var low = first
      var high = first
      while high + 1 < kept.count,
        sentence.tagged.words[kept[high + 1]].lowerBound < date.upperBound
      {
        high += 1
      }
      while low > 0, kept[low - 1] > head, isTie(kept[low - 1]) { low -= 1 }
      if low > 0, byte(kept[low - 1]) == UInt8(ascii: ","), kept[low - 1] > head { low -= 1 }
      if high + 1 < kept.count, byte(kept[high + 1]) == UInt8(ascii: ","),
        low == 0 || byte(kept[low]) == UInt8(ascii: ",")
      {
        high += 1
      }
      if high + 1 < kept.count, sentence.tagged.tags[kept[high + 1]] == .possessiveEnding {
        continue
      }
      kept.removeSubrange(low...high)
    }
  }

  /// A preposition or an article before a date.
  private func isTie(_ word: Int) -> Bool {
    let tag = sentence.tagged.tags[word]
    return tag == .preposition || tag == .determiner || sentence.kinds[word].has(.promptness)
  }

  /// The words without their last part that can be spared, nil where nothing can.
  private func shortened(_ kept: [Int], _ clause: Clause) -> [Int]? {
    let head = clause.group.head
    guard let start = kept.firstIndex(where: { $0 > head }) else { return nil }
    var at = kept.count - 1
    while at > start + 1 {
      let word = kept[at]
      if byte(word) == UInt8(ascii: ",") || isCoordinator(word)
        || sentence.tagged.tags[word] == .preposition || sentence.tagged.tags[word] == .to
        || sentence.tagged.tags[word] == .subordinator
      {
        return Array(kept[..<at])
      }
      at -= 1
    }
    return nil
  }

  /// Subject and predicate as one line; nil where too little is left.
  private func worded(_ lead: String, _ kept: [Int], least: Int) -> String? {
    var kept = kept[...]
    while let last = kept.last, isDangling(last) || kept.count > Self.fewest && isStub(last) {
      kept.removeLast()
    }
    guard !kept.isEmpty, !lead.isEmpty || kept.count >= least else { return nil }
    var line = lead
    var at = kept.startIndex
    while at < kept.endIndex {
      var end = at
      while end + 1 < kept.endIndex, kept[end + 1] == kept[end] + 1 { end += 1 }
      let piece = plain(kept[at]...kept[end])
      if !line.isEmpty, !piece.hasPrefix(",") { line += " " }
      line += piece
      at = end + 1
    }
    guard let first = line.first else { return nil }
    return first.uppercased() + line.dropFirst()
  }

  private static let fewest = 3

  /// What is left of something that was cut off behind it.
  private func isStub(_ word: Int) -> Bool {
    switch sentence.tagged.tags[word] {
    case .relative, .relativeAdverb, .subordinator, .verbIng, .modal, .to, .not: true
    case .verbParticiple: sentence.tagged.relations[word] == .nounClause
    default: sentence.kinds[word].has(.narrator) || sentence.kinds[word].has(.others)
    }
  }

  /// The bytes of some words on one line.
  private func plain(_ words: ClosedRange<Int>) -> String {
    var bytes: [UInt8] = []
    for at in sentence.bytes(words) {
      if text[at] > 0x20 {
        bytes.append(text[at])
      } else if bytes.last != 0x20 {
        bytes.append(0x20)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What no editor would print.
  private func isPrintable(_ title: String) -> Bool {
    let words = title.split(separator: " ")
    guard title.utf8.count > 7, words.count > 2 || words.last?.first?.isUppercase == true,
      words.count > 1
    else { return false }
    func count(_ mark: Character) -> Int { title.count { $0 == mark } }
    return count("“") == count("”") && count("(") == count(")") && count("\"") % 2 == 0
      && !title.contains("…") && !title.contains("...")
  }
}
