import BookDiagnostics
import BookFonts
import BookLanguage

/// The faces a book is set with: one a role, and those that stand in for missing characters.
struct FaceBook: Sendable {
  /// Face of each `FaceRole`, by raw value.
  let roles: [FontFace]
  /// Where substitutes come from.
  let library: FontLibrary
  /// The family that was found.
  let family: String
  /// BCP 47 tags, by index.
  let languages: [String]
  /// Tried for characters that the family lacks, before all others.
  let fallbacks: [FontFace]
  /// False where letters never join.
  let hasLigatures: Bool
  /// How small the parts of a divided word may be.
  let hyphenMinimum: PageDesign.HyphenMinimum
  /// Hyphenators, by language; nil where the machine has none.
  let hyphenators: [Hyphenator?]
  /// Whether superior figures are drawn in the family or must be made by scaling.
  let hasSuperiors: Bool

  /// The faces for a design, with what was missing; nil when there is no face at all.
  static func choose(
    for design: PageDesign, languages: [String], script: MainScript? = nil,
    from library: FontLibrary
  ) -> Diagnosed<FaceBook?> {
    var diagnostics: [Diagnostic] = []
    let wanted = design.families.first ?? ""
    let fallbacks = [
      "EB Garamond", "Linux Libertine O", "Libertinus Serif", "P052", "Liberation Serif",
      "DejaVu Serif",
    ]
    var forbidden: [String] = []
    let covering = script.flatMap { script in
      library.family(covering: script.letters, language: languages.first ?? "")
    }
    let candidates = design.families + [covering].compactMap { $0 } + fallbacks + library.families
    let family = candidates.first { name in
      guard let face = library.face(FontRequest(family: name, size: Double(design.size))) else {
        return false
      }
      // A page set in a font that no file may carry is a page that nobody can be given.
      if !face.metrics.allowsEmbedding { forbidden.append(name.lowercased()) }
      guard let script, covering != nil else { return face.metrics.allowsEmbedding }
      return face.metrics.allowsEmbedding
        && script.letters.allSatisfy { face.glyph(for: $0) != nil }
    }
    guard let family,
      let roman = library.face(FontRequest(family: family, size: Double(design.size)))
    else {
      diagnostics.append(
        Diagnostic(.fontMissing, "no font is installed to set the book with", at: nil))
      return Diagnosed(nil, diagnostics)
    }
    if family.lowercased() != wanted.lowercased(), !wanted.isEmpty {
      diagnostics.append(
        replaced(
          wanted, by: family, key: "type.family",
          isForbidden: forbidden.contains(wanted.lowercased()),
          script: library.hasFamily(wanted) ? script?.script : nil))
    }
    func face(_ slant: FontSlant, _ weight: Int) -> FontFace {
      let face = library.face(
        FontRequest(family: family, slant: slant, weight: weight, size: Double(design.size)))
      return face.flatMap { $0.metrics.allowsEmbedding ? $0 : nil } ?? roman
    }
    let code =
      design.codeFamilies.lazy.compactMap { library.face(FontRequest(family: $0)) }
      .first { $0.metrics.allowsEmbedding } ?? roman
    let head = headFaces(design, library, &diagnostics)
    let style = ShapingStyle(face: roman, features: ["sups"])
    let plain = ShapingStyle(face: roman, features: FontFeatures.liningFigures)
    let digits = Array("0123456789".utf8)
    let superior = style.shape(digits).glyphs.map(\.glyph)
    let book = FaceBook(
      roles: [roman, face(.italic, 400), face(.upright, 700), face(.italic, 700), code]
        + (design.headFamilies.isEmpty
          ? [] : head ?? [roman, face(.italic, 400), face(.upright, 700)]),
      library: library, family: family, languages: languages,
      fallbacks: design.fallbackFamilies.compactMap { library.face(FontRequest(family: $0)) },
      hasLigatures: design.hasLigatures, hyphenMinimum: design.hyphenMinimum,
      hyphenators: languages.map { Hyphenator.load(language: $0, from: library.files) },
      hasSuperiors: zip(superior, plain.shape(digits).glyphs).allSatisfy { $0 != $1.glyph })
    return Diagnosed(book, diagnostics)
  }

  /// Upright, italic and bold of the family for heads, nil where that is the text's own.
  private static func headFaces(
    _ design: PageDesign, _ library: FontLibrary, _ diagnostics: inout [Diagnostic]
  ) -> [FontFace]? {
    guard let wanted = design.headFamilies.first else { return nil }
    for family in design.headFamilies + sansSerifs {
      let faces = [(FontSlant.upright, 400), (.italic, 400), (.upright, 700)].compactMap {
        library.face(
          FontRequest(
            family: family, slant: $0.0, weight: $0.1, size: Double(design.opener.titleSize)))
      }
      guard faces.count == 3, faces.allSatisfy(\.metrics.allowsEmbedding) else { continue }
      if family.lowercased() != wanted.lowercased() {
        diagnostics.append(
          replaced(
            wanted, by: family, key: "type.heads", isForbidden: false, script: nil))
      }
      return faces
    }
    return nil
  }

  /// What stands in for a family of heads that is not installed.
  private static let sansSerifs = ["Nimbus Sans", "Liberation Sans", "DejaVu Sans"]

  private static func replaced(
    _ wanted: String, by family: String, key: String, isForbidden: Bool, script: TextScript?
  ) -> Diagnostic {
    if isForbidden {
      return Diagnostic(
        .fontForbidsEmbedding,
        "the font '\(wanted)' forbids embedding, so '\(family)' was used", at: nil,
        notes: [DiagnosticNote("the theme's '\(key)' names it")], severity: .warning)
    }
    if let script, !isForbidden {
      let naming = script.naming
      let letters = naming.map { "\($0.name) characters" } ?? "characters of the book's script"
      return Diagnostic(
        .fontMissing, "the font '\(wanted)' has no \(letters), so '\(family)' was used", at: nil,
        notes: naming.map {
          [
            DiagnosticNote(
              "'\($0.family)' has them; on Debian it is in the package '\($0.package)'")
          ]
        } ?? [])
    }
    return Diagnostic(
      .fontMissing, "the font '\(wanted)' is not installed, so '\(family)' was used", at: nil,
      notes: [DiagnosticNote("the theme's '\(key)' names it")] + installNote(wanted))
  }

  private static func installNote(_ family: String) -> [DiagnosticNote] {
    let packages = [
      "eb garamond": "fonts-ebgaramond", "linux libertine o": "fonts-linuxlibertine",
      "linux libertine": "fonts-linuxlibertine", "libertinus serif": "fonts-libertinus",
      "source serif pro": "fonts-adobe-sourcesans3", "gentium": "fonts-sil-gentium",
      "nimbus sans": "fonts-urw-base35",
    ]
    guard let package = packages[family.lowercased()] else { return [] }
    return [DiagnosticNote("on Debian it is in the package '\(package)'")]
  }

  /// The lighter face beside a bold one.
  func sibling(of role: FaceRole) -> FontFace? {
    switch role {
    case .bold: roles[Int(FaceRole.roman.rawValue)]
    case .boldItalic: roles[Int(FaceRole.italic.rawValue)]
    case .headBold: roles[Int(FaceRole.head.rawValue)]
    default: nil
    }
  }

  func face(_ key: ShapeKey) -> FontFace { roles[Int(key.face.rawValue)] }

  func language(_ key: ShapeKey) -> String {
    key.language < languages.count ? languages[key.language] : languages.first ?? Language.unstated
  }

  func features(_ key: ShapeKey) -> FontFeatures {
    var features: FontFeatures =
      switch key.capitals {
      case .plain: []
      case .small: .smallCapitals
      case .allSmall: .allSmallCapitals
      }
    switch key.figures {
    case .oldStyle: features = features.adding(.oldStyleFigures)
    case .lining: features = features.adding(.liningFigures)
    case .tabular: features = features.adding(.tabularFigures)
    case .superior: if hasSuperiors { features = features.adding(["sups"]) }
    }
    if key.face == .code || !hasLigatures { features["liga"] = 0 }
    return features
  }

  /// What to ask a library for when a character is missing.
  func request(_ key: ShapeKey) -> FontRequest {
    FontRequest(
      family: family, slant: key.face.isItalic ? .italic : .upright,
      weight: key.face.isBold ? 700 : 400, language: language(key))
  }

  /// A face that has the box for characters that no face has.
  func box(like key: ShapeKey) -> FontFace? {
    library.substitute(for: WordItems.box, like: request(key))
  }
}
