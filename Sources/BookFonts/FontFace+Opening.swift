#if SETS_PAGES
  import CHarfBuzz

  extension FontFace {
    /// Opens a face of a font file; nil when the bytes are no scalable font with outlines.
    ///
    /// `path` tells the file from others, `index` chooses a face of a collection.
    package static func open(_ bytes: [UInt8], path: String, index: Int = 0) -> FontFace? {
      let copy = bytes.withUnsafeBytes { buffer in
        hb_blob_create_or_fail(
          buffer.bindMemory(to: CChar.self).baseAddress, UInt32(buffer.count),
          HB_MEMORY_MODE_DUPLICATE, nil, nil)
      }
      guard let copy else { return nil }
      let file = GuardedCObject(adopting: copy) { hb_blob_destroy($0) }
      guard let font = file.making({ openFont($0, index: index) }) else { return nil }
      guard let description = describe(face: hb_font_get_face(font), font: font) else {
        hb_font_destroy(font)
        return nil
      }
      return FontFace(
        adopting: font, file: file, description: description, path: path, index: index)
    }

    /// A font of HarfBuzz's that measures in the face's own units; the caller must destroy it.
    static func openFont(_ blob: OpaquePointer, index: Int) -> OpaquePointer? {
      guard index >= 0, index < Int(hb_face_count(blob)),
        let face = hb_face_create(blob, UInt32(index))
      else { return nil }
      defer { hb_face_destroy(face) }
      guard let font = hb_font_create(face) else { return nil }
      let unitsPerEm = Int32(clamping: hb_face_get_upem(face))
      hb_font_set_scale(font, unitsPerEm, unitsPerEm)
      return font
    }

    private static func describe(face: OpaquePointer?, font: OpaquePointer) -> Description? {
      guard let face else { return nil }
      let hasCompact = FontTable(face, "CFF ").count > 0
      guard hasCompact || FontTable(face, "glyf").count > 0 else { return nil }
      let glyphCount = Int(hb_face_get_glyph_count(face))
      guard glyphCount > 1, glyphCount <= 0xFFFF else { return nil }
      let italicByName = FontTable(face, "OS/2").unsigned16(62) & 0x0201 != 0
      let metrics = measure(face: face, font: font)
      return Description(
        postScriptName: name(face, 6),
        family: name(face, 1),
        slant: italicByName || metrics.italicAngle != 0 ? .italic : .upright,
        metrics: metrics, outlines: hasCompact ? .compact : .trueType, glyphCount: glyphCount)
    }

    private static func measure(face: OpaquePointer, font: OpaquePointer) -> FontMetrics {
      var metrics = FontMetrics()
      metrics.unitsPerEm = Int(hb_face_get_upem(face))
      var extents = hb_font_extents_t()
      if hb_font_get_h_extents(font, &extents) != 0 {
        metrics.ascender = Int(extents.ascender)
        metrics.descender = Int(extents.descender)
      }
      let head = FontTable(face, "head")
      metrics.boundingBox = (
        head.signed16(36), head.signed16(38), head.signed16(40), head.signed16(42)
      )
      let post = FontTable(face, "post")
      metrics.italicAngle =
        Double(post.signed16(4)) + Double(post.unsigned16(6)) / 65536
      metrics.underline = (post.signed16(8), post.signed16(10))
      metrics.isMonospaced = post.unsigned16(12) != 0 || post.unsigned16(14) != 0
      let os2 = FontTable(face, "OS/2")
      metrics.weight = os2.count > 5 ? Int(os2.unsigned16(4)) : 400
      metrics.embeddingBits = os2.unsigned16(8)
      // The rule of thumb of PDF producers: a stem grows with the square of the weight.
      metrics.stemV = 50 + (metrics.weight * metrics.weight) / (65 * 65)
      let hasHeights = os2.unsigned16(0) >= 2 && os2.count >= 90
      metrics.xHeight = hasHeights ? os2.signed16(86) : 0
      metrics.capHeight = hasHeights ? os2.signed16(88) : 0
      if metrics.xHeight <= 0 { metrics.xHeight = top(of: "x", font) ?? metrics.unitsPerEm / 2 }
      if metrics.capHeight <= 0 {
        metrics.capHeight = top(of: "H", font) ?? metrics.unitsPerEm * 7 / 10
      }
      return metrics
    }

    private static func top(of scalar: Unicode.Scalar, _ font: OpaquePointer) -> Int? {
      var glyph: hb_codepoint_t = 0
      var extents = hb_glyph_extents_t()
      guard hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0,
        hb_font_get_glyph_extents(font, glyph, &extents) != 0
      else { return nil }
      return Int(extents.y_bearing)
    }

    /// A string of the `name` table: 1 is the family, 5 the version, 6 the PostScript name.
    static func name(_ face: OpaquePointer?, _ id: hb_ot_name_id_t) -> String {
      var buffer = [CChar](repeating: 0, count: 128)
      var size = UInt32(buffer.count)
      _ = hb_ot_name_get_utf8(face, id, nil, &size, &buffer)
      let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// One table of a face, read with bounds: what lies outside reads as zero.
  struct FontTable: ~Copyable {
    private let blob: OpaquePointer?
    private let bytes: UnsafeRawBufferPointer

    init(_ face: OpaquePointer, _ tag: OpenTypeTag) {
      blob = hb_face_reference_table(face, tag.value)
      var length: UInt32 = 0
      let data = blob.flatMap { hb_blob_get_data($0, &length) }
      bytes = UnsafeRawBufferPointer(start: data, count: data == nil ? 0 : Int(length))
    }

    deinit { hb_blob_destroy(blob) }

    var count: Int { bytes.count }

    func unsigned16(_ offset: Int) -> UInt16 {
      guard offset >= 0, offset + 1 < bytes.count else { return 0 }
      return UInt16(bytes[offset]) << 8 | UInt16(bytes[offset + 1])
    }

    func signed16(_ offset: Int) -> Int { Int(Int16(bitPattern: unsigned16(offset))) }

    func copy() -> [UInt8] { [UInt8](bytes) }
  }
#endif
