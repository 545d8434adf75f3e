import BookLanguage
import BookWords

// What a clause says, as far as a title takes it.
extension ClauseTitle {
  /// Where the verb begins; of the narrator's passive the participle alone is kept: "Sent to …".
  func predicateStart(_ clause: Clause, isNarrators: Bool) -> Int? {
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
    // Without its "I" the "'d" of "I'd saved" says nothing.
    return isContracted(first) ? group.head : first
  }

  private func isContracted(_ word: Int) -> Bool {
    byte(word) == UInt8(ascii: "'") || byte(word) == 0xE2
  }

  /// The last word of the clause itself: before what is set beside it, and before clauses that hang
  /// behind it.
  ///
  /// - Parameter reach: a predicate of fewer words takes the next with it
  func predicateEnd(_ clause: Clause, taking reach: Int) -> Int {
    let head = clause.group.head
    var cuts: Set<Int> = []
    for word in (head + 1)..<max(head + 2, clause.span.upperBound + 1) where word < sentence.count {
      let relation = sentence.tagged.relations[word]
      guard isTail(word, relation, head) else { continue }
      let first = sentence.subtree(of: word).lowerBound
      if relation == .conjunct, first - head < reach { continue }
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
      if isOthersSubject(next, head) || isNarratorsSubject(next, head) { break }
      if sentence.shapes[next] == .opensQuote { depth += 1 }
      if sentence.shapes[next] == .closesQuote { depth -= 1 }
      end = next
    }
    return end
  }

  /// "When I returned I wrote": the narrator's own pronoun begins another clause.
  private func isNarratorsSubject(_ word: Int, _ head: Int) -> Bool {
    sentence.kinds[word].has(.narrator) && !isCoordinator(word - 1)
  }

  /// Whether a word opens the subject of a clause that is no part of what the verb says.
  private func isOthersSubject(_ word: Int, _ head: Int) -> Bool {
    sentence.clauses.contains { clause in
      guard clause.group.head != head, clause.kind != .complement, clause.kind != .infinitive,
        let subject = clause.subject, subject > head, subject < clause.group.head,
        clause.group.head > word
      else { return false }
      return sentence.tagged.relations[subject] == .subject
        && sentence.heads[subject] == clause.group.head
        && sentence.subtree(of: subject).lowerBound == word
    }
  }

  /// "Left him, and went to live with …": a short predicate takes the next with it.
  static let shortPredicate = 6
  /// As does a longer one where there is room.
  static let longPredicate = 10

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
    // "I wrote many a letter to, was the first": the verb of another clause.
    if tag.isFinite { return true }
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
}
