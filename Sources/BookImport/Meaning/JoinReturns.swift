extension Manuscript {
  /// Joins paragraphs that a return has cut in mid-sentence.
  mutating func joinReturns() {
    var index = 0
    while index < lines.count {
      while let next = continuation(of: index) { join(next, to: index) }
      index += 1
    }
  }

  /// The line that goes on with a sentence, nil where none does.
  private func continuation(of index: Int) -> Int? {
    guard isPlain(index), let last = lines[index].text.last, !isShortAmongShort(index) else {
      return nil
    }
    guard let next = lines.indices[(index + 1)...].first(where: { lines[$0].role != .gone }) else {
      return nil
    }
    let target: Int
    if lines[next].role == .blank {
      guard next + 1 < lines.count else { return nil }
      target = next + 1
    } else {
      target = next
    }
    guard isPlain(target), let first = lines[target].text.first, first.isLowercase,
      last.isLetter || last == "," || last == "-" || last == "\u{2010}",
      lines[index].text.count >= Self.shortest,
      lines[index].paragraph.left == lines[target].paragraph.left,
      lines[target].paragraph.breakBefore != .section
    else { return nil }
    return target
  }

  /// A line of fewer characters may end where it does on purpose.
  private static let shortest = 20
  /// Lines of fewer characters, three in a row, are verse or an address.
  private static let lineOfVerse = 48

  private func isPlain(_ index: Int) -> Bool {
    let line = lines[index]
    return line.role == .body && line.paragraph.item == nil && !line.isCentered
      && line.paragraph.alignment != .right && !line.paragraph.isInBox && line.lineCount == 1
      && line.styles.isDisjoint(with: [.verse, .quotation, .letter])
      && line.paragraph.left <= usualLeft + setInDistance
  }

  private func isShortAmongShort(_ index: Int) -> Bool {
    let around = [index - 1, index, index + 1, index + 2].filter { lines.indices.contains($0) }
    let short = around.filter {
      lines[$0].role == .body && lines[$0].text.count < Self.lineOfVerse
    }
    return short.count >= 3 && lines[index].text.count < Self.lineOfVerse
  }

  private mutating func join(_ next: Int, to index: Int) {
    let isHyphen = lines[index].text.last.map { $0 == "-" || $0 == "\u{2010}" } ?? false
    guess(
      .joined, "…\(lines[index].text.suffix(24)) | \(lines[next].text.prefix(24))…", at: next)
    if !isHyphen { lines[index].paragraph.runs.append(TypedRun(.text(" "))) }
    lines[index].paragraph.runs += lines[next].paragraph.runs
    lines[index].paragraph.runs = lines[index].paragraph.runs.joined
    lines[index].text += (isHyphen ? "" : " ") + lines[next].text
    lines[index].count += lines[next].count
    for line in (index + 1)...next { lines[line].role = .gone }
  }
}
