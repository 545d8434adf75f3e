import BookLanguage
import BookModel
import BookWords

// Words with a capital that stand before a name and are no part of it: "the 1st of June Anderson
// came", "At Knoxville Bragg waited", "Subsequently Forrest", "my dear Double-Chinned Brown".

extension BookScan {
  /// Takes off the words that names began with too early.
  mutating func trimNames() {
    let trimmer = LeadingWords(words: words)
    for index in names.indices {
      let chapter = chapters[names[index].chapter]
      let leaf = chapter.leaf(names[index].leaf)
      let name = trimmer.name(in: names[index], leaf)
      let end = trimmer.familyEnd(of: name, leaf)
      let isTaken =
        index + 1 < names.count && names[index + 1].chapter == names[index].chapter
        && names[index + 1].tokens.contains(name.upperBound)
      names[index].tokens = name.lowerBound..<(isTaken ? name.upperBound : end)
    }
    let texts = chapters
    names.removeAll {
      $0.seat == nil && trimmer.isPlace($0.tokens, texts[$0.chapter].leaf($0.leaf))
    }
  }
}

/// Tells where among its words a name begins.
struct LeadingWords {
  private let words: Vocabulary
  private let beforeTime: Set<UInt32>
  private let beforePlace: Set<UInt32>
  private let of: UInt32?
  /// How much of a given name, and of a family name, a word may be that stands before one.
  private static let givenAtMost: UInt8 = 2
  private static let familyAtMost: UInt8 = 4
  /// How usual a word of a headline is that stands before a name.
  private static let commonAtLeast: UInt8 = 3
  /// How often a word stands where a place does before it counts as one without the lexicon.
  private static let placesAtLeast: Float = 2
  private static let surelyPlaces: Float = 5

  init(words: Vocabulary) {
    self.words = words
    func numbers(_ texts: Set<String>) -> Set<UInt32> {
      Set(texts.compactMap { words.table.find(WordHash.of($0)) })
    }
    beforeTime = numbers(NameCueWords.beforeTime)
    beforePlace = numbers(NameCueWords.beforePlace)
    of = words.table.find(WordHash.of("of"))
  }

  /// The words of `found` without those that lead to it.
  func name(in found: FoundName, _ leaf: ArraySlice<WordToken>) -> Range<Int> {
    var tokens = found.tokens
    guard found.seat == nil, found.family == nil else { return tokens }
    while tokens.count > 1, leads(tokens, leaf) {
      tokens = tokens.lowerBound + 1..<tokens.upperBound
    }
    // "Principal Frissell of Hampton", "Vice-Admiral of England": where somebody is from, or what he
    // is over, is no family name.
    if let end = tokens.dropFirst().first(where: { leaf[$0].word == of }) {
      tokens = tokens.lowerBound..<end
    }
    return tokens
  }

  /// "To Hyde Park", "of Trinity Hall": a place by its head, where one is on the way to it or there.
  func isPlace(_ name: Range<Int>, _ leaf: ArraySlice<WordToken>) -> Bool {
    guard name.count == 2, name.lowerBound > leaf.startIndex, leaf[name.lowerBound].gap == .space
    else { return false }
    let first = words.facts[Int(leaf[name.lowerBound].word)]
    let last = words.facts[Int(leaf[name.lowerBound + 1].word)]
    let before = leaf[name.lowerBound - 1].word
    return last.classes.contains(.placeHead) && last.given <= Self.givenAtMost
      && first.given <= Self.givenOfPlace
      && first.classes.isDisjoint(with: WordClasses.title.union(.kin))
      && !leaf[name.lowerBound].shape.contains(.initial)
      && (beforePlace.contains(before) || before == of)
  }

  /// How much of a given name the first word of a place may be.
  private static let givenOfPlace: UInt8 = 5

  /// Where a name ends whose family name heads places too: "John Stuart Mill's".
  func familyEnd(of name: Range<Int>, _ leaf: ArraySlice<WordToken>) -> Int {
    let end = name.upperBound
    guard name.count == 2, end < leaf.endIndex, leaf[end].gap == .space,
      leaf[end].shape.contains(.capital), !leaf[end - 1].shape.contains(.possessive),
      name.allSatisfy({ words.facts[Int(leaf[$0].word)].given >= Self.usualGiven }),
      !(end + 1 < leaf.endIndex && leaf[end + 1].gap == .space
        && leaf[end + 1].shape.contains(.capital) && !leaf[end].shape.contains(.possessive))
    else { return end }
    let facts = words.facts[Int(leaf[end].word)]
    let isHead = facts.classes.contains(.placeHead) && facts.family >= Self.familyOfHead
    return isHead ? end + 1 : end
  }

  /// From which level on a word is a usual given name.
  private static let usualGiven: UInt8 = 4
  /// How much of a family name a word is that heads places and may end a name.
  private static let familyOfHead: UInt8 = 2

  private func leads(_ name: Range<Int>, _ leaf: ArraySlice<WordToken>) -> Bool {
    let first = leaf[name.lowerBound]
    let facts = words.facts[Int(first.word)]
    if first.shape.contains(.initial) || first.shape.contains(.possessive) { return false }
    if facts.classes.contains(.calendar) { return isDate(name.lowerBound, facts, leaf) }
    if isPlaceBeforeGiven(name, facts, leaf) { return true }
    // "Near Scott was a lamp".
    if first.shape.contains(.sentenceStart), facts.given <= Self.givenAtMost,
      !facts.classes.isDisjoint(with: [.placePreposition, .insidePreposition])
    {
      return true
    }
    guard facts.given <= Self.givenAtMost,
      facts.classes.isDisjoint(with: WordClasses.title.union(.kin).union(.particle))
    else { return false }
    if first.shape.contains(.hyphen) {
      return !facts.isName && Self.isCompound(words.spelling(first.word))
    }
    if name.count > 2, isTitled(name.lowerBound + 1, leaf) { return true }
    if facts.family <= Self.familyAtMost, isPlace(name, facts, leaf) { return true }
    return facts.family < Self.familyAtMost
      && isHeadWord(first, facts, before: leaf[name.lowerBound + 1..<name.upperBound])
  }

  // "Imagine Matthew Arnold", "Attack Hood", "Thence Cocke": a word that nobody is called opens a
  // sentence, and who stands behind it is named without it elsewhere.
  private func isCommonBeforeName(
    _ token: WordToken, _ facts: WordFacts, _ name: ArraySlice<WordToken>
  ) -> Bool {
    guard let next = name.first, let last = name.last, !facts.isName,
      facts.common >= Self.commonAtLeast, words.count(.capitalWithin, token.word) == 0,
      facts.classes.isDisjoint(with: [.epithet, .demonym])
    else { return false }
    if name.count > 1 {
      return next.shape.contains(.initial)
        || words.facts[Int(next.word)].given >= Self.usualGiven
    }
    return words.count(.capitalWithin, last.word) > words.count(.afterCapital, last.word) + 1
  }

  // "The 1st of June", "2d November"; of a month that nobody is called after, "in September" too.
  private func isDate(_ place: Int, _ facts: WordFacts, _ leaf: ArraySlice<WordToken>) -> Bool {
    guard place > leaf.startIndex, leaf[place].gap == .space else { return false }
    let before = leaf[place - 1]
    if before.shape.contains(.digit) { return true }
    if before.word == of, place - 2 >= leaf.startIndex, leaf[place - 2].shape.contains(.digit) {
      return true
    }
    return facts.given <= Self.givenAtMost && beforeTime.contains(before.word)
  }

  // "At Knoxville Bragg waited".
  private func isPlace(
    _ name: Range<Int>, _ facts: WordFacts, _ leaf: ArraySlice<WordToken>
  ) -> Bool {
    let place = name.lowerBound
    guard place > leaf.startIndex, leaf[place].gap == .space,
      beforePlace.contains(leaf[place - 1].word), name.count == 2
    else { return false }
    let word = leaf[place].word
    let last = leaf[place + 1].word
    let stands =
      words.count(.afterPlacePreposition, word) + words.count(.afterInsidePreposition, word)
    guard facts.classes.contains(.place) || stands >= Self.placesAtLeast else { return false }
    // Bragg is named without it.
    return words.facts[Int(last)].classes.isDisjoint(with: [.placeHead, .bodyHead, .place])
      && words.count(.capitalWithin, last) > words.count(.afterCapital, last) + 1
  }

  // "When we left Washington Eliza wept": she is named without it, and it is a place elsewhere.
  private func isPlaceBeforeGiven(
    _ name: Range<Int>, _ facts: WordFacts, _ leaf: ArraySlice<WordToken>
  ) -> Bool {
    guard name.count == 2 else { return false }
    let word = leaf[name.lowerBound].word
    let last = leaf[name.lowerBound + 1].word
    let stands =
      words.count(.afterPlacePreposition, word) + words.count(.afterInsidePreposition, word)
    // Washington is a family name too; the book tells.
    let isPlace =
      facts.classes.contains(.place) && stands >= Self.placesAtLeast
      || stands >= Self.surelyPlaces && stands * 3 >= words.count(.capitalWithin, word)
    let given = words.facts[Int(last)]
    return isPlace && given.given >= Self.usualGiven && given.given > given.family
      && words.count(.beforeCapital, word) <= stands
      && words.count(.capitalWithin, last) > words.count(.afterCapital, last) + 1
  }

  // "After the fall of Sumter President Lincoln wrote": a name begins with its title.
  private func isTitled(_ place: Int, _ leaf: ArraySlice<WordToken>) -> Bool {
    let letters = words.spelling(leaf[place].word)
    let word = String(decoding: letters, as: UTF8.self)
    guard !PeopleWords.titlesAlsoGiven.contains(word),
      let title = title(word, words.facts[Int(leaf[place].word)].classes)
    else { return false }
    return title.follower == .family && !leaf[place].shape.contains(.initial)
  }

  /// `double-chinned`: two words, one of which nobody is called.
  static func isCompound(_ letters: [UInt8]) -> Bool {
    let parts = letters.split(separator: UInt8(ascii: "-")).map { part in
      part.withUnsafeBufferPointer { wordFacts($0) }
    }
    return parts.count > 1 && parts.contains { $0.common > 0 && !$0.isName }
      && parts[parts.count - 1].classes.isDisjoint(with: .title)
  }

  // "Subsequently Forrest", and in a headline "Attack on—Escaping Jackson".
  private func isHeadWord(
    _ token: WordToken, _ facts: WordFacts, before behind: ArraySlice<WordToken>
  ) -> Bool {
    let opens =
      token.shape.contains(.sentenceStart) || token.shape.contains(.headline)
      || token.gap.contains(.dash)
    guard opens, facts.common > 0 || words.lower[Int(token.word)] > 0 else { return false }
    let letters = words.spelling(token.word)
    let isFormed = NameCueWords.endingsOfLeadingWords.contains {
      letters.count > $0.utf8.count + 2 && letters.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
    if isFormed { return facts.given == 0 }
    if isCommonBeforeName(token, facts, behind) { return true }
    return token.shape.contains(.headline) && facts.common >= Self.commonAtLeast && !facts.isName
  }
}
