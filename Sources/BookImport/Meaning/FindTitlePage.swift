import BookLanguage

extension Manuscript {
  /// Takes title, subtitle and author from the lines before the first chapter, else from what the
  /// file says of itself.
  mutating func findTitlePage(fileName: String) {
    let end = lines.firstIndex { $0.role == .chapter || isHeading($0.role) } ?? lines.count
    takeTitlePage(before: end)
    takeProperties(fileName: fileName)
  }

  private func isHeading(_ role: Role) -> Bool {
    if case .heading = role { return true }
    return false
  }

  private mutating func takeTitlePage(before end: Int) {
    guard let first = lines.indices.first(where: { isFilled($0) && lines[$0].role != .figure }),
      first < end
    else { return }
    var page = openingPage(from: first, before: end)
    let title = titleLine(of: page)
    guard opensTitlePage(title, of: page, before: end) else { return }
    // The only words of a document are no title of others.
    guard lines[(first + 1)...].contains(where: { $0.role != .blank && $0.role != .gone }) else {
      return
    }
    take(title, "title") { $0.book.title = $0.lines[title].text }
    takeLines(of: page, around: title)
    // Behind a page with the title alone often comes one that says it again.
    while page.isWhole, let next = nextFilled(after: page.last), next < end {
      page = openingPage(from: next, before: end)
      let again = page.lines.first { lines[$0].text.lowercased() == book.title.lowercased() }
      guard page.isWhole, let again else { return }
      lines[again].role = .gone
      leftOut.append(LeftOut(.titlePage, lines[again].text, place: lines[again].paragraph.place))
      takeLines(of: page, around: again)
    }
  }

  // MARK: Which lines

  /// Short lines with which the document, or a page of its front, begins.
  struct OpeningPage {
    /// Those with words; at least one.
    var lines: [Int]
    /// Whether nothing else stands on the page, which a page's end or a chapter ends.
    var isWhole: Bool
    var last: Int { lines[lines.count - 1] }
  }

  private func openingPage(from first: Int, before end: Int) -> OpeningPage {
    var page = OpeningPage(lines: [first], isWhole: end < lines.count)
    for index in (first + 1)..<max(end, first + 1) {
      if lines[index].paragraph.breakBefore != .none {
        page.isWhole = true
        break
      }
      if !isFilled(index) || lines[index].role == .figure { continue }
      guard lines[index].role == .body, lines[index].count <= Self.titlePageWords,
        lines[index].paragraph.item == nil, page.lines.count < Self.linesOfTitlePage
      else {
        page.isWhole = false
        break
      }
      page.lines.append(index)
    }
    // Where no page ends, only what looks like a title page is of one.
    if !page.isWhole {
      let byline = page.lines.dropFirst().prefix { isTitlePageLine($0) }
      page.lines = [first] + byline
    }
    return page
  }

  /// Words of a line of a title page, lines of one, at most.
  private static let titlePageWords = 16
  private static let linesOfTitlePage = 14

  func isFilled(_ index: Int) -> Bool {
    lines[index].role != .blank && lines[index].role != .gone && lines[index].role != .sceneBreak
  }

  private func isTitlePageLine(_ index: Int) -> Bool {
    let line = lines[index]
    if !line.styles.isDisjoint(with: [.subtitle, .author, .title]) { return true }
    return line.isCentered || byline(line.text) != nil && line.count <= 8
  }

  // MARK: The title

  /// The line of a page that stands out most as a title; the first of equal ones.
  private func titleLine(of page: OpeningPage) -> Int {
    guard page.isWhole, lines[page.lines[0]].role == .body else { return page.lines[0] }
    var known = page.lines.compactMap { byline(lines[$0].text)?.lowercased() }
    for (line, next) in zip(page.lines, page.lines.dropFirst())
    where byline(lines[line].text)?.isEmpty == true { known.append(lines[next].text.lowercased()) }
    let possible = page.lines.filter { index in
      byline(lines[index].text) == nil && !isRights(lines[index].text) && !isContact(index)
        && !lines[index].styles.contains(.author)
        && (index == page.lines[0] || !isGenre(lines[index].text))
        && !known.contains(lines[index].text.lowercased())
        && lines[index].text.lowercased() != document.properties.author.lowercased()
    }
    let best = possible.max { (weight($0), $1) < (weight($1), $0) }
    return best ?? page.lines[0]
  }

  private func weight(_ index: Int) -> Int {
    let line = lines[index]
    let look = line.paragraph.runs.commonLook
    var weight = 0
    if line.styles.contains(.title), !line.styles.contains(.subtitle) {
      weight += Self.weightOfStyle
    }
    weight += (line.paragraph.size > 0 ? line.paragraph.size : usualSize) / 2 * Self.weightOfPoint
    if line.isCentered { weight += Self.weightOfCentre }
    if look.contains(.bold) { weight += Self.weightOfBold }
    return weight
  }

  // A style says what a line is; a larger size outweighs other looks.
  private static let weightOfStyle = 10_000
  private static let weightOfPoint = 100
  private static let weightOfCentre = 90
  private static let weightOfBold = 80

  /// Whether a line at the head of the document is the book's title.
  private func opensTitlePage(_ title: Int, of page: OpeningPage, before end: Int) -> Bool {
    let line = lines[title]
    guard line.count <= 20, line.paragraph.item == nil, line.text.contains(where: \.isLetter)
    else { return false }
    if line.role == .part { return isBooksHeading(title) }
    guard line.role == .body else { return false }
    if line.paragraph.styles.first == "title" || hasByline(page, before: end) { return true }
    guard line.isCentered || isTitleLine(title) else { return false }
    // What stands on the next line without a look of its own is prose that the line is the head of.
    if let next = nextFilled(after: title), lines[next].role == .body, next == title + 1,
      lines[next].paragraph.breakBefore == .none, !line.isCentered, !isTitlePageLine(next)
    {
      return page.isWhole
    }
    return true
  }

  /// A heading above those of the chapters that is no part's: the other parts have chapters, and
  /// so would it.
  private func isBooksHeading(_ index: Int) -> Bool {
    guard lines[index].paragraph.outline != nil, numberedTitle(lines[index].text) != .part else {
      return false
    }
    let parts = lines.indices.filter { lines[$0].role == .part }
    guard parts.count > 1, let next = nextFilled(after: index) else { return true }
    return lines[next].role != .chapter
      || lines[index].text.lowercased() == document.properties.title.lowercased()
  }

  /// Whether one of the first of few short lines says who wrote it, or is a name below a title.
  private func hasByline(_ page: OpeningPage, before end: Int) -> Bool {
    guard page.lines.count <= 6, end < lines.count,
      page.lines.allSatisfy({ lines[$0].count <= 12 })
    else { return false }
    return page.lines.prefix(4).contains { byline(lines[$0].text).map { !$0.isEmpty } ?? false }
      || page.isWhole && page.lines.count > 1
        && page.lines.dropFirst().contains { looksLikeName(lines[$0].text) }
  }

  // MARK: The other lines

  private mutating func takeLines(of page: OpeningPage, around title: Int) {
    // An ornament of the title page parts no scenes.
    for index in page.lines[0]...page.last where lines[index].role == .sceneBreak {
      lines[index].role = .gone
    }
    var rest = page.lines.filter { $0 != title }
    takeAuthor(&rest, title: title)
    // Below the author stand a place, a year or a publisher, if no name of a kind of book.
    let author = page.lines.first { $0 > title && !rest.contains($0) } ?? lines.count
    for index in rest {
      let text = lines[index].text
      let maySay = index < author || isGenre(text) || lines[index].styles.contains(.subtitle)
      if index > title, maySay, book.subtitle.isEmpty, !isRights(text), !looksLikeDate(text),
        !isContact(index), text.lowercased() != book.author.lowercased()
      {
        take(index, "subtitle") { $0.book.subtitle = text }
      } else {
        if isRights(text), book.rights.isEmpty {
          take(index, "rights") { $0.book.rights = text }
        }
        lines[index].role = .gone
        leftOut.append(LeftOut(.titlePage, text, place: lines[index].paragraph.place))
      }
    }
  }

  /// Takes the author out of the lines: the one that says so, else the last that is a name.
  private mutating func takeAuthor(_ rest: inout [Int], title: Int) {
    for (position, index) in rest.enumerated() {
      let text = lines[index].text
      if let name = byline(text) {
        // "by" that nobody follows is words like any others.
        if name.isEmpty, position + 1 == rest.count { continue }
        if !name.isEmpty {
          take(index, "author") { $0.book.author = name }
        } else {
          lines[index].role = .gone
          guess(.titlePage, "“\(text)” stands before the author", at: index)
          let next = rest[position + 1]
          take(next, "author") { $0.book.author = $0.lines[next].text }
        }
      } else if let (genre, name) = genreAndAuthor(text) {
        take(index, "subtitle and author") {
          $0.book.subtitle = genre
          $0.book.author = name
        }
      } else if lines[index].styles.contains(.author)
        || book.author.isEmpty && text.lowercased() == document.properties.author.lowercased()
      {
        take(index, "author") { $0.book.author = text }
      } else {
        continue
      }
      rest.removeAll { lines[$0].role == .gone }
      return takeAuthor(&rest, title: title)
    }
    guard book.author.isEmpty else { return }
    let names = rest.filter {
      looksLikeName(lines[$0].text) && !lines[$0].styles.contains(.subtitle)
    }
    let alone = rest.filter { $0 > title && !isRights(lines[$0].text) }
    // A style for subtitles that holds a name alone holds the author's.
    let styled = alone.count == 1 ? alone.filter { looksLikeName(lines[$0].text) } : []
    guard let index = names.first(where: { $0 < title }) ?? names.last ?? styled.first else {
      return
    }
    take(index, "author") { $0.book.author = $0.lines[index].text }
    rest.removeAll { $0 == index }
  }

  private mutating func take(_ index: Int, _ what: String, _ set: (inout Manuscript) -> Void) {
    set(&self)
    guess(.titlePage, "the \(what): “\(lines[index].text)”", at: index)
    lines[index].role = .gone
    for run in lines[index].paragraph.runs {
      if case .note(let note) = run.content {
        leftOut.append(LeftOut(.note, noteText(note), place: lines[index].paragraph.place))
      }
    }
  }
}
