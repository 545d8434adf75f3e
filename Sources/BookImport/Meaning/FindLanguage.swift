import BookLanguage

extension Manuscript {
  /// Finds the book's language: the one its words are in, where they say so; else what the file
  /// says, since word processors mark every text as of the language they were bought in.
  mutating func findLanguage() {
    book.language = document.properties.language
    let prose = lines.lazy.filter { $0.role == .body }.map(\.text)
    guard let found = Language.guessed(of: prose), found != Self.primary(book.language) else {
      return
    }
    let said = book.language
    book.language = found
    // Where nobody says otherwise, a book is taken to be in that one anyway.
    if said.isEmpty, found == Language.unstated { return }
    let told = said.isEmpty ? "says no language" : "says '\(said)'"
    guesses.append(
      Guess(.bookLanguage, "the book is in '\(found)' by its words; the file \(told)"))
  }
}
