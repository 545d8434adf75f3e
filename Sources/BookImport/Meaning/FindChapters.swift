extension Manuscript {
  /// Finds where chapters begin: by style, by words, by look, by page.
  mutating func findChapters() {
    let styled = lines.indices.filter { isStyledHeading($0) }
    let level = chapterLevel(of: styled)
    for index in styled { setStyled(index, chapterLevel: level) }
    findTypedTitles()
    let isFound = lines.contains { $0.role == .chapter }
    if !isFound { findTitlesByLook() }
    if !lines.contains(where: { $0.role == .chapter }) { findChaptersByPage() }
    joinTitles()
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
      let leadsOn =
        nextFilled(after: heads[0]).map {
          lines[$0].paragraph.outline != nil || isTitleLine($0)
        } ?? false
      let isBooksTitle = lines[heads[0]].text.lowercased() == document.properties.title.lowercased()
      return isFirst && below >= 2 && (leadsOn || isBooksTitle) ? deeper : top
    }
    return leading.count * 2 > above && below > above ? deeper : top
  }

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
    for index in lines.indices where isShortLine(index) {
      switch numberedTitle(lines[index].text) {
      case .chapter: take(index, as: .chapter, "by its words")
      case .part where standsOut(index): take(index, as: .part, "by its words")
      case .matter where standsOut(index) || standsAlone(index):
        take(index, as: .chapter, "by its words")
      case .number where standsOut(index) && lines[index].paragraph.item == nil:
        numbers.append(index)
      default: continue
      }
    }
    // Numbers alone are titles where several stand so, or other chapters are there.
    if numbers.count >= 2 {
      let isNested = lines.contains { $0.role == .chapter }
      for index in numbers { take(index, as: isNested ? .heading(2) : .chapter, "a number alone") }
    }
  }

  private mutating func take(_ index: Int, as role: Role, _ reason: String) {
    lines[index].role = role
    let kind: Guess.Kind = role == .part ? .part : .chapter
    guess(kind, "\(shown(index)), \(reason)", at: index)
  }

  /// A line that may be a title: short, of prose, no item of a list.
  private func isShortLine(_ index: Int) -> Bool {
    let line = lines[index]
    return line.role == .body && line.count <= Self.titleWords && line.paragraph.item == nil
      && !line.paragraph.isInBox && line.lineCount <= 3
      && line.text.last.map { !",;".contains($0) } == true
  }

  /// Words of a typed title at most.
  private static let titleWords = 14

  /// Whether a line looks like a title: centred, bold, large, in capitals, first on a page.
  func standsOut(_ index: Int) -> Bool {
    let line = lines[index]
    return line.isCentered || line.paragraph.runs.commonLook.contains(.bold) || isLarge(line)
      || isCapitals(line.text) && line.text.contains { $0.isLetter } && line.text.count > 1
      || beginsPage(index) || !line.styles.isDisjoint(with: [.title, .chapter])
  }

  private func standsAlone(_ index: Int) -> Bool {
    let before = index == 0 || lines[index - 1].role != .body
    let after = index + 1 < lines.count && lines[index + 1].role == .blank
    return before && after
  }

  private func isLarge(_ line: Line) -> Bool {
    usualSize > 0 && line.paragraph.size >= usualSize + 4
  }

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

  // MARK: By look

  /// Titles without a number, where no other are found: short lines that stand out in one way.
  private mutating func findTitlesByLook() {
    var groups: [String: [Int]] = [:]
    for index in lines.indices where isTitleLine(index) && leadsToProse(index) {
      groups[signature(index), default: []].append(index)
    }
    let titleStyle = groups.filter { $0.key.hasPrefix("title") && $0.value.count >= 2 }
    let candidates = (titleStyle.isEmpty ? groups : titleStyle).filter { $0.value.count >= 2 }
    guard let best = candidates.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) })
    else { return }
    for index in best.value { take(index, as: .chapter, "by its look") }
  }

  /// Whether a line is short and stands out by more than its place.
  func isTitleLine(_ index: Int) -> Bool {
    guard isShortLine(index), lines[index].count <= 10 else { return false }
    let line = lines[index]
    let ends = line.text.last.map { ".!?”\"".contains($0) } ?? true
    return standsOut(index) && !ends && line.text.contains { $0.isLetter }
      && line.paragraph.alignment != .right
  }

  private func signature(_ index: Int) -> String {
    let line = lines[index]
    if line.styles.contains(.title) { return "title" }
    var parts: [String] = []
    if beginsPage(index) { parts.append("page") }
    if line.isCentered { parts.append("centred") }
    if line.paragraph.runs.commonLook.contains(.bold) { parts.append("bold") }
    if isCapitals(line.text) { parts.append("capitals") }
    if isLarge(line) { parts.append("large") }
    return parts.joined(separator: " ")
  }

  private func leadsToProse(_ index: Int) -> Bool {
    guard let next = nextFilled(after: index) else { return false }
    return lines[next].role == .body && !isTitleLine(next) && lines[next].count > 8
  }

  // MARK: By page

  /// Chapters without titles: a new page or section begins each.
  private mutating func findChaptersByPage() {
    let starts = lines.indices.filter {
      lines[$0].role == .body && beginsPage($0) && lines[$0].paragraph.breakBefore != .none
        || lines[$0].role == .body && $0 > 0 && lines[$0 - 1].role == .blank && beginsPage($0)
    }
    for index in starts where index > 0 {
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
    guard isTitleLine(index), numberedTitle(line.text) == nil, line.paragraph.breakBefore == .none
    else { return false }
    let follows = nextFilled(after: index)
    let isBeforeProse = follows.map { lines[$0].role != .chapter } ?? false
    return isBeforeProse
      && (line.isCentered == lines[title].isCentered
        || line.paragraph.runs.commonLook.contains(.bold))
  }
}
