/// The number of a book in trade, of 13 digits, its check digit right (ISO 2108).
struct ISBN {
  let digits: String

  /// Why a number is none; each completes a sentence that begins with the number in quotes.
  enum Fault: Error {
    case malformed
    /// The digit that would fit, where one does.
    case checkDigit(Int?)
  }

  /// Reads 13 digits, or 10 and makes 13 of them; blanks and hyphens are left out.
  init(_ text: some StringProtocol) throws(Fault) {
    // `ISBN 978-…`, as it stands on a cover.
    let isNamed = text.lowercased().hasPrefix("isbn")
    let text = text.dropFirst(isNamed ? 4 : 0).drop { ": -".contains($0) }
    let signs = text.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
    // In the last place of ten an X stands for ten.
    let numbers = signs.compactMap { sign -> Int? in
      switch sign {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(sign - UInt8(ascii: "0"))
      case UInt8(ascii: "X"), UInt8(ascii: "x"): 10
      default: nil
      }
    }
    guard numbers.count == signs.count, !numbers.dropLast().contains(10) else { throw .malformed }
    switch numbers.count {
    case 10:
      let sum = zip(numbers, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]).reduce(0) { $0 + $1.0 * $1.1 }
      if sum % 11 != 0 { throw .checkDigit(nil) }
      let first = [9, 7, 8] + numbers.prefix(9)
      digits = (first + [Self.checkDigit(first)]).map(String.init).joined()
    case 13 where numbers.last != 10:
      let right = Self.checkDigit(Array(numbers.prefix(12)))
      if numbers[12] != right { throw .checkDigit(right) }
      digits = numbers.map(String.init).joined()
    default: throw .malformed
    }
  }

  private static func checkDigit(_ first: [Int]) -> Int {
    let weights = [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]
    return (10 - zip(first, weights).reduce(0) { $0 + $1.0 * $1.1 } % 10) % 10
  }
}
