/// Reads verb groups and clauses off tags and arcs; Scripts/tagger/clauses.py is the reference.
struct ClauseFinder {
  private let sentence: TaggedSentence
  private let children: [[Int]]
  private let depth: [Int]
  private let spans: [ClosedRange<Int>]
  private let isPredicate: [Bool]

  init(_ sentence: TaggedSentence) {
    self.sentence = sentence
    let count = sentence.tags.count
    var children: [[Int]] = Array(repeating: [], count: count + 1)
    for (word, head) in sentence.heads.enumerated() { children[head].append(word) }
    var depth = Array(repeating: 0, count: count)
    var spans = (0..<count).map { $0...$0 }
    for word in 0..<count {
      var above = word
      while above < count {
        spans[above] = min(spans[above].lowerBound, word)...max(spans[above].upperBound, word)
        above = sentence.heads[above]
        depth[word] += 1
      }
    }
    self.children = children
    self.depth = depth
    self.spans = spans
    isPredicate = (0..<count).map { word in
      if children[word].contains(where: { sentence.relations[$0] == .copula }) { return true }
      switch sentence.relations[word] {
      case .auxiliary, .copula: return false
      case .modifier, .preposition, .marker, .coordinator: return sentence.tags[word] == .modal
      default: return sentence.tags[word].isVerb || sentence.tags[word] == .modal
      }
    }
  }

  /// The clauses in the order of their heads.
  func clauses() -> [Clause] {
    var found: [Int: Clause] = [:]
    // What governs comes first, so that a clause can ask the one above it.
    let order = sentence.tags.indices.filter { isPredicate[$0] }
      .sorted { (depth[$0], $0) < (depth[$1], $1) }
    for head in order { found[head] = clause(at: head, above: found) }
    return found.values.sorted { $0.group.head < $1.group.head }
  }

  private func clause(at head: Int, above found: [Int: Clause]) -> Clause {
    let lead = lead(of: head)
    let group = group(at: head, lead: lead)
    let relation = sentence.relations[lead]
    let governor = governor(of: lead)
    let marker = marker(of: lead)
    let kind = kind(of: group, relation: relation)
    var embedding = embedding(head, relation: relation, governor: governor, marker: marker)
    if embedding == nil, kind != .main, let governor { embedding = found[governor]?.embedding }
    return Clause(
      group: group, kind: kind, governor: governor, marker: marker, embedding: embedding,
      subject: subject(of: head, lead: lead, governor: governor, above: found),
      object: child(of: head) { sentence.relations[$0] == .object }, span: spans[head])
  }

  /// The first of the conjuncts it belongs to.
  private func lead(of word: Int) -> Int {
    var lead = word
    while sentence.relations[lead] == .conjunct, sentence.heads[lead] < sentence.tags.count {
      lead = sentence.heads[lead]
    }
    return lead
  }

  private func governor(of lead: Int) -> Int? {
    var above = sentence.heads[lead]
    while above < sentence.tags.count, !isPredicate[above] { above = sentence.heads[above] }
    return above < sentence.tags.count ? above : nil
  }

  private func marker(of lead: Int) -> Int? {
    child(of: lead) { sentence.relations[$0] == .marker && sentence.tags[$0] != .to }
      ?? child(of: lead) { sentence.tags[$0] == .relativeAdverb && $0 < lead }
  }

  private func child(of word: Int, where isWanted: (Int) -> Bool) -> Int? {
    children[word].first(where: isWanted)
  }

  private func group(at head: Int, lead: Int) -> VerbGroup {
    let tags = sentence.tags
    let classes = sentence.classes
    // "Was struck" is a passive whichever way the parser ties its "was".
    let isParticiple = tags[head] == .verbParticiple || tags[head] == .verbIng
    let copula = isParticiple ? nil : children[head].last { sentence.relations[$0] == .copula }
    var auxiliaries = children[head].filter { sentence.relations[$0].isAuxiliary }
    var hasTo = children[head].contains { tags[$0] == .to }
    let hasSubject = children[head].contains { sentence.relations[$0] == .subject }
    let canShare = [.verbBase, .verbParticiple, .verbIng].contains(tags[head])
    if lead != head, auxiliaries.isEmpty, !hasTo, !hasSubject, canShare, isPredicate[lead] {
      auxiliaries = children[lead].filter { sentence.relations[$0].isAuxiliary }
      hasTo = children[lead].contains { tags[$0] == .to }
    }
    let first = auxiliaries.first ?? head
    let main = copula ?? head
    let prior = auxiliaries.filter { $0 != main }
    let afterHave = prior.contains { classes[$0].contains(.have) }
    return VerbGroup(
      head: head, auxiliaries: auxiliaries,
      tense: hasTo
        ? .infinitive
        : tense(ofFirst: first, hasSubject: hasSubject, relation: sentence.relations[lead]),
      isPerfect: afterHave
        && (tags[main] == .verbParticiple || tags[main] == .verbPast
          || prior.contains { tags[$0] == .verbParticiple }),
      isProgressive: tags[main] == .verbIng && prior.contains { classes[$0].contains(.be) },
      isPassive: copula == nil && tags[head] == .verbParticiple
        && prior.last.map { !classes[$0].isDisjoint(with: [.be, .get]) } ?? false,
      isNegated: isNegated(head), isHabitual: isHabitual(head, hasTo: hasTo))
  }

  private func tense(
    ofFirst word: Int, hasSubject: Bool, relation: Relation
  ) -> VerbGroup.Tense {
    switch sentence.tags[word] {
    case .modal:
      sentence.classes[word].contains(.will)
        ? .future : sentence.classes[word].contains(.would) ? .conditional : .modal
    case .verbPast: .past
    case .verbPresent, .verbPresentThird: .present
    // A participle with a subject of its own and no auxiliary is a past that was taken for one.
    case .verbParticiple where hasSubject && Self.telling.contains(relation): .past
    case .verbIng, .verbParticiple: .participle
    case .verbBase: .bare
    default: .unknown
    }
  }

  private static let telling: Set<Relation> = [
    .root, .aside, .complement, .openComplement, .subject, .relativeClause,
  ]

  private func isNegated(_ head: Int) -> Bool {
    children[head].contains { child in
      let relation = sentence.relations[child]
      if relation == .negation || sentence.tags[child] == .not { return true }
      if sentence.classes[child].contains(.negative),
        [.adverb, .determiner, .subject, .object, .marker, .coordinator].contains(relation)
      {
        return true
      }
      return (relation == .subject || relation == .object)
        && children[child].contains {
          sentence.classes[$0].contains(.negative) && sentence.relations[$0] == .determiner
        }
    }
  }

  private func isHabitual(_ head: Int, hasTo: Bool) -> Bool {
    for child in children[head] {
      if sentence.classes[child].contains(.repeated) { return true }
      let relation = sentence.relations[child]
      if relation == .oblique || relation == .nounPhrase,
        children[child].contains(where: {
          sentence.classes[$0].contains(.repeated) && sentence.tags[$0] == .determiner
        })
      {
        return true
      }
    }
    let above = sentence.heads[head]
    return hasTo && sentence.relations[head] == .openComplement && above < sentence.tags.count
      && sentence.classes[above].contains(.used)
  }

  private func kind(of group: VerbGroup, relation: Relation) -> Clause.Kind {
    let isInfinitive = group.tense == .infinitive
    switch relation {
    case .root, .aside: return .main
    case .complement, .subject: return .complement
    case .openComplement: return isInfinitive ? .infinitive : .complement
    case .adverbial: return .adverbial
    case .nounClause: return isInfinitive ? .infinitive : .participle
    case .relativeClause: return .relative
    default: return sentence.tags[group.auxiliaries.first ?? group.head].isFinite ? .main : .phrase
    }
  }

  private func subject(
    of head: Int, lead: Int, governor: Int?, above found: [Int: Clause]
  ) -> Int? {
    let relations = sentence.relations
    if let own = child(of: head, where: { relations[$0] == .subject }) { return own }
    if lead != head, let shared = child(of: lead, where: { relations[$0] == .subject }) {
      return shared
    }
    switch (relations[lead], governor) {
    case (.openComplement, let governor?):
      let object = child(of: governor) {
        (relations[$0] == .object || relations[$0] == .indirectObject) && $0 < head
      }
      return object ?? found[governor]?.subject
    case (.adverbial, let governor?): return found[governor]?.subject
    case (.nounClause, _):
      return sentence.heads[lead] < sentence.tags.count ? sentence.heads[lead] : nil
    default: return nil
    }
  }

  private func embedding(
    _ head: Int, relation: Relation, governor: Int?, marker: Int?
  ) -> Clause.Embedding? {
    if let marker, sentence.classes[marker].contains(.condition) { return .condition }
    if relation == .complement || relation == .openComplement, let governor {
      let above = sentence.classes[governor]
      if relation == .openComplement, above.contains(.wish) { return .wish }
      if above.contains(.speech) { return .speech }
      if above.contains(.thought) { return .thought }
      return above.contains(.wish) ? .wish : nil
    }
    let end = spans[head].upperBound
    let reach = 3
    return sentence.isQuestionMark[end..<min(sentence.isQuestionMark.count, end + reach)].contains(
      true)
      ? .question : nil
  }
}

extension TaggedSentence {
  /// The clauses of the sentence in the order of their heads.
  package func clauses() -> [Clause] { ClauseFinder(self).clauses() }

  /// The verb groups of the sentence in the order of their heads.
  package func verbGroups() -> [VerbGroup] { clauses().map(\.group) }
}
