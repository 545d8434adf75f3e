import BookLanguage
import BookModel

/// Chapter files in the order in which their names count: numbers as numbers, prologue and preface
/// first, epilogue and afterword last, everything else as the bytes have it.
struct FileOrder {
  private let numbers: [String: Int]
  private let months: [String: Int]
  private let openings: Set<String>
  /// In the order in which books have them.
  private let closings: [String]

  /// The order of a language's number words and of its names for front and back matter.
  init(_ language: Language) {
    numbers = Self.values(of: [.numberWord, .ordinal], in: language)
      .merging([language.countedOne: 1]) { listed, _ in listed }
    months = Self.values(of: [.month], in: language)
    openings = language.openingMatter
    closings = language.closingMatter
  }

  /// Words that count, with what they count to.
  private static func values(of kinds: [DateWord.Kind], in language: Language) -> [String: Int] {
    var values: [String: Int] = [:]
    for list in language.dateWords where kinds.contains(list.kind) {
      for piece in list.words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let parts = piece.split(separator: "=")
        guard parts.count == 2, let value = Int(parts[1]), (1...90).contains(value) else {
          continue
        }
        values[parts[0].prefix { $0 != "!" }.lowercased()] = value
      }
    }
    return values
  }

  /// The names in reading order; two that count alike stay in the order of their bytes.
  func sorted(_ names: [String]) -> [String] {
    let bytewise = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let words = bytewise.map(Self.words)
    // What else lies in the folder says nothing of how its chapters are called, and nor do they of how
    // parts are.
    let chapters = bytewise.indices.filter { hasMarkdownEnding(bytewise[$0]) }
    let parts = bytewise.indices.filter { !bytewise[$0].contains(".") }
    var keys: [Key] = []
    let groups = [chapters.isEmpty ? Array(bytewise.indices) : chapters, parts].map { group in
      group.filter { part(of: words[$0]) == .body }
    }
    let spelt = groups.map { spelling(of: $0.map { words[$0] }) }
    let isPart = Set(parts)
    for (index, words) in words.enumerated() {
      keys.append(
        Key(
          part: part(of: words), rank: closingRank(of: words) ?? 0,
          pieces: pieces(words, spelt[isPart.contains(index) ? 1 : 0])))
    }
    for deciding in groups {
      let ordinary = deciding.map { words[$0] }
      // `Ch 3` and `fifth`: what stands before the numbers says nothing where all of them differ.
      let numbers = deciding.compactMap { keys[$0].number }
      let isCounted = numbers.count == ordinary.count && Set(numbers).count == numbers.count
      let haveWords = ordinary.contains { $0.contains { number($0) != nil } }
      // `ch10` and `chapter 2`.
      let areShort = deciding.allSatisfy { keys[$0].pieces.count <= 2 }
      if isCounted, haveWords || areShort {
        for index in deciding {
          keys[index].pieces = keys[index].number.map { [.number($0)] } ?? keys[index].pieces
        }
      }
    }
    return bytewise.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { bytewise[$0] }
  }

  /// The name's letters and figures in small letters, without its ending: `Chapter 12.md` is
  /// `chapter`, `12`.
  static func words(_ name: String) -> [String] {
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    var words: [String] = []
    var last: Kind = .sign
    for character in stem.lowercased() {
      let kind: Kind =
        character.isASCII && character.isNumber ? .figure : character.isLetter ? .letter : .sign
      if kind == .sign {
        last = kind
        continue
      }
      if kind == last, !words.isEmpty {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
      last = kind
    }
    return words
  }

  private enum Kind { case letter, figure, sign }

  /// Programs that make sites and books call the first page so.
  private static let firstPage = ["index"]

  /// Where in the book a name puts its file when it has no number.
  private enum Part: Int { case front, body, back }

  private func part(of words: [String]) -> Part {
    // "Appendix 2": it counts itself, not the chapters.
    let isCounted = words.count > 1 && Int(words[1]) != nil
    if isCounted, isClosing(words[0]) { return .back }
    if isCounted, openings.contains(words[0]) { return .front }
    if words.contains(where: { Int($0) != nil }) { return .body }
    if words.contains(where: openings.contains) || words == Self.firstPage { return .front }
    return closingRank(of: words) == nil ? .body : .back
  }

  /// Where in books back matter of a name stands, nil for any other name.
  private func closingRank(of words: [String]) -> Int? {
    let name = words.joined(separator: " ")
    return closings.firstIndex { closing in
      name == closing || words.contains { Self.names($0, closing) }
    }
  }

  private func isClosing(_ word: String) -> Bool { closings.contains { Self.names(word, $0) } }

  /// Whether a word names back matter, be it with a letter that counts: `appendixB`.
  private static func names(_ word: String, _ closing: String) -> Bool {
    word == closing || word.count > 5 && word.dropLast() == closing
  }

  /// How all the ordinary names spell their numbers where they do not use figures.
  private enum Spelling { case figures, words, roman, months }

  private func spelling(of names: [[String]]) -> Spelling {
    guard names.count > 1 else { return .figures }
    // A year's chapters, one a month, it may be behind some that are numbered.
    let ofMonths = names.filter { name in
      name.contains { month($0) != nil } && !name.contains { Int($0).map { $0 < 1000 } ?? false }
    }
    let others = names.count - ofMonths.count
    let areNumbered = names.count { $0.first.flatMap { Int($0) } != nil }
    if ofMonths.count > 1, areNumbered == others { return .months }
    // One that is called otherwise says nothing of the others.
    let counted = names.filter { $0.contains { number($0) != nil || Int($0) != nil } }
    if counted.count == names.count
      || counted.count >= Self.fewestCounted && counted.count * 3 >= names.count * 2
        && counted.contains(where: { $0.contains { number($0) != nil } })
    {
      return .words
    }
    // "I", "mix" and "civil" are words too: only where every name has one and all differ.
    let numerals = names.map { $0.compactMap(Self.romanNumeral).first }
    let values = numerals.compactMap(\.self)
    return values.count == names.count && Set(values).count == values.count ? .roman : .figures
  }

  /// So many names that count show how the others of two thirds are meant.
  private static let fewestCounted = 3

  /// A month by its name, or by three letters of it and more.
  private func month(_ word: String) -> Int? {
    if let exact = months[word] { return exact }
    guard word.count >= 3 else { return nil }
    let near = Set(months.filter { $0.key.hasPrefix(word) }.values)
    return near.count == 1 ? near.first : nil
  }

  private func number(_ word: String) -> Int? { numbers[word] }

  private func pieces(_ words: [String], _ spelling: Spelling) -> [Key.Piece] {
    var pieces: [Key.Piece] = []
    for word in words {
      let value: Int? =
        Int(word)
        ?? (spelling == .words ? number(word) : nil)
        ?? (spelling == .months ? month(word) : nil)
        ?? (spelling == .roman ? Self.romanNumeral(word) : nil)
      guard let value else {
        pieces.append(.word(word))
        continue
      }
      // "twenty-one"
      if case .number(let tens)? = pieces.last, spelling == .words, Int(word) == nil, tens >= 20,
        tens % 10 == 0, value < 10
      {
        pieces[pieces.count - 1] = .number(tens + value)
      } else {
        pieces.append(.number(value))
      }
    }
    // The year before the month.
    if spelling == .months, case .number(let year)? = pieces.last, year >= 1000 {
      pieces.insert(pieces.removeLast(), at: 0)
    }
    return pieces
  }

  /// The value of a Roman numeral in small letters up to 399, nil for anything else.
  static func romanNumeral(_ word: String) -> Int? {
    guard word.utf8.allSatisfy("ivxlc".utf8.contains) else { return nil }
    return RomanNumeral.value(of: word.uppercased())
  }

  private struct Key: Comparable {
    var part: Part
    /// Of back matter, its place in books.
    var rank: Int
    var pieces: [Piece]

    enum Piece: Comparable {
      case number(Int)
      case word(String)
    }

    /// The first number in the name.
    var number: Int? {
      pieces.lazy.compactMap { if case .number(let value) = $0 { value } else { nil } }.first
    }

    static func < (one: Key, other: Key) -> Bool {
      if one.part != other.part { return one.part.rawValue < other.part.rawValue }
      if one.part == .back, one.rank != other.rank { return one.rank < other.rank }
      return one.pieces.lexicographicallyPrecedes(other.pieces)
    }
  }
}
