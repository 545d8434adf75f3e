package import BookModel
import Synchronization

/// The faces of this machine, opened when first asked for and kept.
package final class FontLibrary: Sendable {
  /// The files of this machine, from its root.
  package let files: any Workspace
  private let installed: [InstalledFace]
  private let opened = Mutex<[String: FontFace?]>([:])
  private let substitutes = Mutex<[SubstituteKey: FontFace?]>([:])
  private let rankings = Mutex<[Dress: [InstalledFace]]>([:])
  private let covered = Mutex<[InstalledFace]?>(nil)

  /// What a substitute has to look like.
  private struct Dress: Hashable {
    var slant: FontSlant
    var isBold: Bool
    var language: String

    init(_ request: FontRequest) {
      slant = request.slant
      isBold = request.weight > 550
      language = request.language
    }
  }

  private struct SubstituteKey: Hashable {
    var scalars: [Unicode.Scalar]
    var dress: Dress
  }

  init(installed: [InstalledFace], files: any Workspace) {
    self.installed = installed
    self.files = files
  }

  /// The faces that fontconfig lists, or what to install to have some; `files` are those of this
  /// machine, from its root.
  package static func system(_ files: any Workspace) -> Result<FontLibrary, FontsUnavailable> {
    #if SETS_PAGES
      guard let configuration = FontConfiguration() else { return .failure(.nothingInstalled) }
      let faces = configuration.faces()
      return faces.isEmpty
        ? .failure(.nothingInstalled) : .success(FontLibrary(installed: faces, files: files))
    #else
      return .failure(.notBuilt)
    #endif
  }

  /// The family names there are, for "did you mean".
  package var families: [String] {
    Array(Set(installed.flatMap(\.families))).sorted()
  }

  /// True when a family of exactly this name is installed.
  package func hasFamily(_ name: String) -> Bool { installed.contains { $0.belongs(to: name) } }

  /// The face of a family nearest in slant, weight and optical size; nil without the family.
  ///
  /// What came near is told by the face itself: compare its `slant` and `metrics.weight`.
  package func face(_ request: FontRequest) -> FontFace? {
    let candidates = installed.filter { $0.belongs(to: request.family) }
    let ordered = candidates.map { ($0, $0.distance(from: request)) }.sorted { $0.1 < $1.1 }
    for (candidate, _) in ordered {
      if let face = open(candidate) { return face }
    }
    return nil
  }

  /// A face with a glyph for a character that the text's own face lacks; nil when none has it.
  ///
  /// Faces that allow embedding only; serifed families of the common kinds come first, then any in
  /// order of its path, so that the same machine always gives the same face.
  package func substitute(for scalar: Unicode.Scalar, like request: FontRequest) -> FontFace? {
    substitute(for: [scalar], like: request)
  }

  /// The same for characters that should come from one face: a letter with the marks upon it.
  package func substitute(for scalars: [Unicode.Scalar], like request: FontRequest) -> FontFace? {
    let key = SubstituteKey(scalars: scalars, dress: Dress(request))
    if let known = substitutes.withLock({ $0[key] }) { return known }
    let found = findSubstitute(for: scalars, like: request)
    substitutes.withLock { $0[key] = .some(found) }
    return found
  }

  /// The first family that has all of these characters, upright and regular; nil when none has.
  package func family(
    covering scalars: [Unicode.Scalar], language: String
  ) -> String? {
    let request = FontRequest(family: "", language: language)
    return substitute(for: scalars, like: request)?.family
  }

  private func findSubstitute(for scalars: [Unicode.Scalar], like request: FontRequest)
    -> FontFace?
  {
    ranking(request).lazy.filter { face in
      scalars.allSatisfy { face.coverage?.contains($0) == true }
    }.compactMap { self.open($0) }.first { face in
      face.metrics.allowsEmbedding && scalars.allSatisfy { face.glyph(for: $0) != nil }
    }
  }

  /// Every face, those first that stand in best.
  private func ranking(_ request: FontRequest) -> [InstalledFace] {
    let dress = Dress(request)
    if let known = rankings.withLock({ $0[dress] }) { return known }
    let ordered = facesWithCoverage.map { face in
      let gap = face.distance(from: request)
      return (
        face, (Self.isStrange(face, to: request), Self.rank(face), gap.slant, gap.weight, gap.path)
      )
    }.sorted { $0.1 < $1.1 }.map(\.0)
    rankings.withLock { $0[dress] = ordered }
    return ordered
  }

  private var facesWithCoverage: [InstalledFace] {
    if let known = covered.withLock({ $0 }) { return known }
    var faces: [InstalledFace] = []
    #if SETS_PAGES
      faces = FontConfiguration()?.faces(withCoverage: true) ?? []
    #endif
    covered.withLock { $0 = faces }
    return faces
  }

  /// 1 for a face with ideographs of another language than is asked, else 0.
  private static func isStrange(_ face: InstalledFace, to request: FontRequest) -> Int {
    if face.languages.isEmpty || request.language.isEmpty { return 0 }
    let wanted = request.language.prefix { $0 != "-" }.lowercased()
    return face.languages.contains { $0.prefix { $0 != "-" } == wanted } ? 0 : 1
  }

  private static func rank(_ face: InstalledFace) -> Int {
    let name = face.families.joined(separator: " ").lowercased()
    if name.contains("display") || name.contains("small caps") { return 2 }
    if name.contains("mono") || name.contains("initials") || name.contains("keyboard") { return 3 }
    if name.contains("serif") || name.contains("roman") || name.contains("libertine")
      || name.contains("garamond")
    {
      return 0
    }
    return name.contains("sans") ? 1 : 2
  }

  private func open(_ face: InstalledFace) -> FontFace? {
    #if SETS_PAGES
      let key = "\(face.path)#\(face.index)"
      if let known = opened.withLock({ $0[key] }) { return known }
      let fresh = (try? files.read(String(face.path.drop { $0 == "/" }))).flatMap {
        FontFace.open($0, path: face.path, index: face.index)
      }
      return opened.withLock { table in
        if let known = table[key] { return known }
        table[key] = .some(fresh)
        return fresh
      }
    #else
      return nil
    #endif
  }
}
