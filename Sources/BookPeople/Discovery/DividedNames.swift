import BookLanguage
import BookModel
import BookWords

// Runs of capital words that hold two names: "Mr. Chamberlain Miss Anna L. Dawes", and "Charles II.
// Dryden", where the point ends a sentence.

extension BookScan {
  /// Divides names within which another begins.
  mutating func divideNames() {
    let divider = NameDivider(words: words)
    names = names.flatMap { divider.parts(of: $0, chapters[$0.chapter].tokens) }
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

  /// The names that one run holds: itself, mostly.
  func parts(of name: FoundName, _ tokens: [WordToken]) -> [FoundName] {
    guard name.tokens.count > 2, name.seat == nil, name.family == nil else { return [name] }
    var result: [FoundName] = []
    var start = name.tokens.lowerBound
    func add(_ range: Range<Int>) {
      var part = name
      part.tokens = range
      result.append(part)
    }
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
