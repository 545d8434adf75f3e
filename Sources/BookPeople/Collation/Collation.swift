import BookLanguage
package import BookModel

/// The order of headings, the same on every machine: levels 1 to 3 of ISO 14651 on our own table
/// for Latin, Greek and Cyrillic, tailored by the book's language alone.
package struct Collation: Sendable {
  /// Word by word, or letter by letter up to the first comma.
  package let order: PeoplePolicy.Collation
  private let tailoring: [UInt32: UInt32]

  package init(order: PeoplePolicy.Collation, language: String) {
    self.order = order
    var tailoring: [UInt32: UInt32] = [:]
    for own in Language.of(language).lettersOfTheirOwn {
      for (i, letter) in own.letters.enumerated() {
        tailoring[letter] = Self.weight(own.after, UInt32(i + 1))
      }
    }
    self.tailoring = tailoring
  }

  /// What a heading is compared by: weights first, the words as written where these are equal.
  package struct Key: Sendable, Comparable {
    fileprivate var weights: [UInt32]
    fileprivate var written: String

    package static func < (a: Key, b: Key) -> Bool {
      if a.weights != b.weights { return a.weights.lexicographicallyPrecedes(b.weights) }
      return a.written.unicodeScalars.lexicographicallyPrecedes(b.written.unicodeScalars)
    }
  }

  /// The key of a text in which a comma or a parenthesis ends a field, as in "Smith, John (1801)".
  package func key(_ text: String) -> Key {
    Key(weights: weights(text), written: text)
  }

  /// The letter a heading stands under: `A`, `Å`, `Я`, or `#` for all that begins with no letter.
  package func letter(_ text: String) -> String {
    guard let first = weights(text).first(where: { $0 > Self.space }) else { return "#" }
    if first >= Self.latin, first < Self.greek {
      let place = Int(first - Self.latin)
      if place % Self.step == 0, place / Self.step < 26 {
        return String(UnicodeScalar(UInt8(65 + place / Self.step)))
      }
    }
    if let own = tailoring.first(where: { $0.value == first }), let scalar = Unicode.Scalar(own.key)
    {
      return scalar.properties.uppercaseMapping
    }
    if first >= Self.greek, let scalar = Unicode.Scalar(first - Self.greek),
      scalar.properties.isAlphabetic
    {
      return scalar.properties.uppercaseMapping
    }
    return "#"
  }

  private static let space: UInt32 = 1
  private static let digit: UInt32 = 0x10
  private static let latin: UInt32 = 0x1000
  private static let step = 16
  private static let greek: UInt32 = 0x2000

  private static func weight(_ letter: UInt8, _ after: UInt32 = 0) -> UInt32 {
    latin + UInt32(letter - 97) * UInt32(step) + after
  }

  // Letters without a canonical decomposition that are filed under others.
  private static let folded: [UInt32: String] = [
    0xDF: "ss", 0xE6: "ae", 0x153: "oe", 0xF8: "o", 0x142: "l", 0x111: "d", 0xF0: "d", 0xFE: "th",
    0x131: "i", 0x127: "h", 0x167: "t", 0x14B: "n", 0x138: "k", 0x180: "b", 0x1E9E: "ss",
    0x3C2: "σ",
  ]

  private func weights(_ text: String) -> [UInt32] {
    var result: [UInt32] = []
    var pendingSpace = false
    var inFirstField = true
    var scalars: [UInt32] = []
    for field in FoldedName.fields(text) {
      if !inFirstField { result.append(0) }
      pendingSpace = false
      scalars = FoldedName.lowercased(FoldedName.withNumerals(field))
      append(scalars, to: &result, &pendingSpace)
      inFirstField = false
    }
    return result
  }

  private func append(
    _ scalars: [UInt32], to result: inout [UInt32], _ pendingSpace: inout Bool
  ) {
    let fieldStart = result.count
    var i = 0
    while i < scalars.count {
      let scalar = scalars[i]
      i += 1
      if scalar == 0x20 {
        pendingSpace = true
        continue
      }
      if FoldedName.isIgnored(scalar) { continue }
      if pendingSpace, result.count > fieldStart, order == .word { result.append(Self.space) }
      pendingSpace = false
      if scalar >= 0x30, scalar <= 0x39 {
        var number: UInt32 = scalar - 0x30
        while i < scalars.count, scalars[i] >= 0x30, scalars[i] <= 0x39 {
          number = min(number &* 10 &+ scalars[i] - 0x30, 0xE00)
          i += 1
        }
        result.append(Self.digit + min(number, 0xE00))
        continue
      }
      appendLetter(scalar, to: &result)
    }
  }

  private func appendLetter(_ scalar: UInt32, to result: inout [UInt32]) {
    if let own = tailoring[scalar] { return result.append(own) }
    if let text = Self.folded[scalar] {
      for part in text.unicodeScalars { appendLetter(part.value, to: &result) }
      return
    }
    if let (base, _) = Decomposition.of(scalar) { return appendLetter(base, to: &result) }
    if scalar >= 97, scalar <= 122 {
      result.append(Self.weight(UInt8(scalar)))
    } else {
      result.append(Self.greek + scalar)
    }
  }
}
