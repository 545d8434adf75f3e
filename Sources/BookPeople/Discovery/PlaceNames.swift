import BookLanguage
import BookModel
import BookWords

// Places and ideas among the names found: told by their words, or by how the whole book speaks of
// them. "At Shiloh", "in St. Louis": nobody is written of so.

/// Judges whether what was taken for a person is a place.
struct PlaceJudge {
  let words: Vocabulary
  let inside: Set<UInt32>
  let at: UInt32?
  let of: UInt32?
  let the: UInt32?
  private let heads: Set<UInt32>
  private let looks: Set<UInt32>
  let saints: Set<UInt32>
  let towards: Set<UInt32>
  let owners: Set<UInt32>
  let deeds: Set<UInt32>

  init(words: Vocabulary) {
    self.words = words
    func numbers(_ text: String) -> Set<UInt32> {
      Set(
        text.split { $0 == " " || $0 == "\n" }
          .compactMap { words.table.find(WordHash.of(String($0))) })
    }
    inside = numbers(NameCueWords.insidePlace)
    heads = numbers(NameCueWords.headsOfPlace)
    looks = numbers(NameCueWords.looks)
    saints = numbers(NameCueWords.saints)
    towards = numbers(NameCueWords.towardsPlace)
    owners = numbers(NameCueWords.owners)
    deeds = numbers(NameCueWords.actions).subtracting(
      numbers(NameCueWords.deedsOfThings.joined(separator: " ")))
    at = words.table.find(WordHash.of("at"))
    of = words.table.find(WordHash.of("of"))
    the = words.table.find(WordHash.of("the"))
  }

  /// Adds one place.
  func add(
    _ name: FoundName, _ form: FoundForm, _ tokens: ArraySlice<WordToken>, to tally: inout Tally
  ) {
    tally.count += 1
    addSurroundings(name, form, tokens, to: &tally)
    if !form.titles.isEmpty || !form.seat.isEmpty || form.suffix != nil || form.isFamilyGroup {
      tally.isOpen = false
    }
    if let given = form.given.first, isGiven(given) { tally.isOpen = false }
    // Georgia and Virginia may be either: the book tells.
    if let bare = form.bare, isGiven(bare), !isAcronym(tokens[name.tokens.lowerBound]),
      !words.facts[Int(bare)].classes.contains(.place)
    {
      tally.isOpen = false
    }
    guard tally.isOpen else { return }
    let first = name.tokens.lowerBound
    let facts = words.facts[Int(tokens[first].word)]
    if name.tokens.count > 1 || facts.isName { tally.isUnknown = false }
    if name.tokens.count > 1 || !facts.classes.contains(.place) || facts.given > 2
      || facts.family > 4
    {
      tally.isCountry = false
    }
    if name.tokens.count == 1, tokens[first].shape.contains(.allCapitals),
      !tokens[first].shape.contains(.headline)
    {
      tally.shouted += 1
    }
    // "At St. Michael's": a place under the saint's name.
    if name.tokens.count == 2, saints.contains(tokens[first].word),
      tokens[name.tokens.upperBound - 1].shape.contains(.possessive)
    {
      tally.placed += 1
      tally.isSaintly = true
      return
    }
    if let bare = form.bare, isGiven(bare) { tally.isBorne = true }
    // "Atlanta, Georgia".
    if first > tokens.startIndex, name.tokens.count == 1, facts.classes.contains(.place),
      tokens[first].gap == [.space, .comma],
      words.facts[Int(tokens[first - 1].word)].classes.contains(.place)
    {
      tally.placed += 1
      return
    }
    // "In Giotto's time", "at Klein's": a time or a house of his.
    guard first > tokens.startIndex, tokens[first].gap == .space,
      !tokens[name.tokens.upperBound - 1].shape.contains(.possessive)
    else { return }
    let previous = tokens[first - 1]
    if name.tokens.count == 1, facts.classes.contains(.place), previous.word == of {
      tally.placed += 0.6
      return
    }
    if inside.contains(previous.word) {
      tally.placed += 1
    } else if previous.word == at {
      // "Looked at Heathcliff" is another matter.
      let isObject = first - 2 >= tokens.startIndex && isVerb(tokens[first - 2].word)
      if !isObject { tally.placed += 0.6 }
    } else if previous.word == of, first - 2 >= tokens.startIndex,
      heads.contains(tokens[first - 2].word)
    {
      tally.placed += 1
    }
  }

  /// Whether the book speaks of it as of a place.
  func isPlace(_ tally: Tally) -> Bool {
    if isNobody(tally) { return true }
    guard tally.isOpen else { return false }
    if tally.shouted == tally.count || tally.isCountry && tally.count > 1 { return true }
    if tally.isSaintly, tally.placed >= tally.count * 0.5 { return true }
    // "At Joyent": of a word that is nobody's name once is enough.
    if tally.isUnknown, tally.placed >= 0.6, tally.placed >= tally.count * 0.3 { return true }
    let share: Float = tally.isBorne ? 0.5 : 0.25
    return tally.count > 1 && tally.placed >= tally.count * share && tally.placed > 1
  }

  private func isAcronym(_ token: WordToken) -> Bool {
    token.shape.contains(.allCapitals) && !token.shape.contains(.headline)
  }

  /// `DTrace`, `SmartOS`: capitals as no name has them.
  static func isBrand(_ token: WordToken, _ text: [UInt8]) -> Bool {
    let start = max(0, Int(token.start))
    let end = min(text.count, Int(token.end))
    guard end - start > 3, token.shape.contains(.innerCapital), !token.shape.contains(.nonASCII)
    else { return false }
    let letters = text[start..<end]
    func isCapital(_ byte: UInt8) -> Bool { byte &- 65 < 26 }
    let opens = letters.prefix(2).allSatisfy(isCapital)
    let closes = letters.suffix(2).allSatisfy(isCapital)
    return (opens || closes) && letters.contains { $0 &- 97 < 26 }
  }

  /// `Fort Fisher`, `Near Camp Jackson`, `Christianity`: told by the words, however much of a name
  /// they hold.
  func isThing(_ tokens: ArraySlice<WordToken>, _ text: [UInt8]) -> Bool {
    guard let last = tokens.last else { return false }
    if tokens.count == 1, Self.isBrand(last, text) { return true }
    if isPlaceOfWords(tokens) || tokens.count > 1 && isIdea(tokens) { return true }
    // "New Orleans", "South Carolina": the lexicon has both halves.
    if tokens.count == 2, let first = tokens.first.map({ words.facts[Int($0.word)] }),
      first.classes.contains(.placeBegin), first.classes.isDisjoint(with: [.particle, .function]),
      first.given == 0, words.facts[Int(last.word)].classes.contains(.placeEnd)
    {
      return true
    }
    for token in tokens.dropLast() {
      let facts = words.facts[Int(token.word)]
      if facts.classes.contains(.placeHead), facts.classes.isDisjoint(with: [.particle, .rank]),
        facts.given == 0, facts.common > 0 || !facts.isName
      {
        return true
      }
      let isPlain =
        facts.classes.contains(.function)
        || !facts.classes.isDisjoint(
          with: [.placePreposition, .insidePreposition, .linkWord])
      if !isPlain || facts.isName && facts.given > 2 { return false }
    }
    return tokens.count == 1 && isIdea(last)
  }

  // "Communism", "True Communism": what stands before it is nobody's given name.
  private func isIdea(_ tokens: ArraySlice<WordToken>) -> Bool {
    guard let last = tokens.last, isIdea(last) else { return false }
    return tokens.dropLast().allSatisfy {
      let facts = words.facts[Int($0.word)]
      return facts.given == 0 && facts.common > 0
        && facts.classes.isDisjoint(with: WordClasses.title.union(.kin))
    }
  }

  private func isIdea(_ token: WordToken) -> Bool {
    let facts = words.facts[Int(token.word)]
    guard facts.given == 0, facts.family < 3 else { return false }
    let letters = words.spelling(token.word)
    return Self.ideaEndings.contains {
      letters.count > $0.count + 3 && letters.suffix($0.count).elementsEqual($0)
    }
  }

  /// `Des Moines`, `Fond du Lac`: a place of the lexicon, word for word.
  private func isPlaceOfWords(_ tokens: ArraySlice<WordToken>) -> Bool {
    // What begins as somebody's name is looked up for nothing.
    guard (2...Self.mostWordsOfPlace).contains(tokens.count), let first = tokens.first,
      words.facts[Int(first.word)].given < Self.mostGiven
    else { return false }
    let letters = Array(tokens.map { words.spelling($0.word) }.joined(separator: [0x5F]))
    return letters.withUnsafeBufferPointer { wordFacts($0).classes.contains(.place) }
  }

  private static let mostWordsOfPlace = 3
  /// From which level on a word is a usual given name.
  private static let mostGiven: UInt8 = 5

  func isVerb(_ word: UInt32) -> Bool {
    let classes = words.facts[Int(word)].classes
    if !classes.isDisjoint(with: [.verb, .speechVerb]) || looks.contains(word) { return true }
    let letters = words.spelling(word)
    return letters.count > 4
      && (letters.suffix(2).elementsEqual("ed".utf8) || letters.suffix(3).elementsEqual("ing".utf8))
  }

  private func isGiven(_ word: UInt32) -> Bool { words.facts[Int(word)].given >= 5 }

  private static let ideaEndings: [[UInt8]] = NameCueWords.ideaEndings.map { Array($0.utf8) }
}
