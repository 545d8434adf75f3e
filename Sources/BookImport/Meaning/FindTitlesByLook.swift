extension Manuscript {
  /// Titles without a number, where no other are found: short lines that stand out in one way.
  mutating func findTitlesByLook() {
    var groups: [String: [Int]] = [:]
    for index in lines.indices where isTitleLine(index) && leadsToProse(index) {
      groups[signature(index), default: []].append(index)
    }
    let titleStyle = groups.filter { $0.key.hasPrefix("title") && $0.value.count >= 2 }
    let candidates = (titleStyle.isEmpty ? groups : titleStyle).filter { $0.value.count >= 2 }
    guard let best = candidates.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) })
    else { return }
    // Where one begins a page and another does not, they are titles all the same.
    let look = withoutPage(best.key)
    let all = candidates.merging(groups) { a, _ in a }.filter { withoutPage($0.key) == look }
    for index in all.values.joined().sorted() { take(index, as: .chapter, "by its look") }
  }

  /// Whether a line is short and stands out by more than its place.
  func isTitleLine(_ index: Int) -> Bool {
    guard isShortLine(index), lines[index].count <= 10 else { return false }
    let line = lines[index]
    return standsOut(index) && mayEndTitle(index) && line.text.contains { $0.isLetter }
      && line.paragraph.alignment != .right
  }

  /// Whether a title may end as a line does: one that ends as a sentence does, "What is your
  /// earliest memory?", must stand out by more than being set apart.
  private func mayEndTitle(_ index: Int) -> Bool {
    let line = lines[index]
    guard let last = line.text.last else { return false }
    let isHeavy = line.paragraph.runs.commonLook.contains(.bold) || isLarge(line)
    switch last {
    case "?", "!", "”", "\"": return isHeavy
    case ".": return isHeavy && (line.isCentered || beginsPage(index))
    default: return true
    }
  }

  /// `About the Author` where every chapter begins a page in one look: a line that looks as they do
  /// is the title of another.
  mutating func findTitlesLikeOthers() {
    let looks = Set(
      lines.indices.filter { lines[$0].role == .chapter && beginsPage($0) }.map { signature($0) })
    guard !looks.isEmpty else { return }
    let first = lines.firstIndex { $0.role == .chapter } ?? lines.count
    for index in lines.indices[first...]
    where isTitleLine(index) && beginsPage(index) && looks.contains(signature(index))
      && leadsToProse(index)
    {
      take(index, as: .chapter, "it stands as the other titles do")
    }
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

  private func withoutPage(_ signature: String) -> String {
    signature.hasPrefix("page ") ? String(signature.dropFirst("page ".count)) : signature
  }

  private func leadsToProse(_ index: Int) -> Bool {
    guard let next = nextFilled(after: index) else { return false }
    return lines[next].role == .body && !isTitleLine(next) && lines[next].count > 8
  }
}
