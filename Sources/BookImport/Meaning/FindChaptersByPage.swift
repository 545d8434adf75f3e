extension Manuscript {
  /// Chapters without titles: a new page or section begins each.
  mutating func findChaptersByPage() {
    let starts = lines.indices.filter {
      lines[$0].role == .body && beginsPage($0) && lines[$0].paragraph.breakBefore != .none
        || lines[$0].role == .body && $0 > 0 && lines[$0 - 1].role == .blank && beginsPage($0)
    }
    for index in starts where index > 0 || isTitleLine(index) && starts.count > 1 {
      if isTitleLine(index)
        || isShortLine(index) && lines[index].count <= 6
          && lines[index].text.last.map({ !".!?”\"".contains($0) }) == true
          && nextFilled(after: index).map({ lines[$0].count > 8 }) == true
      {
        take(index, as: .chapter, "first on its page")
      } else if lines[index].count > 8 {
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
}
