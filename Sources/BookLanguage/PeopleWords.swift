/// What a language says of people in bookc's own lists, and the small words that stand for them.
package struct PeopleWords: Sendable {
  /// The groups of a cast in their order: family, friends and neighbours, school, work, others.
  package var castGroups: [String] = []
  /// schema.org's relations in words; one that is not here stays as its author wrote it.
  package var relations: [String: String] = [:]
  /// Behind a married woman's name: `$` is the name she was born with.
  package var bornAs = "née $"
  /// Pronouns that may stand for a man.
  package var he: Set<String> = []
  /// Pronouns that may stand for a woman.
  package var she: Set<String> = []
  /// Pronouns that may stand for anybody.
  package var they: Set<String> = ["they", "them", "their"]

  /// Whether names of descent stand for a family name: Jónsson, Jónsdóttir.
  package var hasPatronymics = false

  package init() {}

  /// The titles of all languages, known in every book, since a family has papers in more than one;
  /// the last one that has a word settles which title it is.
  package static let titles = englishTitles + frenchTitles + germanTitles + spanishTitles
  /// Words for relatives, likewise: apart by blanks, an equals sign joining spellings to the word
  /// of the registry, which stands first.
  package static let kin = [englishKin, frenchKin, germanKin, spanishKin]

  /// Spellings of one title as they are found in prose, likewise, the shortest usual one first.
  package static let sameTitles = [
    englishSameTitles, frenchSameTitles, spanishSameTitles, otherSameTitles,
  ]
  /// Titles before which one name alone is a given name: Sir John, Aunt Ruth.
  package static let titlesBeforeGiven = [
    englishTitlesBeforeGiven, spanishTitlesBeforeGiven, otherTitlesBeforeGiven,
  ]
  /// Titles before which one name alone may be either.
  package static let titlesBeforeEither = [
    englishTitlesBeforeEither, frenchTitlesBeforeEither, germanTitlesBeforeEither,
    spanishTitlesBeforeEither, otherTitlesBeforeEither,
  ]
  /// Small words within family names, likewise.
  package static let particles = [
    englishParticles, frenchParticles, germanParticles, spanishParticles, otherParticles,
  ]
  /// The pronouns of all languages that an author may write for a man.
  package static let pronounsOfMen = all.reduce(into: Set()) { $0.formUnion($1.he) }
  /// The pronouns of all languages that an author may write for a woman.
  package static let pronounsOfWomen = all.reduce(into: Set()) { $0.formUnion($1.she) }

  private static let all = [
    Language.englishPeople, Language.frenchPeople, Language.germanPeople, Language.spanishPeople,
  ]

  /// Words too common to be a name alone, likewise.
  package static let common = [englishCommon, frenchCommon, germanCommon, spanishCommon]

  /// Small words within family names, apart by blanks.
  package struct Particles: Sendable {
    /// In small letters, with the family name where a catalogue turns a name round: "van Gogh,
    /// Vincent".
    package var joined = ""
    /// Those of them that an index leaves out of the order: "Gogh, Vincent van".
    package var dropped = ""
    /// With a capital, part of the family name, as "Van" in "Van Buren".
    package var capital = ""
  }

  /// Titles of one kind.
  package struct Titles: Sendable {
    /// What kind of rank they are.
    package let kind: Kind
    /// Whom they can stand before, nil for both.
    package let bearer: Bearer?
    /// In small letters, apart by blanks; an equals sign joins spellings of one title.
    package let words: String

    init(_ kind: Kind, _ bearer: Bearer?, _ words: String) {
      self.kind = kind
      self.bearer = bearer
      self.words = words
    }

    /// Whom a title is given to.
    package enum Bearer: Sendable { case man, woman }

    /// Kinds of rank: titles of one kind may change into another in a life, kinds differ.
    package enum Kind: Sendable {
      case courtesy, rank, nobility, royalty, church, office, learned, kin
    }
  }
}
