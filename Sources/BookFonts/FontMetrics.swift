/// What is measured once for a whole face, in font units unless said otherwise.
package struct FontMetrics: Sendable, Equatable {
  /// Units to the em.
  package var unitsPerEm = 1000
  /// Above the baseline.
  package var ascender = 0
  /// Below the baseline, negative.
  package var descender = 0
  /// Height of the flat capitals.
  package var capHeight = 0
  /// Height of the flat small letters.
  package var xHeight = 0
  /// Degrees counter-clockwise from upright; negative for an italic.
  package var italicAngle = 0.0
  /// Thickness of an upright stem, estimated from the weight as no table gives it.
  package var stemV = 80
  /// Left, bottom, right and top of all glyphs laid over each other.
  package var boundingBox = (left: 0, bottom: 0, right: 0, top: 0)
  /// CSS weight.
  package var weight = 400
  /// True when all glyphs are as wide as each other.
  package var isMonospaced = false
  /// `OS/2.fsType`: what the face's maker allows (OpenType 1.9, OS/2).
  package var embeddingBits: UInt16 = 0
  /// Below the baseline, negative; and the thickness of the rule.
  package var underline = (position: 0, thickness: 0)

  package init() {}

  /// False when the maker forbids putting the face, or part of it, into a document.
  ///
  /// Bit 1 alone is "restricted licence", bit 8 forbids subsets and bit 9 allows bitmaps only.
  package var allowsEmbedding: Bool {
    let usage = embeddingBits & 0x000F
    return usage != 0x0002 && embeddingBits & 0x0300 == 0
  }

  package static func == (a: FontMetrics, b: FontMetrics) -> Bool {
    a.unitsPerEm == b.unitsPerEm && a.ascender == b.ascender && a.descender == b.descender
      && a.capHeight == b.capHeight && a.xHeight == b.xHeight && a.italicAngle == b.italicAngle
      && a.stemV == b.stemV && a.boundingBox == b.boundingBox && a.weight == b.weight
      && a.isMonospaced == b.isMonospaced && a.embeddingBits == b.embeddingBits
      && a.underline == b.underline
  }
}
