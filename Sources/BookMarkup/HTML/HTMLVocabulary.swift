import BookModel

/// Which elements and attributes of raw HTML a book may hold.
enum HTMLVocabulary {
  /// How an element is treated.
  enum Treatment: Equatable {
    /// Stands among blocks.
    case block
    /// Stands among words.
    case inline
    /// Is left out, its words kept: leftovers of word processors.
    case leftover
    /// Must not be in a book.
    case forbidden
    case unknown
  }

  static let void: Set<String> = ["br", "hr", "img", "wbr", "col"]

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "caption", "col", "colgroup", "dd", "details",
    "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
  ]
  private static let inlines: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img",
    "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub",
    "sup", "time", "u", "var", "wbr",
  ]
  private static let forbidden: Set<String> = [
    "applet", "audio", "base", "button", "canvas", "dialog", "embed", "fieldset", "form", "frame",
    "frameset", "iframe", "input", "label", "legend", "link", "map", "area", "math", "menu", "meta",
    "meter", "noscript", "object", "optgroup", "option", "output", "param", "picture", "progress",
    "script", "select", "slot", "source", "style", "svg", "template", "textarea", "title", "track",
    "video", "html", "head", "body", "xml",
  ]
  /// What frames a page of the web.
  static let ofWholePages: Set<String> = [
    "html", "head", "body", "title", "meta", "link", "base", "style", "script",
  ]
  /// Tags that people make up, or word processors have, for a new page.
  static let pageBreaks: Set<String> = ["pagebreak", "newpage", "page-break", "pb"]
  /// Elements of old HTML and what they are now.
  static let renamed: [String: String] = [
    "tt": "code", "strike": "s", "big": "span", "acronym": "abbr", "font": "span",
    "center": "div", "nobr": "span", "main": "div", "nav": "div",
    "hgroup": "div", "image": "img",
  ]
  /// Elements whose end tag HTML lets an author leave out.
  static let endsByItself: Set<String> = [
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rt", "rp",
    "caption",
  ]
  /// Elements that hold words and no blocks.
  static let holdsWordsOnly: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary", "dt",
  ]

  static func treatment(of name: String) -> Treatment {
    if inlines.contains(name) { return .inline }
    if blocks.contains(name) { return .block }
    if forbidden.contains(name) { return .forbidden }
    if name.contains(":") || name == "smarttag" || name == "spellerror" { return .leftover }
    return .unknown
  }

  /// Whether a start tag of `name` ends an open `open` that ends by itself.
  static func isEnded(_ open: String, by name: String) -> Bool {
    switch open {
    case "p": return name == "p"
    case "li": return name == "li"
    case "dt", "dd": return name == "dt" || name == "dd"
    case "td", "th": return ["td", "th", "tr", "tbody", "tfoot"].contains(name)
    case "tr": return ["tr", "tbody", "tfoot"].contains(name)
    case "thead", "tbody", "tfoot": return ["tbody", "tfoot"].contains(name)
    case "caption", "colgroup": return ["tr", "thead", "tbody", "tfoot", "colgroup"].contains(name)
    default: return false
    }
  }

  /// How an attribute is treated.
  enum AttributeTreatment {
    case kept
    /// Left out without a word: HTML's old way of saying how things look.
    case dropped
    case handler
    /// It says what it may not say there.
    case unsound
    case unknown
  }

  private static let everywhere: Set<String> = [
    "id", "class", "lang", "xml:lang", "dir", "title", "style", "role", "epub:type", "translate",
  ]
  private static let own: [String: Set<String>] = [
    "a": ["href"], "img": ["src", "alt", "width", "title"],
    "td": ["colspan", "rowspan", "headers"],
    "th": ["colspan", "rowspan", "headers", "scope", "abbr"], "ol": ["start", "type", "reversed"],
    "li": ["value"], "time": ["datetime"], "blockquote": ["cite"], "q": ["cite"],
    "del": ["cite", "datetime"], "ins": ["cite", "datetime"], "col": ["span"],
    "colgroup": ["span"], "data": ["value"], "details": ["open"],
  ]
  private static let looks: Set<String> = [
    "align", "valign", "bgcolor", "background", "border", "bordercolor", "cellpadding",
    "cellspacing", "char", "charoff", "clear", "color", "compact", "face", "frame", "height",
    "hspace", "link", "noshade", "nowrap", "rules", "size", "summary", "text", "type", "vlink",
    "alink", "vspace", "width", "loading", "decoding", "tabindex", "srcset", "sizes", "target",
    "rel", "hidden", "markdown", "itemprop", "itemscope", "itemtype",
  ]

  /// The attribute without which an element means nothing.
  static let meaningful = ["data": "value", "bdo": "dir", "time": "datetime"]

  /// Roles of ARIA and DPUB-ARIA that an element without a meaning of its own may have.
  private static let roles: Set<String> = [
    "article", "complementary", "definition", "figure", "group", "heading", "img", "list",
    "listitem", "none", "note", "presentation", "region", "term", "doc-abstract",
    "doc-acknowledgments", "doc-afterword", "doc-appendix", "doc-bibliography", "doc-chapter",
    "doc-colophon", "doc-conclusion", "doc-credit", "doc-credits", "doc-dedication",
    "doc-endnotes", "doc-epigraph", "doc-epilogue", "doc-errata", "doc-example", "doc-footnote",
    "doc-foreword", "doc-glossary", "doc-introduction", "doc-notice", "doc-part", "doc-preface",
    "doc-prologue", "doc-pullquote", "doc-qna", "doc-subtitle", "doc-tip",
  ]

  /// Whether HTML takes an attribute with what it says (ARIA in HTML, 4; HTML 2.4).
  private static func isSound(_ name: String, _ value: String, on element: String) -> Bool {
    switch name {
    case "role": return ["div", "span"].contains(element) && roles.contains(value)
    case "cite": return value.hasPrefix("https://") || value.hasPrefix("http://")
    case "dir": return ["ltr", "rtl", "auto"].contains(value.lowercased())
    case "translate": return ["yes", "no"].contains(value.lowercased())
    case "colspan", "rowspan", "span":
      return Int(value).map { (1...mostCells).contains($0) } ?? false
    case "start" where element == "ol", "value" where element == "li": return Int(value) != nil
    case "type" where element == "ol": return ["1", "a", "A", "i", "I"].contains(value)
    case "scope": return ["row", "col", "rowgroup", "colgroup"].contains(value.lowercased())
    case "lang", "xml:lang": return !value.isEmpty
    case "datetime":
      return isDate(value)
    default: return true
    }
  }

  /// Cells that one may span (HTML 4.9.11).
  private static let mostCells = 1000

  /// Whether a value is a year, a month, a day, or a day with its time (HTML 2.3.5).
  private static func isDate(_ value: String) -> Bool {
    let halves = value.split(whereSeparator: { $0 == "T" || $0 == " " })
    guard let day = halves.first, halves.count <= 2 else { return false }
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) }), parts[0] != "0000"
    else { return false }
    let numbers = parts.compactMap { Int($0) }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return false }
    if numbers.count > 2 {
      let longest = daysInMonth(numbers[1], year: numbers[0])
      if !(1...longest).contains(numbers[2]) { return false }
    }
    guard halves.count == 2 else { return true }
    let time = halves[1].split(separator: ":", omittingEmptySubsequences: false)
    let (hour, minute) = (Int(time[0]), time.count == 2 ? Int(time[1]) : nil)
    return parts.count == 3 && time.count == 2 && time.allSatisfy { $0.utf8.count == 2 }
      && hour.map { (0...23).contains($0) } == true && minute.map { (0...59).contains($0) } == true
  }

  static func treatment(
    ofAttribute name: String, saying value: String, on element: String
  ) -> AttributeTreatment {
    if name.hasPrefix("on") { return .handler }
    if !isSound(name, value, on: element) { return .unsound }
    if everywhere.contains(name) || own[element]?.contains(name) == true { return .kept }
    if name.hasPrefix("aria-"), isSound(name) { return .kept }
    if name.hasPrefix("data-") { return isSound(name) && name.utf8.count > 5 ? .kept : .dropped }
    if looks.contains(name) || name.hasPrefix("xmlns") { return .dropped }
    return .unknown
  }

  private static func isSound(_ name: String) -> Bool {
    name.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 == 0x2D || $0 == 0x5F }
  }
}
