import BookLanguage

extension Manuscript {
  /// Leaves out numbers of pages and running heads that stand among the words, as scanned and
  /// converted documents have them.
  mutating func leaveOutRunningHeads() {
    let numbers = lines.indices.compactMap { index in
      pageNumber(index).map { (index: index, value: $0) }
    }
    var row: [(index: Int, value: Int)] = []
    var pages: [Int] = []
    func finish() { if countsPages(row) { pages += row.map(\.index) } }
    for number in numbers {
      if let last = row.last,
        !(last.value + 1...last.value + Self.widestStep).contains(number.value)
      {
        finish()
        row = []
      }
      row.append(number)
    }
    finish()
    for index in pages { dropHead(index) }
    dropRepeatedHeads()
  }

  private mutating func dropHead(_ index: Int) {
    lines[index].role = .gone
    leftOut.append(LeftOut(.header, lines[index].text, place: lines[index].paragraph.place))
    // The page ends where the paper did: only a title keeps its break, and no empty line stays.
    let start = lastFilled(before: index).map { $0 + 1 } ?? 0
    let next = nextFilled(after: index) ?? lines.count
    var breakBefore = TypedParagraph.Break.none
    for place in start..<min(next + 1, lines.count) {
      breakBefore = max(breakBefore, lines[place].paragraph.breakBefore)
      if lines[place].role == .blank { lines[place].role = .gone }
    }
    guard next < lines.count else { return }
    lines[next].paragraph.breakBefore = .none
    if isTitleLine(next) { lines[next].paragraph.breakBefore = breakBefore }
  }

  /// Pages without a number between two with one, at most.
  private static let widestStep = 3

  // MARK: Numbers

  /// `12`, `- 12 -`, `Page 12`.
  private func pageNumber(_ index: Int) -> Int? {
    let line = lines[index]
    guard line.role == .body, line.count <= 3, line.text.count <= Self.longestNumber,
      line.paragraph.outline == nil
    else { return nil }
    var rest = line.text[...]
    let isSign: (Character) -> Bool = { " -–—~[]()·•|".contains($0) }
    while rest.first.map(isSign) == true { rest.removeFirst() }
    while rest.last.map(isSign) == true { rest.removeLast() }
    let word = rest.prefix { $0.isLetter }
    if words.page.contains(word.lowercased()) {
      rest = rest.dropFirst(word.count).drop { " .".contains($0) }
    }
    guard !rest.isEmpty, rest.count <= 4, rest.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    return Int(rest)
  }

  private static let longestNumber = 16

  /// Whether numbers that count up are those of pages.
  ///
  /// They end pages, stand in mid-sentence, or begin where no first chapter does and are a page
  /// apart. Those of chapters begin pages.
  private func countsPages(_ row: [(index: Int, value: Int)]) -> Bool {
    guard row.count >= 3 else { return false }
    let lasts = row.count { endsPage($0.index) }
    if lasts * 2 >= row.count { return true }
    if row.count(where: { cutsSentence($0.index) }) * 4 >= row.count { return true }
    let firsts = row.count { beginsPage($0.index) }
    guard firsts * 2 < row.count, row[0].value >= Self.latestFirstChapter, row.count >= 4 else {
      return false
    }
    return zip(row, row.dropFirst()).allSatisfy { a, b in
      lines[(a.index + 1)..<b.index].reduce(0) { $0 + $1.count }
        <= Self.wordsOfPage * (b.value - a.value)
    }
  }

  /// A book may lack its first chapters, but not many.
  private static let latestFirstChapter = 4
  /// Words of a full page at most.
  private static let wordsOfPage = 900

  private func endsPage(_ index: Int) -> Bool {
    for line in lines[(index + 1)...] {
      if line.paragraph.breakBefore != .none { return true }
      if line.role != .blank && line.role != .gone { return false }
    }
    return true
  }

  /// Whether the sentence before a line goes on behind it.
  private func cutsSentence(_ index: Int) -> Bool {
    guard let before = lastFilled(before: index), let next = nextFilled(after: index),
      lines[before].role == .body, lines[before].count > Self.wordsOfHead,
      let last = lines[before].text.last, let first = lines[next].text.first
    else { return false }
    return (last.isLetter || last == "," || last == "-") && first.isLowercase
  }

  // MARK: Words

  /// Leaves out short lines that stand the same three times and more, each time beside a number of a
  /// page or in mid-sentence.
  ///
  /// What only begins or ends a page may be a salutation or a name below a letter.
  private mutating func dropRepeatedHeads() {
    var groups: [String: [Int]] = [:]
    for index in lines.indices
    where lines[index].role == .body && (1...Self.wordsOfHead).contains(lines[index].count)
      && lines[index].paragraph.outline == nil && lines[index].paragraph.item == nil
    {
      let text = lines[index].text.lowercased().filter { $0.isLetter || $0 == " " }.trimmedBlanks
      if text.contains(where: \.isLetter) { groups[text, default: []].append(index) }
    }
    for (text, found) in groups.sorted(by: { $0.value[0] < $1.value[0] })
    where found.count >= 3 && !isTitleWord(text) {
      let certain = found.count { cutsSentence($0) || isBesideHead($0) }
      let numbers = found.compactMap { Int(lines[$0].text.filter(\.isNumber)) }
      let counts = numbers.count == found.count && zip(numbers, numbers.dropFirst()).allSatisfy(<)
      let edges = found.count { beginsPage($0) || endsPage($0) }
      guard certain * 5 >= found.count * 4 || counts && certain > 0 && edges * 2 >= found.count
      else { continue }
      for index in found { dropHead(index) }
    }
  }

  /// Words of a running head at most.
  private static let wordsOfHead = 9

  private func isTitleWord(_ text: String) -> Bool {
    let first = text.split(separator: " ").first.map(String.init) ?? ""
    return words.chapter.contains(first) || words.part.contains(first)
  }

  /// Whether the line before or behind, blank ones apart, is a number of a page that was left out.
  private func isBesideHead(_ index: Int) -> Bool {
    let before = lines[..<index].reversed().prefix { $0.role == .gone || $0.role == .blank }
    let behind = lines[(index + 1)...].prefix { $0.role == .gone || $0.role == .blank }
    return (Array(before) + behind).contains {
      $0.role == .gone && $0.count <= 3 && $0.text.contains(where: \.isNumber)
    }
  }
}
