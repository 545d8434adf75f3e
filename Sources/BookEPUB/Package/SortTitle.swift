/// A title as a library sorts it: the article goes to the end.
struct SortTitle {
  /// `Reservoir, The`.
  let words: String

  private static let articles: [String: [String]] = [
    "en": ["the", "a", "an"], "fr": ["le", "la", "les", "un", "une", "des"],
    "de": ["der", "die", "das", "ein", "eine"], "es": ["el", "la", "los", "las", "un", "una"],
  ]

  init(_ title: String, _ language: String) {
    let parts = title.split(separator: " ", maxSplits: 1)
    if parts.count == 2, Self.articles[language]?.contains(parts[0].lowercased()) == true {
      words = "\(parts[1]), \(parts[0])"
    } else {
      words = title
    }
  }
}
