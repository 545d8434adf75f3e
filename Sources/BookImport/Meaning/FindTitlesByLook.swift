extension Manuscript {
  /// Titles without a number, where no other are found: short lines that stand out in one way.
  mutating func findTitlesByLook() {
    var groups: [TitleLook: [Int]] = [:]
    for index in lines.indices
    where isTitleLine(index) && leadsToProse(index) && !isBelowTitle(index) {
      groups[look(index), default: []].append(index)
    }
    if !groups.values.contains(where: { $0.count >= 2 }) { groups = faintTitles() }
    guard let chosen = chosenLook(of: groups) else { return }
    // Where one begins a page and another does not, they are titles all the same.
    var all = groups.filter { $0.key.withoutPage == chosen.withoutPage }.values.joined().sorted()
    if chosen.contains(.page), let opening = openingTitle(chosen), !all.contains(opening) {
      all.insert(opening, at: 0)
    }
    guard let first = all.first else { return }
    for index in all { take(index, as: .chapter, "by its look") }
    headSections(groups, behind: first, chosen)
  }

  /// The first line of all, where it is a title but for the new page, which the first page needs not.
  private func openingTitle(_ chosen: TitleLook) -> Int? {
    guard let first = lines.indices.first(where: { isFilled($0) }), isPlainTitle(first),
      look(first) == chosen.withoutPage
    else { return nil }
    return first
  }

  /// The look of chapters' titles: that of most lines; but where a stronger one comes before it, and
  /// again, they are heads within the chapters that the stronger one begins.
  private func chosenLook(of groups: [TitleLook: [Int]]) -> TitleLook? {
    let styled = groups.filter { $0.key.contains(.style) && $0.value.count >= 2 }
    let candidates = (styled.isEmpty ? groups : styled).filter { $0.value.count >= 2 }
    guard
      let most = candidates.max(by: {
        ($0.value.count, $1.key.rawValue) < ($1.value.count, $0.key.rawValue)
      })
    else { return nil }
    let above = candidates.filter { look, found in
      look.withoutPage != most.key.withoutPage && look.strength > most.key.strength
        && found[0] < most.value[0] && found[found.count - 1] < most.value[most.value.count - 1]
    }
    return above.max { ($0.key.strength, $1.value[0]) < ($1.key.strength, $0.value[0]) }?.key
      ?? most.key
  }

  /// Makes headings within chapters of weaker lines that stand in one way.
  private mutating func headSections(
    _ groups: [TitleLook: [Int]], behind first: Int, _ chosen: TitleLook
  ) {
    for (look, found) in groups.sorted(by: { $0.value[0] < $1.value[0] })
    where look.withoutPage != chosen.withoutPage && look.strength < chosen.strength
      && look.contains(.bold) && found.count >= 2
    {
      for index in found where index > first && lines[index].role == .body {
        take(index, as: .heading(2), "a head within a chapter, by its look")
      }
    }
  }

  /// Lines in italics or to the right that stand alone or stand out, three and more: titles where nothing
  /// stands out more.
  private func faintTitles() -> [TitleLook: [Int]] {
    var groups: [TitleLook: [Int]] = [:]
    for index in lines.indices
    where isShortLine(index) && lines[index].count <= Self.wordsOfTitle
      && (isSetApart(index) || standsOut(index)) && leadsToProse(index)
      && lines[index].text.last.map({ !".!?”\":".contains($0) }) == true
      && lines[index].text.contains(where: \.isLetter)
    {
      let line = lines[index]
      guard
        line.paragraph.runs.commonLook.contains(.italic) || line.paragraph.alignment == .right
      else { continue }
      groups[look(index), default: []].append(index)
    }
    return groups.filter { $0.value.count >= 3 }
  }

  /// Whether a line is short and stands out by more than its place.
  func isTitleLine(_ index: Int) -> Bool {
    guard isShortLine(index), lines[index].count <= Self.wordsOfTitle else { return false }
    let line = lines[index]
    return standsOut(index) && mayEndTitle(index) && line.text.contains { $0.isLetter }
      && line.paragraph.alignment != .right
  }

  /// Words of a title that only its look tells, at most.
  private static let wordsOfTitle = 10

  /// Whether a title may end as a line does: one that ends as a sentence does, "What is your
  /// earliest memory?", must stand out by more than being set apart.
  private func mayEndTitle(_ index: Int) -> Bool {
    let line = lines[index]
    guard let last = line.text.last else { return false }
    let look = line.paragraph.runs.commonLook
    let isHeavy = look.contains(.bold) || look.contains(.underlined) || isLarge(line)
    switch last {
    case "?", "!", "”", "\"", "»", "“": return isHeavy || line.isCentered && beginsPage(index)
    case ".":
      // `Monday, June 3, 1940.` heads an entry of a diary.
      return isHeavy
        && (line.isCentered || beginsPage(index) || line.text.contains(where: \.isNumber))
    default: return true
    }
  }

  /// `About the Author` where every chapter begins a page in one look: a line that looks as they do
  /// is the title of another.
  mutating func findTitlesLikeOthers() {
    let looks = Set(
      lines.indices.filter { lines[$0].role == .chapter && beginsPage($0) }.map { look($0) })
    guard !looks.isEmpty else { return }
    let first = lines.firstIndex { $0.role == .chapter } ?? lines.count
    for index in lines.indices[first...]
    where isShortLine(index) && lines[index].count <= Self.wordsOfTitle && mayEndTitle(index)
      && beginsPage(index) && looks.contains(look(index))
      && leadsToProse(index)
    {
      take(index, as: .chapter, "it stands as the other titles do")
    }
  }

  private func look(_ index: Int) -> TitleLook {
    let line = lines[index]
    if line.styles.contains(.title) { return .style }
    let common = line.paragraph.runs.commonLook
    var look: TitleLook = []
    if beginsPage(index) { look.insert(.page) }
    if line.isCentered { look.insert(.centred) }
    if line.paragraph.alignment == .right { look.insert(.right) }
    if common.contains(.bold) { look.insert(.bold) }
    if common.contains(.underlined) { look.insert(.underlined) }
    if common.contains(.smallCapitals) { look.insert(.smallCapitals) }
    if common.contains(.italic), look.isDisjoint(with: [.centred, .bold]) { look.insert(.italic) }
    if isCapitals(line.text) { look.insert(.capitals) }
    if isLarge(line) { look.insert(.large) }
    return look
  }

  /// Whether prose follows, at most a few short lines between: of place and date, of a motto, of a
  /// salutation.
  func leadsToProse(_ index: Int) -> Bool {
    var place = index
    for _ in 0...Self.linesBeforeProse {
      guard let next = nextFilled(after: place), lines[next].role == .body,
        !isTitleLine(next) || next == place + 1 && isPlaceAndDate(next),
        lines[next].paragraph.breakBefore == .none
      else { return false }
      if lines[next].count > Self.wordsOfLine { return true }
      place = next
    }
    return false
  }

  /// Whether a line of place and date stands right below a title.
  private func isBelowTitle(_ index: Int) -> Bool {
    index > 0 && isTitleLine(index - 1) && isPlaceAndDate(index)
  }

  /// `Oran, 1958`.
  private func isPlaceAndDate(_ index: Int) -> Bool {
    lines[index].text.contains(where: \.isNumber)
      && lines[index].paragraph.runs.commonLook.isDisjoint(with: [.bold])
  }

  private static let linesBeforeProse = 4
  /// More words make a line of prose.
  private static let wordsOfLine = 8
}

/// In which ways a line stands out.
struct TitleLook: OptionSet, Hashable {
  let rawValue: Int

  static let italic = TitleLook(rawValue: 1)
  static let right = TitleLook(rawValue: 2)
  static let smallCapitals = TitleLook(rawValue: 4)
  static let underlined = TitleLook(rawValue: 8)
  static let capitals = TitleLook(rawValue: 16)
  static let bold = TitleLook(rawValue: 32)
  static let centred = TitleLook(rawValue: 64)
  static let large = TitleLook(rawValue: 128)
  static let page = TitleLook(rawValue: 256)
  static let style = TitleLook(rawValue: 512)

  var withoutPage: TitleLook { subtracting(.page) }

  /// How much it stands out: a larger or centred line heads a bold one at the margin, and that one
  /// heads an underlined one.
  var strength: Int {
    if contains(.style) { return 5 }
    if contains(.large) { return 4 }
    if contains(.centred) { return 3 }
    if !isDisjoint(with: [.bold, .capitals]) { return 2 }
    return isDisjoint(with: [.underlined, .smallCapitals]) ? 0 : 1
  }
}
