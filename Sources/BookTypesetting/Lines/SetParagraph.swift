/// One line, as a stretch of tokens and the space it has.
struct SetLine: Sendable {
  var firstToken: Int32
  var lastToken: Int32
  /// Number of the break after which its first word goes on, -1 for a whole word.
  var firstBreak: Int16
  /// Number of the break at which its last word is hyphenated, -1 for a whole word.
  var lastBreak: Int16
  /// Width with normal gaps, without what stands out.
  var natural: Float
  /// From the paragraph's left edge.
  var inset: Float
  /// What it may fill.
  var width: Float
  /// How far its first sign stands out to the left.
  var protrusion: Float
  var gaps: Int16
  var isJustified: Bool
  var isHyphenated: Bool
  /// How many of the paragraph's notes are referred to up to its end.
  var notes: Int32
}

/// A paragraph in lines, in one way or several.
struct SetParagraph: Sendable {
  /// What it was made from.
  var draft: DraftParagraph
  /// Fewer lines first.
  var variants: [Variant]
  /// The normal word gap.
  var gap: Float
  /// How far letters may be widened or narrowed, as a part of their width.
  var flexibility: Float
  /// What it stands in, from edge to edge.
  var measure: Float

  /// One way to set it.
  struct Variant: Sendable {
    var lines: [SetLine]
    /// 0 for the best way.
    var cost: Float
  }

  /// The best way's index.
  var best: Int { variants.indices.min { variants[$0].cost < variants[$1].cost } ?? 0 }

  /// Height of the best way in points.
  var height: Float { variants.isEmpty ? 0 : Float(variants[best].lines.count) * draft.leading }
}
