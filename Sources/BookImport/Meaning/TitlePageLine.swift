import BookLanguage

/// What a line of a title page says by its words.
extension Manuscript {
  /// What follows `by`, empty where it stands alone; nil for any other line.
  func byline(_ text: String) -> String? {
    let small = text.lowercased()
    for cue in words.author.sorted(by: { $0.count > $1.count }) {
      if small == cue || small == cue + ":" { return "" }
      guard small.hasPrefix(cue + " ") else { continue }
      let rest = String(text.dropFirst(cue.count + 1)).trimmedBlanks
      if rest.split(separator: " ").count <= 6, rest.first?.isUppercase == true { return rest }
    }
    return nil
  }

  /// `a memoir by Joan Bell`: what the book is, and whose.
  func genreAndAuthor(_ text: String) -> (genre: String, author: String)? {
    let parts = text.split(separator: " ")
    for cue in words.author where !cue.contains(" ") {
      guard let place = parts.firstIndex(where: { $0.lowercased() == cue }), place > 0 else {
        continue
      }
      let genre = parts[..<place].joined(separator: " ")
      let name = parts[(place + 1)...].joined(separator: " ")
      if isGenre(genre), looksLikeName(name) { return (genre, name) }
    }
    return nil
  }

  /// Whether a line says what kind of book it is: `A Memoir`.
  func isGenre(_ text: String) -> Bool {
    let parts = text.lowercased().split { !$0.isLetter }
    return parts.count <= Self.longestGenre && parts.contains { words.genre.contains(String($0)) }
  }

  /// Words of `A Memoir of Three Rooms` at most.
  private static let longestGenre = 6

  func isRights(_ text: String) -> Bool {
    let small = text.lowercased()
    return text.hasPrefix("©") || text.hasPrefix("(c) ")
      || words.rights.contains { small.hasPrefix($0) }
  }

  func looksLikeDate(_ text: String) -> Bool {
    text.contains { $0.isNumber } && text.split(separator: " ").count <= 4
  }

  /// Whether a line says where its author lives or how long the text is: it has figures or the sign
  /// of a mail address, and no one centred it.
  func isContact(_ index: Int) -> Bool {
    let line = lines[index]
    return line.text.contains("@") || !line.isCentered && line.text.contains { $0.isNumber }
  }

  /// Whether a line is two to five words of a name: each with a capital, small words of family names
  /// among them, and nothing that says it is a title.
  func looksLikeName(_ text: String) -> Bool {
    let parts = text.split { $0 == " " || $0 == "\u{A0}" }
    guard (2...5).contains(parts.count), !isGenre(text) else { return false }
    guard text.allSatisfy({ $0.isLetter || " \u{A0}.'’-\u{2010}\u{2011}".contains($0) }) else {
      return false
    }
    let titles = Language.of(book.language).smallWords.union(Language.of(book.language).articles)
    var named = 0
    for (index, part) in parts.enumerated() {
      let small = part.lowercased()
      if part.first?.isUppercase == true, !titles.contains(small) || part.last == "." {
        named += 1
      } else if index == 0 || index == parts.count - 1 || !Self.particles.contains(small) {
        return false
      }
    }
    return named >= 2
  }

  private static let particles = Set(
    PeopleWords.particles.flatMap { $0.joined.lowercased().split(separator: " ").map(String.init) })
}
