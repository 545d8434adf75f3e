import BookModel
import BookWords

// "Burns, Tannahill, Ramsey, Hogg, and Fergusson": a bare word that stands in a list between names is
// a name itself.

extension BookScan {
  /// How sure a name is of which nothing but its place in a list tells.
  private static let confidence: Float = 0.65

  /// Adds the names that only their neighbours in a list give away.
  mutating func addListedNames() {
    let reader = NameReader(words: words)
    let and = words.table.find(WordHash.of("and"))
    var all: [FoundName] = []
    all.reserveCapacity(names.count)
    var next = 0
    for (number, chapter) in chapters.enumerated() {
      let first = next
      while next < names.count, names[next].chapter == number { next += 1 }
      let own = names[first..<next]
      if own.isEmpty { continue }
      let starts = Set(own.map(\.tokens.lowerBound))
      var found: [FoundName] = []
      for name in own {
        found.append(name)
        var end = name.tokens.upperBound
        let leaf = chapter.leaf(name.leaf)
        // On from a name to the next one, over single capital words that commas part.
        var listed: [FoundName] = []
        while end < leaf.endIndex, leaf[end].gap == [.space, .comma], !starts.contains(end),
          isBareWord(leaf[end], reader)
        {
          listed.append(
            FoundName(
              chapter: number, leaf: name.leaf, tokens: end..<end + 1,
              confidence: Self.confidence))
          end += 1
        }
        guard !listed.isEmpty, end < leaf.endIndex else { continue }
        let isJoined = leaf[end].word == and && end + 1 < leaf.endIndex && starts.contains(end + 1)
        if isJoined || leaf[end].gap == [.space, .comma] && starts.contains(end) {
          found += listed
        }
      }
      all += found
    }
    names = all
  }

  private func isBareWord(_ token: WordToken, _ reader: NameReader) -> Bool {
    guard token.shape.contains(.capital),
      token.shape.isDisjoint(with: [.allCapitals, .possessive, .sentenceStart, .headline, .digit]),
      reader.isCandidate(token), words.lower[Int(token.word)] == 0
    else { return false }
    return reader.facts(token).classes.isDisjoint(
      with: [.place, .placeHead, .bodyHead, .demonym, .calendar, .deity, .title, .kin])
  }
}
