import BookDiagnostics
import BookFonts
import BookModel
import BookTypesetting
import BookXML

/// The pictures of a book on their way into the file: bitmaps go in at once, drawings wait for the
/// fonts their text needs.
struct PictureShelf {
  /// Faces that drawings use, beyond those of the pages.
  private(set) var faces: [FontFace] = []
  /// What is used of each.
  private(set) var usages: [GlyphUsage] = []
  private var placed: [PlacedPicture?]
  private var drawings: [(index: Int, drawing: Drawing)] = []
  private let sources: PDFSources

  init(
    _ pages: PageList, _ sources: PDFSources, _ options: PDFOptions, _ file: inout PDFFile,
    _ diagnostics: inout [Diagnostic]
  ) {
    self.sources = sources
    placed = Array(repeating: nil, count: pages.pictures.count)
    var shown: Set<Int> = []
    for page in pages.pages {
      for case .picture(let picture) in page.items { shown.insert(picture.source) }
    }
    for (index, picture) in pages.pictures.enumerated() where shown.contains(index) {
      switch picture {
      case .drawing(let svg):
        addDrawing(index, Array(svg.utf8), nil, options, &diagnostics)
      case .file(let image) where image.mediaType == "image/svg+xml":
        addDrawing(index, image.bytes, image, options, &diagnostics)
      case .file(let image):
        addBitmap(index, image, options, &file, &diagnostics)
      }
    }
  }

  // MARK: Bitmaps

  private mutating func addBitmap(
    _ index: Int, _ image: PublicationImage, _ options: PDFOptions, _ file: inout PDFFile,
    _ diagnostics: inout [Diagnostic]
  ) {
    let read: Result<Bitmap, BitmapFault> =
      switch image.mediaType {
      case "image/jpeg": readJPEG(image.bytes)
      case "image/png": readPNG(image.bytes)
      default: .failure(.unsupported(image.mediaType))
      }
    switch read {
    case .success(let bitmap):
      if bitmap.channels == .cmyk, bitmap.profile == nil, options.profile == .screen {
        diagnostics.append(
          Diagnostic(
            .cmykPictureWithoutProfile,
            "picture '\(image.path)' is CMYK and does not say of which press",
            at: sources.places[image.path]))
        return
      }
      placed[index] = file.add(bitmap, name: "P\(index)", profile: options.profile)
    case .failure(.broken(let reason)):
      diagnostics.append(
        Diagnostic(
          .brokenPicture, "picture '\(image.path)' cannot be read: \(reason)",
          at: sources.places[image.path]))
    case .failure(.unsupported(let kind)):
      diagnostics.append(
        Diagnostic(
          .pictureKindNotInPDF, "picture '\(image.path)' is \(kind), which a PDF cannot show",
          at: sources.places[image.path]))
    }
  }

  // MARK: Drawings

  private mutating func addDrawing(
    _ index: Int, _ svg: [UInt8], _ image: PublicationImage?, _ options: PDFOptions,
    _ diagnostics: inout [Diagnostic]
  ) {
    let place = image.flatMap { sources.places[$0.path] }
    let name = image.map { "'\($0.path)'" } ?? "of bookc's own"
    let (read, faults) = XMLElement.read(svg, names: .svg)
    guard let root = read, faults.isEmpty, root.name == "svg" else {
      diagnostics.append(
        Diagnostic(.brokenPicture, "drawing \(name) is no well-formed SVG", at: place))
      return
    }
    let book = sources
    var found = faces
    let builder = DrawingBuilder(root, isGrey: options.isGrey) { style, text in
      guard let face = Self.face(style, text, book) else { return nil }
      if let known = found.firstIndex(of: face) { return (known, face) }
      found.append(face)
      return (found.count - 1, face)
    }
    for face in found.dropFirst(faces.count) {
      usages.append(GlyphUsage(glyphCount: face.glyphCount))
    }
    faces = found
    var (drawing, leftOut) = (builder.drawing, builder.leftOut)
    if options.profile == .print { leftOut += drawing.flatten() }
    for text in drawing.texts { note(text) }
    drawings.append((index, drawing))
    for name in leftOut {
      diagnostics.append(
        Diagnostic(
          .drawingFeatureLeftOut,
          "drawing \(image.map { "'\($0.path)' " } ?? "")uses \(name), which is left out of the PDF",
          at: place))
    }
  }

  private static func face(_ style: SVGStyle, _ text: [UInt8], _ sources: PDFSources) -> FontFace? {
    let first = sources.faces.first
    guard let library = sources.library else { return first }
    let named = style.fontFamily.split(separator: ",").map {
      String($0.filter { $0 != "\"" && $0 != "'" }).trimmed
    }
    let family = named.first { library.hasFamily($0) } ?? first?.family ?? ""
    let request = FontRequest(
      family: family, slant: style.slant, weight: style.fontWeight, size: style.fontSize)
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    let face = library.face(request) ?? first
    let missing = scalars.first { scalar in scalar.value > 0x20 && face?.glyph(for: scalar) == nil }
    return missing.flatMap { library.substitute(for: $0, like: request) } ?? face
  }

  private mutating func note(_ text: DrawnText) {
    text.text.withUnsafeBufferPointer { bytes in
      for (glyph, range) in text.clusters where glyph.glyph != 0 {
        usages[text.face].note(glyph.glyph, saying: PackedText(bytes, range))
      }
    }
  }

  /// Adds the drawings, now that the fonts have their codes, and gives back every picture by its
  /// place in the page list.
  func finish(
    _ fonts: [EmbeddedFont?], _ profile: PDFProfile, _ file: inout PDFFile
  ) -> [PlacedPicture?] {
    var result = placed
    let own = Array(fonts.dropFirst(sources.faces.count))
    for (index, drawing) in drawings {
      result[index] = PlacedPicture(
        name: "P\(index)", reference: file.add(drawing, own, profile), extent: drawing.extent)
    }
    return result
  }
}

extension DrawnText {
  /// Every glyph and the bytes it says: all of its cluster's for the first, none for the others.
  var clusters: [(glyph: ShapedGlyph, bytes: Range<Int>)] {
    let starts = Set(glyphs.map { Int($0.cluster) }).sorted() + [text.count]
    var seen: Set<Int32> = []
    return glyphs.map { glyph in
      let start = Int(glyph.cluster)
      guard seen.insert(glyph.cluster).inserted, let end = starts.first(where: { $0 > start }),
        start >= 0, end <= text.count
      else { return (glyph, 0..<0) }
      return (glyph, start..<end)
    }
  }
}
