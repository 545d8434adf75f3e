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

/// Words that are the same title, the first canonical.
private let sameTitles: [[String]] = [
  ["mr", "mister", "mist"], ["mrs", "missis", "missus", "mistress"], ["miss", "missy", "misses"],
  ["dr", "doctor", "doc"], ["prof", "professor"], ["capt", "captain", "cap'n"],
  ["col", "colonel"], ["gen", "general"], ["maj", "major"], ["lieut", "lieutenant", "lt"],
  ["sergt", "sergeant", "sgt", "serjeant"], ["corp", "corporal"], ["adm", "admiral"],
  ["rev", "reverend", "revd"], ["hon", "honourable", "honorable"], ["gov", "governor"],
  ["sen", "senator"], ["pres", "president"], ["supt", "superintendent"],
  ["mme", "madame", "madam"], ["mlle", "mademoiselle"], ["cmdr", "commander"],
  ["aunt", "auntie", "aunty"], ["mother", "mamma", "mama", "ma", "mom", "mum", "mommy", "mummy"],
  ["father", "papa", "pa", "dad", "daddy", "pop"],
  ["grandmother", "grandma", "granny", "grandmamma", "gran"],
  ["grandfather", "grandpa", "granddad", "grandpapa", "grandad"], ["signor", "signore"],
  ["señor", "senor"], ["señora", "senora"], ["señorita", "senorita"], ["master", "mast"],
]

private let beforeGiven: Set<String> = [
  "sir", "dame", "king", "queen", "prince", "princess", "emperor", "empress", "pope", "saint",
  "aunt", "uncle", "cousin", "sister", "brother", "don", "doña", "dona", "master", "fra", "friar",
  "grandmother", "grandfather", "sultan", "czar", "tsar", "infanta", "dom",
]
private let beforeEither: Set<String> = [
  "lady", "lord", "miss", "mlle", "father", "mother", "señorita", "signorina", "señor", "señora",
  "squire", "nurse", "count", "countess", "widow", "monsieur", "mme", "fräulein", "frau", "old",
]

/// The title that `word` is, if it is one; `classes` are its classes in the lexicon.
package func title(_ word: String, _ classes: WordClasses) -> Title? {
  guard !classes.isDisjoint(with: [.maleTitle, .femaleTitle, .rank, .maleKin, .femaleKin])
  else { return nil }
  let canonical = sameTitles.first { $0.contains(word) }?[0] ?? word
  let gender: Title.Gender =
    classes.contains(.maleTitle) || classes.contains(.maleKin)
    ? .male
    : classes.contains(.femaleTitle) || (classes.contains(.femaleKin) && canonical != "cousin")
      ? .female : .either
  let follower: Title.Follower =
    beforeGiven.contains(canonical) ? .given : beforeEither.contains(canonical) ? .either : .family
  return Title(canonical: canonical, gender: gender, follower: follower)
}
