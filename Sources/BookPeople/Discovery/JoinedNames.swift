// Names that go beyond a run of capital words: `the Duke of York`, and the man in `Captain and
// Mrs. Smith`, whose family name stands with his wife.

extension BookScan {
  /// The names with titles of a place made whole and husbands given their family names.
  mutating func joinNames() {
    var joined: [FoundName] = []
    joined.reserveCapacity(names.count)
    let joiner = NameJoiner(words: words)
    for name in names {
      let tokens = chapters[name.chapter].leaf(name.leaf)
      let name = joiner.seated(name, tokens)
      if let last = joined.last, last.chapter == name.chapter,
        last.tokens.upperBound > name.tokens.lowerBound
      {
        // "York" within "Duke of York", which was found from its title.
        joined[joined.count - 1].confidence = max(last.confidence, name.confidence)
        continue
      }
      if let husband = joiner.husband(of: name, tokens) {
        if joined.last?.chapter == husband.chapter, joined.last?.tokens == husband.tokens {
          joined.removeLast()
        }
        joined.append(husband)
      }
      joined.append(name)
    }
    names = joined
  }
}

/// Reads what stands beside a name found.
struct NameJoiner {
  let words: BookWords
  private let of = WordHash.of("of")
  private let and = WordHash.of("and")

  init(words: BookWords) { self.words = words }

  /// `Duke`, or `York`, in `Duke of York`: the whole.
  func seated(_ name: FoundName, _ tokens: ArraySlice<NameToken>) -> FoundName {
    var name = name
    let (low, high) = (name.tokens.lowerBound, name.tokens.upperBound)
    if name.tokens.allSatisfy({ isTitle(tokens[$0]) }), isSeat(tokens[high - 1]),
      !tokens[high - 1].shape.contains(.possessive), high + 1 < tokens.endIndex,
      isOf(tokens[high])
    {
      let end = seatEnd(high + 1, tokens)
      if end > high + 1 { name.seat = (high + 1)..<end }
    } else if low - 2 >= tokens.startIndex, isOf(tokens[low - 1]), isSeat(tokens[low - 2]),
      tokens[low].gap == .space, !isTitle(tokens[low])
    {
      name.seat = low..<high
      name.tokens = low - 2..<high
    }
    if let seat = name.seat { name.tokens = name.tokens.lowerBound..<seat.upperBound }
    return name
  }

  /// `Captain` before `and Mrs. Smith`, with her family name.
  func husband(of wife: FoundName, _ tokens: ArraySlice<NameToken>) -> FoundName? {
    let low = wife.tokens.lowerBound
    guard low - 2 >= tokens.startIndex, wife.seat == nil, wife.tokens.count > 1,
      words.facts[Int(tokens[low].word)].classes.contains(.femaleTitle),
      words.table.hashes[Int(tokens[low - 1].word)] == and, tokens[low - 1].gap == .space,
      tokens[low].gap == .space
    else { return nil }
    let title = tokens[low - 2]
    let classes = words.facts[Int(title.word)].classes
    guard title.shape.contains(.capital), !title.shape.contains(.possessive),
      !classes.isDisjoint(with: [.maleTitle, .rank]), !isTitle(tokens[low + 1])
    else { return nil }
    return FoundName(
      chapter: wife.chapter, leaf: wife.leaf, tokens: low - 2..<low - 1,
      confidence: wife.confidence, family: wife.tokens.upperBound - 1..<wife.tokens.upperBound)
  }

  private func isOf(_ token: NameToken) -> Bool {
    token.gap == .space && words.table.hashes[Int(token.word)] == of
      && !token.shape.contains(.capital)
  }

  private func isTitle(_ token: NameToken) -> Bool {
    !words.facts[Int(token.word)].classes.isDisjoint(with: .title)
  }

  // The capital words after "of": "Wales", "St. Asaph".
  private func seatEnd(_ start: Int, _ tokens: ArraySlice<NameToken>) -> Int {
    var end = start
    while end < tokens.endIndex, end - start < 3, tokens[end].gap == .space,
      tokens[end].shape.contains(.capital), !tokens[end].shape.contains(.allCapitals)
    {
      end += 1
      if tokens[end - 1].shape.contains(.possessive) { break }
    }
    return end
  }

  private func isSeat(_ token: NameToken) -> Bool {
    guard token.shape.contains(.capital), isTitle(token) else { return false }
    return Self.seatTitles.contains(words.table.hashes[Int(token.word)])
  }

  // Titles that go with the name of a place.
  private static let seatTitles = Set(
    """
    duke duchess earl count countess marquis marquess marchioness viscount viscountess baron
    baroness lord lady prince princess king queen emperor empress bishop archbishop abbot dean
    sultan tsar czar elector margrave landgrave
    """.split { $0 == " " || $0 == "\n" }.map { WordHash.of(String($0)) })
}
