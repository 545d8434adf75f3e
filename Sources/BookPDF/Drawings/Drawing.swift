import BookFonts
import BookTypesetting

/// A drawing as what is painted in it, its text still to be given the codes of embedded fonts.
struct Drawing: Sendable {
  /// Width and height of the view box.
  var extent: (width: Double, height: Double)
  /// From the view box into the picture, outermost first.
  var matrices: [[Double]] = []
  /// What is painted, in order.
  var painted: [Painted] = []

  /// The texts, those of groups too.
  var texts: [DrawnText] { painted.flatMap(\.texts) }
}

/// Where something is painted: the way from its own space into the view box, and the edges beyond
/// which it is not seen.
struct DrawingFrame: Sendable {
  var matrix = DrawingClip.identity
  /// Each with the way from its own space into the view box.
  var edges: [DrawingClip] = []
  /// Frames with one number are one frame; each change gives another.
  var number = 0

  /// Whether it changes nothing.
  var isWhole: Bool { number == 0 }
}

/// One thing that is painted in a drawing.
struct Painted: Sendable {
  var what: What
  var frame: DrawingFrame
  /// How much of what is filled shows, 0 to 1; of a group, of all of it.
  var fillOpacity = 1.0
  var strokeOpacity = 1.0

  /// Shapes, words, and groups that show through as a whole.
  enum What: Sendable {
    case shape(DrawnShape)
    case gradient(DrawingPath, isEvenOdd: Bool, SVGGradient)
    case text(DrawnText)
    indirect case group([Painted])
  }

  /// Whether anything of it shows through.
  var isSolid: Bool { fillOpacity == 1 && strokeOpacity == 1 }

  /// The texts in it.
  fileprivate var texts: [DrawnText] {
    switch what {
    case .text(let text): [text]
    case .group(let members): members.flatMap(\.texts)
    case .shape, .gradient: []
    }
  }
}

/// An outline with what fills it and what draws it.
struct DrawnShape: Sendable {
  var path: DrawingPath
  var isEvenOdd: Bool
  var fill: Ink?
  var stroke: Pen?
}

/// What a line is drawn with.
struct Pen: Sendable {
  var ink: Ink
  var width: Double
  var cap: Int
  var join: Int
  var miterLimit: Double
  var dashes: [Double]
  var dashOffset: Double
}

/// A line of text in a drawing.
struct DrawnText: Sendable {
  /// Index into the shelf's faces.
  var face: Int
  var size: Double
  var x: Double
  var y: Double
  var glyphs: [ShapedGlyph]
  /// What it says.
  var text: [UInt8]
  var letterSpace: Double
  /// Of its face, which the glyphs are measured in.
  var unitsPerEm: Int
  /// From its first letter to its end.
  var width: Double
  var fill: Ink?
  var stroke: Pen?
  /// Whether letters are drawn round before they are filled.
  var strokesFirst = false
}
