#if SETS_PAGES
  import CHarfBuzz
#endif

/// One face of a family: its metrics, and the shaping and subsetting done with it.
///
/// A face never changes and may be used by any number of tasks at once.
package final class FontFace: Sendable {
  /// How outlines are kept.
  package enum Outlines: Sendable, Equatable {
    /// Cubic, in a `CFF` table.
    case compact
    /// Quadratic, in a `glyf` table.
    case trueType
  }

  /// The face's PostScript name: `EBGaramond12-Regular`.
  package let postScriptName: String
  /// The family's name.
  package let family: String
  /// Upright or italic.
  package let slant: FontSlant
  /// What is measured once for the face.
  package let metrics: FontMetrics
  /// How its outlines are kept.
  package let outlines: Outlines
  /// How many glyphs it has.
  package let glyphCount: Int
  /// The file it came from.
  package let path: String
  /// Which face of that file it is.
  package let index: Int

  #if SETS_PAGES
    let font: GuardedCObject
    /// The bytes of the file, shared by all fonts made of the face.
    let file: GuardedCObject

    init(
      adopting font: sending OpaquePointer, file: GuardedCObject, description: Description,
      path: String, index: Int
    ) {
      postScriptName = description.postScriptName
      family = description.family
      slant = description.slant
      metrics = description.metrics
      outlines = description.outlines
      glyphCount = description.glyphCount
      self.path = path
      self.index = index
      self.file = file
      self.font = GuardedCObject(adopting: font) { hb_font_destroy($0) }
    }
  #else
    private init() {
      postScriptName = ""
      family = ""
      slant = .upright
      metrics = FontMetrics()
      outlines = .compact
      glyphCount = 0
      path = ""
      index = 0
    }
  #endif

  /// What is read from a face's tables when it is opened.
  struct Description {
    var postScriptName: String
    var family: String
    var slant: FontSlant
    var metrics: FontMetrics
    var outlines: Outlines
    var glyphCount: Int
  }

  /// The glyph a character has by itself, nil where the face lacks it.
  package func glyph(for scalar: Unicode.Scalar) -> UInt16? {
    #if SETS_PAGES
      var glyph: hb_codepoint_t = 0
      let found = font.withPointer { hb_font_get_nominal_glyph($0, scalar.value, &glyph) != 0 }
      return found && glyph != 0 && glyph <= 0xFFFF ? UInt16(glyph) : nil
    #else
      return nil
    #endif
  }

  /// How wide a glyph is, in font units.
  package func advance(of glyph: UInt16) -> Int {
    #if SETS_PAGES
      font.withPointer { Int(hb_font_get_glyph_h_advance($0, hb_codepoint_t(glyph))) }
    #else
      0
    #endif
  }

  /// The ink of a glyph: left, bottom, right and top in font units; nil for one without ink.
  package func ink(
    of glyph: UInt16
  ) -> (left: Int, bottom: Int, right: Int, top: Int)? {
    #if SETS_PAGES
      var extents = hb_glyph_extents_t()
      let found = font.withPointer {
        hb_font_get_glyph_extents($0, hb_codepoint_t(glyph), &extents) != 0
      }
      guard found, extents.width != 0 || extents.height != 0 else { return nil }
      let (left, top) = (Int(extents.x_bearing), Int(extents.y_bearing))
      return (left, top + Int(extents.height), left + Int(extents.width), top)
    #else
      return nil
    #endif
  }
}

extension FontFace: Hashable {
  package static func == (a: FontFace, b: FontFace) -> Bool {
    a === b || (a.path == b.path && a.index == b.index)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(index)
  }
}
