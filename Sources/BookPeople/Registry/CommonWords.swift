import BookLanguage

/// Words of the languages books are written in that are also names, or that begin sentences.
enum CommonWords {
  /// True for an English, French, German or Spanish word that is too common to be a name alone.
  static func contains(_ word: String) -> Bool { words.contains(word.lowercased()) }

  /// Names that are words as well: "Will", "May", "Grace".
  ///
  /// A mention of them needs a second look.
  static func isHomograph(_ word: String) -> Bool {
    let lower = word.lowercased()
    return homographs.contains(lower) || words.contains(lower)
  }

  /// True for words by which people are addressed, so that with a capital they name somebody.
  static func isAddress(_ word: String) -> Bool { addresses.contains(word.lowercased()) }

  private static let addresses: Set<String> = set(
    PeopleWords.addresses)

  /// True when a word that begins a sentence is followed by one that makes it a word, not a name:
  /// "Will you", "May I", "Mark my".
  static func showsPlainWord(_ next: String) -> Bool { afterPlainWord.contains(next) }

  /// True for initials that stand for a thing: `A. M.`, `U. S.`.
  static func isAbbreviation(_ initials: String) -> Bool { abbreviations.contains(initials) }

  /// True for letters, with or without points, that open a note or name a body: `P.S.`, `B.B.C.`.
  static func areNoInitials(_ letters: some Sequence<UInt8>) -> Bool {
    noInitials.contains(letters.map { $0 | 0x20 }.filter { $0 &- 0x61 < 26 })
  }

  private static let noInitials = Set(
    PeopleWords.notInitials.split { $0 == " " || $0 == "\n" }
      .map { $0.utf8.map { $0 | 0x20 }.filter { $0 &- 0x61 < 26 } })

  private static let abbreviations = Set(
    PeopleWords.abbreviations.split { $0 == " " || $0 == "\n" }
      .map { $0.split(separator: ".").map { "\($0)." }.joined(separator: " ") })

  private static func set(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  private static let words = set(
    PeopleWords.common.joined(separator: " "))

  private static let homographs = set(
    PeopleWords.homographs)

  private static let afterPlainWord = set(
    PeopleWords.afterPlainWord)
}
