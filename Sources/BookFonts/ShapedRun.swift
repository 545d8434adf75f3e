/// One glyph of a shaped run, in font units.
package struct ShapedGlyph: Sendable, Equatable {
  /// Its number in the face; 0 where the face lacks the character.
  package var glyph: UInt16
  /// How far the pen moves on.
  package var advance: Int32
  /// How far the glyph stands from the pen.
  package var xOffset: Int32
  /// Ditto, upwards.
  package var yOffset: Int32
  /// Byte offset into the shaped text of the first character it stands for.
  package var cluster: Int32

  package init(
    glyph: UInt16, advance: Int32, xOffset: Int32 = 0, yOffset: Int32 = 0, cluster: Int32
  ) {
    self.glyph = glyph
    self.advance = advance
    self.xOffset = xOffset
    self.yOffset = yOffset
    self.cluster = cluster
  }
}

/// Glyphs in the order they stand on the line, from left to right, also in right-to-left scripts.
package struct ShapedRun: Sendable, Equatable {
  /// Left to right; the clusters fall instead of rising when `isRightToLeft`.
  package var glyphs: [ShapedGlyph]
  /// The sum of the advances.
  package var advance: Int32
  /// True when the script runs from right to left.
  package var isRightToLeft: Bool

  package init(glyphs: [ShapedGlyph], advance: Int32, isRightToLeft: Bool) {
    self.glyphs = glyphs
    self.advance = advance
    self.isRightToLeft = isRightToLeft
  }

  /// True when the face lacks a character of it.
  package var hasMissingGlyph: Bool { glyphs.contains { $0.glyph == 0 } }
}
