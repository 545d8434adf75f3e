/// Numbers in Roman figures.
enum RomanNumeral {
  private static let figures: [(String, Int)] = [
    ("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50),
    ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
  ]

  /// The number, nil for what is not written as a number is.
  static func value(of text: String) -> Int? {
    let text = text.uppercased()
    guard !text.isEmpty, text.utf8.count <= 10 else { return nil }
    var rest = text[...]
    var value = 0
    for (figure, worth) in figures {
      while rest.hasPrefix(figure) {
        value += worth
        rest = rest.dropFirst(figure.count)
      }
    }
    return rest.isEmpty && numeral(value) == text ? value : nil
  }

  private static func numeral(_ value: Int) -> String {
    var rest = value
    var text = ""
    for (figure, worth) in figures {
      while rest >= worth {
        text += figure
        rest -= worth
      }
    }
    return text
  }
}
