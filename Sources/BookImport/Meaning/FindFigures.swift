import BookLanguage

extension Manuscript {
  /// Makes figures of pictures: each on a line of its own, with its caption behind it.
  mutating func findFigures() {
    liftPictures()
    for index in lines.indices where lines[index].role == .figure { findCaption(of: index) }
  }

  /// Takes pictures out of paragraphs of words.
  private mutating func liftPictures() {
    var result: [Line] = []
    for line in lines {
      guard line.role == .body, line.paragraph.runs.contains(where: \.isPicture) else {
        result.append(line)
        continue
      }
      let pictures = line.paragraph.runs.filter(\.isPicture)
      var rest = line
      rest.paragraph.runs.removeAll(where: \.isPicture)
      while rest.paragraph.runs.first?.content == .lineBreak { rest.paragraph.runs.removeFirst() }
      while rest.paragraph.runs.last?.content == .lineBreak { rest.paragraph.runs.removeLast() }
      let isBefore = line.paragraph.runs.first?.isPicture == true
      let hasWords = !rest.paragraph.runs.isBlank
      if hasWords, !isBefore { result.append(rest) }
      for (number, picture) in pictures.enumerated() {
        var figure = Line(line.paragraph, styles: line.styles)
        figure.paragraph.runs = [TypedRun(picture.content)]
        figure.role = .figure
        figure.paragraph.outline = nil
        figure.paragraph.item = nil
        if number > 0 || hasWords && !isBefore { figure.paragraph.breakBefore = .none }
        result.append(figure)
      }
      if hasWords, isBefore {
        rest.paragraph.breakBefore = .none
        // Words on the line below the picture in the same paragraph are its caption.
        let isBelow = line.paragraph.runs.drop(while: \.isPicture).first?.content == .lineBreak
        if isBelow, rest.count <= Self.longestCaption { rest.role = .caption }
        result.append(rest)
      }
    }
    lines = result
  }

  private mutating func findCaption(of index: Int) {
    if index + 1 < lines.count, lines[index + 1].role == .caption {
      guess(.caption, shown(index + 1), at: index)
      return
    }
    if let next = nextFilled(after: index), next - index <= 2, isCaption(next) {
      lines[next].role = .caption
      guess(.caption, shown(next), at: next)
      // Nothing may part a caption from its picture.
      for blank in (index + 1)..<next { lines[blank].role = .gone }
      return
    }
    // A caption of that style above the picture, where none stands below.
    guard let before = lastFilled(before: index), index - before <= 2, hasCaptionStyle(before),
      lines[before].role == .body
    else { return }
    var caption = lines[before]
    caption.role = .caption
    lines[before].role = .gone
    lines[before].paragraph.runs = []
    lines.insert(caption, at: index + 1)
    guess(.caption, shown(index + 1), at: index)
  }

  private func hasCaptionStyle(_ index: Int) -> Bool {
    lines[index].styles.contains(.caption)
  }

  private func isCaption(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.role == .body, line.paragraph.item == nil, line.count <= Self.longestCaption else {
      return false
    }
    if hasCaptionStyle(index) { return true }
    guard line.paragraph.outline == nil, !isLarge(line) else { return false }
    let first = line.text.prefix { $0.isLetter }.lowercased()
    if words.caption.contains(first) {
      let rest = line.text.dropFirst(first.count).drop { $0 == "." || $0 == " " }
      if rest.first.map({ $0.isNumber || $0 == ":" }) == true
        || romanNumber(rest.prefix { $0.isLetter }) != nil
        || line.text.dropFirst(first.count).first == ":"
      {
        return true
      }
    }
    if line.paragraph.isInBox { return true }
    let look = line.paragraph.runs.commonLook
    let isSmall = line.paragraph.size > 0 && line.paragraph.size < usualSize
    return line.count <= Self.shortCaption
      && (look.contains(.italic) || line.isCentered && (isSmall || line.text.last != "#"))
      && line.text.contains { $0.isLetter } && !isNumberedTitle(line.text)
  }

  /// Words of a caption at most.
  private static let longestCaption = 60
  /// Words of a caption that only its look tells.
  private static let shortCaption = 30
}

extension TypedRun {
  var isPicture: Bool {
    if case .picture = content { return true }
    return false
  }
}
