import BookLanguage
import BookModel

extension Manuscript {
  /// What a typed title says by its words.
  enum NumberedTitle: Equatable {
    /// `Chapter Two`, `CHAPTER II: THE MILL`; `isAlone` without words behind the number.
    case chapter(isAlone: Bool)
    case part
    /// A number alone.
    case number
    /// Prologue, foreword and the like.
    case matter
  }

  /// Reads a line as a title that is known by its words.
  func numberedTitle(_ text: String) -> NumberedTitle? {
    guard mayBeNumbered(text) else { return nil }
    let small = text.lowercased().filter { $0 != "*" && $0 != "~" }
    let parts = small.split { $0.isWhitespace || ".:—–-".contains($0) }.map(String.init)
    guard let first = parts.first else { return nil }
    if words.matter.contains(parts.joined(separator: " ")) || words.matter.contains(small) {
      return .matter
    }
    if parts.count == 1, number(first) != nil { return .number }
    let isPart = words.part.contains(first)
    if words.chapter.contains(first) || isPart {
      guard parts.count > 1, let length = numberLength(parts.dropFirst()) else { return nil }
      if parts.count == length + 1 { return isPart ? .part : .chapter(isAlone: true) }
      guard isParted(text, behind: length + 1) else { return nil }
      return isPart ? .part : .chapter(isAlone: false)
    }
    // `Erstes Kapitel`, `First Chapter`.
    if parts.count == 2, number(first) != nil || first.last == "." {
      if words.chapter.contains(parts[1]) { return .chapter(isAlone: true) }
      if words.part.contains(parts[1]) { return .part }
    }
    return nil
  }

  /// A quick look at the first word, since nearly every line is prose.
  private func mayBeNumbered(_ text: String) -> Bool {
    let first = text.prefix { !$0.isWhitespace && !".:—–-*~".contains($0) }
    guard let sign = first.first else { return true }
    return sign.isNumber || titleStarts.contains(first.lowercased())
      || romanNumber(first) != nil
  }

  func isNumberedTitle(_ text: String) -> Bool { numberedTitle(text) != nil }

  /// How many words make the number: `twenty one` is of two.
  private func numberLength(_ parts: ArraySlice<String>) -> Int? {
    guard let first = parts.first, number(first) != nil else { return nil }
    if let second = parts.dropFirst().first, words.numbers.contains(first),
      words.numbers.contains(second)
    {
      return 2
    }
    return 1
  }

  /// What a chapter is numbered with, and the years that chapters of a life are named after.
  private static let chapterNumbers = 0...300
  private static let years = 1500...2100

  private func number(_ word: String) -> Int? {
    let word = word.filter { $0 != "." && $0 != ")" }
    if let value = Int(word), Self.chapterNumbers.contains(value) || Self.years.contains(value) {
      return value
    }
    if words.numbers.contains(word) { return 0 }
    if word.count > 1 || ["i", "v", "x"].contains(word) { return romanNumber(word) }
    return nil
  }

  /// Whether a sign or a new line parts the number from the words behind it.
  private func isParted(_ text: String, behind count: Int) -> Bool {
    var rest = text[...]
    for _ in 0..<count {
      rest = rest.drop { $0.isWhitespace || ".:—–-".contains($0) }
      rest = rest.drop { !$0.isWhitespace && !".:—–-".contains($0) }
    }
    guard let sign = rest.first(where: { !$0.isWhitespace }) else { return true }
    if ".:—–-".contains(sign) { return true }
    // `CHAPTER TWO THE MILL`, `Chapter 2  The Mill`: all in capitals, as titles are.
    let words = rest.split(separator: " ")
    return words.count <= 8 && text.last.map { !".!?,;".contains($0) } == true
      && words.allSatisfy { $0.first?.isLowercase == false || $0.count <= 3 }
  }
}

/// A number in Roman figures, in capitals or small letters; nil for any other word, and for one too
/// long for a chapter's number: years are written longer.
func romanNumber(_ word: some StringProtocol) -> Int? {
  word.utf8.count <= longestNumeral ? RomanNumeral.value(of: word.uppercased()) : nil
}

private let longestNumeral = 10
