extension Manuscript {
  /// Chapters that a new page or section begins: with a short line for a title, or without one.
  mutating func findChaptersByPage() {
    let starts = lines.indices.filter { lines[$0].role == .body && startsPage($0) }
    // The first page of all needs no break, where the others begin with titles.
    let first = lines.indices.first { lines[$0].role != .blank && lines[$0].role != .gone }
    if let first, !starts.contains(first), isPlainTitle(first),
      starts.contains(where: { isPlainTitle($0) })
    {
      take(first, as: .chapter, "first on its page")
    }
    for index in starts where index > 0 || isTitleLine(index) && starts.count > 1 {
      if isTitleLine(index) || isPlainTitle(index) {
        take(index, as: .chapter, "first on its page")
      } else if lines[index].count > Self.wordsOfTitle
        || wordsOfPage(from: index) >= Self.wordsOfChapter
      {
        var title = Line(TypedParagraph())
        title.role = .chapter
        title.paragraph.place = lines[index].paragraph.place
        title.paragraph.breakBefore = .page
        untitled.append((index, title))
      }
    }
    for (index, title) in untitled.reversed() {
      lines.insert(title, at: index)
      guess(.chapter, "without a title, where a new page begins", at: index)
    }
    untitled = []
  }

  /// Words of a title without a look of its own, at most.
  private static let wordsOfTitle = 8
  /// A page of fewer words may be a dedication or a motto.
  private static let wordsOfChapter = 60

  private func startsPage(_ index: Int) -> Bool {
    beginsPage(index)
      && (lines[index].paragraph.breakBefore != .none
        || index > 0 && lines[index - 1].role == .blank)
  }

  /// A line that only its place and its shortness make a title.
  func isPlainTitle(_ index: Int) -> Bool {
    isShortLine(index) && lines[index].count <= 6
      && lines[index].text.last.map { !".!?”\"".contains($0) } == true && !opensLetter(index)
      && nextFilled(after: index).map { lines[$0].count > Self.wordsOfTitle } == true
  }

  private func wordsOfPage(from start: Int) -> Int {
    var count = lines[start].count
    for line in lines[(start + 1)...] {
      if line.paragraph.breakBefore != .none { break }
      if line.role == .body { count += line.count }
    }
    return count
  }
}
