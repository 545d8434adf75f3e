/// Upright or slanted.
package enum FontSlant: String, Sendable, Hashable, CaseIterable {
  case upright
  case italic
}

/// What a theme asks of a face.
package struct FontRequest: Sendable, Hashable {
  /// The family's name as fontconfig lists it; upper and lower case do not matter.
  package var family: String
  /// Upright or italic.
  package var slant: FontSlant
  /// As in CSS: 400 regular, 700 bold.
  package var weight: Int
  /// The size it will be set at, in points, for families cut in several optical sizes.
  package var size: Double
  /// BCP 47, for ideographs, whose forms differ by language; empty where it makes no difference.
  package var language: String

  package init(
    family: String, slant: FontSlant = .upright, weight: Int = 400, size: Double = 10.5,
    language: String = ""
  ) {
    self.family = family
    self.slant = slant
    self.weight = weight
    self.size = size
    self.language = language
  }
}
