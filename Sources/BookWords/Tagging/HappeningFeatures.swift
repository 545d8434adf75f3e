/// What can be seen of a word that may tell of something that happened, as keys of 32 bits.
///
/// `event-examples --words` prints the same keys, so that what is learned from is what is asked for.
package struct HappeningFeatures {
  private let sentence: TaggedSentence
  private let isQuoted: [Bool]
  private let clauses: [Int: Clause]
  private let children: [[Int]]

  /// - Parameters:
  ///   - clauses: those of the sentence
  ///   - isQuoted: for each word whether it stands within marks of quotation
  package init(_ sentence: TaggedSentence, _ clauses: [Clause], isQuoted: [Bool]) {
    self.sentence = sentence
    self.isQuoted = isQuoted
    self.clauses = Dictionary(clauses.map { ($0.group.head, $0) }) { first, _ in first }
    var children: [[Int]] = Array(repeating: [], count: sentence.words.count + 1)
    for (word, head) in sentence.heads.enumerated() { children[head].append(word) }
    self.children = children
  }

  /// The keys of a word; none of a sign, which tells of nothing.
  package func keys(of word: Int) -> [UInt32] {
    guard sentence.atoms[word].shape & WordAtoms.sign == 0 else { return [] }
    var keys = FeatureKeys()
    itself(word, &keys)
    tags(word, &keys)
    arcs(word, &keys)
    if let clause = clauses[word] {
      told(clause, &keys)
      governed(clause, &keys)
    } else if let clause = clause(above: word) {
      within(clause, word, &keys)
    }
    return keys.found
  }

  /// The clause that a word without one stands in.
  package func clause(above word: Int) -> Clause? {
    var above = sentence.heads[word]
    while above < sentence.words.count {
      if let clause = clauses[above] { return clause }
      above = sentence.heads[above]
    }
    return nil
  }

  // MARK: The word

  private func itself(_ word: Int, _ keys: inout FeatureKeys) {
    let atoms = sentence.atoms[word]
    keys.add(.word, atoms.word)
    keys.add(.stem, atoms.stem)
    keys.add(.endingOfThree, atoms.endings[0])
    keys.add(.endingOfTwo, atoms.endings[1])
    keys.add(.shape, atoms.shape)
    keys.add(.wordBefore, hash(word - 1))
    keys.add(.wordAfter, hash(word + 1))
    keys.add(.secondBefore, hash(word - 2))
    keys.add(.secondAfter, hash(word + 2))
    keys.add(.thirdBefore, hash(word - 3))
    keys.add(.endingBehindWord, atoms.endings[1], hash(word - 1))
    keys.add(.pairBefore, hash(word - 1), atoms.word)
    keys.add(.pairAfter, atoms.word, hash(word + 1))
  }

  private func tags(_ word: Int, _ keys: inout FeatureKeys) {
    let (atoms, tag) = (sentence.atoms[word], tag(word))
    keys.add(.tag, tag)
    keys.add(.tagBefore, self.tag(word - 1), tag)
    keys.add(.tagAfter, tag, self.tag(word + 1))
    keys.add(.tagsAround, self.tag(word - 1), tag, self.tag(word + 1))
    keys.add(.tagAndStem, tag, atoms.stem)
    keys.add(.tagAndCluster, tag, atoms.cluster)
    keys.add(.cluster, atoms.cluster)
    keys.add(.tagAndQuote, tag, isQuoted[word] ? 1 : 0)
    keys.add(.clusterBefore, cluster(word - 1), tag)
    keys.add(.clusterAfter, cluster(word + 1), tag)
  }

  private func arcs(_ word: Int, _ keys: inout FeatureKeys) {
    let (tag, relation, head) = (tag(word), relation(word), sentence.heads[word])
    keys.add(.relation, relation, tag)
    keys.add(.relationAndHeadTag, relation, self.tag(head))
    keys.add(.relationAndHeadStem, relation, stem(head))
    keys.add(.headRelation, relation, self.relation(head))
    keys.add(.relationAndStem, relation, sentence.atoms[word].stem)
    var path: UInt32 = 0
    var at = word
    for _ in 0..<Self.longestPath where at < sentence.words.count {
      path = path << 8 | self.relation(at)
      at = sentence.heads[at]
    }
    keys.add(.path, path, tag)
    for child in children[word] {
      let relation = sentence.relations[child]
      keys.add(.child, self.relation(child), tag)
      if Self.small.contains(relation) {
        keys.add(.childWord, self.relation(child), hash(child))
      } else {
        keys.add(.childCluster, self.relation(child), cluster(child))
      }
    }
  }

  private static let longestPath = 4
  /// Relations of the small words that tell more than the groups they belong to.
  private static let small: Set<Relation> = [
    .auxiliary, .marker, .negation, .copula, .determiner, .preposition, .coordinator, .possessor,
  ]

  // MARK: The clause

  /// How the clause of a verb is told.
  private func told(_ clause: Clause, _ keys: inout FeatureKeys) {
    let group = clause.group
    let (word, how, kind) = (group.head, group.code, clause.kind.code)
    let under = clause.embedding.code
    let quote: UInt32 = isQuoted[word] ? 1 : 0
    let negation: UInt32 = group.isNegated ? 1 : 0
    keys.add(.told, how)
    keys.add(.toldInKind, how, kind)
    keys.add(.kindUnder, kind, under)
    keys.add(.negated, negation)
    keys.add(.habitual, group.isHabitual ? 1 : 0, how)
    keys.add(.toldUnder, under, how)
    keys.add(.toldInQuote, how, quote)
    keys.add(.marker, clause.marker.map(hash) ?? 0, how)
    keys.add(.subjectTag, clause.subject.map(tag) ?? FeatureKeys.none, how)
    keys.add(.subject, clause.subject.map(hash) ?? 0)
    keys.add(.subjectCluster, clause.subject.map(cluster) ?? 0, how)
    keys.add(.hasObject, clause.object == nil ? 0 : 1)
    keys.add(.toldOfStem, how, sentence.atoms[word].stem)
    keys.add(.toldOfCluster, how, cluster(word))
    keys.add(.isCopula, sentence.tags[word].isVerb ? 0 : 1, how)
    keys.add(.toldInAll, how, kind << 8 | under, negation << 1 | quote)
  }

  /// What stands above the clause of a verb.
  private func governed(_ clause: Clause, _ keys: inout FeatureKeys) {
    guard let governor = clause.governor.flatMap({ clauses[$0] }) else { return }
    let (how, kind) = (clause.group.code, clause.kind.code)
    keys.add(.governorTense, governor.group.tense.code, kind, how)
    keys.add(.governorStem, stem(governor.group.head), kind)
    keys.add(.governorNegated, governor.group.isNegated ? 1 : 0, kind)
    keys.add(.governorTold, governor.group.code, kind, how)
    keys.add(.governorCluster, cluster(governor.group.head), kind)
    keys.add(.governorUnder, governor.embedding.code, governor.kind.code << 8 | kind, how)
  }

  /// How the clause that a noun or an adjective stands in is told.
  private func within(_ clause: Clause, _ word: Int, _ keys: inout FeatureKeys) {
    let (tag, relation) = (tag(word), relation(word))
    keys.add(.insideTense, clause.group.tense.code, tag, relation)
    keys.add(.insideNegated, clause.group.isNegated ? 1 : 0, tag)
    keys.add(.insideStem, stem(clause.group.head), relation)
    keys.add(.insideUnder, clause.embedding.code, tag)
    keys.add(.insideTold, clause.group.code, tag, relation)
    keys.add(.insideCluster, cluster(clause.group.head), relation, tag)
    keys.add(.insideHabit, clause.group.isHabitual ? 1 : 0, tag)
  }

  // MARK: Words by their place, which may lie outside

  private func isInside(_ word: Int) -> Bool { sentence.words.indices.contains(word) }
  private func hash(_ word: Int) -> UInt32 { isInside(word) ? sentence.atoms[word].word : 0 }
  private func stem(_ word: Int) -> UInt32 { isInside(word) ? sentence.atoms[word].stem : 0 }
  private func cluster(_ word: Int) -> UInt32 { isInside(word) ? sentence.atoms[word].cluster : 0 }
  private func tag(_ word: Int) -> UInt32 {
    isInside(word) ? UInt32(sentence.tags[word].rawValue) : FeatureKeys.none
  }
  private func relation(_ word: Int) -> UInt32 {
    isInside(word) ? UInt32(sentence.relations[word].rawValue) : FeatureKeys.none
  }
}

/// Keys as they are gathered.
private struct FeatureKeys {
  /// Of what is not there.
  static let none: UInt32 = 255

  /// What is seen, each a row of weights of its own; another order is another model.
  enum Feature: UInt32 {
    case word, stem, endingOfThree, endingOfTwo, shape
    case wordBefore, wordAfter, secondBefore, secondAfter, thirdBefore
    case endingBehindWord, pairBefore, pairAfter
    case tag, tagBefore, tagAfter, tagsAround, tagAndStem, tagAndCluster, cluster, tagAndQuote
    case clusterBefore, clusterAfter
    case relation, relationAndHeadTag, relationAndHeadStem, headRelation, relationAndStem, path
    case child, childWord, childCluster
    case told, toldInKind, kindUnder, negated, habitual, toldUnder, toldInQuote, marker
    case subjectTag, subject, subjectCluster, hasObject, toldOfStem, toldOfCluster, isCopula
    case toldInAll
    case governorTense, governorStem, governorNegated, governorTold, governorCluster
    case governorUnder
    case insideTense, insideNegated, insideStem, insideUnder, insideTold, insideCluster
    case insideHabit
  }

  private(set) var found: [UInt32] = []

  mutating func add(_ feature: Feature, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
    let key = mixed(mixed(mixed(mixed(0x811C_9DC5, feature.rawValue + 1), a), b), c)
    found.append(spread(key))
  }
}

extension VerbGroup {
  /// How it is told, as a number.
  fileprivate var code: UInt32 {
    tense.code << 3 | (isPerfect ? 4 : 0) | (isProgressive ? 2 : 0) | (isPassive ? 1 : 0)
  }
}

extension VerbGroup.Tense {
  fileprivate var code: UInt32 { UInt32(Self.allCases.firstIndex(of: self) ?? 0) }
}

extension Clause.Kind {
  fileprivate var code: UInt32 { UInt32(Self.allCases.firstIndex(of: self) ?? 0) }
}

extension Clause.Embedding? {
  fileprivate var code: UInt32 {
    flatMap { Clause.Embedding.allCases.firstIndex(of: $0) }.map { UInt32($0) + 1 } ?? 0
  }
}
