import BookLanguage
import BookModel
import BookWords

// Places, works and things among the names found, told by what stands around them all over the
// book: where one goes to and nobody acts.

extension PlaceJudge {
  /// Counts for and against, over all places where somebody is named.
  struct Tally {
    var count: Float = 0
    var placed: Float = 0
    /// Whether nothing but the words themselves speaks for a person.
    var isOpen = true
    /// How often it stands in capitals amid other words: `LISA`.
    var shouted: Float = 0
    /// A word that is nobody's name as far as the lexicon knows.
    var isUnknown = true
    /// A country or a town of the lexicon, that hardly anybody is called.
    var isCountry = true
    /// A saint's name, and one with a possessive.
    var isSaint = false
    var isSaintly = false
    /// A place whose name people bear: Georgia, Virginia.
    var isBorne = false
    /// Whether it stands without any title, by which places are not called.
    var isUntitled = true
    /// How often it stands where a place does, or somebody to whom one goes.
    var led: Float = 0
    /// How often it stands within a place or at one.
    var entered: Float = 0
    /// How often it does, says or owns something.
    var acts: Float = 0
    /// How often a place or a thing has its name from it: `Crump's Landing`.
    var heads: Float = 0
    /// How often it is set off as the title of a work or the name of a ship is.
    var emphasised: Float = 0
    /// How often it opens a sentence, as a common word may too.
    var opens: Float = 0
    /// Whether the book has the word in small letters.
    var isCommon = true
    /// Whether the lexicon has it as a common word and as nobody's name.
    var isPlain = true
    /// How often "my", "our" or an article stands before it.
    var owned: Float = 0
    /// How often a figure stands behind it, as behind a book of the Bible.
    var cited: Float = 0
    /// How often "the" stands before it, as before the name of a ship.
    var articled: Float = 0
    /// Whether it is two words and more wherever it stands.
    var isPhrase = true
    /// A name whose last word heads places, after a word that hardly anybody is called: `Lincoln
    /// Park`.
    var isHeaded = false
  }

  // What stands around a name, whatever its words are.
  func addSurroundings(
    _ name: FoundName, _ form: FoundForm, _ tokens: ArraySlice<WordToken>, to tally: inout Tally
  ) {
    let (first, end) = (name.tokens.lowerBound, name.tokens.upperBound)
    let isSaint = saints.contains(tokens[first].word)
    if !form.titles.isEmpty && !isSaint || !form.seat.isEmpty || form.suffix != nil
      || form.isFamilyGroup || name.family != nil
    {
      tally.isUntitled = false
    }
    // "J. S. Morgan", and Robert Burns who is Burns elsewhere.
    if name.tokens.count > 1, !isSaint,
      name.tokens.contains(where: { tokens[$0].shape.contains(.initial) })
        || words.facts[Int(tokens[first].word)].given >= Self.usualGiven
          && !isOnlyHere(tokens[end - 1].word)
    {
      tally.isUntitled = false
    }
    guard tally.isUntitled else { return }
    if isSaint { tally.isSaint = true }
    if name.tokens.count == 1 { tally.isPhrase = false }
    let facts = words.facts[Int(tokens[first].word)]
    if name.tokens.count > 1 || words.lower[Int(tokens[first].word)] == 0 { tally.isCommon = false }
    if facts.common == 0 || facts.isName { tally.isPlain = false }
    if name.tokens.count == 2, NameNeighbours.isPlaceHead(spelling(tokens[end - 1])),
      words.facts[Int(tokens[first].word)].given < Self.usualGiven
    {
      tally.isHeaded = true
    }
    if tokens[first].shape.contains(.sentenceStart) || tokens[first].shape.contains(.headline) {
      tally.opens += 1
    }
    let isOwner = tokens[end - 1].shape.contains(.possessive)
    if end < tokens.endIndex, tokens[end].gap == .space {
      if tokens[end].shape.contains(.digit) { tally.cited += 1 }
      let isHead =
        tokens[end].shape.contains(.capital)
        && !words.facts[Int(tokens[end].word)].classes.isDisjoint(with: [.placeHead])
      if isHead { tally.heads += 1 }
      let isDeed = deeds.contains(tokens[end].word) || isPast(tokens[end])
      if isOwner ? !isHead : isDeed { tally.acts += 1 }
    } else if isOwner {
      tally.acts += 1
    }
    guard first > tokens.startIndex, tokens[first].gap == .space else { return }
    let before = tokens[first - 1]
    if isOwned(first, tokens), isOnlyHere(tokens[end - 1].word) { tally.owned += 1 }
    if tally.isHeaded, before.word == of { tally.led += 1 }
    guard !isOwner else { return }
    // "The Peter Jackson that used to live there" is somebody.
    let isCalled = name.tokens.count > 1 && facts.given >= Self.usualGiven
    if before.word == the, !isCalled, !behindWhichAThing(end, tokens) { tally.articled += 1 }
    if towards.contains(before.word) { tally.led += 1 }
    let isObject = first - 2 >= tokens.startIndex && isVerb(tokens[first - 2].word)
    if inside.contains(before.word) || before.word == at && !isObject {
      tally.led += 1
      tally.entered += 1
    }
    let classes = words.facts[Int(before.word)].classes
    if classes.contains(.speechVerb) || classes.contains(.relation) { tally.acts += 1 }
  }

  // "The Cope collection": what stands behind the name has the article.
  private func behindWhichAThing(_ end: Int, _ tokens: ArraySlice<WordToken>) -> Bool {
    guard end < tokens.endIndex, tokens[end].gap == .space else { return false }
    let classes = words.facts[Int(tokens[end].word)].classes
    return classes.isDisjoint(with: [.function, .verb, .speechVerb, .linkWord, .placePreposition])
      && !isPast(tokens[end])
  }

  // "My Alma Mater", "his only Alma Mater"; not "my brother John Berg".
  private func isOwned(_ first: Int, _ tokens: ArraySlice<WordToken>) -> Bool {
    let before = tokens[first - 1]
    if owners.contains(before.word) { return true }
    guard first - 2 >= tokens.startIndex, before.gap == .space, !before.shape.contains(.capital)
    else { return false }
    return owners.contains(tokens[first - 2].word)
      && words.facts[Int(before.word)].classes.isDisjoint(with: [.relation, .epithet])
  }

  /// Whether a word stands nowhere with a capital but in one phrase or alone.
  private func isOnlyHere(_ word: UInt32) -> Bool {
    let capitals = words.count(.capitalWithin, word) + words.count(.capitalAtStart, word)
    return capitals <= words.count(.afterCapital, word) || words.facts[Int(word)] == WordFacts()
  }

  // "Returned", "asked": in small letters behind a name.
  private func isPast(_ token: WordToken) -> Bool {
    let letters = words.spelling(token.word)
    return !token.shape.contains(.capital) && letters.count > 4
      && letters.suffix(2).elementsEqual(NameCueWords.pastEnding.utf8)
  }

  private func spelling(_ token: WordToken) -> String {
    let letters = words.spelling(token.word)
    return String(decoding: letters.prefix(1), as: UTF8.self).uppercased()
      + String(decoding: letters.dropFirst(), as: UTF8.self)
  }

  /// From which level on a word is a usual given name.
  private static let usualGiven: UInt8 = 6
  /// How often a place is named before its surroundings tell, and how often to be sure of it.
  private static let fewPlaces: Float = 3
  private static let manyPlaces: Float = 8
  /// The share of places where one goes, and where one is, of what is a place.
  private static let ledShare: Float = 0.3
  private static let enteredShare: Float = 0.15
  private static let ledShareOfPhrase: Float = 0.12
  /// The share of places with "the" before it, of what nobody is called.
  private static let articledShare: Float = 0.5
  /// The share of places with a figure behind it, of what is cited.
  private static let citedShare: Float = 0.5
  /// Of the places of somebody, how many say that he acts: one in so many at least.
  private static let oneInActs: Float = 12

  /// Whether nobody is written of as this is all over the book.
  func isNobody(_ tally: Tally) -> Bool {
    guard tally.isUntitled else { return false }
    // "Isaiah 55.8", a book.
    if tally.cited >= tally.count * Self.citedShare { return true }
    // "The Terra Nova", a ship.
    if tally.articled >= tally.count * Self.articledShare { return true }
    // *Pamela*, the sloop *Annis*.
    if tally.emphasised == tally.count { return true }
    // "See Diary".
    if tally.isCommon, tally.isPlain, tally.acts * Self.oneInActs < tally.count { return true }
    if tally.acts == 0 {
      // "To Lincoln Park", "at St. Louis".
      if (tally.isHeaded || tally.isSaint) && tally.led >= 1 { return true }
      // Temperance, Chastity: words of a list of virtues.
      if tally.isCommon, tally.opens == tally.count { return true }
      // "Our Alma Mater", "the young Agitator".
      if tally.owned == tally.count { return true }
      // "Crump's Landing".
      if tally.heads == tally.count, tally.count > 1 { return true }
      if tally.count >= Self.fewPlaces, tally.led > 1, tally.led >= tally.count * Self.ledShare {
        return true
      }
    }
    return tally.count >= Self.manyPlaces && tally.acts * Self.oneInActs < tally.count
      && (tally.entered > 1 && tally.entered >= tally.count * Self.enteredShare
        || tally.led > 1 && tally.led >= tally.count * Self.ledShare
        // "To Vera Cruz", "at Corpus Christi": whoever is called by two words all over a book acts.
        || tally.isPhrase && tally.led >= tally.count * Self.ledShareOfPhrase)
  }
}
