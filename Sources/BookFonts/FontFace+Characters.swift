#if SETS_PAGES
  import CHarfBuzz
#endif

extension FontFace {
  /// The character each of some glyphs is the plain form of; the lowest where there are several.
  package func characters(of glyphs: Set<UInt16>) -> [UInt16: Unicode.Scalar] {
    var result: [UInt16: Unicode.Scalar] = [:]
    #if SETS_PAGES
      font.withPointer { font in
        guard let face = hb_font_get_face(font), let characters = hb_set_create() else { return }
        defer { hb_set_destroy(characters) }
        hb_face_collect_unicodes(face, characters)
        var character = hb_codepoint_t.max
        while hb_set_next(characters, &character) != 0 {
          guard let scalar = Unicode.Scalar(character) else { continue }
          var glyph: hb_codepoint_t = 0
          guard hb_font_get_nominal_glyph(font, character, &glyph) != 0, glyph <= 0xFFFF else {
            continue
          }
          let key = UInt16(glyph)
          if glyphs.contains(key), result[key] == nil { result[key] = scalar }
        }
      }
    #endif
    return result
  }
}
