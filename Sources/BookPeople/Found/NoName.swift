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
    guard !given.isEmpty, !family.isEmpty else { return false }
    // "James River", "Fort Fisher", "English Lords".
    if (given + family).contains(where: isPlaceHead) { return true }
    return facts(given[0]).given == 0 && facts(given[0]).classes.contains(.demonym)
  }

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
