/// What raw HTML in a manuscript may become: the elements and attributes a book has a use for.
enum RawHTML {
  /// What is done with an element of a given name.
  enum Verdict {
    case allowed(ElementName)
    /// Its words are kept, the element is left out.
    case dropped
    /// It may not stand in a book at all.
    case forbidden
  }

  static func verdict(_ name: String) -> Verdict {
    if let element = elements[name] { return .allowed(element) }
    return forbidden.contains(name) ? .forbidden : .dropped
  }

  /// The attribute to write for one that was found, nil when it has no meaning in a book.
  static func attribute(_ name: String, value: String, on element: String) -> [Attribute]? {
    if name == "lang" || name == "xml:lang" {
      return [Attribute("lang", text: value), Attribute("xml:lang", text: value)]
    }
    if let known = globalAttributes[name] { return [Attribute(known, text: value)] }
    if let known = ownAttributes[element]?[name] { return [Attribute(known, text: value)] }
    return nil
  }

  private static let elements: [String: ElementName] = [
    "article": .article, "section": .section, "aside": .aside, "header": .header,
    "footer": .footer, "address": .address, "h1": .h1, "h2": .h2, "h3": .h3, "h4": .h4, "h5": .h5,
    "h6": .h6, "p": .p, "hr": .hr, "pre": .pre, "blockquote": .blockquote, "ol": .ol, "ul": .ul,
    "li": .li, "dl": .dl, "dt": .dt, "dd": .dd, "figure": .figure, "figcaption": .figcaption,
    "div": .div, "details": .details, "summary": .summary, "a": .a, "em": .em, "strong": .strong,
    "small": .small, "s": .s, "cite": .cite, "q": .q, "dfn": .dfn, "abbr": .abbr, "ruby": .ruby,
    "rt": .rt, "rp": .rp, "time": .time, "code": .code, "var": .var, "samp": .samp, "kbd": .kbd,
    "sub": .sub, "sup": .sup, "i": .i, "b": .b, "u": .u, "mark": .mark, "bdi": .bdi, "bdo": .bdo,
    "span": .span, "br": .br, "wbr": .wbr, "ins": .ins, "del": .del, "img": .img, "table": .table,
    "caption": .caption, "colgroup": .colgroup, "col": .col, "thead": .thead, "tbody": .tbody,
    "tfoot": .tfoot, "tr": .tr, "td": .td, "th": .th,
  ]

  private static let forbidden: Set<String> = [
    "script", "iframe", "object", "embed", "applet", "frame", "frameset", "form", "input",
    "button", "select", "textarea", "style", "link", "meta", "base", "html", "head", "body",
    "title", "audio", "video", "source", "track", "canvas", "svg", "math", "template", "slot",
    "noscript", "portal", "marquee", "plaintext", "xmp", "listing", "area", "map", "param",
  ]

  private static let globalAttributes: [String: StaticString] = [
    "id": "id", "class": "class", "title": "title", "dir": "dir", "role": "role",
    "epub:type": "epub:type", "translate": "translate", "aria-label": "aria-label",
    "aria-labelledby": "aria-labelledby", "aria-describedby": "aria-describedby",
    "aria-hidden": "aria-hidden",
  ]

  private static let ownAttributes: [String: [String: StaticString]] = [
    "ol": ["start": "start", "reversed": "reversed", "type": "type"],
    "li": ["value": "value"],
    "blockquote": ["cite": "cite"], "q": ["cite": "cite"],
    "ins": ["cite": "cite", "datetime": "datetime"],
    "del": ["cite": "cite", "datetime": "datetime"],
    "time": ["datetime": "datetime"],
    "img": ["alt": "alt", "width": "width", "height": "height"],
    "td": ["colspan": "colspan", "rowspan": "rowspan", "headers": "headers"],
    "th": ["colspan": "colspan", "rowspan": "rowspan", "headers": "headers", "scope": "scope"],
    "col": ["span": "span"], "colgroup": ["span": "span"],
    "details": ["open": "open"],
  ]
}
