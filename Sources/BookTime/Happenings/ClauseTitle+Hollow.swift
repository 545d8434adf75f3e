import BookLanguage
import BookWords

// What makes words sound but empty: a reader of the row alone learns nothing from them.
extension ClauseTitle {
  /// Whether words tell nothing by themselves.
  func isHollow(_ lead: String, _ kept: [Int], _ clause: Clause) -> Bool {
    endsHollow(kept, clause) || isBidToNothing(kept, clause) || isTwoVerbs(kept, clause)
      || hasLostClause(kept, clause) || isBare(lead, kept, clause) || meetsAnybody(kept, clause)
      || isDoneByThing(clause) || findsOneself(clause) || isMereWill(kept, clause)
      || isMereTalk(kept, clause)
  }

  /// "Found myself confronted": a state, and seldom one that a row can say.
  private func findsOneself(_ clause: Clause) -> Bool {
    guard let object = clause.object else { return false }
    return sentence.kinds[clause.group.head].has(.finding)
      && sentence.kinds[object].has(.narrators) && sentence.tagged.tags[object] == .pronoun
  }

  /// "Resolved to let no obstacle prevent me", "were agreed": a will that names nothing.
  private func isMereWill(_ kept: [Int], _ clause: Clause) -> Bool {
    let verb = clause.group.head
    guard sentence.kinds[verb].has(.deciding) else { return false }
    let behind = kept.filter { $0 > verb }
    if behind.isEmpty { return !sentence.kinds[verb].has(.whole) }
    guard behind.contains(where: { sentence.tagged.relations[$0] == .openComplement }) else {
      return false
    }
    let telling: EventKinds = [
      EventKinds(.kin), EventKinds(.institution), EventKinds(.unit), EventKinds(.season),
      EventKinds(.life), EventKinds(.war),
    ]
    return !behind.contains {
      sentence.shapes[$0] == .capital || !sentence.kinds[$0].isDisjoint(with: telling)
    }
  }

  /// "Settled back with a sigh, and said to myself".
  private func isMereTalk(_ kept: [Int], _ clause: Clause) -> Bool {
    kept.contains { word in
      word > clause.group.head && sentence.kinds[word].has(.saying)
        && sentence.tagged.relations[word] == .conjunct
        && !kept.contains { $0 > word && sentence.shapes[$0] == .capital }
    }
  }

  /// "Determined to make an effort", "went into her presence".
  private func endsHollow(_ kept: [Int], _ clause: Clause) -> Bool {
    guard let last = kept.last, last > clause.group.head, sentence.shapes[last] != .capital else {
      return false
    }
    if sentence.kinds[last].has(.hollow) { return true }
    // "Began to consider", and what stands no longer there.
    return sentence.tagged.relations[last] == .openComplement
      && sentence.heads.indices.contains {
        $0 > last && sentence.heads[$0] == last && !isSign($0)
          && sentence.tagged.relations[$0] != .oblique
      }
  }

  /// "Directed by General McClellan", and not to do what.
  private func isBidToNothing(_ kept: [Int], _ clause: Clause) -> Bool {
    let verb = clause.group.head
    guard clause.group.isPassive || sentence.tagged.tags[verb] == .verbParticiple,
      sentence.kinds[verb].has(.bidding)
    else { return false }
    return !kept.contains { word in
      guard word > verb, sentence.heads[word] == verb else { return false }
      switch sentence.tagged.relations[word] {
      case .openComplement, .complement, .object, .adverb, .particle: return true
      // "Ordered to Detroit"
      case .oblique:
        return kept.contains {
          sentence.heads[$0] == word && sentence.tagged.relations[$0] == .preposition
            && sentence.kinds[$0].has(.place)
        }
      default: return false
      }
    }
  }

  /// "Assigned met for organization": two clauses were taken for one.
  private func isTwoVerbs(_ kept: [Int], _ clause: Clause) -> Bool {
    let verb = clause.group.head
    guard kept.contains(verb + 1) else { return false }
    let next = sentence.tagged.tags[verb + 1]
    return next == .verbPast
      || next == .verbParticiple && sentence.tagged.tags[verb] == .verbParticiple
  }

  /// "Found that about a year previous", "returned until long": a clause that lost its verb.
  private func hasLostClause(_ kept: [Int], _ clause: Clause) -> Bool {
    guard
      let opening = kept.last(where: {
        $0 > clause.group.head && opensLowerClause($0)
      })
    else { return false }
    return !kept.contains { $0 > opening && sentence.tagged.tags[$0].isVerb }
  }

  private func opensLowerClause(_ word: Int) -> Bool {
    switch sentence.tagged.tags[word] {
    case .subordinator, .relative, .relativeAdverb: true
    default: false
    }
  }

  /// "The funeral was on 5 March": a clause that says of a happening only when it was.
  func occurrence(_ words: ClosedRange<Int>, _ clause: Clause) -> String? {
    guard let subject = sentence.subject(of: clause), sentence.kinds[subject].has(.occurrence),
      words.upperBound < clause.span.upperBound
    else { return nil }
    var saysWhen = false
    for word in words.upperBound + 1...clause.span.upperBound where !isSign(word) {
      let range = sentence.tagged.words[word]
      if dates.contains(where: { $0.overlaps(range) }) {
        saysWhen = true
        continue
      }
      let kinds = sentence.kinds[word]
      guard kinds.has(.lingering) || kinds.has(.place) || kinds.has(.dangling) else { return nil }
    }
    guard saysWhen else { return nil }
    return capitalised(plain(withoutJoint(words)))
  }

  /// "There was a great storm": what happened stands behind the verb, and needs no more.
  func there(_ clause: Clause) -> String? {
    guard !dates.isEmpty,
      sentence.kinds[clause.group.head].has(.lingering) || !sentence.isVerbal(clause.group.head),
      let first = clause.span.first, sentence.kinds[first].has(.thing),
      let noun = clause.span.first(where: {
        sentence.kinds[$0].has(.occurrence) && sentence.tagged.tags[$0].isCommonNoun
      })
    else { return nil }
    let phrase = nounPhrase(noun).lowerBound...noun
    guard phrase.lowerBound > first,
      !phrase.contains(where: { isOfTime($0) || sentence.tagged.tags[$0].isVerb })
    else { return nil }
    return capitalised(plain(phrase))
  }

  /// "General Armstrong sent": only what needs nothing more can stand with its doer alone.
  private func isBare(_ lead: String, _ kept: [Int], _ clause: Clause) -> Bool {
    // "My first book was published" is whole.
    guard !lead.isEmpty, kept.last == clause.group.head, !clause.group.isPassive else {
      return false
    }
    // "The strike began"
    if let subject = sentence.subject(of: clause), sentence.kinds[subject].has(.occurrence) {
      return sentence.kinds[clause.group.head].has(.lingering)
    }
    var enough: EventKinds = [
      EventKinds(.life), EventKinds(.ending), EventKinds(.arriving), EventKinds(.illness),
      EventKinds(.motion), EventKinds(.fighting), EventKinds(.deciding), EventKinds(.whole),
    ]
    // "Our shop opened"
    if let subject = sentence.subject(of: clause),
      sentence.subtree(of: subject).contains(where: { sentence.kinds[$0].has(.narrators) })
    {
      enough.insert(EventKinds(.beginning))
    }
    return sentence.kinds[clause.group.head].isDisjoint(with: enough)
  }

  /// "Met an old man", "met some very interesting characters".
  private func meetsAnybody(_ kept: [Int], _ clause: Clause) -> Bool {
    let verb = clause.group.head
    guard sentence.kinds[verb].has(.meeting), let object = clause.object, object > verb,
      sentence.tagged.tags[object].isCommonNoun
    else { return false }
    if sentence.kinds[object].has(.kin) { return false }
    return !kept.contains { word in
      guard word > verb else { return false }
      if sentence.shapes[word] == .capital { return true }
      guard sentence.heads[word] == object else { return false }
      if sentence.kinds[word].has(.narrators) { return true }
      // "A member of the club", not "characters during my travels"
      return sentence.tagged.relations[word] == .nounPhrase
        && kept.contains { sentence.heads[$0] == word && sentence.kinds[$0].has(.place) }
    }
  }

  /// "A leave visited Ohio": a thing does what only people do, so the doer was read wrong.
  private func isDoneByThing(_ clause: Clause) -> Bool {
    guard let subject = sentence.subject(of: clause), subject > 0,
      sentence.tagged.tags[subject].isCommonNoun,
      sentence.tagged.tags[subject - 1] == .determiner
    else { return false }
    let living: EventKinds = [
      EventKinds(.people), EventKinds(.kin), EventKinds(.institution), EventKinds(.man),
      EventKinds(.woman), EventKinds(.war),
    ]
    let willed: EventKinds = [
      EventKinds(.deciding), EventKinds(.saying), EventKinds(.needing), EventKinds(.bidding),
    ]
    return sentence.kinds[subject].isDisjoint(with: living)
      && !sentence.kinds[clause.group.head].isDisjoint(with: willed)
      && !clause.group.isPassive
  }
}
