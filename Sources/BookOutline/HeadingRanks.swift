import BookModel

extension HeadingRanks {
  /// The ranks of a chapter's sections.
  init(_ chapter: ParsedChapter) {
    var open: [Int] = []
    // A chapter that does not begin with a heading gets its title from bookc: its own headings
    // stand below that.
    if chapter.openingHeading == nil { open.append(0) }
    self.init(
      chapter.sections.map { section in
        while let last = open.last, last >= section.level { open.removeLast() }
        open.append(section.level)
        return min(open.count, Self.deepest)
      })
  }
}
