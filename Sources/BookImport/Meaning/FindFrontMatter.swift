import BookLanguage
import BookModel

extension Manuscript {
  /// Reads what stands between title page and first chapter, page by page: the copyright page,
  /// a dedication, an epigraph.
  mutating func findFrontMatter() {
    guard let end = lines.firstIndex(where: { $0.role == .chapter || $0.role == .part }) else {
      return
    }
    var insertions: [(Int, String)] = []
    for page in pages(before: end) {
      let filled = page.filter { lines[$0].role == .body }
      guard !filled.isEmpty,
        filled.count == page.filter({ lines[$0].role != .blank && lines[$0].role != .gone }).count
      else { continue }
      let count = filled.reduce(0) { $0 + lines[$1].count }
      if filled.contains(where: { isRights(lines[$0].text) }), count < Self.longestRights {
        leaveOutRights(filled)
      } else if count <= Self.longestDedication, beginsPage(page[0]),
        let role = shortPageRole(filled)
      {
        insertions.append((filled[0], role))
        guess(.matter, "\(role): \(shown(filled[0]))", at: filled[0])
        if role == "epigraph" {
          let group = newGroup()
          for index in filled { lines[index].role = .set(.epigraph, group: group) }
        }
      }
    }
    for (index, role) in insertions.reversed() {
      var line = Line(TypedParagraph())
      line.role = .chapter
      line.chapterRole = role
      line.paragraph.place = lines[index].paragraph.place
      lines.insert(line, at: index)
    }
  }

  /// Words of a copyright page, of a dedication at most.
  private static let longestRights = 400
  private static let longestDedication = 60

  private func pages(before end: Int) -> [[Int]] {
    var pages: [[Int]] = [[]]
    for index in 0..<end {
      if lines[index].paragraph.breakBefore != .none { pages.append([]) }
      if lines[index].role != .gone { pages[pages.count - 1].append(index) }
    }
    return pages.filter { !$0.isEmpty }
  }

  private mutating func leaveOutRights(_ page: [Int]) {
    for index in page {
      let text = lines[index].text
      if book.rights.isEmpty, text.hasPrefix("©") || text.lowercased().hasPrefix("copyright") {
        book.rights = text
      }
      lines[index].role = .gone
      leftOut.append(LeftOut(.titlePage, text, place: lines[index].paragraph.place))
    }
  }

  private func shortPageRole(_ page: [Int]) -> String? {
    let first = lines[page[0]].text.lowercased()
    let isDedication = words.dedication.contains { first.hasPrefix($0 + " ") }
    if isDedication, page.count <= 6 { return "dedication" }
    let last = lines[page[page.count - 1]].text
    let hasSource = last.hasPrefix("—") || last.hasPrefix("–") || last.hasPrefix("-")
    if hasSource, page.count >= 2 || lines[page[0]].lineCount > 1 { return "epigraph" }
    return nil
  }
}
