import BookLanguage

extension Manuscript {
  /// Takes title, subtitle and author from the lines before the first chapter, else from what the
  /// file says of itself.
  mutating func findTitlePage(fileName: String) {
    book.language = document.properties.language
    let end = lines.firstIndex { $0.role == .chapter || isHeading($0.role) } ?? lines.count
    takeTitlePage(before: end)
    takeProperties(fileName: fileName)
  }

  private func isHeading(_ role: Role) -> Bool {
    if case .heading = role { return true }
    return false
  }

  private mutating func takeTitlePage(before end: Int) {
    guard let first = lines.indices.first(where: { isFilled($0) }), first < end else { return }
    let isBooksHeading =
      lines[first].role == .part && lines[first].paragraph.outline != nil
      && numberedTitle(lines[first].text) != .part
    guard isBooksHeading || opensTitlePage(first) || hasByline(from: first, before: end) else {
      return
    }
    // The only words of a document are no title of others.
    guard lines[(first + 1)...].contains(where: { $0.role != .blank && $0.role != .gone }) else {
      return
    }
    isBylined = hasByline(from: first, before: end)
    let hasChapters = end < lines.count
    take(first, "title") { $0.book.title = $0.lines[first].text }
    var index = first + 1
    var isAuthorNext = false
    while index < end, hasChapters || lines[index].paragraph.breakBefore == .none {
      defer { index += 1 }
      // A page that ends behind an empty line ends all the same.
      if lines[index].role == .blank, lines[index].paragraph.breakBefore != .none { return }
      if lines[index].role == .blank || lines[index].role == .gone { continue }
      guard lines[index].role == .body || lines[index].role == .sceneBreak else { return }
      if lines[index].paragraph.breakBefore != .none { return }
      if lines[index].role == .sceneBreak {
        lines[index].role = .gone
        continue
      }
      guard isTitlePageLine(index) else { return }
      isAuthorNext = takeTitlePageLine(index, isAuthorNext: isAuthorNext)
    }
  }

  private func isFilled(_ index: Int) -> Bool {
    lines[index].role != .blank && lines[index].role != .gone && lines[index].role != .sceneBreak
  }

  /// Whether the first line of all is the book's title.
  private func opensTitlePage(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.role == .body, line.count <= 20, line.paragraph.item == nil else { return false }
    if line.paragraph.styles.first == "title" { return true }
    guard line.isCentered || isTitleLine(index) else { return false }
    if let next = nextFilled(after: index), lines[next].role == .body, !isTitlePageLine(next),
      lines[next].paragraph.breakBefore == .none, next == index + 1, !line.isCentered
    {
      return false
    }
    return line.text.contains { $0.isLetter }
  }

  /// Whether short lines stand before the first chapter, and one of the first says who wrote it.
  private func hasByline(from first: Int, before end: Int) -> Bool {
    let filled = (first..<end).filter { isFilled($0) }
    return filled.count <= 6 && end < lines.count
      && filled.allSatisfy { ($0 == first || lines[$0].role == .body) && lines[$0].count <= 12 }
      && filled.prefix(4).contains { byline(lines[$0].text).map { !$0.isEmpty } ?? false }
  }

  private func isTitlePageLine(_ index: Int) -> Bool {
    let line = lines[index]
    if !line.styles.isDisjoint(with: [.subtitle, .author, .title]) { return true }
    guard line.count <= 16, line.paragraph.item == nil else { return false }
    return line.isCentered || byline(line.text) != nil && line.count <= 8
      || isBylined && line.count <= 12
  }

  private mutating func takeTitlePageLine(_ index: Int, isAuthorNext: Bool) -> Bool {
    let line = lines[index]
    let text = line.text
    if isRights(text) {
      take(index, "rights") { $0.book.rights = $0.book.rights.isEmpty ? text : $0.book.rights }
      leftOut.append(LeftOut(.titlePage, text, place: line.paragraph.place))
      return false
    }
    if let name = byline(text) {
      if name.isEmpty {
        lines[index].role = .gone
        guess(.titlePage, "“\(text)” stands before the author", at: index)
        return true
      }
      take(index, "author") { $0.book.author = name }
      return false
    }
    if isAuthorNext || line.styles.contains(.author)
      || book.author.isEmpty && text.lowercased() == document.properties.author.lowercased()
    {
      take(index, "author") { $0.book.author = text }
    } else if book.subtitle.isEmpty, !looksLikeDate(text) {
      take(index, "subtitle") { $0.book.subtitle = text }
    } else if book.author.isEmpty, looksLikeName(text) {
      take(index, "author") { $0.book.author = text }
    } else {
      lines[index].role = .gone
      leftOut.append(LeftOut(.titlePage, text, place: line.paragraph.place))
    }
    return false
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

  /// The words of a note.
  func noteText(_ note: Int) -> String {
    document.notes[note].map { block in
      if case .paragraph(let paragraph) = block { return paragraph.text }
      return ""
    }.joined(separator: " ")
  }

  /// What follows `by`, empty where it stands alone; nil for any other line.
  private func byline(_ text: String) -> String? {
    let small = text.lowercased()
    for cue in words.author.sorted(by: { $0.count > $1.count }) {
      if small == cue || small == cue + ":" { return "" }
      guard small.hasPrefix(cue + " ") else { continue }
      let rest = String(text.dropFirst(cue.count + 1)).trimmedBlanks
      if rest.split(separator: " ").count <= 6, rest.first?.isUppercase == true { return rest }
    }
    return nil
  }

  func isRights(_ text: String) -> Bool {
    let small = text.lowercased()
    return text.hasPrefix("©") || text.hasPrefix("(c) ")
      || words.rights.contains { small.hasPrefix($0) }
  }

  private func looksLikeDate(_ text: String) -> Bool {
    text.contains { $0.isNumber } && text.split(separator: " ").count <= 4
  }

  private func looksLikeName(_ text: String) -> Bool {
    let parts = text.split(separator: " ")
    return (2...4).contains(parts.count) && parts.allSatisfy { $0.first?.isUppercase == true }
      && !text.contains { $0.isNumber }
  }

  // MARK: What the file says

  private mutating func takeProperties(fileName: String) {
    let properties = document.properties
    if book.title.isEmpty, !properties.title.isEmpty, !Self.isPlaceholder(properties.title) {
      book.title = properties.title
      guesses.append(Guess(.properties, "the title: “\(book.title)”"))
    }
    if book.author.isEmpty, !properties.author.isEmpty, !Self.isPlaceholder(properties.author) {
      book.author = properties.author
      guesses.append(Guess(.properties, "the author: “\(book.author)”"))
    }
    if book.title.isEmpty {
      book.title = fileName
      guesses.append(Guess(.properties, "the title is the name of the file: “\(book.title)”"))
    }
  }

  /// What programs write where nobody has said anything.
  private static func isPlaceholder(_ text: String) -> Bool {
    let small = text.lowercased()
    return !text.contains { $0.isLetter || $0.isNumber }
      || [
        "python-docx", "user", "admin", "administrator", "windows user", "microsoft office user",
        "unknown", "owner", "word document", "untitled", "docx4j", "apache poi", "openxml",
      ].contains(small) || small.hasSuffix(".docx") || small.hasSuffix(".doc")
      || small.hasPrefix("microsoft word - ")
  }
}
