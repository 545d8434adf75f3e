// Places and ideas among the names found: told by their words, or by how the whole book speaks of
// them. "At Shiloh", "in St. Louis": nobody is written of so.

/// Judges whether what was taken for a person is a place.
struct PlaceJudge {
  let words: BookWords
  private let inside: Set<UInt32>
  private let at: UInt32?
  private let of: UInt32?
  private let heads: Set<UInt32>

  init(words: BookWords) {
    self.words = words
    func numbers(_ text: String) -> Set<UInt32> {
      Set(text.split(separator: " ").compactMap { words.table.find(WordHash.of(String($0))) })
    }
    inside = numbers(
      "in into near through throughout across within outside inside via reached leaving entered")
    heads = numbers(
      "battle siege city town village county state fall capture surrender port university bishop")
    at = words.table.find(WordHash.of("at"))
    of = words.table.find(WordHash.of("of"))
  }

  /// Counts for and against, over all places where somebody is named.
  struct Tally {
    var count: Float = 0
    var placed: Float = 0
    /// Whether nothing but the words themselves speaks for a person.
    var isOpen = true
  }

  /// Adds one place.
  func add(
    _ name: FoundName, _ form: FoundForm, _ tokens: ArraySlice<NameToken>, to tally: inout Tally
  ) {
    tally.count += 1
    if !form.titles.isEmpty || !form.seat.isEmpty || form.suffix != nil || form.isFamilyGroup {
      tally.isOpen = false
    }
    if let given = form.given.first, isGiven(given) { tally.isOpen = false }
    if let bare = form.bare, isGiven(bare) { tally.isOpen = false }
    guard tally.isOpen else { return }
    let first = name.tokens.lowerBound
    guard first > tokens.startIndex, tokens[first].gap == .space else { return }
    let previous = tokens[first - 1]
    if inside.contains(previous.word) {
      tally.placed += 1
    } else if previous.word == at {
      tally.placed += 0.6
    } else if previous.word == of, first - 2 >= tokens.startIndex,
      heads.contains(tokens[first - 2].word)
    {
      tally.placed += 1
    }
  }

  /// Whether the book speaks of it as of a place.
  func isPlace(_ tally: Tally) -> Bool {
    tally.isOpen && tally.count > 1 && tally.placed >= tally.count * 0.25 && tally.placed > 1
  }

  /// `Fort Fisher`, `Near Camp Jackson`, `Christianity`: told by the words, however much of a name
  /// they hold.
  func isThing(_ tokens: ArraySlice<NameToken>) -> Bool {
    guard let last = tokens.last else { return false }
    for token in tokens.dropLast() {
      let facts = words.facts[Int(token.word)]
      if facts.classes.contains(.placeHead), facts.classes.isDisjoint(with: [.particle, .rank]),
        facts.given == 0, facts.common > 0
      {
        return true
      }
      let isPlain = facts.classes.contains(.function) || !facts.classes.isDisjoint(
        with: [.placePreposition, .insidePreposition, .linkWord])
      if !isPlain || facts.isName && facts.given > 2 { return false }
    }
    let facts = words.facts[Int(last.word)]
    guard tokens.count == 1, facts.given == 0, facts.family < 3 else { return false }
    let letters = words.spelling(last.word)
    return Self.ideaEndings.contains { letters.count > $0.count + 3 && letters.suffix($0.count).elementsEqual($0) }
  }

  private func isGiven(_ word: UInt32) -> Bool { words.facts[Int(word)].given >= 5 }

  private static let ideaEndings: [[UInt8]] = ["ism", "ianity", "isees", "iness"].map {
    Array($0.utf8)
  }
}
