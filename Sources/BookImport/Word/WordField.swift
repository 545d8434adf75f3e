/// A field of Word's: a code that says what to compute, and what was computed last.
struct WordField {
  /// What becomes of its result.
  enum Treatment: Equatable {
    case kept
    /// A list that the book makes itself.
    case contents
    /// Numbers of pages and the like, which differ in a book.
    case left
    case link(String)
    /// The mark of a note that is referred to once more.
    case noteMark(bookmark: String)
  }

  var code = ""
  /// True until the result begins.
  var isCode = true
  var treatment = Treatment.kept

  /// The code's words; one in quotation marks is one word.
  static func words(_ code: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in code {
      if character == "\"" || character == "“" || character == "”" {
        if isQuoted { words.append(word) } else if !word.isEmpty { words.append(word) }
        word = ""
        isQuoted.toggle()
      } else if character.isWhitespace, !isQuoted {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// What the code asks for.
  static func treatment(of code: String) -> Treatment {
    let words = words(code)
    guard let name = words.first?.uppercased() else { return .kept }
    switch name {
    case "TOC", "INDEX", "TOA", "RD": return .contents
    case "PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "SECTION", "FILENAME", "FILESIZE",
      "REVNUM", "EDITTIME", "TEMPLATE", "USERNAME", "USERINITIALS", "USERADDRESS",
      "LASTSAVEDBY":
      return .left
    case "HYPERLINK":
      guard let target = words.dropFirst().first(where: { !$0.hasPrefix("\\") }),
        !code.contains("\\l ") || target.contains(":")
      else { return .kept }
      return .link(target)
    case "NOTEREF", "FTNREF":
      return words.count > 1 ? .noteMark(bookmark: words[1]) : .kept
    default: return .kept
    }
  }
}
