extension Manuscript {
  /// Finds where chapters begin: by style, by words, by look, by page.
  mutating func findChapters() {
    let styled = lines.indices.filter { isStyledHeading($0) }
    let level = chapterLevel(of: styled)
    for index in styled { setStyled(index, chapterLevel: level) }
    findTypedTitles()
    findTitlesLikeOthers()
    if !hasChapters, styled.isEmpty { findTitlesThatCount() }
    if !hasChapters, styled.isEmpty { findTitlesByLook() }
    if !lines.contains(where: { $0.role == .chapter }) { findChaptersByPage() }
    joinTitles()
  }

  /// Whether a chapter is found: "Prologue" and "Acknowledgements" say nothing of how the chapters
  /// between them begin.
  private var hasChapters: Bool {
    lines.contains { $0.role == .chapter && numberedTitle($0.text) != .matter }
  }

  // MARK: By style

  private func isStyledHeading(_ index: Int) -> Bool {
    lines[index].role == .body && lines[index].paragraph.outline != nil
      && lines[index].text.count <= Self.longestTitle
      && lines[index].text.contains { $0.isLetter || $0.isNumber }
  }

  /// Characters of a title at most: an outline level on a whole paragraph is a slip.
  private static let longestTitle = 250

  /// The level at which chapters stand: the first that is used twice, unless the one above it has
  /// none of its own words.
  private func chapterLevel(of styled: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for index in styled { counts[lines[index].paragraph.outline ?? 0, default: 0] += 1 }
    guard let top = counts.keys.min() else { return 1 }
    let deeper = counts.keys.filter { $0 > top }.min()
    guard let deeper, let below = counts[deeper], let above = counts[top] else { return top }
    let heads = styled.filter { lines[$0].paragraph.outline == top }
    let leading = heads.filter { head in
      nextFilled(after: head).map { lines[$0].paragraph.outline == deeper } ?? false
    }
    if above == 1 {
      // The book's own title, before all chapters; or a document with one chapter.
      let isFirst = styled.first == heads.first
      let leadsOn = leadsToHeading(heads[0], of: deeper)
      let isBooksTitle = lines[heads[0]].text.lowercased() == document.properties.title.lowercased()
      return isFirst && below >= 2 && (leadsOn || isBooksTitle) ? deeper : top
    }
    return leading.count * 2 > above && below > above ? deeper : top
  }

  /// Whether between the first heading and the first below it stands no more than a title page.
  private func leadsToHeading(_ head: Int, of level: Int) -> Bool {
    guard
      let next = lines.indices[(head + 1)...].first(where: { lines[$0].paragraph.outline == level })
    else { return false }
    let between = (head + 1..<next).filter {
      lines[$0].role != .blank && lines[$0].role != .gone && lines[$0].paragraph.outline == nil
    }
    return between.count <= Self.linesOfTitlePage
      && between.allSatisfy {
        lines[$0].role == .body && lines[$0].count <= Self.titleWords || isTitleLine($0)
      }
  }

  /// Lines of a title page at most.
  private static let linesOfTitlePage = 8

  private mutating func setStyled(_ index: Int, chapterLevel: Int) {
    let level = lines[index].paragraph.outline ?? 1
    if level == chapterLevel {
      lines[index].role = numberedTitle(lines[index].text) == .part ? .part : .chapter
    } else if level > chapterLevel {
      lines[index].role = .heading(min(6, level - chapterLevel + 1))
    } else {
      lines[index].role = .part
    }
  }

  // MARK: By words

  private mutating func findTypedTitles() {
    var numbers: [Int] = []
    // The first line of all stands out by its place.
    let opening = lines.indices.first { isFilled($0) }
    for index in lines.indices where isShortLine(index) {
      switch numberedTitle(lines[index].text) {
      case .chapter: take(index, as: .chapter, "by its words")
      case .part where standsOut(index): take(index, as: .part, "by its words")
      case .matter where standsOut(index) || standsAlone(index):
        take(index, as: .chapter, "by its words")
      case .number where index == opening || standsOut(index):
        numbers.append(index)
      default: continue
      }
    }
    // Numbers alone are titles where several stand so, or other chapters are there.
    if numbers.count >= 2 {
      let isNested = hasChapters
      for index in numbers { take(index, as: isNested ? .heading(2) : .chapter, "a number alone") }
    }
  }

  mutating func take(_ index: Int, as role: Role, _ reason: String) {
    lines[index].role = role
    let kind: Guess.Kind = role == .part ? .part : .chapter
    guess(kind, "\(shown(index)), \(reason)", at: index)
  }

  /// A line that may be a title: short, of prose, no item of a list.
  func isShortLine(_ index: Int) -> Bool {
    isShort(index) && lines[index].paragraph.item == nil
  }

  /// Whether a line has no more words than a title, and an end as one.
  func isShort(_ index: Int) -> Bool {
    let line = lines[index]
    return line.role == .body && line.count <= Self.titleWords && !line.paragraph.isInBox
      && line.lineCount <= 3 && line.text.last.map { !",;".contains($0) } == true
  }

  /// Words of a typed title at most.
  private static let titleWords = 14

  /// Whether a line looks like a title: centred, bold, underlined, large, in capitals large or small,
  /// first on a page.
  func standsOut(_ index: Int) -> Bool {
    let line = lines[index]
    let look = line.paragraph.runs.commonLook
    return line.isCentered || isLarge(line)
      || !look.isDisjoint(with: [.bold, .underlined, .smallCapitals])
      || isCapitals(line.text) && line.text.contains { $0.isLetter } && line.text.count > 1
      || beginsPage(index) || !line.styles.isDisjoint(with: [.title, .chapter])
  }

  private func standsAlone(_ index: Int) -> Bool {
    let before = index == 0 || lines[index - 1].role != .body
    let after = index + 1 < lines.count && lines[index + 1].role == .blank
    return before && after
  }

  /// Whether an empty line, more space, a page or anything but prose is above a line.
  func isSetApart(_ index: Int) -> Bool {
    index == 0 || lines[index - 1].role != .body || lines[index].paragraph.breakBefore != .none
      || hasWideSpaceBefore(index)
  }

  func isLarge(_ line: Line) -> Bool {
    usualSize > 0
      ? line.paragraph.size >= usualSize + 4 : line.paragraph.size >= Self.largeSize
  }

  /// Half points of large letters where nobody says how large the others are.
  private static let largeSize = 32

  /// Whether a page or a section begins with a line.
  func beginsPage(_ index: Int) -> Bool {
    var i = index
    while i >= 0 {
      if lines[i].paragraph.breakBefore != .none { return true }
      guard i > 0, lines[i - 1].role == .blank else { return false }
      i -= 1
    }
    return false
  }

  func isCapitals(_ text: String) -> Bool {
    !text.contains { $0.isLowercase } && text.contains { $0.isUppercase }
  }

  // MARK: Titles of two lines

  /// `Chapter One` and, on the next line, `The Mill`: one title.
  private mutating func joinTitles() {
    for index in lines.indices where lines[index].role == .chapter || lines[index].role == .part {
      let title = numberedTitle(lines[index].text)
      guard title == .chapter(isAlone: true) || title == .number || title == .part else { continue }
      guard let next = nextFilled(after: index), next - index <= 3, isSubtitle(next, of: index)
      else {
        continue
      }
      var runs = lines[index].paragraph.runs
      let sign = lines[index].text.last.map { ".:—–-".contains($0) } == true ? " " : ": "
      runs.append(TypedRun(.text(sign)))
      runs += lines[next].paragraph.runs
      lines[index].paragraph.runs = runs
      lines[index].text += sign + lines[next].text
      for line in (index + 1)...next { lines[line].role = .gone }
      guess(.chapter, "a title of two lines: \(shown(index))", at: index)
    }
  }

  private func isSubtitle(_ index: Int, of title: Int) -> Bool {
    let line = lines[index]
    if line.role == .chapter || line.role == .part {
      return line.paragraph.outline != nil
        && line.paragraph.outline == lines[title].paragraph.outline
        && numberedTitle(line.text) == nil
    }
    let isFaint = isFaintTitle(index) && numberedTitle(lines[title].text) != .part
    guard isTitleLine(index) || isFaint, numberedTitle(line.text) == nil,
      line.paragraph.breakBefore == .none
    else { return false }
    let follows = nextFilled(after: index)
    let isBeforeProse =
      follows.map { lines[$0].role != .chapter || lines[title].role == .part } ?? false
    return isBeforeProse
      && (isFaint || line.isCentered || !lines[title].isCentered
        || line.paragraph.runs.commonLook.contains(.bold))
  }

  /// A line in italics that is no sentence, and none of place and date.
  private func isFaintTitle(_ index: Int) -> Bool {
    let line = lines[index]
    return isShortLine(index) && line.count <= Self.titleWords / 2
      && line.paragraph.runs.commonLook.contains(.italic)
      && !line.text.contains { $0.isNumber || $0 == "," }
      && line.text.last.map { !".!?”\"".contains($0) } == true
  }
}
