import BookLanguage
import BookWords

// Who does what a title tells.
extension ClauseTitle {
  /// Who does what a clause tells.
  func doer(of clause: Clause) -> Doer {
    let first = clause.group.auxiliaries.first ?? clause.group.head
    // What follows its verb is "there was a man".
    guard let subject = sentence.subject(of: clause), subject < max(first, clause.group.head) else {
      return .unnamed
    }
    let kinds = sentence.kinds[subject]
    if kinds.has(.narrator) {
      // "Mary and I"
      return subject > 1 && isCoordinator(subject - 1)
        ? joined(to: subject) : .narrator
    }
    if kinds.has(.pronounOfMan) { return .pronoun(isWoman: false) }
    if kinds.has(.pronounOfWoman) { return .pronoun(isWoman: true) }
    let tag = sentence.tagged.tags[subject]
    guard
      tag == .noun || tag == .nounPlural || tag == .name || sentence.shapes[subject] == .capital,
      !kinds.has(.thing), !kinds.has(.others), !kinds.has(.vague), !isOfTime(subject)
    else { return .unnamed }
    let words = nounPhrase(subject)
    // Behind a preposition it was taken for the subject by mistake.
    if words.lowerBound > 0 {
      let tag = sentence.tagged.tags[words.lowerBound - 1]
      if tag == .preposition || tag == .subordinator { return .unnamed }
    }
    return names(words, subject, of: clause) ? .words(words) : .unnamed
  }

  /// Whether words say by themselves who somebody is.
  private func names(
    _ words: ClosedRange<Int>, _ subject: Int, of clause: Clause
  ) -> Bool {
    // "This", "another", "the latter" need the sentence before.
    let opening = sentence.kinds[words.lowerBound]
    if opening.has(.pronounOfThing) || opening.has(.thing) || opening.has(.pronounOfMan) {
      return false
    }
    let tags = sentence.tagged.tags
    if words.contains(where: { sentence.kinds[$0].has(.pointing) && tags[$0] != .name }) {
      return false
    }
    if tags[words.lowerBound] == .possessivePronoun, !opening.has(.narrators) { return false }
    // "The oration I was written": two clauses were read as one.
    if words.contains(where: {
      tags[$0].isVerb && sentence.tagged.relations[$0] != .modifier || tags[$0] == .pronoun
        || sentence.kinds[$0].has(.narrator) || isOfTime($0)
    }) {
      return false
    }
    // A lone noun without an article is what is left of something.
    if words.count == 1, tags[subject] == .noun, !sentence.kinds[subject].has(.kin),
      sentence.shapes[subject] != .capital
        || subject == 0 && !sentence.kinds[clause.group.head].has(.life)
    {
      return false
    }
    return words.count <= Self.longestLead
  }

  /// In words: a longer subject was read wrong, or is none that a title could begin with.
  private static let longestLead = 9

  /// "Mary and I": both, where the first is named by a word or two.
  private func joined(to narrator: Int) -> Doer {
    let first = narrator - 2
    let tag = sentence.tagged.tags[first]
    guard tag == .name || tag == .noun || sentence.shapes[first] == .capital else {
      return .narrator
    }
    return .words(nounPhrase(first).lowerBound...narrator)
  }

  /// Whether a word is a day, a month or a part of one, which does nothing itself.
  func isOfTime(_ word: Int) -> Bool {
    let kinds = sentence.kinds[word]
    if kinds.has(.month) { return sentence.shapes[word] == .capital && !isOfName(word) }
    return kinds.has(.unit) || kinds.has(.season) || kinds.has(.weekday) || kinds.has(.moment)
      || sentence.shapes[word] == .year
  }

  /// "Aunt May", "April Jones": a month's name beside another, and no part of a date.
  private func isOfName(_ word: Int) -> Bool {
    guard !dates.contains(where: { $0.overlaps(sentence.tagged.words[word]) }) else { return false }
    return [word - 1, word + 1].contains { other in
      sentence.kinds.indices.contains(other) && sentence.shapes[other] == .capital
        && !sentence.kinds[other].has(.dangling) && !sentence.kinds[other].has(.month)
    }
  }

  /// The words of a noun with what stands before it, and with what is joined to it by "of" or "and".
  func nounPhrase(_ noun: Int) -> ClosedRange<Int> {
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
    // "The 19th Rosecrans arrived": a day that was not read as one.
    while low < high, sentence.shapes[low] == .figure, sentence.shapes[low + 1] == .capital {
      low += 1
    }
    return low...high
  }
}
