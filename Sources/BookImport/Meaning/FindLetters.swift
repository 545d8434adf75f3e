import BookLanguage
import BookModel

extension Manuscript {
  /// Finds letters that stand at the margin: from a salutation to a close and a name.
  mutating func findLetters() {
    var index = 0
    while index < lines.count {
      guard opensLetter(index), let end = endOfLetter(from: index) else {
        index += 1
        continue
      }
      var start = index
      // Place and date stand above the salutation.
      while let before = lastFilled(before: start), start - before <= 2, standsAboveLetter(before) {
        start = before
      }
      set(start...end, as: .letter)
      guess(.letter, "from \(shown(start)) to \(shown(end))", at: start)
      dropCommonLook(start...end)
      index = end + 1
    }
  }

  /// `Dear Ruth,` on a line of its own.
  func opensLetter(_ index: Int) -> Bool {
    guard lines[index].role == .body, lines[index].count <= 8, !lines[index].isCentered else {
      return false
    }
    if lines[index].lineCount == 1, lines[index].text.last.map({ !",:!—–-".contains($0) }) ?? true {
      return false
    }
    let first = lines[index].paragraph.runs.lines[0].text.lowercased().trimmedBlanks
    guard let last = first.last, ",:!—–-".contains(last) else { return false }
    return words.salutation.contains { first.hasPrefix($0 + " ") || first.dropLast() == $0 }
  }

  /// The last line of a letter: behind the close the name, if it stands on its own line.
  private func endOfLetter(from start: Int) -> Int? {
    var index = start
    var seen = 0
    while let next = nextFilled(after: index), seen < Self.longest {
      guard lines[next].role == .body else { return nil }
      seen += 1
      index = next
      if opensLetter(next) { return nil }
      guard closesLetter(next) else { continue }
      if lines[next].lineCount > 1 { return next }
      if let name = nextFilled(after: next), name - next <= 2, lines[name].role == .body,
        lines[name].count <= 5
      {
        if let postscript = nextFilled(after: name), isPostscript(postscript) { return postscript }
        return name
      }
      return next
    }
    return nil
  }

  /// Paragraphs of a letter at most.
  private static let longest = 80

  private func closesLetter(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.count <= 8 else { return false }
    let text = line.text.lowercased()
    return words.closing.contains {
      text == $0 || text.hasPrefix($0 + ",") || text.hasPrefix($0 + " ")
    }
      && (text.contains(",") || line.count <= 4)
  }

  private func isPostscript(_ index: Int) -> Bool {
    lines[index].role == .body
      && (lines[index].text.hasPrefix("P.S") || lines[index].text.hasPrefix("PS"))
  }

  /// A line of place or date: short, to the right or with a figure, no sentence.
  private func standsAboveLetter(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.role == .body, line.count <= 8, line.paragraph.outline == nil else { return false }
    if line.paragraph.alignment == .right { return true }
    return line.text.contains { $0.isNumber } && line.text.last.map { !".!?".contains($0) } == true
      && !isNumberedTitle(line.text)
  }

  /// Gives lines the role of a division, blank ones between them too.
  mutating func set(_ range: ClosedRange<Int>, as kind: Division.Kind?) {
    let group = newGroup()
    for index in range {
      switch lines[index].role {
      case .body: lines[index].role = .set(kind, group: group)
      case .blank: lines[index].role = .gone
      default: break
      }
    }
  }
}
