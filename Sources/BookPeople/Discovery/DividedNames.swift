import BookLanguage
import BookModel
import BookWords

// Runs of capital words that hold two names: "Mr. Chamberlain Miss Anna L. Dawes", and "Charles II.
// Dryden", where the point ends a sentence.

extension BookScan {
  /// Divides names within which another begins.
  mutating func divideNames(_ texts: [ParsedChapter]) {
    let divider = NameDivider(words: words)
    names = names.flatMap { divider.parts(of: $0, chapters[$0.chapter].tokens) }
    divideListedNames(texts)
  }

  // "Crean" at the end of a short line and "Wilson" at the head of the next are two who are named apart
  // elsewhere, unless somebody is called so within a line.
  private mutating func divideListedNames(_ texts: [ParsedChapter]) {
    var ends: [Int: Int] = [:]
    for (index, name) in names.enumerated() where name.tokens.count > 1 {
      ends[index] = NameDivider.lineEnd(
        in: name, chapters[name.chapter].tokens, texts[name.chapter])
    }
    if ends.isEmpty { return }
    var called: Set<[UInt32]> = []
    for (index, name) in names.enumerated() where ends[index] == nil {
      let tokens = chapters[name.chapter].tokens[name.tokens]
      called.insert(tokens.map(\.word))
      // "Mr. Wilson" is Wilson too.
      called.formUnion(tokens.suffix(1).map { [$0.word] })
    }
    names = names.enumerated().flatMap { index, name in
      guard let end = ends[index] else { return [name] }
      let tokens = chapters[name.chapter].tokens
      let parts = [name.tokens.lowerBound..<end, end..<name.tokens.upperBound]
      guard !called.contains(tokens[name.tokens].map(\.word)),
        parts.allSatisfy({ called.contains(tokens[$0].map(\.word)) })
      else { return [name] }
      return parts.map(name.part)
    }
  }
}

/// Finds where within a name another begins.
struct NameDivider {
  private let numerals: Set<UInt32>
  private let courtesy: Set<UInt32>
  private let titles: Set<UInt32>
  /// The last number of a monarch that is looked for.
  private static let lastNumeral = 20

  init(words: Vocabulary) {
    func numbers(_ texts: [String]) -> Set<UInt32> {
      Set(texts.compactMap { words.table.find(WordHash.of($0)) })
    }
    numerals = numbers((2...Self.lastNumeral).map { RomanNumeral.written($0).lowercased() })
    func spellings(_ kinds: [PeopleWords.Titles.Kind]) -> [String] {
      PeopleWords.titles.filter { kinds.contains($0.kind) }.flatMap {
        $0.words.split(separator: " ").flatMap { $0.split(separator: "=").map(String.init) }
      }
    }
    courtesy = numbers(spellings([.courtesy]).filter { !PeopleWords.titlesAlsoGiven.contains($0) })
    let noble = spellings([.nobility, .royalty])
    titles = courtesy.union(
      numbers(noble.filter { !PeopleWords.titlesAlsoGiven.contains($0) }))
  }

  /// In bytes: prose that is broken into lines has longer ones.
  private static let shortLine = 50

  /// Where a name runs over the end of a short line, as in a list: the word that begins the next.
  static func lineEnd(
    in name: FoundName, _ tokens: [WordToken], _ text: ParsedChapter
  ) -> Int? {
    guard name.seat == nil, name.family == nil else { return nil }
    let leaf = text.prose[name.leaf].text
    return name.tokens.dropFirst().first { place in
      let between = Int(tokens[place - 1].end)..<Int(tokens[place].start)
      guard between.lowerBound < between.upperBound, leaf.contains(between.upperBound),
        let end = text.text[between].firstIndex(of: UInt8(ascii: "\n"))
      else { return false }
      let start = max(leaf.lowerBound, end - shortLine)
      return start == leaf.lowerBound || text.text[start..<end].contains(UInt8(ascii: "\n"))
    }
  }

  /// The names that one run holds: itself, mostly.
  func parts(of name: FoundName, _ tokens: [WordToken]) -> [FoundName] {
    guard name.tokens.count > 2, name.seat == nil, name.family == nil else { return [name] }
    var result: [FoundName] = []
    var start = name.tokens.lowerBound
    func add(_ range: Range<Int>) { result.append(name.part(range)) }
    for place in name.tokens.dropFirst() where place > start {
      let isAfterNumeral =
        numerals.contains(tokens[place - 1].word) && tokens[place - 1].shape.contains(.allCapitals)
      // A title within a name of its own: behind another titled one, or one of courtesy.
      let word = tokens[place].word
      // The M. of "J. L. M. Curry" is no Monsieur.
      if tokens[place].shape.contains(.initial), !isAfterNumeral { continue }
      let isTitled = titles.contains(tokens[start].word) && place - start > 1
      let begins =
        place + 1 < name.tokens.upperBound && !titles.contains(tokens[place - 1].word)
        && (isTitled && titles.contains(word) || place - start > 1 && courtesy.contains(word))
      if isAfterNumeral || begins {
        add(start..<place)
        start = place
      }
    }
    add(start..<name.tokens.upperBound)
    return result
  }
}
