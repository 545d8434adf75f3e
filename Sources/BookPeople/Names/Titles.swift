import BookLanguage

// Titles and honorifics: which are the same, whom they suit and which part of a name follows them.

/// What a title before a name says of the person.
package struct Title: Sendable, Equatable {
  /// The sex it is used for.
  package enum Gender: Sendable, Equatable {
    case male
    case female
    case either
  }
  /// What the name after it is, when there is but one.
  package enum Follower: Sendable, Equatable {
    case family
    case given
    case either
  }
  /// The canonical word: `mr` for Mister, `capt` for Captain.
  package var canonical: String
  /// The sex it is used for.
  package var gender: Gender
  /// What a lone name after it is.
  package var follower: Follower
}

/// What titles are of all languages, from their lists.
private enum KnownTitles {
  /// The canonical word for a spelling of it.
  static let canonical: [String: String] = {
    var result: [String: String] = [:]
    for group in PeopleWords.sameTitles.flatMap({ $0.split { $0 == " " } }) {
      let spellings = group.split(separator: "=").map(String.init)
      for spelling in spellings where result[spelling] == nil { result[spelling] = spellings[0] }
    }
    return result
  }()
  static let beforeGiven = set(PeopleWords.titlesBeforeGiven)
  static let beforeEither = set(PeopleWords.titlesBeforeEither)

  private static func set(_ lists: [String]) -> Set<String> {
    Set(lists.flatMap { $0.split { $0 == " " } }.map(String.init))
  }
}

/// The title that `word` is, if it is one; `classes` are its classes in the lexicon.
package func title(_ word: String, _ classes: WordClasses) -> Title? {
  guard !classes.isDisjoint(with: [.maleTitle, .femaleTitle, .rank, .maleKin, .femaleKin])
  else { return nil }
  let canonical = KnownTitles.canonical[word] ?? word
  let gender: Title.Gender =
    classes.contains(.maleTitle) || classes.contains(.maleKin)
    ? .male
    : classes.contains(.femaleTitle) || (classes.contains(.femaleKin) && canonical != "cousin")
      ? .female : .either
  let follower: Title.Follower =
    KnownTitles.beforeGiven.contains(canonical)
    ? .given : KnownTitles.beforeEither.contains(canonical) ? .either : .family
  return Title(canonical: canonical, gender: gender, follower: follower)
}
