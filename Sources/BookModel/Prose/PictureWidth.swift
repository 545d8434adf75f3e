/// How wide an author wants a picture.
package enum PictureWidth: Sendable, Equatable {
  /// Of the text's width, above 0 to 1.
  case share(Double)
  /// Points.
  case points(Double)
}

extension PictureWidth {
  /// What is written as `50%`, `8cm`, `3in`, `300px` or `300`; nil for anything else.
  package init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let number = Double(digits), number > 0, number < Self.most else { return nil }
    let unit = text.dropFirst(digits.count).lowercased()
    if unit == "%" {
      self = .share(min(1, number / 100))
    } else if let points = Self.pointsOfUnits[unit] {
      self = .points(number * points)
    } else {
      return nil
    }
  }

  /// CSS Values and Units 3, 5.2; a number alone counts pixels.
  private static let pointsOfUnits: [String: Double] = [
    "": 0.75, "px": 0.75, "pt": 1, "pc": 12, "in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4,
  ]
  private static let most = 100_000.0
}
