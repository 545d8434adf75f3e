import BookDiagnostics
import BookFonts
import BookModel
import BookTypesetting

/// The steps from pages to bytes, in order.
struct PDFJob {
  private(set) var pages: PageList
  let sources: PDFSources
  let options: PDFOptions
  let geometry: PageGeometry
  let versoGeometry: PageGeometry
  var file: PDFFile
  var diagnostics: [Diagnostic] = []
  /// The faces that are in the file.
  private(set) var embedded: [FontFace] = []

  init(_ pages: PageList, _ sources: PDFSources, options: PDFOptions) {
    self.pages = pages
    self.sources = sources
    self.options = options
    let isPrint = options.profile == .print
    let bleed = isPrint && options.bleeds ? pages.bleed : 0
    let cropMarks = isPrint && options.cropMarks
    geometry = PageGeometry(trim: pages.trim, bleed: bleed, cropMarks: cropMarks)
    versoGeometry = PageGeometry(
      trim: pages.trim, bleed: bleed, cropMarks: cropMarks, isVerso: true)
    // PDF/X-4 is built on 1.6, PDF/A-2 and PDF/UA-1 on 1.7.
    file = PDFFile(version: isPrint ? "%PDF-1.6" : "%PDF-1.7", level: options.compression)
    if isPrint { self.pages.endWithBlank() }
  }

  /// Everything in turn; no bytes when a fault withholds the file.
  mutating func run(jobs: Int) async -> Diagnosed<[UInt8]?> {
    let pictures = PictureShelf(pages, sources, options, &file, &diagnostics)
    guard let fonts = embedFonts(pictures) else { return Diagnosed(nil, diagnostics) }
    let roles = taggedRoles(pages.structure)
    let setting = PageSetting(
      geometry: geometry, versoGeometry: versoGeometry, isGrey: options.isGrey,
      profile: options.profile, fonts: fonts,
      pictures: pictures.finish(fonts, options.profile, &file), roles: roles,
      nodeLanguages: inheritedLanguages(pages.structure), languages: pages.languages,
      cropMarks: options.profile == .print && options.cropMarks)
    let contents = await Self.write(pages.pages, setting, level: options.compression, jobs: jobs)
    let faults = conformanceFaults()
    diagnostics += faults.diagnostics
    let root = assemble(contents, setting, conforms: faults.conforms)
    let information = file.add(
      DocumentMetadata(pages, options: options, conforms: faults.conforms).information)
    let bytes = await file.serialized(
      root: root, info: information, seed: pages.metadata.identifier, jobs: jobs)
    return Diagnosed(bytes, diagnostics)
  }

  /// Cuts and embeds every face in use; nil when one must not be embedded.
  private mutating func embedFonts(_ pictures: PictureShelf) -> [EmbeddedFont?]? {
    let faces = sources.faces + pictures.faces
    var usages = GlyphUsage.gather(pages.pages, glyphCounts: sources.faces.map(\.glyphCount))
    usages += pictures.usages
    var fonts: [EmbeddedFont?] = []
    var isWhole = true
    for (index, (face, usage)) in zip(faces, usages).enumerated() {
      if usage.glyphs.isEmpty {
        fonts.append(nil)
      } else if let font = file.embed(face, usage, name: "F\(index)") {
        fonts.append(font)
        embedded.append(face)
      } else {
        diagnostics.append(embeddingFault(face))
        isWhole = false
      }
    }
    return isWhole ? fonts : nil
  }

  /// A page as compressed, with what its marked content belongs to.
  struct Contents: Sendable {
    var data: [UInt8]
    var isCompressed: Bool
    var sequences: [MarkedSequence]
  }

  private static func write(
    _ pages: [Page], _ setting: PageSetting, level: Int, jobs: Int
  ) async -> [Contents] {
    // Pages go in handfuls, as each handful sets up one compressor.
    let handfuls = stride(from: 0, to: pages.count, by: 16).map {
      pages[$0..<min($0 + 16, pages.count)]
    }
    let written = await handfuls.mapInOrder(jobs: jobs) { _, handful in
      var deflater = Deflater(level: level)
      return handful.indices.map { index in
        var writer = PageWriter(setting, isVerso: index % 2 == 1)
        writer.write(handful[index])
        let compressed = deflater.compress(writer.out)
        return Contents(
          data: compressed ?? writer.out, isCompressed: compressed != nil,
          sequences: writer.sequences)
      }
    }
    return written.flatMap { $0 }
  }

  /// Adds pages, tree, navigation and metadata, and gives back the catalogue.
  private mutating func assemble(
    _ contents: [Contents], _ setting: PageSetting, conforms: Bool
  ) -> Reference {
    let isTagged = setting.isTagged
    let references = pages.pages.map { _ in file.reserve() }
    let annotations = isTagged ? file.planAnnotations(pages) : []
    let pageTree = file.reserve()
    addPages(contents, references, annotations, setting, tree: pageTree)
    file.add(annotations, geometry, firstKey: contents.count)
    var structure: Reference?
    if isTagged {
      let sequences = contents.map(\.sequences)
      let outline = StructureOutline(
        pages.structure, sequences: sequences, annotations: annotations.map(\.node))
      var writer = StructureWriter(
        pages, geometry, roles: setting.roles, outline: outline, pageReferences: references,
        annotations: annotations)
      let root = file.reserve()
      writer.add(to: &file, root: root, sequences: sequences)
      structure = root
    }
    let metadata = file.add(
      entries: Array("/Type/Metadata/Subtype/XML".utf8),
      data: DocumentMetadata(pages, options: options, conforms: conforms).xmp)
    let catalogue = Catalogue(
      pageTree: pageTree, structure: structure,
      destinations: isTagged ? file.addDestinations(pages, geometry, references) : nil,
      outline: isTagged ? file.addOutline(pages.outline) : nil,
      pageLabels: file.addPageLabels(pages.pages), metadata: metadata,
      outputIntent: file.addOutputIntent(options), language: pages.metadata.language)
    return file.add(catalogue.dictionary)
  }
}

extension PageList {
  /// Adds blank pages so that the last page is one and their number is even: printers add a leaf of
  /// their own where it is not so (IngramSpark, help 5338636202637).
  mutating func endWithBlank() {
    while let last = pages.last, !last.items.isEmpty || pages.count % 2 == 1 {
      pages.append(Page(numbering: last.numbering, number: last.number + 1))
    }
  }
}
