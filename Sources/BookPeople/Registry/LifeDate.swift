import BookModel

/// The years that an EDTF date of birth or death leaves open; the day does not matter here.
enum LifeDate {
  /// First and last year a date can mean, nil when there is no year in it.
  static func years(_ date: WrittenDate) -> ClosedRange<Int>? {
    var low: Int?
    var high: Int?
    for part in date.text.split(whereSeparator: { "[]{}/,".contains($0) || $0 == " " }) {
      var ends = String(part)
      var isOpenBefore = false
      var isOpenAfter = false
      if ends.hasPrefix("..") { isOpenBefore = true }
      if ends.hasSuffix("..") { isOpenAfter = true }
      ends = ends.filter { !"?~%".contains($0) }
      for piece in ends.replacing("..", with: "/").split(separator: "/") {
        guard let range = year(String(piece)) else { continue }
        let first = isOpenBefore ? range.lowerBound - 150 : range.lowerBound
        let last = isOpenAfter ? range.upperBound + 150 : range.upperBound
        low = min(low ?? first, first)
        high = max(high ?? last, last)
      }
    }
    guard let low, let high, low <= high else { return nil }
    return low...high
  }

  private static func year(_ text: String) -> ClosedRange<Int>? {
    var text = Substring(text)
    let isNegative = text.hasPrefix("-")
    if isNegative { text = text.dropFirst() }
    let digits = text.prefix { $0 != "-" }
    guard digits.utf8.count == 4,
      digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == 0x58 })
    else { return nil }
    guard let first = Int(digits.replacing("X", with: "0")),
      let last = Int(digits.replacing("X", with: "9"))
    else { return nil }
    return isNegative ? -last ... -first : first...last
  }

  /// The range of years as an index prints it to tell namesakes apart: `1801–70`, `b. 1801`.
  static func label(born: WrittenDate?, died: WrittenDate?) -> String? {
    let born = born.flatMap(printed)
    let died = died.flatMap(printed)
    switch (born, died) {
    case (let born?, let died?): return PageRange.elided(born, died)
    case (let born?, nil): return "b. \(born)"
    case (nil, let died?): return "d. \(died)"
    default: return nil
    }
  }

  // One year when the date leaves but one open.
  static func printed(_ date: WrittenDate) -> String? {
    guard let range = years(date), range.count == 1 else { return nil }
    let year = range.lowerBound
    let text = year > 0 ? String(year) : "\(1 - year) BC"
    return date.text.contains("~") || date.text.contains("%") ? "c. \(text)" : text
  }
}
