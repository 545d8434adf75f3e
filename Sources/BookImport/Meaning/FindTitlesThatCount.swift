import BookLanguage

extension Manuscript {
  /// Titles that count: `1. The Farm`, then pages of prose, `2. The Road`: short lines that stand
  /// alone, whose numbers follow one another, typed or made by an automatic list.
  mutating func findTitlesThatCount() {
    var rows: [[(index: Int, count: TitleCount)]] = []
    for index in lines.indices {
      guard let count = titleCount(index), isSetApart(index) || standsOut(index),
        leadsToProse(index)
      else { continue }
      if let last = rows.last?.last, count.follows(last.count),
        proseWords(between: last.index, and: index) >= Self.wordsOfChapter
      {
        rows[rows.count - 1].append((index, count))
      } else {
        rows.append([(index, count)])
      }
    }
    for row in rows where row.count >= Self.fewestTitles {
      for (index, _) in row {
        lines[index].paragraph.item = nil
        take(index, as: .chapter, "one of \(row.count) titles that count")
      }
    }
  }

  /// Fewer than three numbers in a row may be anything.
  private static let fewestTitles = 3
  /// Items of a list are closer to one another.
  private static let wordsOfChapter = 60

  /// The number that a title begins with.
  private struct TitleCount {
    /// Nil for one in words, which only has to be another than the last.
    var value: Int?
    var word: String
    /// The sign behind it, or the list it is counted by.
    var kind: String

    func follows(_ other: TitleCount) -> Bool {
      guard kind == other.kind else { return false }
      if let value, let before = other.value { return value == before + 1 }
      return value == nil && other.value == nil && word != other.word
    }
  }

  private func titleCount(_ index: Int) -> TitleCount? {
    let line = lines[index]
    guard isShort(index) else { return nil }
    if let item = line.paragraph.item {
      guard let number = item.number, item.level == 0 else { return nil }
      return TitleCount(value: number, word: "", kind: item.list)
    }
    let token = line.text.prefix { !$0.isWhitespace && !Self.signsBehind.contains($0) }
    let rest = line.text.dropFirst(token.count)
    let sign = rest.first { !$0.isWhitespace }.map(String.init) ?? ""
    let isParted = rest.first.map { Self.signsBehind.contains($0) } ?? false
    let isSpaced = sign.first.map { Self.signsBehind.contains($0) } ?? false
    guard rest.contains(where: \.isLetter), !token.isEmpty else { return nil }
    let kind = isParted || isSpaced ? sign : " "
    if token.allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int(token),
      value <= Self.mostChapters
    {
      return kind != " " || standsOut(index) ? TitleCount(value: value, word: "", kind: kind) : nil
    }
    guard kind != " " else { return nil }
    if !token.contains(where: \.isLowercase), let value = romanNumber(token) {
      return TitleCount(value: value, word: "", kind: "roman" + kind)
    }
    let word = token.lowercased()
    return words.numbers.contains(word) ? TitleCount(value: nil, word: word, kind: kind) : nil
  }

  private static let signsBehind = ".):—–-"
  private static let mostChapters = 300

  private func proseWords(between start: Int, and end: Int) -> Int {
    lines[(start + 1)..<end].reduce(0) { $0 + ($1.role == .body ? $1.count : 0) }
  }
}
