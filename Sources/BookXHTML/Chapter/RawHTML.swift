/// What raw HTML in a manuscript may become: the elements and attributes a book has a use for.
enum RawHTML {
  static func element(_ name: String) -> ElementName? { elements[name] }

  /// The attributes to write for one that was found, none when it has no meaning in a book.
  static func attribute(_ name: String, value: String, on element: String) -> [Attribute] {
    if name == "lang" || name == "xml:lang" {
      return [Attribute("lang", text: value), Attribute("xml:lang", text: value)]
    }
    let known = globalAttributes[name] ?? ownAttributes[element]?[name]
    return known.map { [Attribute($0, text: value)] } ?? []
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
    "span": .span, "br": .br, "wbr": .wbr, "ins": .ins, "del": .del, "data": .data,
    "table": .table,
    "caption": .caption, "colgroup": .colgroup, "col": .col, "thead": .thead, "tbody": .tbody,
    "tfoot": .tfoot, "tr": .tr, "td": .td, "th": .th,
  ]

  private static let globalAttributes: [String: StaticString] = [
    "id": "id", "class": "class", "title": "title", "dir": "dir", "role": "role",
    "epub:type": "epub:type", "style": "style", "translate": "translate",
    "aria-label": "aria-label",
    "aria-labelledby": "aria-labelledby", "aria-describedby": "aria-describedby",
    "aria-hidden": "aria-hidden", "aria-level": "aria-level", "aria-details": "aria-details",
    "aria-roledescription": "aria-roledescription",
  ]

  private static let ownAttributes: [String: [String: StaticString]] = [
    "ol": ["start": "start", "reversed": "reversed", "type": "type"],
    "li": ["value": "value"],
    "blockquote": ["cite": "cite"], "q": ["cite": "cite"],
    "ins": ["cite": "cite", "datetime": "datetime"],
    "del": ["cite": "cite", "datetime": "datetime"],
    "time": ["datetime": "datetime"],
    "td": ["colspan": "colspan", "rowspan": "rowspan", "headers": "headers"],
    "th": [
      "colspan": "colspan", "rowspan": "rowspan", "headers": "headers", "scope": "scope",
      "abbr": "abbr",
    ],
    "data": ["value": "value"],
    "col": ["span": "span"], "colgroup": ["span": "span"],
    "details": ["open": "open"],
  ]
}
