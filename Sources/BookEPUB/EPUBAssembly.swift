import BookDiagnostics
import BookModel
import BookXHTML
import BookXML
import BookZip

/// The files of one EPUB, each rendered, validated and compressed on its own, so that many are
/// made at once.
struct EPUBAssembly: Sendable {
  let publication: Publication
  let theme: Theme
  let grammars: DocumentGrammars
  let manifest: Manifest

  init(publication: Publication, theme: Theme, grammars: DocumentGrammars) {
    self.publication = publication
    self.theme = theme
    self.grammars = grammars
    manifest = Manifest(publication)
  }

  /// One file of the archive.
  enum Part: Sendable {
    case mimetype
    case container
    case package
    case document(Int)
    case ncx
    case styleSheet
    case image(Int)
    case cover
    case plate(Int)
  }

  /// A part as it goes into the archive, and what the check of links must know of it.
  struct Packed: Sendable {
    var entry: PackedEntry?
    var diagnostics: [Diagnostic] = []
    var document: LinkCheck.Document?
  }

  /// In the order of the archive: `mimetype` first (EPUB 3.3, section 4.2.6.2).
  func parts() -> [Part] {
    var parts: [Part] = [.mimetype, .container, .package]
    parts += publication.outline.documents.indices.map { .document($0) }
    parts += [.ncx, .styleSheet]
    let images = publication.book.book.images
    parts += images.indices.map { .image($0) }
    if !images.contains(where: { $0.name == publication.coverImageName }) { parts.append(.cover) }
    parts += publication.plates.indices.map { .plate($0) }
    return parts
  }

  func pack(_ part: Part) -> Packed {
    do throws(ZipError) {
      switch part {
      case .mimetype:
        return Packed(
          entry: PackedEntry(storing: Array("application/epub+zip".utf8), as: "mimetype"))
      case .container:
        return try checked(
          ContainerDocument().render(), "META-INF/container.xml", grammars.container)
      case .package:
        let document = PackageDocument(
          publication: publication, manifest: manifest,
          accessibility: AccessibilityMetadata(publication))
        return try checked(document.render(), "EPUB/package.opf", grammars.package)
      case .document(let index): return try packDocument(index)
      case .ncx:
        return try checked(
          NCXDocument(publication: publication).render(), "EPUB/toc.ncx", grammars.ncx)
      case .styleSheet: return try deflated(theme.bookCSS, "EPUB/book.css")
      case .image(let index): return try packImage(publication.book.book.images[index])
      case .cover:
        return try packDrawing(
          CoverDrawing(publication.book.book.metadata, design: theme.coverDesign).svg(),
          publication.coverImageName)
      case .plate(let index):
        let plate = publication.plates[index]
        return try packDrawing(Array(plate.svg.utf8), plate.name)
      }
    } catch {
      return Packed(diagnostics: [Diagnostic(.archiveFailed, error.message, at: nil)])
    }
  }

  private func deflated(_ bytes: [UInt8], _ name: String) throws(ZipError) -> Packed {
    Packed(entry: try PackedEntry(deflating: bytes, as: name))
  }

  /// A document of bookc's own making; its faults have no place in the manuscript.
  private func checked(
    _ bytes: [UInt8], _ name: String, _ grammar: XMLGrammar
  ) throws(ZipError) -> Packed {
    let rendered = RenderedDocument(bytes: bytes)
    let check = DocumentCheck(name: Self.base(name), chapter: nil, rendered: rendered).run(grammar)
    var packed = try deflated(bytes, name)
    packed.diagnostics = check.diagnostics
    // The container's paths are the archive's, all others the package's.
    if name.hasPrefix("EPUB/") {
      packed.document = LinkCheck.Document(facts: check.facts, rendered: rendered, chapter: nil)
    }
    return packed
  }

  private static func base(_ name: String) -> String { String(name.drop { $0 != "/" }.dropFirst()) }

  private func packDocument(_ index: Int) throws(ZipError) -> Packed {
    let document = publication.outline.documents[index]
    let name = document.name + ".xhtml"
    if document.kind == .contents {
      return try checked(
        NavigationDocument(publication: publication).render(), "EPUB/" + name, grammars.navigation)
    }
    var rendered = publication.render(index)
    var chapter: Int?
    if case .chapter(let index) = document.kind { chapter = index }
    let check = DocumentCheck(
      name: name, chapter: chapter.map { publication.book.book.chapters[$0] }, rendered: rendered
    )
    .run(grammars.content, and: grammars.secondJudge)
    var packed = try deflated(rendered.bytes, "EPUB/" + name)
    packed.diagnostics = rendered.diagnostics + check.diagnostics
    rendered.bytes = []
    packed.document = LinkCheck.Document(
      facts: check.facts, rendered: rendered, chapter: chapter)
    return packed
  }

  /// JPEG, PNG, GIF and WebP are compressed already.
  private func packImage(_ image: PublicationImage) throws(ZipError) -> Packed {
    if image.mediaType == "image/svg+xml" { return try packDrawing(image.bytes, image.name) }
    return Packed(entry: PackedEntry(storing: image.bytes, as: "EPUB/" + image.name))
  }

  /// SVG is XML and goes through libxml2 like every other document.
  private func packDrawing(_ bytes: [UInt8], _ name: String) throws(ZipError) -> Packed {
    var packed = try deflated(bytes, "EPUB/" + name)
    if let fault = XMLTree.read(bytes).faults.first {
      packed.diagnostics = [
        Diagnostic(
          .notWellFormed,
          "drawing '\(name)' is not well-formed at line \(fault.line): \(fault.message)",
          at: nil)
      ]
    }
    return packed
  }
}
