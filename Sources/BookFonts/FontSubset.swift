#if SETS_PAGES
  import CHarfBuzz
#endif

/// Part of a face, ready to be embedded.
package struct FontSubset: Sendable {
  /// The font program: a bare `CFF` table, or a whole TrueType file.
  package var program: [UInt8]
  /// Which of the two it is.
  package var outlines: FontFace.Outlines
  /// The face's glyph numbers that are in it, in the order of their numbers here; the first is 0.
  package var glyphs: [UInt16]
  /// The CID that a content stream uses for each of `glyphs`.
  ///
  /// The position itself, unless a CFF font keyed by CID brings numbers of its own.
  package var characterIDs: [UInt16]
}

extension FontFace {
  /// The face cut down to some glyphs; nil when the face forbids embedding or cannot be cut.
  ///
  /// Substitutions and positioning are dropped, as pages hold glyphs that are already shaped, and
  /// with them every glyph that only they could reach.
  package func subset(keeping glyphs: [UInt16]) -> FontSubset? {
    guard metrics.allowsEmbedding else { return nil }
    #if SETS_PAGES
      return font.withPointer { font -> FontSubset? in
        guard let face = hb_font_get_face(font), let input = hb_subset_input_create_or_fail() else {
          return nil
        }
        defer { hb_subset_input_destroy(input) }
        let kept = hb_subset_input_glyph_set(input)
        hb_set_add(kept, 0)
        for glyph in glyphs { hb_set_add(kept, hb_codepoint_t(glyph)) }
        let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
        for tag in Self.tablesNoPageNeeds { hb_set_add(dropped, tag.value) }
        hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue)
        guard let plan = hb_subset_plan_create_or_fail(face, input) else { return nil }
        defer { hb_subset_plan_destroy(plan) }
        guard let part = hb_subset_plan_execute_or_fail(plan) else { return nil }
        defer { hb_face_destroy(part) }
        let originals = originalGlyphs(plan, count: Int(hb_face_get_glyph_count(part)))
        return program(of: part, originals: originals)
      }
    #else
      return nil
    #endif
  }

  #if SETS_PAGES
    private static let tablesNoPageNeeds: [OpenTypeTag] = [
      "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "kern", "morx", "mort", "kerx", "name",
      "post",
      "cmap", "OS/2", "DSIG", "LTSH", "VDMX", "hdmx", "gasp", "FFTM", "STAT", "meta", "vhea",
      "vmtx",
      "VORG", "PCLT", "SVG ", "COLR", "CPAL", "CBDT", "CBLC", "sbix", "EBDT", "EBLC", "EBSC",
    ]

    private func originalGlyphs(_ plan: OpaquePointer, count: Int) -> [UInt16] {
      let map = hb_subset_plan_new_to_old_glyph_mapping(plan)
      return (0..<count).map { glyph in
        UInt16(truncatingIfNeeded: hb_map_get(map, hb_codepoint_t(glyph)))
      }
    }

    private func program(of part: OpaquePointer, originals: [UInt16]) -> FontSubset? {
      switch outlines {
      case .compact:
        let table = FontTable(part, "CFF ").copy()
        if table.isEmpty { return nil }
        return FontSubset(
          program: table, outlines: .compact, glyphs: originals,
          characterIDs: CompactFont(table).characterIDs(count: originals.count))
      case .trueType:
        guard let blob = hb_face_reference_blob(part) else { return nil }
        defer { hb_blob_destroy(blob) }
        var length: UInt32 = 0
        guard let data = hb_blob_get_data(blob, &length), length > 0 else { return nil }
        let bytes = UnsafeRawBufferPointer(start: data, count: Int(length))
        return FontSubset(
          program: [UInt8](bytes), outlines: .trueType, glyphs: originals,
          characterIDs: originals.indices.map { UInt16(truncatingIfNeeded: $0) })
      }
    }
  #endif
}
