import BookLanguage
import BookModel
import BookWords

/// Tells what has the parts of a name and is none: letters alone, a river, a nation's lords.
enum NoName {
  /// How much of a family name a word may be that heads places.
  private static let familyAtMost = 4
  /// How much of a given name.
  private static let givenAtMost = 3

  /// Whether a name is nobody's.
  static func isNone(_ name: PersonName) -> Bool {
    let given = words(name.given)
    let family = words(name.family)
    let titles = Honorific.all(in: name.prefix ?? "")
    // "C. S. A.", "President U. S."; but Mrs. S. is somebody who stays unnamed.
    let isOfRankAlone = titles.allSatisfy { $0.kind == .rank }
    if !family.isEmpty, isOfRankAlone || given.count > 0, (given + family).allSatisfy(isInitials) {
      return true
    }
    // "W. Va.", "Mo."
    if let last = family.last ?? words(name.literal).last, isShortRegion(last),
      given.allSatisfy(isInitials)
    {
      return true
    }
    // "General Orders", "General Manager": a rank before what is no name.
    if given.isEmpty, family.count == 1, !titles.isEmpty, isOfRankAlone, isPlainWord(family[0]) {
      return true
    }
    // "Lord Rectors", "Mr. Speaker": an office is addressed.
    let isLord = titles.contains { $0.kind == .nobility }
    if given.isEmpty, !titles.isEmpty, family.count == 1,
      isOffice(family[0], borneAtMost: isLord ? familyOfLordAtMost : familyOfOfficeAtMost)
    {
      return true
    }
    guard !given.isEmpty, !family.isEmpty else { return false }
    // "Puerto Rico", "Loch Laggan", "Forts Wagner".
    if titles.isEmpty, NameNeighbours.isPlacePrefix(given[0]),
      facts(given[0]).given <= givenAtMost
    {
      return true
    }
    // "James River", "Fort Fisher", "English Lords".
    if (given + family).contains(where: isPlaceHead) { return true }
    return facts(given[0]).given == 0 && facts(given[0]).classes.contains(.demonym)
  }

  /// Whether a word is an office, in the plural too, and hardly anybody's family name.
  private static func isOffice(_ word: String, borneAtMost: UInt8) -> Bool {
    let small = word.lowercased()
    let stem = NameCueWords.endingsOfOffices.first { small.hasSuffix($0) }
      .map { String(small.dropLast($0.count)) }
    return [small, stem ?? small].contains {
      NameCueWords.offices.contains($0) && facts($0).family <= borneAtMost
    }
  }

  /// How much of a family name an office may be: General Chamberlain is somebody, the Lord
  /// Chamberlain is none of that name.
  private static let familyOfOfficeAtMost: UInt8 = 1
  private static let familyOfLordAtMost: UInt8 = 5

  /// How usual a word is that is no name behind a rank.
  private static let commonAtLeast = 3

  private static func isPlainWord(_ word: String) -> Bool {
    let facts = facts(word)
    return facts.common >= commonAtLeast && !facts.isName
  }

  /// `Mo`, `Va`: a state's short form, which nobody is called.
  private static func isShortRegion(_ word: String) -> Bool {
    NameNeighbours.isShortRegion(word.filter { $0 != "." })
  }

  private static func words(_ text: String?) -> [String] {
    (text ?? "").split(separator: " ").map(String.init)
  }

  private static func isInitials(_ word: String) -> Bool {
    word.split(separator: ".").allSatisfy { $0.count == 1 }
  }

  private static func isPlaceHead(_ word: String) -> Bool {
    let facts = facts(word)
    return facts.classes.contains(.placeHead) && facts.classes.isDisjoint(with: [.particle, .rank])
      && facts.given < givenAtMost && facts.family < familyAtMost
  }

  private static func facts(_ word: String) -> WordFacts {
    foldedWord(word.utf8).withUnsafeBufferPointer { wordFacts($0) }
  }
}
