import BookLanguage

/// Words whose full stop ends no sentence.
struct Abbreviations: Sendable {
  private let hashes: Set<UInt64>

  private init(_ words: String) {
    hashes = Set(words.split(separator: " ").map { WordHash.of(String($0)) })
  }

  /// Whether a word, by the hash of its small letters, is one.
  func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  /// Those of a language; most share the list of English, which is made once.
  static func of(_ language: Language) -> Abbreviations {
    language.abbreviations == Language.english.abbreviations
      ? english : Abbreviations(language.abbreviations)
  }

  private static let english = Abbreviations(Language.english.abbreviations)
}
