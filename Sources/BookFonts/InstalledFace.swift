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
  /// Which characters it has; nil where nobody asked.
  var coverage: FontCoverage?
  /// Tags of the languages whose characters it has, where it has ideographs.
  var languages: [String] = []

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

    /// Every scalable face, in order of their paths; with what each covers where that is asked.
    borrowing func faces(withCoverage: Bool = false) -> [InstalledFace] {
      guard let pattern = FcPatternCreate(), let wanted = FcObjectSetCreate() else { return [] }
      defer {
        FcPatternDestroy(pattern)
        FcObjectSetDestroy(wanted)
      }
      FcPatternAddBool(pattern, FC_OUTLINE, FcBool(1))
      if withCoverage {
        FcObjectSetAdd(wanted, FC_CHARSET)
        FcObjectSetAdd(wanted, FC_LANG)
      }
      for name in [FC_FAMILY, FC_SLANT, FC_WEIGHT, FC_FILE, FC_INDEX, FC_VARIABLE, FC_WIDTH] {
        FcObjectSetAdd(wanted, name)
      }
      guard let set = FcFontList(config, pattern, wanted) else { return [] }
      defer { FcFontSetDestroy(set) }
      var faces: [InstalledFace] = []
      for i in 0..<Int(set.pointee.nfont) {
        guard let pattern = set.pointee.fonts[i], var face = Self.face(pattern) else { continue }
        if withCoverage { Self.addCoverage(pattern, to: &face) }
        faces.append(face)
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

    private static func addCoverage(_ pattern: OpaquePointer, to face: inout InstalledFace) {
      var characters: OpaquePointer?
      guard FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch,
        let characters
      else { return }
      var coverage = FontCoverage()
      var bits = [UInt32](repeating: 0, count: 8)
      var next: UInt32 = 0
      var page = FcCharSetFirstPage(characters, &bits, &next)
      while page != UInt32.max {
        coverage.add(page: page >> 8, bits)
        page = FcCharSetNextPage(characters, &bits, &next)
      }
      face.coverage = coverage
      var spoken: OpaquePointer?
      guard coverage.contains(ideograph),
        FcPatternGetLangSet(pattern, FC_LANG, 0, &spoken) == FcResultMatch, let spoken,
        let set = FcLangSetGetLangs(spoken), let list = FcStrListCreate(set)
      else { return }
      while let tag = FcStrListNext(list) { face.languages.append(String(cString: tag)) }
      FcStrListDone(list)
      FcStrSetDestroy(set)
    }

    /// One: every face for Chinese, Japanese or Korean has it.
    private static let ideograph: Unicode.Scalar = "\u{4E00}"
  }
#endif
