import BookXML

extension ContentModel {
  /// Content documents: the part of XHTML that bookc writes and lets through.
  static func content() -> ContentModel {
    ContentModel(
      namespace: "http://www.w3.org/1999/xhtml",
      elements: documentElements + flowElements + listElements + phrasingElements + tableElements)
  }

  /// What may stand on any element.
  private static let common = [
    "id", "class", "lang", "xml:lang", "dir", "title", "style", "role", "translate", "tabindex",
    "hidden", "epub:type", "aria-label", "aria-labelledby", "aria-describedby", "aria-details",
    "aria-hidden", "aria-level", "aria-roledescription",
  ]

  private static let phrasing = [
    "a", "em", "strong", "small", "s", "cite", "q", "dfn", "abbr", "ruby", "time", "data", "code",
    "var", "samp", "kbd", "sub", "sup", "i", "b", "u", "mark", "bdi", "bdo", "span", "br", "wbr",
    "ins", "del", "img",
  ]
  private static let flow =
    phrasing + [
      "p", "hr", "pre", "blockquote", "ol", "ul", "dl", "figure", "div", "details", "table", "h1",
      "h2", "h3", "h4", "h5", "h6", "article", "section", "aside", "header", "footer", "address",
    ]

  private static func element(
    _ name: String, _ content: Run..., attributes: [String] = [], required: [String] = []
  ) -> Element {
    Element(name, content, attributes: common + attributes, required: required)
  }

  private static let documentElements = [
    element("html", .one("head"), .one("body")),
    Element("head", [.one("title"), .some("link")]),
    Element("title", [.mixed([])]),
    Element("link", [], required: ["rel", "type", "href"]),
    element("body", .one("main")),
    Element("main", [.some("section")]),
  ]

  private static let flowElements =
    ["section", "article", "aside", "header", "footer", "address", "div", "figcaption"]
    .map { element($0, .mixed(flow)) }
    + ["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary"]
    .map { element($0, .mixed(phrasing)) } + [
      element("hr"),
      element("blockquote", .mixed(flow), attributes: ["cite"]),
      element("figure", .maybe("figcaption"), .mixed(flow), .maybe("figcaption")),
      element("details", .one("summary"), .mixed(flow), attributes: ["open"]),
    ]

  private static let listElements = [
    element("ol", .any("li"), attributes: ["start", "reversed", "type"]),
    element("ul", .any("li")),
    element("li", .mixed(flow), attributes: ["value"]),
    element("dl", .any("dt", "dd")),
    element("dt", .mixed(phrasing)),
    element("dd", .mixed(flow)),
  ]

  private static let phrasingElements =
    [
      "em", "strong", "small", "s", "cite", "dfn", "abbr", "code", "var", "samp", "kbd", "sub",
      "sup", "i", "b", "u", "mark", "bdi", "bdo", "span", "rt",
    ].map { element($0, .mixed(phrasing)) } + [
      element("a", .mixed(phrasing), attributes: ["href"]),
      element("q", .mixed(phrasing), attributes: ["cite"]),
      element("data", .mixed(phrasing), attributes: ["value"]),
      element("time", .mixed(phrasing), attributes: ["datetime"]),
      element("ins", .mixed(phrasing), attributes: ["cite", "datetime"]),
      element("del", .mixed(phrasing), attributes: ["cite", "datetime"]),
      element("ruby", .mixed(["rt", "rp"])),
      element("rp", .mixed([])),
      element("br"),
      element("wbr"),
      element("img", attributes: ["width", "height"], required: ["src", "alt"]),
    ]

  private static let tableElements = [
    element(
      "table", .maybe("caption"), .any("colgroup"), .maybe("thead"), .someOfOne("tbody", "tr"),
      .maybe("tfoot")),
    element("caption", .mixed(flow)),
    element("colgroup", .any("col"), attributes: ["span"]),
    element("col", attributes: ["span"]),
    element("thead", .any("tr")),
    element("tbody", .any("tr")),
    element("tfoot", .any("tr")),
    element("tr", .any("th", "td")),
    element("td", .mixed(flow), attributes: ["colspan", "rowspan", "headers"]),
    element(
      "th", .mixed(flow), attributes: ["colspan", "rowspan", "headers", "scope", "abbr"]),
  ]
}
