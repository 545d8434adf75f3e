import BookXML

/// The styles of an OpenDocument text, those made for single paragraphs among them.
struct OpenDocumentStyles {
  /// What a style says, with what it takes over.
  struct Style {
    /// Its own name and those of the styles it is based on, in small letters.
    var names: [String] = []
    var look: Look = []
    /// Looks that it takes away.
    var without: Look = []
    var isHidden: Bool?
    var alignment: TypedParagraph.Alignment?
    var left: Int?
    var first: Int?
    var before: Int?
    var size: Int?
    var breaksPage = false
    var isRuled = false
    var outline: Int?
    var language: String?
  }

  private var raw: [String: XMLElement] = [:]
  private(set) var bullets: [String: Set<Int>] = [:]
  private(set) var defaultLanguage = ""
  /// Whether what says nothing of it is hidden.
  private(set) var isHiddenByDefault = false

  /// Adds what stands in `office:styles` or `office:automatic-styles`.
  mutating func add(_ element: XMLElement) {
    for style in element.elements {
      switch style.name {
      case "style:style":
        if let name = style["style:name"] { raw[name] = style }
      case "style:default-style":
        if style["style:family"] == "paragraph" {
          let text = style.first("style:text-properties")
          isHiddenByDefault = text?["text:display"] == "none"
          defaultLanguage = text?["fo:language"] ?? defaultLanguage
          if let country = text?["fo:country"], country != "none", !defaultLanguage.isEmpty {
            defaultLanguage += "-" + country
          }
        }
      case "text:list-style":
        guard let name = style["style:name"] else { continue }
        for level in style.elements where level.name == "text:list-level-style-bullet" {
          if let number = level["text:level"].flatMap({ Int($0) }) {
            bullets[name, default: []].insert(number)
          }
        }
      default: break
      }
    }
  }

  func style(_ name: String?) -> Style {
    var style = Style()
    var chain: [XMLElement] = []
    var next = name
    var seen: Set<String> = []
    while let name = next, seen.insert(name).inserted, let element = raw[name] {
      chain.append(element)
      next = element["style:parent-style-name"]
    }
    if let last = next, chain.isEmpty { style.names.append(last.lowercased()) }
    for element in chain.reversed() { apply(element, to: &style) }
    for element in chain {
      let name = element["style:display-name"] ?? element["style:name"] ?? ""
      style.names.append(name.replacing("_20_", with: " ").lowercased())
      if style.outline == nil,
        let level = element["style:default-outline-level"].flatMap({ Int($0) })
      {
        style.outline = level
      }
    }
    return style
  }

  private func apply(_ element: XMLElement, to style: inout Style) {
    if let master = element["style:master-page-name"], !master.isEmpty { style.breaksPage = true }
    if let paragraph = element.first("style:paragraph-properties") {
      switch paragraph["fo:text-align"] {
      case "center": style.alignment = .center
      case "end", "right": style.alignment = .right
      case "justify": style.alignment = .justified
      case "start", "left": style.alignment = .left
      default: break
      }
      style.left = StyleSheet.length(paragraph["fo:margin-left"]) ?? style.left
      style.first = StyleSheet.length(paragraph["fo:text-indent"]) ?? style.first
      style.before = StyleSheet.length(paragraph["fo:margin-top"]) ?? style.before
      if paragraph["fo:break-before"] == "page" { style.breaksPage = true }
      if let border = paragraph["fo:border-bottom"], border != "none" { style.isRuled = true }
    }
    guard let text = element.first("style:text-properties") else { return }
    func set(_ look: Look, _ value: String?, off: Set<String>) {
      guard let value else { return }
      if off.contains(value) {
        style.look.remove(look)
        style.without.insert(look)
      } else {
        style.look.insert(look)
        style.without.remove(look)
      }
    }
    set(.italic, text["fo:font-style"], off: ["normal"])
    set(.bold, text["fo:font-weight"], off: ["normal", "100", "200", "300", "400", "500"])
    set(.underlined, text["style:text-underline-style"], off: ["none"])
    set(.struck, text["style:text-line-through-style"], off: ["none"])
    set(.smallCapitals, text["fo:font-variant"], off: ["normal"])
    if let position = text["style:text-position"] {
      style.look.subtract([.raised, .lowered])
      if position.hasPrefix("super") { style.look.insert(.raised) }
      if position.hasPrefix("sub") { style.look.insert(.lowered) }
      if let number = position.split(separator: "%").first.flatMap({ Int($0) }), number != 0 {
        style.look.insert(number > 0 ? .raised : .lowered)
      }
    }
    if let display = text["text:display"] { style.isHidden = display == "none" }
    if let size = StyleSheet.length(text["fo:font-size"]),
      text["fo:font-size"]?.hasSuffix("pt") == true
    {
      style.size = size / 10
    }
    if let language = text["fo:language"], language != "none" {
      let country = text["fo:country"].flatMap { $0 == "none" ? nil : $0 }
      style.language = country.map { "\(language)-\($0)" } ?? language
    }
  }
}
