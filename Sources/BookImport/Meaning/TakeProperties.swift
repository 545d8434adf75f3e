extension Manuscript {
  /// Takes from what the file says of itself what no title page has said.
  mutating func takeProperties(fileName: String) {
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
