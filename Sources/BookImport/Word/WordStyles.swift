import BookXML

/// What properties of a paragraph say, nil where they say nothing.
struct WordParagraphLook: Sendable {
  var outline: Int?
  var alignment: String?
  var left: Int?
  var first: Int?
  var before: Int?
  var list: String?
  var listLevel: Int?
  var breaksPage: Bool?
  var isRuled: Bool?

  init() {}

  /// Reads `w:pPr`.
  init(_ properties: XMLElement?) {
    for element in properties?.elements ?? [] {
      switch element.name {
      case "w:outlineLvl": outline = element.number
      case "w:jc": alignment = element["w:val"]
      case "w:ind":
        left = Self.length(element["w:left"] ?? element["w:start"]) ?? left
        if let hanging = Self.length(element["w:hanging"]), hanging != 0 {
          first = -hanging
        } else if let value = Self.length(element["w:firstLine"]) {
          first = value
        }
      case "w:spacing": before = Self.length(element["w:before"]) ?? before
      case "w:numPr":
        list = element.first("w:numId")?["w:val"] ?? list
        listLevel = element.first("w:ilvl")?.number ?? listLevel
      case "w:pageBreakBefore": breaksPage = element.isOn
      case "w:pBdr":
        isRuled = element.elements.contains {
          ["w:bottom", "w:top"].contains($0.name) && !["none", "nil"].contains($0["w:val"] ?? "")
        }
      default: break
      }
    }
  }

  /// A length in twentieths of a point; strict files may say it with a unit (ECMA-376, 22.9.2.14).
  static func length(_ text: String?) -> Int? {
    guard let text else { return nil }
    if let value = Int(text) { return value }
    let units = ["pt": 20.0, "in": 1440, "cm": 566.9, "mm": 56.69, "pc": 240, "pi": 240]
    for (unit, twips) in units where text.hasSuffix(unit) {
      return Double(text.dropLast(unit.count)).flatMap { Int(exactly: ($0 * twips).rounded()) }
    }
    return Double(text).flatMap { Int(exactly: $0.rounded()) }
  }

  /// This, and where it says nothing, what it is based on.
  func over(_ base: WordParagraphLook) -> WordParagraphLook {
    var result = base
    result.outline = outline ?? base.outline
    result.alignment = alignment ?? base.alignment
    result.left = left ?? base.left
    result.first = first ?? base.first
    result.before = before ?? base.before
    result.list = list ?? base.list
    result.listLevel = listLevel ?? base.listLevel
    result.breaksPage = breaksPage ?? base.breaksPage
    result.isRuled = isRuled ?? base.isRuled
    return result
  }
}

/// What properties of letters say, nil where they say nothing.
struct WordRunLook: Sendable {
  var italic: Bool?
  var bold: Bool?
  var struck: Bool?
  var smallCapitals: Bool?
  var hidden: Bool?
  var underlined: Bool?
  /// `superscript`, `subscript` or `baseline`.
  var position: String?
  var size: Int?
  var language: String?
  var font: String?

  init() {}

  /// Reads `w:rPr`.
  init(_ properties: XMLElement?) {
    for element in properties?.elements ?? [] {
      switch element.name {
      case "w:i": italic = element.isOn
      case "w:b": bold = element.isOn
      case "w:strike", "w:dstrike": struck = element.isOn || struck == true
      case "w:smallCaps": smallCapitals = element.isOn
      case "w:vanish": hidden = element.isOn
      case "w:u": underlined = element.isOn && element["w:val"] != nil
      case "w:vertAlign": position = element["w:val"]
      case "w:sz": size = element.number
      case "w:lang": language = element["w:val"] ?? language
      case "w:rFonts": font = element["w:ascii"] ?? element["w:hAnsi"] ?? font
      default: break
      }
    }
  }

  /// This, and where it says nothing, what it is based on.
  func over(_ base: WordRunLook) -> WordRunLook {
    var result = base
    result.italic = italic ?? base.italic
    result.bold = bold ?? base.bold
    result.struck = struck ?? base.struck
    result.smallCapitals = smallCapitals ?? base.smallCapitals
    result.hidden = hidden ?? base.hidden
    result.underlined = underlined ?? base.underlined
    result.position = position ?? base.position
    result.size = size ?? base.size
    result.language = language ?? base.language
    result.font = font ?? base.font
    return result
  }

  /// A character style upon a paragraph's: where both turn a switch on, it is off again
  /// (ECMA-376 part 1, 17.7.3).
  func toggling(_ base: WordRunLook) -> WordRunLook {
    func toggled(_ a: Bool?, _ b: Bool?) -> Bool? {
      a == true && b == true ? false : a == true ? true : b
    }
    var result = over(base)
    result.italic = toggled(italic, base.italic)
    result.bold = toggled(bold, base.bold)
    result.struck = toggled(struck, base.struck)
    result.smallCapitals = toggled(smallCapitals, base.smallCapitals)
    result.hidden = toggled(hidden, base.hidden)
    return result
  }

  /// As the tree has it.
  var look: Look {
    var look: Look = []
    if italic == true { look.insert(.italic) }
    if bold == true { look.insert(.bold) }
    if struck == true { look.insert(.struck) }
    if smallCapitals == true { look.insert(.smallCapitals) }
    if underlined == true { look.insert(.underlined) }
    if position == "superscript" { look.insert(.raised) }
    if position == "subscript" { look.insert(.lowered) }
    return look
  }
}

/// The styles of a document, each with what it is based on.
struct WordStyles: Sendable {
  /// A style with all that it takes over.
  struct Style: Sendable {
    /// Its own name and those of the styles it is based on, in small letters.
    var names: [String] = []
    var paragraph = WordParagraphLook()
    var run = WordRunLook()
    /// 1 to 9 where its name or one it is based on says so.
    var heading: Int?
  }

  private var byID: [String: Style] = [:]
  private var defaultParagraph: String?
  /// What holds where no style says otherwise.
  private(set) var defaults = WordRunLook()
  private var defaultParagraphLook = WordParagraphLook()

  init(_ bytes: [UInt8]?) {
    guard let bytes, let root = XMLElement.read(bytes, names: WordNames.all).root else { return }
    var raw: [String: XMLElement] = [:]
    for element in root.elements {
      if element.name == "w:docDefaults" {
        defaults = WordRunLook(element.first("w:rPrDefault")?.first("w:rPr"))
        defaultParagraphLook = WordParagraphLook(element.first("w:pPrDefault")?.first("w:pPr"))
      }
      guard element.name == "w:style", let id = element["w:styleId"] else { continue }
      raw[id] = raw[id] ?? element
      if element["w:type"] == "paragraph", ["1", "true", "on"].contains(element["w:default"] ?? "")
      {
        defaultParagraph = defaultParagraph ?? id
      }
    }
    for id in raw.keys { byID[id] = Self.resolve(id, raw) }
  }

  /// A style and what it is based on; one that is based on itself ends there.
  private static func resolve(_ id: String, _ raw: [String: XMLElement]) -> Style {
    var chain: [XMLElement] = []
    var seen: Set<String> = []
    var next: String? = id
    while let id = next, seen.insert(id).inserted, let element = raw[id] {
      chain.append(element)
      next = element.first("w:basedOn")?["w:val"]
    }
    var style = Style()
    for element in chain.reversed() {
      style.paragraph = WordParagraphLook(element.first("w:pPr")).over(style.paragraph)
      style.run = WordRunLook(element.first("w:rPr")).over(style.run)
    }
    for element in chain {
      let name = (element.first("w:name")?["w:val"] ?? element["w:styleId"] ?? "").lowercased()
      if !name.isEmpty { style.names.append(name) }
      style.heading =
        style.heading ?? headingLevel(name) ?? headingLevel(element["w:styleId"] ?? "")
    }
    return style
  }

  /// 1 to 9 for `heading 1`, `Heading1`.
  private static func headingLevel(_ name: String) -> Int? {
    let name = name.lowercased()
    guard name.hasPrefix("heading") else { return nil }
    let rest = name.dropFirst("heading".count).drop { $0 == " " || $0 == "_" }
    guard let level = Int(rest), (1...9).contains(level) else { return nil }
    return level
  }

  /// The style of a paragraph with what holds for the whole document.
  func paragraph(_ id: String?) -> Style {
    var style = (id ?? defaultParagraph).flatMap { byID[$0] } ?? Style()
    style.paragraph = style.paragraph.over(defaultParagraphLook)
    style.run = style.run.over(defaults)
    return style
  }

  /// The style of letters, nil where there is none of that id.
  func character(_ id: String?) -> Style? { id.flatMap { byID[$0] } }
}
