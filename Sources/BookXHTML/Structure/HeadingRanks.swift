import BookModel

/// The rank each heading of a chapter has in the outputs: 1 for the chapter's title, and never
/// more than one deeper than the heading above it (WCAG technique G141).
struct HeadingRanks {
  private let ranks: [Int]

  init(_ chapter: ParsedChapter) {
    var open: [Int] = []
    // A chapter that does not begin with a heading gets its title from bookc: its own headings
    // stand below that.
    if !chapter.beginsWithHeading { open.append(0) }
    ranks = chapter.sections.map { section in
      while let last = open.last, last >= section.level { open.removeLast() }
      open.append(section.level)
      return min(open.count, 6)
    }
  }

  subscript(section: Int) -> Int { ranks.indices.contains(section) ? ranks[section] : 6 }
}

extension ParsedChapter {
  /// True when the first block is a heading: the chapter's title.
  var beginsWithHeading: Bool {
    if case .heading = blocks.first?.kind { return true }
    return false
  }
}
