#if SETS_PAGES
  import CFontConfig
#endif

/// A face as fontconfig lists it, before it is opened.
struct InstalledFace: Sendable {
  /// Its families' names, the general one first.
  var families: [String]
  /// Upright or italic.
  var slant: FontSlant
  /// CSS weight.
  var weight: Int
  /// The file.
  var path: String
  /// Which face of the file.
  var index: Int

  /// The optical size a family's name ends with, as in "EB Garamond 08"; 0 where none does.
  var opticalSize: Int {
    for family in families {
      if let last = family.split(separator: " ").last, let size = Int(last), size < 100 {
        return size
      }
    }
    return 0
  }

  /// How far the face is from what is asked; the least is taken.
  func distance(from request: FontRequest) -> (slant: Int, weight: Int, size: Double, path: String)
  {
    let sizeGap = opticalSize == 0 ? 0 : abs(Double(opticalSize) - request.size)
    return (slant == request.slant ? 0 : 1, abs(weight - request.weight), sizeGap, path)
  }

  /// True when one of its families has this name.
  func belongs(to family: String) -> Bool {
    let wanted = family.lowercased()
    return families.contains { $0.lowercased() == wanted }
  }
}

#if SETS_PAGES
  /// fontconfig's view of the machine, read once into values and let go.
  struct FontConfiguration: ~Copyable {
    private let config: OpaquePointer

    init?() {
      guard let config = FcInitLoadConfigAndFonts() else { return nil }
      self.config = config
    }

    deinit { FcConfigDestroy(config) }

    /// Every scalable face, or only those with a glyph for `scalar`, in order of their paths.
    borrowing func faces(containing scalar: Unicode.Scalar? = nil) -> [InstalledFace] {
      guard let pattern = FcPatternCreate(), let wanted = FcObjectSetCreate() else { return [] }
      defer {
        FcPatternDestroy(pattern)
        FcObjectSetDestroy(wanted)
      }
      FcPatternAddBool(pattern, FC_OUTLINE, FcBool(1))
      if let scalar, let characters = FcCharSetCreate() {
        FcCharSetAddChar(characters, scalar.value)
        FcPatternAddCharSet(pattern, FC_CHARSET, characters)
        FcCharSetDestroy(characters)
      }
      for name in [FC_FAMILY, FC_SLANT, FC_WEIGHT, FC_FILE, FC_INDEX, FC_VARIABLE, FC_WIDTH] {
        FcObjectSetAdd(wanted, name)
      }
      guard let set = FcFontList(config, pattern, wanted) else { return [] }
      defer { FcFontSetDestroy(set) }
      var faces: [InstalledFace] = []
      for i in 0..<Int(set.pointee.nfont) {
        if let pattern = set.pointee.fonts[i], let face = Self.face(pattern) { faces.append(face) }
      }
      return faces.sorted { ($0.path, $0.index) < ($1.path, $1.index) }
    }

    private static func face(_ pattern: OpaquePointer) -> InstalledFace? {
      var families: [String] = []
      var text: UnsafeMutablePointer<FcChar8>?
      while FcPatternGetString(pattern, FC_FAMILY, Int32(families.count), &text) == FcResultMatch,
        let family = text
      {
        families.append(String(cString: family))
      }
      guard FcPatternGetString(pattern, FC_FILE, 0, &text) == FcResultMatch, let file = text else {
        return nil
      }
      func number(_ name: String, or fallback: Int32) -> Int {
        var value: Int32 = 0
        return FcPatternGetInteger(pattern, name, 0, &value) == FcResultMatch
          ? Int(value) : Int(fallback)
      }
      let index = number(FC_INDEX, or: 0)
      // Named instances of a variable font and cuts narrower or wider than normal are not offered.
      guard index >> 16 == 0, number(FC_WIDTH, or: FC_WIDTH_NORMAL) == Int(FC_WIDTH_NORMAL)
      else { return nil }
      return InstalledFace(
        families: families, slant: number(FC_SLANT, or: 0) == 0 ? .upright : .italic,
        weight: Int(FcWeightToOpenType(Int32(number(FC_WEIGHT, or: FC_WEIGHT_REGULAR)))),
        path: String(cString: file), index: index & 0xFFFF)
    }
  }
#endif
