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
    // "C. S. A."; but Mrs. S. is somebody who stays unnamed.
    let isOfRankAlone = Honorific.all(in: name.prefix ?? "").allSatisfy { $0.kind == .rank }
    if !family.isEmpty, isOfRankAlone, (given + family).allSatisfy(isInitials) { return true }
    guard !given.isEmpty, !family.isEmpty else { return false }
    // "James River", "Fort Fisher", "English Lords".
    if (given + family).contains(where: isPlaceHead) { return true }
    return facts(given[0]).given == 0 && facts(given[0]).classes.contains(.demonym)
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
