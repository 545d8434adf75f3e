import BookTypesetting

/// What stays the same for all pages of a file.
struct PageSetting: Sendable {
  /// Where a recto lies on its sheet; on the page being written, where that one does.
  var geometry: PageGeometry
  /// Where a verso does.
  var versoGeometry: PageGeometry
  /// Whether colours are printed as greys.
  var isGrey: Bool
  /// Screen or print.
  var profile: PDFProfile
  /// By face of the page list; nil for one that no page uses.
  var fonts: [EmbeddedFont?]
  /// By picture of the page list; nil for one that could not be drawn.
  var pictures: [PlacedPicture?]
  /// The structure type of every node, as it is tagged.
  var roles: [StructureRole]
  /// The language of every node, its own or its parent's.
  var nodeLanguages: [UInt16]
  /// Tags of the languages.
  var languages: [String]
  /// Whether crop marks are drawn.
  var cropMarks: Bool

  /// Whether content is tagged.
  var isTagged: Bool { profile == .screen }
}

/// A marked-content sequence of a page.
struct MarkedSequence: Sendable {
  /// The element it belongs to.
  var node: Int
  /// What words that run from right to left say, for the element that they get for themselves.
  var spoken: String?
}

/// Writes the content stream of one page.
///
/// Content of one element that follows on itself becomes one marked-content sequence; text objects
/// and sequences nest properly, as 14.6 of ISO 32000-1 demands.
struct PageWriter {
  let setting: PageSetting
  /// The operators.
  var out: [UInt8] = []
  /// Every marked-content sequence, by its identifier.
  var sequences: [MarkedSequence] = []
  var text = TextState()
  private var isInText = false
  private var open: Owner?
  private var openLanguage: String?
  private var isInReversed = false
  private var ink = Ink.black

  /// What the text operators have been told last.
  struct TextState {
    var font: Int32 = -1
    var size = 0
    var letterSpace = 0
    var stretch = 100_000
    var lineX = 0
    var lineY = 0
  }

  init(_ setting: PageSetting, isVerso: Bool) {
    var setting = setting
    if isVerso { setting.geometry = setting.versoGeometry }
    self.setting = setting
  }

  /// Everything on the page.
  mutating func write(_ page: Page) {
    out.reserveCapacity(page.glyphs.count * 4 + 1024)
    if setting.profile == .print { out.write(fill: .black, .print) }
    page.glyphs.withUnsafeBufferPointer { glyphs in
      page.text.withUnsafeBufferPointer { text in
        for item in page.items {
          switch item {
          case .run(let run): write(run, glyphs, text)
          case .fill(let fill): write(fill)
          case .picture(let picture): write(picture)
          }
        }
      }
    }
    closeSequence()
    endText()
    if setting.cropMarks { writeCropMarks() }
  }

  // MARK: Items

  private mutating func write(
    _ run: GlyphRun, _ glyphs: UnsafeBufferPointer<PlacedGlyph>, _ text: UnsafeBufferPointer<UInt8>
  ) {
    guard setting.fonts.indices.contains(Int(run.face)), let font = setting.fonts[Int(run.face)],
      run.glyphs.lowerBound >= 0, run.glyphs.upperBound <= glyphs.count, !run.glyphs.isEmpty
    else { return }
    if run.isRightToLeft, setting.isTagged { return writeReversed(run, font, glyphs, text) }
    beginText()
    var tag: ContentTag?
    if setting.isTagged, case .node(let node) = run.owner {
      tag = self.tag(node, run)
    } else {
      openSequence(run.owner)
    }
    set(run.ink)
    set(run, fontName: font.name)
    var writer = RunWriter(font: font, run: run, isTagged: setting.isTagged, tag: tag)
    writer.write(glyphs, text, into: &out)
    if writer.hasChangedFont { self.text.font = -1 }
    if let tag = writer.tag, case .node(let node) = run.owner {
      while sequences.count < tag.next { sequences.append(MarkedSequence(node: node)) }
      open = tag.isOpen ? run.owner : nil
      openLanguage = tag.language
    }
  }

  /// Writes words that run from right to left.
  ///
  /// Glyph by glyph as they are read, for readers that know nothing but that order, and with their
  /// letters as they stand from left to right beside them, as poppler and PDFium turn what they
  /// take from there. The element of the words says them as they are read; what reads by elements
  /// needs no other.
  private mutating func writeReversed(
    _ run: GlyphRun, _ font: EmbeddedFont, _ glyphs: UnsafeBufferPointer<PlacedGlyph>,
    _ text: UnsafeBufferPointer<UInt8>
  ) {
    if let saying = run.saying, saying.upperBound <= text.count {
      beginText()
      let spoken = String(decoding: UnsafeBufferPointer(rebasing: text[saying]), as: UTF8.self)
      if case .node(let node) = run.owner {
        closeSequence()
        var tag = ContentTag(
          role: StructureRole.span.rawValue, language: language(node, run), next: sequences.count,
          isOpen: false)
        tag.begin(StructureRole.span.rawValue, &out)
        sequences.append(MarkedSequence(node: node, spoken: spoken))
        open = run.owner
      } else {
        openSequence(run.owner)
        if isInReversed { out.write("EMC\n") }
        out.write("/Span<<")
      }
      out.write("/ActualText")
      out.write(text: visualText(spoken))
      out.write(">>BDC\n")
      isInReversed = true
    }
    set(run.ink)
    set(run, fontName: font.name)
    var writer = RunWriter(font: font, run: run, isTagged: true)
    writer.write(glyphs, text, into: &out)
    if writer.hasChangedFont { self.text.font = -1 }
  }

  /// How a run's content is marked; an open sequence that it cannot go on is closed.
  private mutating func tag(_ node: Int, _ run: GlyphRun) -> ContentTag {
    let role = setting.roles.indices.contains(node) ? setting.roles[node] : .span
    let language = language(node, run)
    if open != run.owner || openLanguage != language || isInReversed { closeSequence() }
    return ContentTag(
      role: role.rawValue, language: language, next: sequences.count, isOpen: open != nil)
  }

  /// The language of a run, where its element is in another.
  private func language(_ node: Int, _ run: GlyphRun) -> String? {
    guard setting.nodeLanguages.indices.contains(node),
      setting.nodeLanguages[node] != run.language, Int(run.language) < setting.languages.count
    else { return nil }
    return setting.languages[Int(run.language)]
  }

  private mutating func write(_ fill: Page.Fill) {
    closeSequence()
    endText()
    openSequence(fill.owner)
    set(fill.ink)
    writeRectangle(fill.rectangle)
    out.write("re f\n")
    closeSequence()
  }

  private mutating func writeRectangle(_ rectangle: Rectangle) {
    let corners = setting.geometry.corners(rectangle)
    for part in [
      corners.left, corners.bottom, corners.right - corners.left, corners.top - corners.bottom,
    ] {
      out.write(thousandths: part)
      out.append(0x20)
    }
  }

  private mutating func write(_ picture: Page.Picture) {
    guard setting.pictures.indices.contains(picture.source),
      let placed = setting.pictures[picture.source]
    else { return }
    closeSequence()
    endText()
    openSequence(picture.owner)
    let corners = setting.geometry.corners(picture.rectangle)
    out.write("q ")
    if let clip = picture.clip {
      writeRectangle(clip)
      out.write("re W n ")
    }
    for part in placed.matrix(
      x: Double(corners.left) / 1000, y: Double(corners.bottom) / 1000,
      width: Double(picture.rectangle.width), height: Double(picture.rectangle.height))
    {
      out.write(thousandths: part.inThousandths)
      out.append(0x20)
    }
    out.write("cm")
    out.write(name: placed.name)
    out.write(" Do Q\n")
    closeSequence()
  }

  // MARK: Marked content

  /// Begins the sequence for what follows, unless it is open already.
  private mutating func openSequence(_ owner: Owner) {
    guard setting.isTagged, open != owner || isInReversed else { return }
    closeSequence()
    switch owner {
    case .node(let node):
      let role = setting.roles.indices.contains(node) ? setting.roles[node] : .span
      out.write(name: role.rawValue)
      out.write("<</MCID ")
      out.write(sequences.count)
      out.write(">>BDC\n")
      sequences.append(MarkedSequence(node: node))
    case .artifact(.header): out.write("/Artifact<</Type/Pagination/Subtype/Header>>BDC\n")
    case .artifact(.footer): out.write("/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n")
    case .artifact(.layout): out.write("/Artifact<</Type/Layout>>BDC\n")
    }
    open = owner
  }

  private mutating func closeSequence() {
    if open != nil { out.write("EMC\n") }
    // Within what is not read the words have a sequence of their own.
    if isInReversed, case .artifact = open { out.write("EMC\n") }
    isInReversed = false
    openLanguage = nil
    open = nil
  }

  // MARK: State

  private mutating func beginText() {
    if isInText { return }
    closeSequence()
    out.write("BT\n")
    isInText = true
    text.lineX = 0
    text.lineY = 0
  }

  private mutating func endText() {
    if isInText { out.write("ET\n") }
    isInText = false
  }

  private mutating func set(_ ink: Ink) {
    let ink = setting.isGrey ? ink.grey : ink
    if ink == self.ink { return }
    out.write(fill: ink, setting.profile)
    self.ink = ink
  }

  private mutating func set(_ run: GlyphRun, fontName: String) {
    let size = Double(run.size).inThousandths
    if run.face != text.font || size != text.size {
      out.write(name: fontName)
      out.append(0x20)
      out.write(thousandths: size)
      out.write(" Tf\n")
      (text.font, text.size) = (run.face, size)
    }
    let letterSpace = Double(run.letterSpace).inThousandths
    if letterSpace != text.letterSpace {
      out.write(thousandths: letterSpace)
      out.write(" Tc\n")
      text.letterSpace = letterSpace
    }
    let stretch = (Double(run.stretch) * 100).inThousandths
    if stretch != text.stretch {
      out.write(thousandths: stretch)
      out.write(" Tz\n")
      text.stretch = stretch
    }
    let (x, y) = (setting.geometry.x(run.x), setting.geometry.y(run.y))
    out.write(thousandths: x - text.lineX)
    out.append(0x20)
    out.write(thousandths: y - text.lineY)
    out.write(" Td\n")
    (text.lineX, text.lineY) = (x, y)
  }
}

/// The characters of words that run from right to left in the order in which they stand from left
/// to right; a mark of direction comes first where a sign would, which else were taken for what
/// stands before the words.
private func visualText(_ text: String) -> String {
  let scalars = Array(text.unicodeScalars)
  var result = String.UnicodeScalarView()
  if let last = scalars.last(where: { $0 != " " }), !last.properties.isAlphabetic {
    result.append("\u{200F}")
  }
  result.append(contentsOf: scalars.reversed())
  return String(result)
}
