// What stands at the top of a chapter and is meant for its head, which is read elsewhere.
extension NeighbourScan {
  /// Tells of keys at the top that are no head, and of words where keys should be.
  mutating func tellHead() {
    var seen = 0
    for line in 0..<lines.count where !isBlank(line) {
      seen += 1
      if seen > Self.linesBeforeKey + 1 { break }
      if isKeyOfHead(line) {
        tally.add(.headUnread, at: span(content(line)..<lines.range(line, in: bytes).upperBound))
        return
      }
      guard isHeading(line) || isFenceOfHead(line) else { break }
    }
    tellHeadOfWords()
  }

  /// A title and a fence may stand before the first key of a head in the wrong place.
  private static let linesBeforeKey = 2

  /// In bytes, with something behind its colon.
  private static let longestKey = 16
  /// In bytes; a longer line is a pause of the author's own.
  private static let longestFence = 40

  /// `title: My Life`, by a key that no prose begins with.
  private func isKeyOfHead(_ line: Int) -> Bool {
    let end = lines.range(line, in: bytes).upperBound
    let start = content(line)
    let words = text(start..<min(end, start + Self.longestKey))
    guard let colon = words.firstIndex(of: ":"), words.index(after: colon) < words.endIndex else {
      return false
    }
    return ["title", "subtitle", "author", "role", "matter", "part", "draft", "ordinal", "short"]
      .contains(words[..<colon].lowercased())
  }

  /// A line of hyphens, stars or dashes, or one that begins code.
  private func isFenceOfHead(_ line: Int) -> Bool {
    let range = lines.range(line, in: bytes)
    guard range.count <= Self.longestFence else { return false }
    let words = text(range).trimmed
    return words.allSatisfy { "-*–—+=".contains($0) } || words.hasPrefix("```")
  }

  /// Words between two lines of `---` that open a chapter: no head, since they are no keys, but a
  /// heading of the second level.
  private mutating func tellHeadOfWords() {
    guard let first = (0..<lines.count).first(where: { !isBlank($0) }), isRule(first) else {
      return
    }
    var last = first + 1
    while last < lines.count, !isBlank(last), !isRule(last) { last += 1 }
    guard last > first + 1, last < lines.count, isRule(last) else { return }
    let words = lines.range(first + 1, in: bytes)
    tally.add(.headOfWords, at: span(content(first + 1)..<words.upperBound))
  }

  /// Whether a line holds three hyphens and nothing else.
  func isRule(_ line: Int) -> Bool {
    let row = rowRange(line)
    return row.count == 3 && bytes[row].allSatisfy { $0 == 0x2D }
  }
}
