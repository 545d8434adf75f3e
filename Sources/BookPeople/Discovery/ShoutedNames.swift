import BookModel
import BookWords

// Names in a stretch of capitals, "AUGUSTUS KILLED BY DOGS": nothing there tells where a name ends, so
// that the rest of the book has to.

extension BookScan {
  /// Cuts the names of stretches in capitals to what somebody is called elsewhere.
  mutating func trimShoutedNames() {
    let chapters = chapters
    func tokens(of name: FoundName) -> ArraySlice<WordToken> {
      chapters[name.chapter].tokens[name.tokens]
    }
    guard names.contains(where: { ShoutedNames.isShouted(tokens(of: $0)) }) else { return }
    let shouts = ShoutedNames(self)
    names = names.flatMap { name in
      ShoutedNames.isShouted(tokens(of: name))
        ? shouts.parts(of: tokens(of: name)).map(name.part) : [name]
    }
  }
}

/// What people are called where a capital says something.
private struct ShoutedNames {
  private let words: Vocabulary
  private var known: Set<[UInt32]> = []

  init(_ scan: BookScan) {
    words = scan.words
    for name in scan.names {
      let tokens = scan.chapters[name.chapter].tokens[name.tokens]
      guard !Self.isShouted(tokens) else { continue }
      let called = tokens.map(\.word)
      known.insert(called)
      // The family name and the given name too, which may stand alone in capitals only.
      if let first = called.first { known.insert([first]) }
      if let last = called.last { known.insert([last]) }
    }
  }

  static func isShouted(_ tokens: ArraySlice<WordToken>) -> Bool {
    tokens.contains { $0.shape.contains(.allCapitals) }
      && tokens.allSatisfy {
        $0.shape.contains(.headline)
          && ($0.shape.contains(.allCapitals) || $0.shape.contains(.initial))
      }
  }

  /// The parts of `tokens` by which somebody is known, longest first; all of them where none is and
  /// no word is anything but a name.
  func parts(of tokens: ArraySlice<WordToken>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = tokens.startIndex
    while start < tokens.endIndex {
      let end = (start + 1...tokens.endIndex).reversed().first { end in
        known.contains(tokens[start..<end].map(\.word)) && !isTitleAlone(tokens[start..<end])
      }
      if let end { parts.append(start..<end) }
      start = end ?? start + 1
    }
    let hasInitial = tokens.contains { $0.shape.contains(.initial) }
    // "SAM ROBERTS", of whom the book says only one name elsewhere.
    let isName = tokens.allSatisfy { token in
      let facts = words.facts[Int(token.word)]
      return token.shape.contains(.initial) || !facts.classes.isDisjoint(with: .title.union(.kin))
        || words.lower[Int(token.word)] == 0 && facts.common <= max(facts.given, facts.family)
          && (facts.isName || parts.isEmpty || hasInitial)
    }
    return isName ? [tokens.startIndex..<tokens.endIndex] : parts
  }

  private func isTitleAlone(_ tokens: ArraySlice<WordToken>) -> Bool {
    tokens.allSatisfy {
      !words.facts[Int($0.word)].classes.isDisjoint(with: .title.union(.kin))
    }
  }
}
