#if SETS_PAGES
  import CHarfBuzz

  /// A HarfBuzz buffer and a font of its own, with the settings of one style, used for one word after
  /// another.
  struct ShapingBuffer: ~Copyable {
    private let buffer: OpaquePointer?
    private let font: OpaquePointer?
    private let features: [hb_feature_t]
    private let language: OpaquePointer?
    private let script: hb_script_t
    private let direction: hb_direction_t

    init(_ style: ShapingStyle) {
      buffer = hb_buffer_create()
      let face = style.face
      font = face.file.making { FontFace.openFont($0, index: face.index) }
      features = style.features.settings.map {
        hb_feature_t(tag: $0.tag.value, value: $0.value, start: 0, end: UInt32.max)
      }
      language = hb_language_from_string(style.language, -1)
      script = hb_script_t(rawValue: style.script.tag.value)
      // A mark keeps a text of its own beside its letter.
      hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS)
      direction = style.isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR
    }

    deinit {
      hb_font_destroy(font)
      hb_buffer_destroy(buffer)
    }

    /// Shapes one word and puts its glyphs at the end of `glyphs`.
    func shape(_ word: UnsafeBufferPointer<UInt8>, into glyphs: inout [ShapedGlyph]) {
      guard let font, word.count <= Int(Int32.max) else { return }
      hb_buffer_clear_contents(buffer)
      hb_buffer_set_direction(buffer, direction)
      hb_buffer_set_script(buffer, script)
      hb_buffer_set_language(buffer, language)
      word.withMemoryRebound(to: CChar.self) {
        hb_buffer_add_utf8(buffer, $0.baseAddress, Int32($0.count), 0, Int32($0.count))
      }
      features.withUnsafeBufferPointer {
        hb_shape(font, buffer, $0.baseAddress, UInt32($0.count))
      }
      var count: UInt32 = 0
      guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
        let positions = hb_buffer_get_glyph_positions(buffer, &count)
      else { return }
      for i in 0..<Int(count) {
        glyphs.append(
          ShapedGlyph(
            glyph: UInt16(truncatingIfNeeded: infos[i].codepoint),
            advance: positions[i].x_advance, xOffset: positions[i].x_offset,
            yOffset: positions[i].y_offset, cluster: Int32(bitPattern: infos[i].cluster)))
      }
    }
  }
#endif
