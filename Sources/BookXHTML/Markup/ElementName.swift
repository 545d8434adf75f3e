/// The name of an element that bookc may write; there is no way to make one from a string.
package struct ElementName: Sendable {
  let name: StaticString
  /// True for elements that never have content: written `<br/>`, legal in XML and in HTML.
  let isVoid: Bool

  package init(_ name: StaticString, isVoid: Bool = false) {
    self.name = name
    self.isVoid = isVoid
  }
}

// The elements of XHTML that a book needs, HTML 5.2 sections 4.1 to 4.9.
extension ElementName {
  package static let html = ElementName("html")
  package static let head = ElementName("head")
  package static let title = ElementName("title")
  package static let meta = ElementName("meta", isVoid: true)
  package static let link = ElementName("link", isVoid: true)
  package static let body = ElementName("body")
  package static let article = ElementName("article")
  package static let section = ElementName("section")
  package static let nav = ElementName("nav")
  package static let aside = ElementName("aside")
  package static let header = ElementName("header")
  package static let footer = ElementName("footer")
  package static let main = ElementName("main")
  package static let address = ElementName("address")
  package static let hgroup = ElementName("hgroup")
  package static let h1 = ElementName("h1")
  package static let h2 = ElementName("h2")
  package static let h3 = ElementName("h3")
  package static let h4 = ElementName("h4")
  package static let h5 = ElementName("h5")
  package static let h6 = ElementName("h6")
  package static let p = ElementName("p")
  package static let hr = ElementName("hr", isVoid: true)
  package static let pre = ElementName("pre")
  package static let blockquote = ElementName("blockquote")
  package static let ol = ElementName("ol")
  package static let ul = ElementName("ul")
  package static let li = ElementName("li")
  package static let dl = ElementName("dl")
  package static let dt = ElementName("dt")
  package static let dd = ElementName("dd")
  package static let figure = ElementName("figure")
  package static let figcaption = ElementName("figcaption")
  package static let div = ElementName("div")
  package static let script = ElementName("script")
  package static let details = ElementName("details")
  package static let summary = ElementName("summary")
  package static let a = ElementName("a")
  package static let em = ElementName("em")
  package static let strong = ElementName("strong")
  package static let small = ElementName("small")
  package static let s = ElementName("s")
  package static let cite = ElementName("cite")
  package static let q = ElementName("q")
  package static let dfn = ElementName("dfn")
  package static let abbr = ElementName("abbr")
  package static let ruby = ElementName("ruby")
  package static let rt = ElementName("rt")
  package static let rp = ElementName("rp")
  package static let time = ElementName("time")
  package static let data = ElementName("data")
  package static let code = ElementName("code")
  package static let `var` = ElementName("var")
  package static let samp = ElementName("samp")
  package static let kbd = ElementName("kbd")
  package static let sub = ElementName("sub")
  package static let sup = ElementName("sup")
  package static let i = ElementName("i")
  package static let b = ElementName("b")
  package static let u = ElementName("u")
  package static let mark = ElementName("mark")
  package static let bdi = ElementName("bdi")
  package static let bdo = ElementName("bdo")
  package static let span = ElementName("span")
  package static let br = ElementName("br", isVoid: true)
  package static let wbr = ElementName("wbr", isVoid: true)
  package static let ins = ElementName("ins")
  package static let del = ElementName("del")
  package static let img = ElementName("img", isVoid: true)
  package static let table = ElementName("table")
  package static let caption = ElementName("caption")
  package static let colgroup = ElementName("colgroup")
  package static let col = ElementName("col", isVoid: true)
  package static let thead = ElementName("thead")
  package static let tbody = ElementName("tbody")
  package static let tfoot = ElementName("tfoot")
  package static let tr = ElementName("tr")
  package static let td = ElementName("td")
  package static let th = ElementName("th")

  /// The element for a heading of rank 1 to 6.
  package static func heading(_ rank: Int) -> ElementName {
    switch rank {
    case ...1: .h1
    case 2: .h2
    case 3: .h3
    case 4: .h4
    case 5: .h5
    default: .h6
    }
  }
}
