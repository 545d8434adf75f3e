import BookLanguage
import BookWords

// What keeps words from being a title, each fault by its name.
extension ClauseTitle {
  /// Whether words can be printed as they are: nothing in them needs the sentence they were cut from.
  func isSound(_ kept: [Int], _ clause: Clause, _ lead: String) -> Bool {
    standsAlone(kept, clause, lead) && !isBroken(kept, clause) && !pointsBack(kept, clause)
      && !standsInForSomething(kept, clause) && !lacksObject(kept, clause)
      && !saysNothing(kept, clause) && !asksWhich(kept, clause) && !isHollow(lead, kept, clause)
  }

  /// "In this way", "to the latter place", "the same rank".
  private func pointsBack(_ kept: [Int], _ clause: Clause) -> Bool {
    kept.contains { word in
      guard word > clause.group.head, sentence.kinds[word].has(.pointing) else { return false }
      switch sentence.tagged.tags[word] {
      case .determiner: return true
      case .adjective, .noun, .pronoun, .verbParticiple, .verbIng:
        return word > 0 && sentence.tagged.tags[word - 1] == .determiner
      default: return false
      }
    }
  }

  /// "Planned one": a word that stands for a noun which was named before; "one of the nurses" names it.
  private func standsInForSomething(_ kept: [Int], _ clause: Clause) -> Bool {
    kept.contains { word in
      guard word > clause.group.head, sentence.kinds[word].has(.standIn),
        sentence.shapes[word] != .capital, isNominal(word)
      else { return false }
      return !kept.contains {
        $0 > word && sentence.heads[$0] == word && sentence.tagged.relations[$0] == .nounPhrase
      }
    }
  }

  /// Whether a word stands where a noun does.
  private func isNominal(_ word: Int) -> Bool {
    switch sentence.tagged.relations[word] {
    case .object, .indirectObject, .oblique, .nounPhrase, .subject: true
    default: false
    }
  }

  /// "Found on the desk": what it was done to stands elsewhere, or went with a tail.
  private func lacksObject(_ kept: [Int], _ clause: Clause) -> Bool {
    let group = clause.group
    if let object = clause.object, object > group.head {
      guard let last = kept.last, kept.contains(object) else { return true }
      // "Ordered General Hale": to do what?
      if !group.isPassive, sentence.kinds[group.head].has(.bidding),
        last <= sentence.subtree(of: object).upperBound
      {
        return true
      }
    }
    // "Ceased that would bring us peace": its verb was read wrong.
    if kept.contains(group.head + 1), sentence.tagged.tags[group.head + 1] == .relative {
      return true
    }
    // "Began facing in an emphasized form", "ventured to say"
    let isLeft = kept.contains {
      $0 > group.head && sentence.tagged.relations[$0] == .openComplement
        && sentence.tagged.tags[$0].isVerb && needsObject($0, kept)
    }
    if isLeft { return true }
    return group.auxiliaries.isEmpty && !group.isPassive && needsObject(group.head, kept)
  }

  /// Whether what a verb is done to, without which it says nothing, is not among the words.
  private func needsObject(_ verb: Int, _ kept: [Int]) -> Bool {
    guard sentence.kinds[verb].has(.needing) else { return false }
    return !kept.contains { word in
      // "Visited several times", "met during our first months" say nobody.
      guard word > verb, sentence.heads[word] == verb, !isOfTime(word) else { return false }
      switch sentence.tagged.relations[word] {
      case .object: return true
      case .indirectObject, .complement, .openComplement, .particle: return true
      // "Got on the train"
      case .adverb: return sentence.tagged.tags[word] == .preposition
      // "Met with an accident", "heard of his death"
      case .oblique:
        return !sentence.kinds[verb].has(.getting) && !sentence.kinds[word].has(.hollow)
          && sentence.kinds[verb].isDisjoint(with: [
            EventKinds(.office), EventKinds(.sending), EventKinds(.trade), EventKinds(.saying),
            EventKinds(.life),
          ])
      default: return false
      }
    }
  }

  /// "Took up the matter", "took pride in the fact": its object or its last noun says nothing.
  private func saysNothing(_ kept: [Int], _ clause: Clause) -> Bool {
    if let last = kept.last, last > clause.group.head, sentence.kinds[last].has(.vague) {
      return true
    }
    guard let object = clause.object, sentence.kinds[object].has(.vague), kept.contains(object)
    else { return false }
    return !kept.contains { $0 > object && sentence.shapes[$0] == .capital }
  }

  /// "Put before my father the situation": the clause that says which was cut off.
  private func asksWhich(_ kept: [Int], _ clause: Clause) -> Bool {
    kept.contains { noun in
      guard noun > clause.group.head, sentence.tagged.tags[noun].isCommonNoun else { return false }
      let under = sentence.tagged.heads.indices.filter { sentence.heads[$0] == noun }
      // "A plan" alone asks which as much as "the plan" does; "a new plan" says something.
      guard
        under.contains(where: { sentence.kinds[$0].has(.definite) })
          || !under.contains(where: { sentence.tagged.relations[$0] == .modifier })
      else { return false }
      let isSaid = under.contains { kept.contains($0) && says($0) }
      let isCut = under.contains { isCutTail($0, kept) }
      return isCut && !isSaid
    }
  }

  /// "The order was issued", "the sun went down": a thing that only its sentence knows, and no name.
  func isAnyThing(_ lead: ClosedRange<Int>, _ kept: [Int]) -> Bool {
    guard lead.count == 2, sentence.kinds[lead.lowerBound].has(.definite),
      sentence.tagged.tags[lead.upperBound].isCommonNoun
    else { return false }
    let known: EventKinds = [
      EventKinds(.war), EventKinds(.institution), EventKinds(.kin), EventKinds(.people),
    ]
    // "The flood came", in a sentence that says when.
    if !dates.isEmpty, sentence.kinds[lead.upperBound].has(.occurrence) { return false }
    let happens: EventKinds = [EventKinds(.ending), EventKinds(.arriving)]
    if !dates.isEmpty, let verb = kept.first, !sentence.kinds[verb].isDisjoint(with: happens) {
      return false
    }
    return sentence.kinds[lead.upperBound].isDisjoint(with: known)
      && !kept.contains { sentence.shapes[$0] == .capital || sentence.kinds[$0].has(.narrators) }
  }

  /// Whether a word under a noun says which it is.
  private func says(_ word: Int) -> Bool {
    switch sentence.tagged.relations[word] {
    case .nounPhrase, .possessor, .apposition: true
    case .modifier: sentence.shapes[word] == .capital
    default: false
    }
  }

  /// Whether a clause or a phrase that belongs to a noun, no comma between them, was left out.
  private func isCutTail(_ word: Int, _ kept: [Int]) -> Bool {
    guard let last = kept.last, word > last else { return false }
    // "At a dance in 1951": the row says when; but "in the month of May".
    if dates.contains(where: { $0.overlaps(sentence.tagged.words[word]) }),
      !isOfTime(sentence.heads[word])
    {
      return false
    }
    switch sentence.tagged.relations[word] {
    case .relativeClause, .nounClause, .nounPhrase:
      let first = sentence.subtree(of: word).lowerBound
      return byte(first) != UInt8(ascii: ",")
        && (first == 0 || byte(first - 1) != UInt8(ascii: ","))
    default: return false
    }
  }

  /// Whether a word at the end of a title has lost what it belongs to: "in the country to pass", "from the
  /// new", "and hailed", "as soon", "or 19th".
  func isBereft(_ word: Int, _ clause: Clause, behind before: Int?) -> Bool {
    if word <= clause.group.head { return false }
    let tag = sentence.tagged.tags[word]
    let goesOn = sentence.heads.indices.contains {
      $0 > word && sentence.heads[$0] == word && !isSign($0)
    }
    if tag.isVerb {
      return sentence.kinds[word].has(.needing)
        || goesOn && sentence.tagged.relations[word] == .conjunct
    }
    if tag == .adverb { return goesOn }
    if sentence.shapes[word] == .figure, let before, isCoordinator(before) { return true }
    switch sentence.tagged.relations[word] {
    case .determiner, .modifier, .possessor:
      return sentence.heads[word] > word && sentence.shapes[word] != .capital
    default: return false
    }
  }
}

// What can be left out.
extension ClauseTitle {
  /// Whether a preposition or "to" opens what the clause can do without; what a bare noun needs ("by way of
  /// Buffalo") goes with it.
  func opensSpare(_ word: Int) -> Bool {
    switch sentence.tagged.tags[word] {
    case .preposition, .to, .subordinator:
      let governed = sentence.heads[word]
      guard governed < sentence.count else { return true }
      // "Ordered him to go" says nothing without what was ordered.
      let relation = sentence.tagged.relations[governed]
      if relation == .openComplement || relation == .complement { return false }
      guard relation == .nounPhrase else { return true }
      let noun = sentence.heads[governed]
      return sentence.heads.indices.contains {
        sentence.heads[$0] == noun && $0 < word
          && (sentence.tagged.relations[$0] == .modifier
            || sentence.tagged.relations[$0] == .possessor)
      }
    default: return false
    }
  }
}

extension PartOfSpeech {
  var isCommonNoun: Bool { self == .noun || self == .nounPlural }
}
