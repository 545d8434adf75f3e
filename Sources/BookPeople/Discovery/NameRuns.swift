import BookModel
import BookWords

// Runs of words written with capitals, within which names are looked for, and the evidence that
// their surroundings give.

/// What may stand in a name.
struct NameReader {
  let words: Vocabulary

  func facts(_ token: WordToken) -> WordFacts { words.facts[Int(token.word)] }

  /// A capital word that is not merely a function word at the head of a sentence.
  func isCandidate(_ token: WordToken) -> Bool {
    guard token.shape.contains(.capital) else { return false }
    if token.shape.contains(.initial) {
      // "P.S. Duchess has a calf."
      return token.end - token.start < Self.twoInitials
        || !CommonWords.areNoInitials(words.spelling(token.word))
    }
    let facts = facts(token)
    guard facts.classes.contains(.function) else { return token.end - token.start > 1 }
    return facts.isName && facts.family + facts.given > 4
  }

  /// In bytes: `P.S.`.
  private static let twoInitials = 4

  /// True when a space alone parts the word from the one before it.
  @inline(__always)
  func isAdjacent(_ token: WordToken) -> Bool { token.gap == .space }

  /// The run of candidates that begins at `start`; particles within it stay.
  func run(_ tokens: ArraySlice<WordToken>, from start: Int) -> Range<Int> {
    var end = start + 1
    while end < tokens.endIndex {
      if tokens[end - 1].shape.contains(.possessive) { break }
      if isAdjacent(tokens[end]), isCandidate(tokens[end]) {
        end += 1
        continue
      }
      if let next = afterParticles(tokens, end) ?? afterNickname(tokens, end) {
        end = next
        continue
      }
      break
    }
    return start..<end
  }

  /// `de la` before a capital: the index after that capital.
  private func afterParticles(_ tokens: ArraySlice<WordToken>, _ start: Int) -> Int? {
    var index = start
    while index < tokens.endIndex, index < start + 3, isAdjacent(tokens[index]),
      !tokens[index].shape.contains(.capital), facts(tokens[index]).classes.contains(.particle),
      !tokens[index].shape.contains(.possessive)
    {
      index += 1
    }
    guard index > start, index < tokens.endIndex, isAdjacent(tokens[index]),
      isCandidate(tokens[index])
    else { return nil }
    return index + 1
  }

  /// `“Nick” Family` after a given name: the index after the family name.
  private func afterNickname(_ tokens: ArraySlice<WordToken>, _ start: Int) -> Int? {
    guard start + 1 < tokens.endIndex, tokens[start].gap == [.space, .openQuote],
      tokens[start].shape.contains(.capital),
      !facts(tokens[start - 1]).classes.contains(.speechVerb),
      tokens[start + 1].gap == [.space, .closeQuote], isCandidate(tokens[start + 1])
    else { return nil }
    return start + 2
  }
}

/// Counts what the surroundings of capital words tell, by the book's word numbers.
struct EvidenceGatherer {
  let reader: NameReader
  var counts: [UInt32]

  init(reader: NameReader) {
    self.reader = reader
    counts = [UInt32](repeating: 0, count: reader.words.table.count * Vocabulary.stride)
  }

  mutating func gather(_ tokens: ArraySlice<WordToken>) {
    for index in tokens.indices where tokens[index].shape.contains(.capital) {
      guard reader.isCandidate(tokens[index]) else { continue }
      gather(tokens, index)
    }
  }

  private mutating func gather(_ tokens: ArraySlice<WordToken>, _ index: Int) {
    let token = tokens[index]
    let base = Int(token.word) * Vocabulary.stride
    func add(_ kind: Evidence) { counts[base + kind.rawValue] &+= 1 }
    if token.shape.contains(.allCapitals) { add(.allCapitals) }
    let free = token.shape.isDisjoint(with: [.sentenceStart, .headline])
    add(free ? .capitalWithin : .capitalAtStart)
    if token.shape.contains(.possessive) { add(.possessive) }
    let next = index + 1 < tokens.endIndex ? tokens[index + 1] : nil
    if index > tokens.startIndex { gatherBefore(tokens[index - 1], token, next, base) }
    guard let next, !token.shape.contains(.possessive) else { return }
    guard reader.isAdjacent(next) else { return }
    let facts = reader.facts(next)
    if next.shape.contains(.capital), reader.isCandidate(next) {
      add(.beforeCapital)
      if !facts.classes.isDisjoint(with: [.placeHead, .bodyHead]), facts.given < 3 {
        add(.beforeHead)
      }
    } else {
      if facts.classes.contains(.speechVerb) { add(.speech) }
      if facts.classes.contains(.verb) { add(.beforeVerb) }
    }
  }

  private mutating func gatherBefore(
    _ previous: WordToken, _ token: WordToken, _ next: WordToken?, _ base: Int
  ) {
    func add(_ kind: Evidence) { counts[base + kind.rawValue] &+= 1 }
    if token.shape.contains(.spoken), let next,
      !token.gap.isDisjoint(with: [.comma, .openQuote]),
      !next.gap.isDisjoint(with: [.comma, .shout])
    {
      add(.vocative)
    }
    guard reader.isAdjacent(token), !previous.shape.contains(.possessive) else { return }
    let facts = reader.facts(previous)
    if previous.shape.contains(.capital), reader.isCandidate(previous) {
      if !facts.classes.isDisjoint(with: [.maleTitle, .femaleTitle, .rank, .maleKin, .femaleKin]) {
        add(.afterTitle)
      } else {
        add(.afterCapital)
        if facts.given > 2 || previous.shape.contains(.initial) { add(.afterGiven) }
      }
    } else {
      if facts.classes.contains(.speechVerb) { add(.speech) }
      if facts.classes.contains(.insidePreposition) { add(.afterInsidePreposition) }
      if facts.classes.contains(.placePreposition) { add(.afterPlacePreposition) }
      if facts.classes.contains(.determiner) { add(.afterDeterminer) }
      if !facts.classes.isDisjoint(with: [.relation, .epithet]) { add(.afterRelation) }
    }
  }
}
