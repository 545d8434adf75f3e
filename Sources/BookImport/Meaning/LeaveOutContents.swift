import BookLanguage

extension Manuscript {
  /// Leaves out the list of contents that was typed or made: the book makes its own.
  mutating func leaveOutContents() {
    for index in lines.indices where isListed(index) { drop(index) }
    dropTypedContents()
    dropUntitledContents()
    dropEmptyContents()
  }

  private func isListed(_ index: Int) -> Bool {
    lines[index].role == .body
      && lines[index].paragraph.styles.first.map { name in
        Self.styles.contains { name.hasPrefix($0) }
      } ?? false
  }

  /// How the styles are called in which Word sets what it lists.
  private static let styles = [
    "toc 1", "toc 2", "toc 3", "toc 4", "toc 5", "toc heading", "toa heading", "table of figures",
    "contents 1", "contents 2", "contents 3", "contents heading", "index 1", "index 2",
    "index heading",
  ]

  private mutating func drop(_ index: Int) {
    lines[index].role = .gone
    leftOut.append(LeftOut(.contents, lines[index].text, place: lines[index].paragraph.place))
  }

  /// A heading that says so, and lines that end with a number of a page.
  private mutating func dropTypedContents() {
    let titles = lines.indices.filter { isContentsTitle($0) }
    let repeated = titles.isEmpty ? [] : repeatedLines()
    for index in titles {
      var entries: [Int] = []
      var next = nextFilled(after: index)
      while let line = next, isEntry(line) || repeated.contains(lines[line].text.lowercased()),
        lines[line].role == .body, !entries.contains(where: { isSame($0, line) })
      {
        entries.append(line)
        next = nextFilled(after: line)
      }
      guard entries.count >= 2 else { continue }
      drop(index)
      for entry in entries { drop(entry) }
    }
  }

  /// The title over a list that was left out.
  private mutating func dropEmptyContents() {
    for index in lines.indices where isContentsTitle(index) {
      let hadEntries = lines[(index + 1)...].prefix { $0.role == .gone || $0.role == .blank }
        .contains { $0.role == .gone }
      let isTold = leftOut.contains {
        $0.kind == .contents && ($0.place ?? 0) >= lines[index].paragraph.place
          && ($0.place ?? 0) <= lines[index].paragraph.place + 3
      }
      if hadEntries || isTold { drop(index) }
    }
  }

  /// Lines in a row that end with a tab and a page, and whose words stand again as titles.
  private mutating func dropUntitledContents() {
    var entries: [Int] = []
    var words: Set<String>?
    func isListing(_ index: Int) -> Bool { lines[index].hasTab && isEntry(index) }
    for index in lines.indices {
      if lines[index].role == .body, isListing(index) {
        entries.append(index)
        continue
      }
      if lines[index].role == .blank, !entries.isEmpty { continue }
      if entries.count >= 2 {
        let known = words ?? shortLines()
        words = known
        if entries.allSatisfy({ known.contains(withoutPage(lines[$0].text)) }) {
          for entry in entries { drop(entry) }
        }
      }
      entries = []
    }
  }

  private func shortLines() -> Set<String> {
    Set(
      lines.filter { $0.role == .body && $0.count <= Self.longestEntry }.map {
        $0.text.lowercased()
      })
  }

  private func withoutPage(_ text: String) -> String {
    let words = text.lowercased().split(separator: " ").dropLast()
    var line = words.joined(separator: " ")
    while line.last.map({ ".…_".contains($0) }) == true { line.removeLast() }
    return line.trimmedBlanks
  }

  /// Short lines that stand twice, as titles do where a list without numbers of pages was typed.
  private func repeatedLines() -> Set<String> {
    var seen: Set<String> = []
    var repeated: Set<String> = []
    for line in lines where line.role == .body && line.count <= Self.longestEntry {
      let text = line.text.lowercased()
      if !seen.insert(text).inserted { repeated.insert(text) }
    }
    return repeated
  }

  private func isSame(_ a: Int, _ b: Int) -> Bool {
    lines[a].text.lowercased() == lines[b].text.lowercased()
  }

  /// Words of a line of such a list at most.
  private static let longestEntry = 16

  private func isContentsTitle(_ index: Int) -> Bool {
    lines[index].role == .body && lines[index].count <= 4
      && words.contents.contains(lines[index].text.lowercased().filter { $0 != ":" && $0 != "." })
  }

  private func isEntry(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.role == .body, line.count <= Self.longestEntry else { return false }
    let last = line.text.split { $0 == " " || $0 == "." || $0 == "…" || $0 == "_" }.last ?? ""
    let isPage =
      !last.isEmpty && last.count <= 4
      && (last.allSatisfy { $0.isASCII && $0.isNumber }
        || romanNumber(last) != nil)
    return isPage
      && (line.hasTab || line.text.contains("..") || line.text.contains("…") || line.count > 1)
  }
}
