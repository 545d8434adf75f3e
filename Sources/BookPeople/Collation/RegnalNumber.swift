import BookLanguage
import BookModel

/// Numbers as they stand after the names of monarchs and popes.
enum RegnalNumber {
  /// No monarch has a higher one.
  private static let highest = 49

  /// The value of `I` to `XLIX` in capitals, nil for other words.
  static func value(_ word: String) -> Int? {
    RomanNumeral.value(of: word).flatMap { $0 <= highest ? $0 : nil }
  }

  /// Whether a word is a number of a monarch's and can be no initial: `II` and above, but no `V`.
  static func isOne(_ word: String) -> Bool {
    word.utf8.count > 1 && (value(word).map { $0 > 1 } ?? false)
  }

  /// The ordinal in English words, for "Charles the Second"; nil above twenty.
  static func ordinal(_ value: Int) -> String? {
    let words = NameCueWords.ordinals
    return value >= 1 && value <= words.count ? words[value - 1] : nil
  }
}
