import BookLanguage

/// Roman numerals as they stand after the names of monarchs and popes.
enum RomanNumeral {
  private static let tens = ["", "X", "XX", "XXX", "XL"]
  private static let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]

  /// The value of `I` to `XLIX` in capitals, nil for other words.
  static func value(_ word: String) -> Int? {
    guard !word.isEmpty, word.utf8.count <= 7,
      word.utf8.allSatisfy({ $0 == 0x49 || $0 == 0x56 || $0 == 0x58 || $0 == 0x4C })
    else { return nil }
    for value in 1...49 where tens[value / 10] + ones[value % 10] == word { return value }
    return nil
  }

  /// A value up to 49 in capitals.
  static func text(_ value: Int) -> String { tens[value / 10] + ones[value % 10] }

  /// The ordinal in English words, for "Charles the Second"; nil above twenty.
  static func ordinal(_ value: Int) -> String? {
    let words = NameCueWords.ordinals
    return value >= 1 && value <= words.count ? words[value - 1] : nil
  }
}
