import BookDisk
import BookFonts
import BookModel
import BookTypesetting

/// A small typesetter for tests: lines that never break, set where they are told to be.
struct SamplePages {
  var pages: PageList
  var faces: [FontFace] { pages.faces }
  private var y: Float = 60

  static let library: FontLibrary? = try? FontLibrary.system(DiskWorkspace.machine).get()
  /// A CFF and a TrueType face, where installed.
  static let garamond = library?.face(FontRequest(family: "EB Garamond"))
  static let dejaVu = library?.face(FontRequest(family: "DejaVu Serif"))
  static let canSet = garamond != nil

  init(faces: [FontFace] = [garamond].compactMap { $0 }) {
    var metadata = BookMetadata(title: "The Réservoir & <other> tales", language: "en")
    metadata.contributors = [Contributor(name: "Ann Writer", sort: "Writer, Ann", role: "aut")]
    metadata.identifier = "urn:uuid:5a1c0f6e-0000-5000-8000-000000000001"
    pages = PageList(
      trim: Size(width: 396, height: 612), metadata: metadata, modified: 1_588_291_200)
    pages.faces = faces
    newPage()
  }

  var page: Int { pages.pages.count - 1 }

  mutating func newPage() {
    pages.pages.append(Page(numbering: .arabic, number: pages.pages.count + 1))
    y = 60
  }

  mutating func node(_ role: StructureRole, in parent: Int = 0) -> Int {
    pages.structure.add(role, to: parent)
  }

  /// Sets words on the next line.
  mutating func line(
    _ text: String, _ owner: Owner, face: Int = 0, features: FontFeatures = [], x: Float = 54,
    size: Float = 10.5, language: UInt16 = 0, y at: Float? = nil, script: TextScript = .latin
  ) {
    let style = ShapingStyle(face: faces[face], features: features, script: script)
    let bytes = Array(text.utf8)
    let run = style.shape(bytes)
    let unit = 1000 / Float(faces[face].metrics.unitsPerEm)
    let glyphStart = pages.pages[page].glyphs.count
    let textStart = pages.pages[page].text.count
    let starts = Set(run.glyphs.map { Int($0.cluster) }).sorted() + [bytes.count]
    var told: Set<Int32> = []
    let width = run.glyphs.reduce(Float(0)) { $0 + Float($1.advance) } * unit * size / 1000
    for glyph in run.isRightToLeft ? run.glyphs.reversed() : run.glyphs {
      let end = starts.first { $0 > Int(glyph.cluster) } ?? bytes.count
      let length = told.insert(glyph.cluster).inserted ? end - Int(glyph.cluster) : 0
      pages.pages[page].glyphs.append(
        PlacedGlyph(
          id: glyph.glyph, textLength: UInt8(length), advance: Float(glyph.advance) * unit,
          xOffset: Int16(Float(glyph.xOffset) * unit), yOffset: Int16(Float(glyph.yOffset) * unit)))
    }
    pages.pages[page].text += bytes
    var item = GlyphRun(
      face: Int32(face), size: size, x: run.isRightToLeft ? x + width : x, y: at ?? y,
      glyphs: glyphStart..<pages.pages[page].glyphs.count,
      text: textStart..<pages.pages[page].text.count, owner: owner, language: language,
      isRightToLeft: run.isRightToLeft)
    if run.isRightToLeft { item.saying = item.text }
    pages.pages[page].items.append(.run(item))
    if at == nil { y += 14 }
  }

  /// Adds a hyphen to the last line that means nothing but its break.
  mutating func softHyphen() {
    guard case .run(var run)? = pages.pages[page].items.last,
      let glyph = faces[Int(run.face)].glyph(for: "-")
    else { return }
    pages.pages[page].glyphs.append(PlacedGlyph(id: glyph, textLength: 2, advance: 320))
    pages.pages[page].text += [0xC2, 0xAD]
    run.glyphs = run.glyphs.lowerBound..<pages.pages[page].glyphs.count
    run.text = run.text.lowerBound..<pages.pages[page].text.count
    pages.pages[page].items[pages.pages[page].items.count - 1] = .run(run)
  }

  mutating func picture(_ source: PictureSource, _ rectangle: Rectangle, node: Int) {
    pages.pictures.append(source)
    pages.pages[page].items.append(
      .picture(
        Page.Picture(
          rectangle: rectangle, source: pages.pictures.count - 1, owner: .node(node))))
  }

  mutating func link(_ node: Int, to target: PageLink.Target, contents: String) {
    pages.pages[page].links.append(
      PageLink(
        rectangles: [Rectangle(x: 54, y: y - 24, width: 80, height: 12)], target: target,
        node: node,
        contents: contents))
  }

}
