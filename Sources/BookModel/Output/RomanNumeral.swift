/// Numbers in Roman figures.
package enum RomanNumeral {
  private static let figures: [(sign: String, worth: Int)] = [
    ("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50),
    ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
  ]

  /// A number in capitals, nothing for those below 1.
  package static func written(_ value: Int) -> String {
    var rest = value
    var text = ""
    for (sign, worth) in figures {
      while rest >= worth {
        text += sign
        rest -= worth
      }
    }
    return text
  }

  /// The number that capitals stand for, nil for what is not written as a number is.
  package static func value(of text: String) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy("IVXLCDM".utf8.contains) else { return nil }
    var rest = text[...]
    var value = 0
    for (sign, worth) in figures {
      while rest.hasPrefix(sign) {
        value += worth
        rest = rest.dropFirst(sign.count)
      }
    }
    return rest.isEmpty && written(value) == text ? value : nil
  }
}
