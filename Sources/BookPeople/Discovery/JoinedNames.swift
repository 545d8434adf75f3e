import BookLanguage
import BookModel
import BookWords

// Names that go beyond a run of capital words: `the Duke of York`, and the man in `Captain and
// Mrs. Smith`, whose family name stands with his wife.

extension BookScan {
  /// The names with titles of a place made whole and husbands given their family names.
  mutating func joinNames() {
    let joiner = NameJoiner(words: words)
    var joined: [FoundName] = []
    joined.reserveCapacity(names.count)
    var next = 0
    for (number, chapter) in chapters.enumerated() {
      let first = next
      while next < names.count, names[next].chapter == number { next += 1 }
      let seats = joiner.seats(of: chapter, number)
      for name in NameJoiner.merged(names[first..<next], seats, chapter.tokens, joiner) {
        if let husband = joiner.husband(of: name, chapter.leaf(name.leaf)) {
          if let last = joined.last, last.chapter == number, last.tokens == husband.tokens {
            joined.removeLast()
          }
          joined.append(husband)
        }
        joined.append(name)
      }
    }
    names = joined
  }
}

/// Reads what stands beside a name found.
struct NameJoiner {
  let words: Vocabulary
  private let seatTitles: [UInt32: Bool]
  private let of: UInt32?
  private let and: UInt32?

  init(words: Vocabulary) {
    self.words = words
    of = words.table.find(WordHash.of("of"))
    and = words.table.find(WordHash.of("and"))
    var titles: [UInt32: Bool] = [:]
    // A title of the first with the name of a place is somebody, found otherwise or not.
    let lists = [(NameCueWords.seatTitles, true), (NameCueWords.doubtfulSeatTitles, false)]
    for (text, isBold) in lists {
      for word in text.split(separator: " ") {
        if let number = words.table.find(WordHash.of(String(word))) { titles[number] = isBold }
      }
    }
    seatTitles = titles
  }

  /// `Duke of York` wherever it stands in a chapter.
  func seats(of chapter: ChapterWords, _ number: Int) -> [FoundName] {
    guard let of, !seatTitles.isEmpty else { return [] }
    var result: [FoundName] = []
    for leaf in 0..<chapter.leafCount {
      let tokens = chapter.leaf(leaf)
      for index in tokens.indices.dropLast(2)
      where tokens[index + 1].word == of && tokens[index].shape.contains(.capital) {
        guard seatTitles[tokens[index].word] != nil, tokens[index + 1].gap == .space,
          !tokens[index + 1].shape.contains(.capital),
          tokens[index].shape.isDisjoint(with: [.possessive, .allCapitals])
        else { continue }
        let end = seatEnd(index + 2, tokens)
        guard end > index + 2 else { continue }
        result.append(
          FoundName(
            chapter: number, leaf: leaf, tokens: index..<end, confidence: 0.7,
            seat: index + 2..<end))
      }
    }
    return result
  }

  // The capital words after "of": "Wales", "St. Asaph".
  private func seatEnd(_ start: Int, _ tokens: ArraySlice<WordToken>) -> Int {
    var end = start
    while end < tokens.endIndex, end - start < 3, tokens[end].gap == .space,
      tokens[end].shape.contains(.capital), !tokens[end].shape.contains(.allCapitals)
    {
      end += 1
      if tokens[end - 1].shape.contains(.possessive) { break }
    }
    return end
  }

  /// Names and titles with a place in one order: a title takes up the names within it, unless it is
  /// itself the end of a name.
  static func merged(
    _ names: ArraySlice<FoundName>, _ seats: [FoundName], _ tokens: [WordToken],
    _ joiner: NameJoiner
  ) -> [FoundName] {
    if seats.isEmpty { return Array(names) }
    var result: [FoundName] = []
    var next = names.startIndex
    for var seat in seats {
      while next < names.endIndex, names[next].tokens.upperBound <= seat.tokens.lowerBound {
        result.append(names[next])
        next += 1
      }
      var isPart = false
      if let last = result.last, last.tokens.upperBound == seat.tokens.lowerBound,
        last.leaf == seat.leaf
      {
        isPart = true  // Edward, Earl of Clarendon
      }
      var isFound = false
      while next < names.endIndex, names[next].tokens.lowerBound < seat.tokens.upperBound {
        let name = names[next]
        if tokens[name.tokens].first.map(joiner.isTitle) == false,
          name.tokens.lowerBound < seat.tokens.lowerBound
        {
          isPart = true  // Eliza Countess of Gaverick
          result.append(name)
        } else if isPart {
          result.append(name)
        } else {
          isFound = true
          seat.confidence = max(seat.confidence, name.confidence)
          let start = min(seat.tokens.lowerBound, name.tokens.lowerBound)
          seat.tokens = start..<seat.tokens.upperBound
        }
        next += 1
      }
      let title = tokens[(seat.seat?.lowerBound ?? 2) - 2].word
      if !isPart, isFound || joiner.seatTitles[title] == true { result.append(seat) }
    }
    return result + names[next...]
  }

  /// `Captain` before `and Mrs. Smith`, with her family name.
  func husband(of wife: FoundName, _ tokens: ArraySlice<WordToken>) -> FoundName? {
    let low = wife.tokens.lowerBound
    guard low - 2 >= tokens.startIndex, wife.seat == nil, wife.tokens.count > 1,
      words.facts[Int(tokens[low].word)].classes.contains(.femaleTitle),
      tokens[low - 1].word == and, tokens[low - 1].gap == .space, tokens[low].gap == .space
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

  private func isTitle(_ token: WordToken) -> Bool {
    !words.facts[Int(token.word)].classes.isDisjoint(with: .title)
  }
}
