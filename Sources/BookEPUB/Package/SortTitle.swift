import BookLanguage

/// A title as a library sorts it: the article goes to the end.
struct SortTitle {
  /// `Reservoir, The`.
  let words: String

  init(_ title: String, _ language: String) {
    let parts = title.split(separator: " ", maxSplits: 1)
    if parts.count == 2, Language.of(language).articles.contains(parts[0].lowercased()) {
      words = "\(parts[1]), \(parts[0])"
    } else {
      words = title
    }
  }
}
