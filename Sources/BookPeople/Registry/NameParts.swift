import BookLanguage
import BookModel

/// The parts of a name as they are looked for in the text: titles out of the given names, quoted
/// nicknames apart, stray signs dropped.
struct NameParts: Sendable {
  var titles: [Honorific]
  var givens: [String] = []
  var family: String
  var quotedNicknames: [String] = []

  init(_ name: PersonName) {
    titles = Honorific.all(in: (name.prefix ?? "") + " " + (name.literal ?? ""))
    family = Self.trimmed(
      [name.nonDroppingParticle, name.family].compactMap { $0 }.joinedWords)
    let words = (name.given ?? "").split(separator: " ").map(String.init)
    for (i, word) in words.enumerated() {
      let bare = Self.trimmed(word)
      if bare.isEmpty { continue }
      if Self.isQuoted(word) {
        quotedNicknames.append(bare)
      } else if givens.isEmpty, let title = Honorific.written(bare),
        bare.utf8.count > 2,
        words.count > 1 && i < words.count || !PeopleWords.titlesAlsoGiven.contains(title.name)
      {
        titles.append(title)
      } else if bare.first?.isUppercase == true || bare.unicodeScalars.count > 3 {
        givens.append(bare)
      }
    }
  }

  private static func isQuoted(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    return "\"“‘'«(".unicodeScalars.contains(first)
  }

  /// Without quotation marks, brackets and commas around it.
  static func trimmed(_ text: String) -> String {
    // Most begin and end with a letter.
    if let first = text.utf8.first, let last = text.utf8.last, (first | 0x20) &- 0x61 < 26,
      (last | 0x20) &- 0x61 < 26
    {
      return text
    }
    let signs = "\"“”‘'’«»(),;".unicodeScalars
    var view = text.unicodeScalars[...]
    while let first = view.first, signs.contains(first) || first == " " { view.removeFirst() }
    while let last = view.last, signs.contains(last) || last == " " { view.removeLast() }
    return String(view)
  }
}
