import BookDiagnostics
import BookModel
import BookXHTML
import BookZip

/// The files of one EPUB, each made on its own so that many are made at once.
struct EPUBAssembly: Sendable {
  let publication: Publication
  let theme: Theme

  /// One file, or one that takes another's work.
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

  /// A part as it goes into the archive.
  struct Packed: Sendable {
    var entries: [PackedEntry] = []
    var diagnostics: [Diagnostic] = []
  }

  /// In the order of the archive: `mimetype` first (EPUB 3.3, section 4.2.6.2).
  func parts() -> [Part] {
    var parts: [Part] = [.mimetype, .container, .package]
    parts += publication.documents.indices.map { .document($0) }
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
        return Packed(entries: [
          PackedEntry(storing: Array("application/epub+zip".utf8), as: "mimetype")
        ])
      case .container:
        return try deflated(ContainerDocument().render(), "META-INF/container.xml")
      case .package:
        let document = PackageDocument(
          publication: publication, manifest: Manifest(publication),
          accessibility: AccessibilityMetadata(publication))
        return try deflated(document.render(), "EPUB/package.opf")
      case .document(let index): return try packDocument(index)
      case .ncx:
        return try deflated(NCXDocument(publication: publication).render(), "EPUB/toc.ncx")
      case .styleSheet: return try deflated(theme.bookCSS, "EPUB/book.css")
      case .image(let index): return try packImage(publication.book.book.images[index])
      case .cover:
        return try deflated(
          CoverDrawing(publication.book.book.metadata).svg(), "EPUB/" + publication.coverImageName)
      case .plate(let index):
        let plate = publication.plates[index]
        return try deflated(Array(plate.svg.utf8), "EPUB/" + plate.name)
      }
    } catch {
      return Packed(diagnostics: [Diagnostic(.archiveFailed, error.message, at: nil)])
    }
  }

  private func deflated(_ bytes: [UInt8], _ name: String) throws(ZipError) -> Packed {
    Packed(entries: [try PackedEntry(deflating: bytes, as: name)])
  }

  private func packDocument(_ index: Int) throws(ZipError) -> Packed {
    let name = "EPUB/" + publication.documents[index].name + ".xhtml"
    if publication.documents[index].kind == .contents {
      return try deflated(NavigationDocument(publication: publication).render(), name)
    }
    let rendered = publication.render(index)
    return Packed(
      entries: [try PackedEntry(deflating: rendered.bytes, as: name)],
      diagnostics: rendered.diagnostics)
  }

  /// JPEG, PNG, GIF and WebP are compressed already.
  private func packImage(_ image: PublicationImage) throws(ZipError) -> Packed {
    let name = "EPUB/" + image.name
    if image.mediaType == "image/svg+xml" { return try deflated(image.bytes, name) }
    return Packed(entries: [PackedEntry(storing: image.bytes, as: name)])
  }
}
