import BookModel

/// One page: what stands on it, in the order it is read and painted.
package struct Page: Sendable {
  /// How its number is written.
  package enum Numbering: Sendable, Equatable {
    case roman
    case arabic
  }
  /// Roman in the front matter.
  package var numbering: Numbering
  /// From 1 within its numbering; every page counts, blank ones too.
  package var number: Int
  /// What stands on it.
  ///
  /// Items of one structure node are in reading order; artifacts come last.
  package var items: [Item] = []
  /// All glyphs of the page; runs refer to ranges of it.
  package var glyphs: [PlacedGlyph] = []
  /// UTF-8 of all runs; runs refer to ranges of it.
  package var text: [UInt8] = []
  /// Active rectangles.
  package var links: [PageLink] = []

  package init(numbering: Numbering, number: Int) {
    self.numbering = numbering
    self.number = number
  }

  /// The folio, whether printed or not: `xii`, `34`.
  package var label: String {
    numbering == .roman ? romanNumeral(number) : String(number)
  }

  /// Something painted.
  package enum Item: Sendable, Equatable {
    case run(GlyphRun)
    /// A filled rectangle: a rule, or a tint.
    case fill(Fill)
    case picture(Picture)
  }

  /// A filled rectangle.
  package struct Fill: Sendable, Equatable {
    /// Where.
    package var rectangle: Rectangle
    /// Its colour.
    package var ink: Ink
    /// What it is part of.
    package var owner: Owner

    package init(rectangle: Rectangle, ink: Ink = .black, owner: Owner = .artifact(.layout)) {
      self.rectangle = rectangle
      self.ink = ink
      self.owner = owner
    }
  }

  /// A picture, scaled to its rectangle.
  package struct Picture: Sendable, Equatable {
    /// Where.
    package var rectangle: Rectangle
    /// What of that shows; nil for all.
    package var clip: Rectangle?
    /// Index into `PageList.pictures`.
    package var source: Int
    /// What it is part of: a `Figure`, or an artifact for ornaments.
    package var owner: Owner

    package init(rectangle: Rectangle, source: Int, owner: Owner) {
      self.rectangle = rectangle
      self.source = source
      self.owner = owner
    }
  }
}

/// What an item belongs to: an element of the structure, or nothing that is read.
package enum Owner: Sendable, Equatable {
  /// Index into `StructureTree.nodes`.
  case node(Int)
  case artifact(Artifact)

  /// Why it is not read.
  package enum Artifact: Sendable, Equatable {
    /// A running head or folio at the head of the page (`/Pagination`, `/Header`).
    case header
    /// A folio at the foot (`/Pagination`, `/Footer`).
    case footer
    /// A rule or ornament (`/Layout`).
    case layout
  }
}

/// A colour as themes have it.
package enum Ink: Sendable, Equatable {
  /// Pure black, K only in print.
  case black
  /// 0 is black, 1 white.
  case gray(Float)
  /// sRGB, each 0 to 1: the one accent a theme may have.
  case colour(red: Float, green: Float, blue: Float)
}

/// Glyphs on one baseline that share face, size, owner and language.
package struct GlyphRun: Sendable, Equatable {
  /// Index of the face in the fonts the book was set with.
  package var face: Int32
  /// Points.
  package var size: Float
  /// Origin of the first glyph.
  package var x: Float
  /// The baseline.
  package var y: Float
  /// Range of `Page.glyphs`, in the order in which they are read.
  package var glyphs: Range<Int>
  /// Range of `Page.text`: what the run says, in logical order.
  package var text: Range<Int>
  /// Points added after every glyph, the last too, before `stretch`; PDF's `Tc`.
  package var letterSpace: Float
  /// Horizontal scale of advances and letter space, 1 for none: a hundredth of PDF's `Tz`.
  package var stretch: Float
  /// Its colour.
  package var ink: Ink
  /// What it is part of.
  package var owner: Owner
  /// Index into `PageList.languages`.
  package var language: UInt16
  /// True where glyphs run from right to left.
  ///
  /// The first is the rightmost then, `x` is its right edge, and every advance leads to the left. The text is in the order of the glyphs all the same.
  package var isRightToLeft: Bool
  /// Range of `Page.text`: what is read instead of `text`.
  ///
  /// A word parted at a line's end is said whole by its first part, and its other part says a
  /// space. Of runs from right to left the first of a group says what all of them say; those after
  /// it have nothing here.
  package var saying: Range<Int>?

  package init(
    face: Int32, size: Float, x: Float, y: Float, glyphs: Range<Int>, text: Range<Int>,
    letterSpace: Float = 0, stretch: Float = 1, ink: Ink = .black, owner: Owner,
    language: UInt16 = 0, isRightToLeft: Bool = false
  ) {
    self.face = face
    self.size = size
    self.x = x
    self.y = y
    self.glyphs = glyphs
    self.text = text
    self.letterSpace = letterSpace
    self.stretch = stretch
    self.ink = ink
    self.owner = owner
    self.language = language
    self.isRightToLeft = isRightToLeft
  }
}

/// One glyph of a run.
package struct PlacedGlyph: Sendable, Equatable {
  /// Glyph index in the face.
  package var id: UInt16
  /// Bytes of the run's text it stands for, taken in turn: 3 for the ligature `ffi`, 0 for the
  /// second and later glyphs of a cluster.
  ///
  /// A hyphen added at a line's end stands for U+00AD (2 bytes); a space at a line's end is there
  /// as a glyph, beyond the margin.
  package var textLength: UInt8
  /// How far the pen moves, in thousandths of the run's size: the glyph's own width with kerning
  /// and, for a space, justification; without the run's letter space.
  package var advance: Float
  /// Thousandths of the run's size, to the right.
  package var xOffset: Int16
  /// Thousandths of the run's size, upward.
  package var yOffset: Int16

  package init(
    id: UInt16, textLength: UInt8, advance: Float, xOffset: Int16 = 0, yOffset: Int16 = 0
  ) {
    self.id = id
    self.textLength = textLength
    self.advance = advance
    self.xOffset = xOffset
    self.yOffset = yOffset
  }
}

/// An active area of a page.
package struct PageLink: Sendable, Equatable {
  /// Where it leads.
  package enum Target: Sendable, Equatable {
    /// Name of a destination in the same file.
    case destination(String)
    /// An address, as it goes into the file.
    case uri(String)
  }
  /// One a line; a link over a page's end is one `PageLink` on each page with the same node.
  package var rectangles: [Rectangle]
  /// Where it leads.
  package var target: Target
  /// The `Link` element, index into `StructureTree.nodes`.
  package var node: Int
  /// What it says to those who cannot see it (`/Contents`).
  package var contents: String

  package init(rectangles: [Rectangle], target: Target, node: Int, contents: String) {
    self.rectangles = rectangles
    self.target = target
    self.node = node
    self.contents = contents
  }
}

/// A number in lower-case roman numerals; arabic digits below 1 or above 3999.
package func romanNumeral(_ number: Int) -> String {
  guard number > 0, number < 4000 else { return String(number) }
  return RomanNumeral.written(number).lowercased()
}
