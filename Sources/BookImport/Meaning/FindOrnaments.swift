extension Manuscript {
  /// Makes scene breaks of lines of ornaments, of lines across the page and of pictures that part
  /// scenes.
  mutating func findOrnaments() {
    for index in lines.indices {
      switch lines[index].role {
      case .rule:
        lines[index].role = .sceneBreak
        guess(.sceneBreak, "a line across the page", at: index)
      case .body where isOrnament(index) || isStyledOrnament(index):
        lines[index].role = .sceneBreak
        guess(.sceneBreak, "“\(lines[index].text)”", at: index)
      default: break
      }
    }
    findPicturedOrnaments()
  }

  /// Whatever stands in a style for what parts scenes, if it is short.
  private func isStyledOrnament(_ index: Int) -> Bool {
    lines[index].styles.contains(.sceneBreak) && lines[index].text.count <= Self.longest
      && lines[index].count <= Self.wordsOfOrnament
  }

  /// Blanks apart, an ornament is of few signs.
  private static let wordsOfOrnament = 5

  private func isOrnament(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.text.utf8.count <= 8 * Self.longest,
      let first = line.text.first(where: { !$0.isWhitespace }),
      Self.signs.contains(first) || "oOxX".contains(first)
        || first.unicodeScalars.allSatisfy(\.isPrivate)
    else { return false }
    let text = line.text.filter { !$0.isWhitespace }
    if line.text.unicodeScalars.allSatisfy({ $0.isPrivate || $0.isBlank }) { return true }
    guard !text.isEmpty, text.count <= Self.longest, line.paragraph.item == nil,
      !line.paragraph.runs.contains(where: { $0.look.contains(.raised) })
    else { return false }
    if Self.letters.contains(text.lowercased()) { return line.isCentered || text.count > 2 }
    guard text.allSatisfy({ Self.signs.contains($0) }) else { return false }
    // One dash alone, or dots, may be somebody's silence.
    let isSilence =
      text.count == 1 && Self.weak.contains(text) || text.allSatisfy { ".…".contains($0) }
    if isSilence { return line.isCentered }
    return true
  }

  /// Signs of an ornament at most.
  private static let longest = 40
  private static let signs = Set(
    "*#~•·⁂※❦❧☙✽✻✼✾✿❀✦✧★☆◆◇◊❖○●■□▪§†‡◦∗⁎﹡＊—–-_=+°/\\|<>^.…")
  private static let weak: Set<String> = [
    "—", "–", "-", "_", "=", "+", "°", "/", "|", "<", ">", "^", "\\",
  ]
  /// Letters that are typed for an ornament.
  private static let letters: Set<String> = [
    "o0o", "oo0oo", "o0o0o", "ooo", "xxx", "-o-", "-o0o-", "~o~", "*o*",
  ]

  /// A picture that stands alone three times and more, always the same, is an ornament.
  private mutating func findPicturedOrnaments() {
    var places: [Int: [Int]] = [:]
    for index in lines.indices where lines[index].role == .figure {
      if index + 1 < lines.count, lines[index + 1].role == .caption { continue }
      if case .picture(let picture)? = lines[index].paragraph.runs.first?.content {
        places[picture, default: []].append(index)
      }
    }
    for (_, found) in places.sorted(by: { $0.key < $1.key }) where found.count >= 3 {
      for index in found {
        lines[index].role = .sceneBreak
        guess(.sceneBreak, "a picture that stands between scenes each time", at: index)
      }
    }
  }
}

extension Unicode.Scalar {
  /// A place that fonts of signs fill as they like (Unicode 16.0, 23.5).
  fileprivate var isPrivate: Bool { (0xE000...0xF8FF).contains(value) }
}
