import BookModel

extension HeadingRanks {
  /// The ranks of a chapter's sections.
  init(_ chapter: ParsedChapter) {
    var open: [Int] = []
    // A chapter that does not begin with a heading gets its title from bookc: its own headings
    // stand below that.
    if !chapter.beginsWithHeading { open.append(0) }
    self.init(
      chapter.sections.map { section in
        while let last = open.last, last >= section.level { open.removeLast() }
        open.append(section.level)
        return min(open.count, Self.deepest)
      })
  }
}

extension ParsedChapter {
  /// True when the first block is a heading: the chapter's title.
  fileprivate var beginsWithHeading: Bool {
    if case .heading = blocks.first?.kind { return true }
    return false
  }
}
