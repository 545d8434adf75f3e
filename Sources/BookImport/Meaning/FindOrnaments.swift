extension Manuscript {
  /// Makes scene breaks of lines of ornaments, of lines across the page and of pictures that part
  /// scenes.
  mutating func findOrnaments() {
    for index in lines.indices {
      switch lines[index].role {
      case .rule:
        lines[index].role = .sceneBreak
        guess(.sceneBreak, "a line across the page", at: index)
      case .body where isOrnament(index):
        lines[index].role = .sceneBreak
        guess(.sceneBreak, "“\(lines[index].text)”", at: index)
      default: break
      }
    }
    findPicturedOrnaments()
  }

  private func isOrnament(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.text.utf8.count <= 8 * Self.longest,
      let first = line.text.first(where: { !$0.isWhitespace }),
      Self.signs.contains(first) || "oOxX".contains(first)
    else { return false }
    let text = line.text.filter { !$0.isWhitespace }
    guard !text.isEmpty, text.count <= Self.longest, line.paragraph.item == nil,
      !line.paragraph.runs.contains(where: { $0.look.contains(.raised) })
    else { return false }
    if Self.letters.contains(text.lowercased()) { return line.isCentered || text.count > 2 }
    guard text.allSatisfy({ Self.signs.contains($0) }) else { return false }
    // One dash alone may be somebody's silence.
    if text.count == 1, Self.weak.contains(text) { return line.isCentered }
    return true
  }

  /// Signs of an ornament at most.
  private static let longest = 40
  private static let signs = Set(
    "*#~•·⁂※❦❧☙✽✻✼✾✿❀✦✧★☆◆◇◊❖○●■□▪§†‡◦∗⁎﹡＊—–-_=+°/\\|<>^")
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
