package import BookModel

#if SETS_PAGES
  import CHarfBuzz
#endif

extension FontFace {
  /// What tells the face from another state of itself: its name, its version, its file's digest.
  package var identity: UsedFont {
    #if SETS_PAGES
      let version = font.withPointer { Self.name(hb_font_get_face($0), 5) }
      let bytes = file.withPointer { blob in
        var length: UInt32 = 0
        let data = hb_blob_get_data(blob, &length)
        return [UInt8](UnsafeRawBufferPointer(start: data, count: data == nil ? 0 : Int(length)))
      }
      return UsedFont(name: postScriptName, version: version, sha256: sha256(bytes))
    #else
      return UsedFont(name: postScriptName, version: "", sha256: "")
    #endif
  }
}
