import BookLanguage
import BookModel

/// Distance from the usual margin from which on lines are set in, in twentieths of a point.
let setInDistance = 280

extension Manuscript {
  /// Finds what is set in or has a style of its own: verse, letters, epigraphs, quotations.
  mutating func findSetIn() {
    var index = 0
    while index < lines.count {
      guard lines[index].role == .body else {
        index += 1
        continue
      }
      let group = setInGroup(from: index)
      if let last = group.last {
        settle(group)
        index = last + 1
      } else if isVerseByLines(index) {
        set(index...index, as: .verse)
        guess(.verse, "lines of one paragraph: \(shown(index))", at: index)
        index += 1
      } else {
        index += 1
      }
    }
  }

  // MARK: Groups

  /// Lines in a row that are set in, at most one blank between two.
  private func setInGroup(from start: Int) -> [Int] {
    guard isSetIn(start) else { return [] }
    var group = [start]
    let kind = kindByStyle(start)
    while let next = nextFilled(after: group[group.count - 1]),
      next - group[group.count - 1] <= 2, isSetIn(next), kindByStyle(next) == kind,
      lines[next].paragraph.breakBefore == .none
    {
      group.append(next)
    }
    return group
  }

  private func isSetIn(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.role == .body, line.paragraph.outline == nil else { return false }
    if kindByStyle(index) != nil || line.styles.contains(.quotation) {
      return true
    }
    guard !line.paragraph.isInBox else { return false }
    // Where the first line hangs out to the margin, it is an entry of a list of books or the like.
    let start = line.paragraph.left + min(0, line.paragraph.first)
    if start - usualLeft >= setInDistance { return true }
    return line.typedIndent >= usualIndent + BlankTidier.tabWidth / 2
      && line.typedIndent > BlankTidier.tabWidth && line.text.count <= Self.lineOfVerse
  }

  private func kindByStyle(_ index: Int) -> Division.Kind? {
    let line = lines[index]
    let styles = line.styles
    if styles.contains(.verse) { return .verse }
    if styles.contains(.letter) { return .letter }
    if styles.contains(.epigraph) { return .epigraph }
    if styles.contains(.diary) { return .diary }
    if styles.contains(.transcript) { return .transcript }
    return nil
  }

  // MARK: What a group is

  private mutating func settle(_ group: [Int]) {
    guard let first = group.first, let last = group.last else { return }
    var range = first...last
    if let kind = kindByStyle(first) {
      set(range, as: kind)
      guess(
        kind == .verse ? .verse : kind == .epigraph ? .epigraph : .letter,
        "by its style: \(shown(first))", at: first)
      return
    }
    if makesLetter(group) {
      range = withHeadAndSignature(range)
      set(range, as: .letter)
      guess(.letter, "set in: \(shown(first))", at: first)
    } else if isVerse(group) {
      set(range, as: .verse)
      keepTypedIndents(group)
      guess(.verse, "short lines, set in: \(shown(first))", at: first)
    } else if isEpigraph(group) {
      set(range, as: .epigraph)
      guess(.epigraph, shown(first), at: first)
    } else {
      set(range, as: nil)
      guess(.quotation, "set in: \(shown(first))", at: first)
    }
    // What the whole of it looks like says no more than that it is set apart.
    dropCommonLook(range)
  }

  private func makesLetter(_ group: [Int]) -> Bool {
    group.prefix(4).contains { index in
      let first =
        lines[index].paragraph.runs.lines.map { $0.text.trimmedBlanks }
        .first { !$0.isEmpty }?.lowercased() ?? ""
      return words.salutation.contains { first.hasPrefix($0 + " ") || first == $0 + "," }
        && first.count < 48
        && (first.last.map { ",:!—-".contains($0) } == true || lines[index].count <= 4)
    }
  }

  /// A date to the right above a letter and a name to the right below it belong to it.
  private func withHeadAndSignature(_ range: ClosedRange<Int>) -> ClosedRange<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    if let before = lastFilled(before: start), start - before <= 2, isToTheRight(before) {
      start = before
    }
    while let next = nextFilled(after: end), next - end <= 2, isToTheRight(next) { end = next }
    return start...end
  }

  private func isToTheRight(_ index: Int) -> Bool {
    lines[index].role == .body && lines[index].paragraph.alignment == .right
      && lines[index].count <= 10
  }

  /// Characters of a line of verse at most.
  private static let lineOfVerse = 64

  private func isVerse(_ group: [Int]) -> Bool {
    let all = group.flatMap { lines[$0].paragraph.runs.lines.map { $0.text.trimmedBlanks } }
      .filter { !$0.isEmpty }
    guard all.count >= 2, all.allSatisfy({ $0.count <= Self.lineOfVerse }) else { return false }
    // Prose ends each of its paragraphs; verse runs on.
    let ended = all.filter { $0.last.map { ".!?”\"".contains($0) } ?? false }.count
    let hasLineBreaks = group.contains { lines[$0].lineCount > 1 }
    return hasLineBreaks || all.count >= 3 && ended * 2 < all.count || all.count == 2 && ended == 1
  }

  /// Lines of one paragraph, three and more, all short.
  private func isVerseByLines(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.lineCount >= 3 else { return false }
    let all = line.paragraph.runs.lines.map { $0.text.trimmedBlanks }.filter { !$0.isEmpty }
    return all.count >= 3 && all.allSatisfy { $0.count <= Self.lineOfVerse }
      && line.paragraph.alignment != .right && !line.paragraph.isInBox
  }

  private func isEpigraph(_ group: [Int]) -> Bool {
    guard let before = lastFilled(before: group[0]), lines[before].role == .chapter else {
      return false
    }
    let count = group.reduce(0) { $0 + lines[$1].count }
    let last = lines[group[group.count - 1]].paragraph.runs.lines.last?.text.trimmedBlanks ?? ""
    return count <= 80 && ["—", "–", "-"].contains { last.hasPrefix($0) }
  }

  /// Lines of verse that were typed one a paragraph are one stanza; blanks before them say how far
  /// each is set in.
  private mutating func keepTypedIndents(_ group: [Int]) {
    let least = group.map { lines[$0].typedIndent }.min() ?? 0
    for index in group where lines[index].typedIndent > least {
      let blanks = String(repeating: " ", count: (lines[index].typedIndent - least) / 2)
      lines[index].paragraph.runs.insert(TypedRun(.text(blanks)), at: 0)
    }
  }

  mutating func dropCommonLook(_ range: ClosedRange<Int>) {
    let words = range.filter { !lines[$0].paragraph.runs.isBlank }
    let common =
      words.map { lines[$0].paragraph.runs.commonLook }
      .reduce(nil as Look?) { $0?.intersection($1) ?? $1 } ?? []
    let dropped = common.intersection([.italic, .bold])
    guard !dropped.isEmpty else { return }
    for index in words {
      lines[index].paragraph.runs = lines[index].paragraph.runs.removing(dropped)
    }
  }
}
