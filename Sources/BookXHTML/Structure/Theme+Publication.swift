package import BookModel

extension Theme {
  /// The ornament of the title page, if the theme has one.
  package var titleOrnament: String? {
    let words = page?["ornaments"]?["title-page"]?.string
    return words == "none" ? nil : words
  }

  /// Whether a name leads to the index where it first stands.
  package var linksFirstMentions: Bool { page?["index"]?["names"]?.string == "link" }

  /// How it draws a cover.
  package var coverDesign: CoverDesign { CoverDesign(page) }
}
