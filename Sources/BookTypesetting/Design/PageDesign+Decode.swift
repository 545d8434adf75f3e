package import BookDiagnostics
package import BookModel

extension PageDesign {
  /// The design a theme asks for; `trim` is what book.yaml says.
  package static func decode(_ theme: Theme, trim: YAMLNode?) -> Diagnosed<PageDesign> {
    var design = PageDesign()
    var diagnostics: [Diagnostic] = []
    var reader = ThemeReader(theme, design: design)
    reader.checkKeys()
    design.readPage(&reader)
    if let trim, let text = trim.string {
      if let size = trimSize(text) {
        design.fit(into: size)
      } else {
        diagnostics.append(
          Diagnostic(
            .badTrim, "'\(text)' is no trim size: write 'A5', '5.5x8.5in' or '140x216mm'",
            at: trim.span))
      }
    }
    design.readType(&reader)
    design.readOpener(&reader)
    design.readHeads(&reader)
    design.readBlocks(&reader)
    design.readMatter(&reader)
    return Diagnosed(design, diagnostics + reader.diagnostics)
  }

  /// Another trim keeps the margins in proportion.
  private mutating func fit(into size: Size) {
    let (across, down) = (size.width / trim.width, size.height / trim.height)
    margins.inner *= across
    margins.outer *= across
    margins.head *= down
    margins.foot *= down
    trim = size
  }

  private mutating func readPage(_ reader: inout ThemeReader) {
    if let size = reader.size("page.trim") { trim = size }
    if let value = reader.length("page.bleed") { bleed = max(0, min(72, value)) }
    if let value = reader.length("page.margins.head") { margins.head = max(18, value) }
    if let value = reader.length("page.margins.foot") { margins.foot = max(18, value) }
    if let value = reader.length("page.margins.inner") { margins.inner = max(9, value) }
    if let value = reader.length("page.margins.outer") { margins.outer = max(9, value) }
    var steps: [Gutter] = []
    var from = 0
    for item in reader.node("page.gutter")?.items ?? [] {
      guard let pages = item["pages"]?.string.flatMap(Int.init),
        let width = item["add"]?.string.flatMap({ reader.points($0, em: size) })
      else {
        reader.refuse(item, "page.gutter", "'pages', a number, and 'add', a length")
        continue
      }
      // A step holds up to its number of pages.
      steps.append(Gutter(pages: from, width: width))
      from = pages + 1
    }
    if !steps.isEmpty { gutters = steps }
  }

  private mutating func readType(_ reader: inout ThemeReader) {
    if let family = reader.text("type.family") {
      families = [family] + families.filter { $0 != family }
    }
    if let mono = reader.text("type.mono") {
      codeFamilies = [mono] + codeFamilies.filter { $0 != mono }
    }
    if let heads = reader.text("type.heads") { headFamilies = [heads] }
    let fallbacks = reader.node("type.fallback")
    fallbackFamilies = fallbacks?.items.compactMap(\.string) ?? []
    if let one = fallbacks?.string { fallbackFamilies = [one] }
    if let word = reader.word("type.ligatures", ["common", "none"]) {
      hasLigatures = word == "common"
    }
    if let value = reader.number("type.mono-scale", in: 0.5...1.2) { codeScale = value }
    if let value = reader.length("type.size") { size = max(5, min(40, value)) }
    if let value = reader.length("type.leading") { leading = max(size, min(80, value)) }
    reader.em = size
    reader.line = leading
    reader.measure = measure
    if let word = reader.word("type.figures", ["old-style", "lining"]) {
      oldStyleFigures = word == "old-style"
    }
    if let value = reader.length("type.small-caps-spacing", em: 1000) {
      smallCapitalsSpacing = value
    }
    if let word = reader.word("paragraph.align", ["justified", "left"]) {
      isJustified = word == "justified"
    }
    if let value = reader.length("paragraph.indent") { indent = max(0, value) / size }
    if let value = reader.halfLines("paragraph.space") { paragraphSpace = value }
    // Paragraphs are told apart by one thing.
    if paragraphSpace > 0 { indent = 0 }
    if let value = reader.boolean("paragraph.hyphenate") { isHyphenated = value }
    for (key, path) in [
      ("before", \HyphenMinimum.before), ("after", \HyphenMinimum.after),
      ("word", \HyphenMinimum.word),
    ] {
      if let value = reader.number("paragraph.hyphen-minimum.\(key)", in: 1...30) {
        hyphenMinimum[keyPath: path] = Int(value)
      }
    }
    if let value = reader.number("paragraph.hyphen-run", in: 1...9) { hyphenRun = Int(value) }
    if let value = reader.length("paragraph.last-line-minimum") { shortestLast = max(0, value) }
    if let value = reader.number("paragraph.protrusion", in: 0...1) { protrusion = value }
    if let value = reader.number("paragraph.letter-flexibility", in: 0...0.05) {
      flexibility = value
    }
  }

  func alignment(
    _ reader: inout ThemeReader, _ path: String, otherwise: LineAlignment
  ) -> LineAlignment {
    switch reader.word("\(path).align", ["center", "left", "right"]) {
    case "center": .centre
    case "left": .left
    case "right": .right
    default: otherwise
    }
  }

  private func style(
    _ reader: inout ThemeReader, _ path: String, otherwise: HeadingStyle
  ) -> HeadingStyle {
    if reader.word("\(path).weight", ["regular", "bold"]) == "bold" { return .bold }
    if reader.word("\(path).caps", ["small", "none"]) == "small" { return .smallCapitals }
    switch reader.word("\(path).style", ["roman", "italic"]) {
    case "italic": return .italic
    case "roman": return .roman
    default: return otherwise
    }
  }

  private mutating func readOpener(_ reader: inout ThemeReader) {
    if let word = reader.word("opener.side", ["recto", "any"]) { opener.isRecto = word == "recto" }
    if let value = reader.length("opener.sink") {
      opener.sink = max(0, min(0.7, value / (Float(lines) * leading)))
    }
    if let word = reader.word("opener.align", ["center", "left"]) {
      opener.isCentred = word == "center"
    }
    if let value = reader.length("opener.title.size") { opener.titleSize = max(6, value) }
    if let value = reader.length("opener.title.leading") { opener.titleLeading = value }
    opener.titleStyle = style(&reader, "opener.title", otherwise: opener.titleStyle)
    opener.titleSpacing = reader.length("opener.title.spacing", em: 1000)
    let kinds = Opener.NumberKind.allCases.map(\.rawValue)
    if let word = reader.word("opener.number.style", kinds) {
      opener.numberKind = Opener.NumberKind(rawValue: word) ?? .asGiven
    }
    if let value = reader.length("opener.number.size") { opener.numberSize = max(5, value) }
    if let word = reader.word("opener.number.caps", ["small", "none"]) {
      opener.numberIsSmallCapitals = word == "small"
    }
    if let value = reader.length("opener.number.spacing", em: 1000) {
      opener.numberSpacing = value
    }
    if let label = reader.text("opener.number.label") {
      opener.numberLabel = label == "none" ? nil : label
    }
    if let value = reader.halfLines("opener.space-between") { opener.between = value }
    if let value = reader.halfLines("opener.space-after") { opener.after = value }
    if let length = reader.length("opener.rule.length"),
      let weight = reader.length("opener.rule.weight")
    {
      let place = reader.word("opener.rule.place", ["above-title", "below-title"])
      opener.rule = Opener.Bar(length: length, weight: weight, isAbove: place != "below-title")
    }
    if let kind = reader.word("opener.first-letter.kind", ["drop-cap", "none"]) {
      let count = reader.number("opener.first-letter.lines", in: 1...6) ?? 3
      opener.dropCapLines = kind == "none" ? 0 : Int(count)
    }
    if let word = reader.word("opener.lead-in", ["small-caps", "none"]) {
      opener.hasLeadIn = word == "small-caps"
    }
    for (index, key) in ["h2", "h3", "h4"].enumerated() {
      let path = "heads.\(key)"
      var heading = sectionHeadings[index]
      if let value = reader.length("\(path).size") { heading.size = max(5, value) }
      heading.style = style(&reader, path, otherwise: heading.style)
      heading.spacing = reader.length("\(path).spacing", em: 1000)
      if let word = reader.word("\(path).align", ["center", "left"]) {
        heading.isCentred = word == "center"
      }
      if let value = reader.halfLines("\(path).before") { heading.before = value }
      if let value = reader.halfLines("\(path).after") { heading.after = value }
      sectionHeadings[index] = heading
    }
  }

  private mutating func readHeads(_ reader: inout ThemeReader) {
    let contents = Heads.Content.allCases.map(\.rawValue)
    if let word = reader.word("running-heads.verso.text", contents) {
      heads.verso = Heads.Content(rawValue: word) ?? .title
    }
    if let word = reader.word("running-heads.recto.text", contents) {
      heads.recto = Heads.Content(rawValue: word) ?? .chapter
    }
    heads.versoAlignment = alignment(&reader, "running-heads.verso", otherwise: .centre)
    heads.rectoAlignment = alignment(&reader, "running-heads.recto", otherwise: .centre)
    if let value = reader.length("running-heads.size") { heads.size = max(5, value) }
    if let value = reader.length("running-heads.spacing", em: 1000) { heads.spacing = value }
    heads.style = style(&reader, "running-heads", otherwise: heads.style)
    if let value = reader.length("running-heads.distance") {
      heads.distance = max(leading, min(margins.head, leading * 0.5 + value))
    }
    if let value = reader.length("running-heads.folio.size") { heads.folioSize = max(5, value) }
    switch reader.word("running-heads.folio.place", ["foot-center", "foot-outer", "head-outer"]) {
    case "foot-center": heads.folio = .centre
    case "foot-outer": heads.folio = .foot
    case "head-outer": heads.folio = .head
    default: break
    }
    switch reader.word("running-heads.folio.figures", ["old-style", "lining"]) {
    case "old-style": folioFigures = .oldStyle
    case "lining": folioFigures = .lining
    default: break
    }
    if let text = reader.text("ornaments.scene-break") { sceneBreak.ornament = text }
    if let word = reader.word("ornaments.scene-break-in-page", ["blank", "ornament"]) {
      sceneBreak.isAlwaysShown = word == "ornament"
    }
    if let text = reader.text("ornaments.title-page") {
      titleOrnament = text == "none" ? nil : text
    }
    if let ink = reader.colour("ornaments.color") { accent = ink }
    // The cover is none of the pages; what it is drawn by (`CoverDesign`) is looked at here.
    _ = reader.word("cover.layout", CoverDesign.Layout.allCases.map(\.rawValue))
    for key in ["ground", "paper", "ink", "accent"] { _ = reader.colour("cover." + key) }
  }
}

/// A trim size as written: `A5`, `5.5x8.5in`, `140 × 216 mm`; nil when it is none or no book's.
func trimSize(_ text: String) -> Size? {
  let names: [String: Size] = [
    "a4": Size(width: 595.28, height: 841.89), "a5": Size(width: 419.53, height: 595.28),
    "a6": Size(width: 297.64, height: 419.53), "b5": Size(width: 498.9, height: 708.66),
    "letter": Size(width: 612, height: 792), "digest": Size(width: 396, height: 612),
    "royal": Size(width: 442.2, height: 663.3), "demy": Size(width: 391.2, height: 612.3),
  ]
  var compact = text.lowercased().filter { !$0.isWhitespace }
    .replacing("\"", with: "in").replacing("”", with: "in").replacing("inches", with: "in")
    .replacing("by", with: "x").replacing("*", with: "x").replacing(",", with: ".")
  if let size = names[compact] { return size }
  // Numbers alone are inches where they are small, as "6 x 9", else millimetres.
  if let last = compact.last, last.isNumber {
    let isLarge = compact.split { $0 == "x" || $0 == "×" }.contains {
      $0.prefix { $0.isNumber }.count > 2
    }
    compact += isLarge ? "mm" : "in"
  }
  let unit = String(compact.reversed().prefix { $0.isLetter }.reversed())
  let scale: Float
  switch unit {
  case "in": scale = 72
  case "mm": scale = 72 / 25.4
  case "cm": scale = 72 / 2.54
  case "pt": scale = 1
  default: return nil
  }
  let parts = compact.dropLast(unit.count).split(whereSeparator: { $0 == "x" || $0 == "×" })
  let numbers = parts.compactMap { part in
    Float(part.hasSuffix(unit) ? String(part.dropLast(unit.count)) : String(part))
  }
  guard parts.count == 2, numbers.count == 2 else { return nil }
  let size = Size(width: numbers[0] * scale, height: numbers[1] * scale)
  let isBook = size.width >= 180 && size.height >= 240 && size.width <= 1500 && size.height <= 2000
  return isBook ? size : nil
}
