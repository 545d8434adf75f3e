import BookLanguage

/// All that shaping depends on besides the words.
package struct ShapingStyle: Sendable, Hashable {
  /// The face.
  package var face: FontFace
  /// OpenType features.
  package var features: FontFeatures
  /// BCP 47, for forms that differ by language.
  package var language: String
  /// The script of the words.
  package var script: TextScript
  /// Whether they run from right to left: as their script does, unless the text around them says
  /// otherwise.
  package var isRightToLeft: Bool

  package init(
    face: FontFace, features: FontFeatures = [], language: String = Language.unstated,
    script: TextScript = .latin, isRightToLeft: Bool? = nil
  ) {
    self.face = face
    self.features = features
    self.language = language
    self.script = script
    self.isRightToLeft = isRightToLeft ?? script.isRightToLeft
  }
}
