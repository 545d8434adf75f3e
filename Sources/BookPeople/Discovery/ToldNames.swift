import BookLanguage
import BookModel
import BookWords

// Names that their words alone do not show, and what stands around them does: "Burns, Tannahill,
// Ramsey and Hogg", "one Keimer", "Xenophon's *Memorable Things*".

extension BookScan {
  /// Adds the names that their neighbours give away, and is surer of those that were found so.
  mutating func addToldNames(_ chapters: [ParsedChapter]) {
    let teller = NameTeller(words: words)
    var all: [FoundName] = []
    all.reserveCapacity(names.count + doubtful.count / 4)
    var (nextName, nextDoubtful) = (0, 0)
    for (number, chapter) in self.chapters.enumerated() {
      let (first, firstDoubtful) = (nextName, nextDoubtful)
      while nextName < names.count, names[nextName].chapter == number { nextName += 1 }
      while nextDoubtful < doubtful.count, doubtful[nextDoubtful].chapter == number {
        nextDoubtful += 1
      }
      all += teller.names(
        names[first..<nextName], doubtful[firstDoubtful..<nextDoubtful], chapter, chapters[number])
    }
    names = all
    doubtful = []
  }
}

/// Judges names by what stands around them.
struct NameTeller {
  private let words: Vocabulary
  private let reader: NameReader
  private let joints: Set<UInt32>
  private let introducing: Set<UInt32>
  private let reading: Set<UInt32>
  /// How sure a name is that its place tells.
  static let told: Float = 0.65
  /// How many names make a list without "and".
  private static let longList = 4
  /// How sure the one must be beside whom another is somebody.
  private static let sureNeighbour: Float = 0.8
  /// How nearly a word is a name by itself that stands beside one other.
  private static let nearlyName: Float = 0.2
  /// How much of a given name a word is that a list makes one.
  private static let givenAtLeast: UInt8 = 3
  /// How nearly a given name with a family name is a name, and how sure it is then.
  private static let nearlyFull: Float = 0.25
  private static let full: Float = 0.5
  private static let usualGiven: UInt8 = 6

  init(words: Vocabulary) {
    self.words = words
    reader = NameReader(words: words)
    func numbers(_ texts: Set<String>) -> Set<UInt32> {
      Set(texts.compactMap { words.table.find(WordHash.of($0)) })
    }
    joints = numbers(NameCueWords.joints)
    introducing = numbers(NameCueWords.introducing)
    reading = numbers(NameCueWords.reading)
  }

  /// A name, or a word that may be one.
  private struct Part {
    var name: FoundName
    var isSure: Bool
    var isTold = false
    /// Whether "and" sets somebody sure beside it.
    var isBesideSomebody = false
  }

  /// The names of a chapter: all that were found, and those of the doubtful that are told.
  func names(
    _ sure: ArraySlice<FoundName>, _ doubtful: ArraySlice<FoundName>, _ chapter: ChapterWords,
    _ text: ParsedChapter
  ) -> [FoundName] {
    var parts = sure.map { Part(name: $0, isSure: true) }
    let taken = Set(sure.flatMap { Array($0.tokens) })
    parts += doubtful.filter { taken.isDisjoint(with: $0.tokens) }
      .map { Part(name: $0, isSure: false) }
    let long = Set(sure.filter { $0.tokens.count > 1 }.flatMap { Array($0.tokens) })
    let added = namesWithInitials(chapter, beside: long, number: sure.first?.chapter ?? 0)
    let within = Set(added.flatMap { Array($0.tokens) })
    parts.removeAll { !within.isDisjoint(with: $0.name.tokens) }
    parts += added.map { Part(name: $0, isSure: true) }
    parts.sort { $0.name.tokens.lowerBound < $1.name.tokens.lowerBound }
    let works = EmphasisedRanges(text)
    for index in parts.indices {
      if isIntroduced(parts[index].name, chapter.leaf(parts[index].name.leaf), works) {
        parts[index].isTold = true
      }
    }
    tellLists(&parts, chapter)
    return parts.compactMap { part in
      var name = part.name
      name.isTold = part.isTold || part.isBesideSomebody
      if part.isTold {
        name.confidence = max(name.confidence, name.tokens.count > 1 ? Self.full : Self.told)
      } else if !part.isSure {
        guard isNearlyFull(name, chapter.tokens) else { return nil }
        name.confidence = Self.full
      }
      return name
    }
  }

  // "Robert A. Woods", though there are woods in the book.
  private func namesWithInitials(
    _ chapter: ChapterWords, beside taken: Set<Int>, number: Int
  ) -> [FoundName] {
    var names: [FoundName] = []
    for leaf in 0..<chapter.leafCount {
      let tokens = chapter.leaf(leaf)
      for index in tokens.indices.dropFirst().dropLast()
      where tokens[index].shape.contains(.initial) && tokens[index].gap == .space {
        let name = index - 1..<index + 2
        let last = reader.facts(tokens[index + 1])
        guard reader.facts(tokens[index - 1]).given >= Self.usualGiven,
          tokens[index - 1].shape.contains(.capital),
          tokens[index + 1].shape.contains(.capital), tokens[index + 1].gap == .space,
          last.family > last.common, taken.isDisjoint(with: name)
        else { continue }
        names.append(
          FoundName(chapter: number, leaf: leaf, tokens: name, confidence: Self.full))
      }
    }
    return names
  }

  // "D.O. Mills", "Garrison West".
  private func isNearlyFull(_ name: FoundName, _ tokens: [WordToken]) -> Bool {
    guard name.tokens.count > 1, name.confidence >= Self.nearlyFull else { return false }
    let first = tokens[name.tokens.lowerBound]
    let last = reader.facts(tokens[name.tokens.upperBound - 1])
    guard first.shape.contains(.initial) || reader.facts(first).given >= Self.usualGiven,
      first.shape.isDisjoint(with: [.headline, .allCapitals]) || first.shape.contains(.initial)
    else { return false }
    return last.family > 0 && last.common < last.family
      && last.classes.isDisjoint(with: [.place, .bodyHead, .demonym, .calendar, .deity, .title])
  }

  // MARK: - Cues

  // "One Keimer", "the poet Yeats", "I read Sombart", "Plutarch's *Lives*".
  private func isIntroduced(
    _ name: FoundName, _ leaf: ArraySlice<WordToken>, _ works: EmphasisedRanges
  ) -> Bool {
    guard name.tokens.count == 1, name.seat == nil else { return false }
    let place = name.tokens.lowerBound
    let token = leaf[place]
    if token.shape.contains(.possessive), place + 1 < leaf.endIndex, mayBeName(token, opening: true)
    {
      let next = leaf[place + 1]
      if works.begins(at: Int(next.start)) { return true }
      if next.gap.contains(.openQuote), next.shape.contains(.capital) { return true }
    }
    guard mayBeName(token) else { return false }
    guard place > leaf.startIndex, token.gap == .space else { return false }
    let before = leaf[place - 1]
    if before.shape.contains(.capital) { return false }
    if introducing.contains(before.word) || reading.contains(before.word) { return true }
    return !token.shape.contains(.possessive)
      && reader.facts(before).classes.contains(.relation)
  }

  // MARK: - Lists

  // "Of Scott, Ramsey, Tannahill, Hogg, and Fergusson": where some are people, all are.
  private func tellLists(_ parts: inout [Part], _ chapter: ChapterWords) {
    let starts = Dictionary(
      parts.indices.map { (parts[$0].name.tokens.lowerBound, $0) }, uniquingKeysWith: { $1 })
    var added: [Part] = []
    var done = 0
    for index in parts.indices where parts[index].name.tokens.lowerBound >= done {
      let leaf = chapter.leaf(parts[index].name.leaf)
      var list: [Part] = [parts[index]]
      var known: [Int?] = [index]
      var isJoined = false
      var isOpen = true
      while isOpen, let (next, joined) = nextPlace(list[list.count - 1].name.tokens, leaf) {
        isJoined = isJoined || joined
        if let other = starts[next] {
          list.append(parts[other])
          known.append(other)
        } else if isAlone(next, leaf), mayBeName(leaf[next]) || isGiven(leaf[next]) {
          var name = list[0].name
          (name.tokens, name.confidence) = (next..<next + 1, 0)
          (name.seat, name.family) = (nil, nil)
          list.append(Part(name: name, isSure: false))
          known.append(nil)
        } else {
          // Among places nobody is told.
          isJoined = false
          isOpen = false
        }
      }
      done = list[list.count - 1].name.tokens.upperBound
      if isJoined, list.contains(where: { $0.isSure && $0.name.confidence >= Self.sureNeighbour }),
        !isBehindPlace(list[0].name.tokens.lowerBound, leaf)
      {
        for place in known.compactMap(\.self) { parts[place].isBesideSomebody = true }
      }
      guard isJoined || isOpen && list.count >= Self.longList, isOfPeople(list, leaf),
        !isBehindPlace(list[0].name.tokens.lowerBound, leaf)
      else { continue }
      for (part, place) in zip(list, known) {
        if let place {
          let first = leaf[part.name.tokens.lowerBound]
          if part.name.tokens.count > 1 || mayBeName(first) || isGiven(first) {
            parts[place].isTold = true
          }
        } else {
          var part = part
          part.isTold = true
          added.append(part)
        }
      }
    }
    guard !added.isEmpty else { return }
    parts += added
    parts.sort { $0.name.tokens.lowerBound < $1.name.tokens.lowerBound }
  }

  // Where the list goes on behind a name, and whether "and" stands there.
  private func nextPlace(
    _ name: Range<Int>, _ leaf: ArraySlice<WordToken>
  ) -> (place: Int, isJoined: Bool)? {
    let end = name.upperBound
    guard end < leaf.endIndex, !leaf[end - 1].shape.contains(.possessive) else { return nil }
    let isComma = leaf[end].gap == [.space, .comma]
    guard isComma || leaf[end].gap == .space else { return nil }
    if joints.contains(leaf[end].word) {
      guard end + 1 < leaf.endIndex, leaf[end + 1].gap == .space,
        leaf[end + 1].shape.contains(.capital)
      else { return nil }
      return (end + 1, true)
    }
    return isComma && leaf[end].shape.contains(.capital) ? (end, false) : nil
  }

  private func isOfPeople(_ list: [Part], _ leaf: ArraySlice<WordToken>) -> Bool {
    let sure = list.filter(\.isSure)
    guard sure.count < list.count || sure.contains(where: { $0.name.confidence < Self.told }),
      let surest = sure.map(\.name.confidence).max(), surest >= Self.sureNeighbour
    else { return false }
    let isFull = sure.contains { part in
      part.name.tokens.contains { reader.words.facts[Int(leaf[$0].word)].given > 4 }
        || part.name.tokens.count > 1
    }
    if list.count > 2 { return isFull || sure.count * 2 >= list.count }
    return isFull || list.allSatisfy { $0.name.confidence >= Self.nearlyName }
  }

  // Rich, of Peter, Isaac, Rich and Jake.
  private func isGiven(_ token: WordToken) -> Bool {
    let facts = reader.facts(token)
    return facts.given >= Self.givenAtLeast && facts.classes.isEmpty
      && token.shape.isDisjoint(with: [.allCapitals, .sentenceStart, .headline])
  }

  // "Via Rocky Springs, Utica and Raymond": the head of the list tells.
  private func isBehindPlace(_ place: Int, _ leaf: ArraySlice<WordToken>) -> Bool {
    var place = place
    while place > leaf.startIndex {
      let before = reader.facts(leaf[place - 1]).classes
      let isCapital = leaf[place - 1].shape.contains(.capital)
      if leaf[place].gap == .space, !isCapital { return before.contains(.insidePreposition) }
      guard isCapital, leaf[place].gap == .space || leaf[place].gap == [.space, .comma],
        before.isDisjoint(with: [.place, .placeHead])
      else { return isCapital && !before.isDisjoint(with: [.place, .placeHead]) }
      place -= 1
    }
    return false
  }

  /// One capital word with none beside it.
  private func isAlone(_ place: Int, _ leaf: ArraySlice<WordToken>) -> Bool {
    guard place + 1 < leaf.endIndex, leaf[place + 1].gap == .space else { return true }
    return leaf[place].shape.contains(.possessive) || !leaf[place + 1].shape.contains(.capital)
  }

  /// A capital word that has no other sense.
  private func mayBeName(_ token: WordToken, opening: Bool = false) -> Bool {
    guard token.shape.contains(.capital),
      token.shape.isDisjoint(with: [.allCapitals, .headline, .digit]),
      opening || !token.shape.contains(.sentenceStart),
      reader.isCandidate(token), words.lower[Int(token.word)] == 0,
      words.singular[Int(token.word)] == .max, !isPhrase(token)
    else { return false }
    return reader.facts(token).classes.isDisjoint(
      with: [.place, .placeHead, .bodyHead, .demonym, .calendar, .deity, .title, .kin])
  }

  // "Church-of-England", which nobody is called.
  private func isPhrase(_ token: WordToken) -> Bool {
    token.shape.contains(.hyphen)
      && words.spelling(token.word).split(separator: UInt8(ascii: "-")).count > 2
  }
}
