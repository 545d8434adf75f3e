import BookDiagnostics
import BookXHTML
import BookXML
import Testing

@testable import BookEPUB

@Suite("What may stand in a content document")
struct ContentModelTests {
  static let names =
    "a em q ruby rt rp br ins del img p hr pre blockquote ol ul li dl dt dd figure figcaption div "
    + "details summary table caption colgroup col thead tbody tfoot tr td th h1 section aside main "
    + "body head title link html svg blink"
  static let words = names.split(separator: " ").map(String.init)
  static let attributes = [
    "id", "class", "xml:lang", "epub:type", "href", "src", "alt", "cite", "value", "open",
    "colspan",
    "scope", "onclick", "xlink:href",
  ]
  /// What is likely to be right, so that many documents are, and the faults of others are few.
  static let likely = [
    "ul": ["li"], "ol": ["li"], "dl": ["dt", "dd"], "details": ["summary"], "tr": ["td", "th"],
    "table": ["tr"], "thead": ["tr"], "tbody": ["tr"],
    "ruby": ["rt", "rp"], "figure": ["img", "figcaption"], "colgroup": ["col"], "hr": [], "br": [],
    "img": [], "col": [], "rp": [], "li": ["p", "em"], "p": ["em", "a", "img"],
    "em": ["em", "img", "br"], "a": ["em"], "td": ["p"],
    "th": ["em"], "dt": ["em"], "dd": ["p"], "summary": ["em"], "caption": ["em"], "rt": ["em"],
  ]

  struct Writer {
    var random: SplitMix
    var text = ""

    mutating func element(_ name: String, depth: Int) {
      text += "<\(name)"
      if name == "img", random.next(10) > 0 { text += " src=\"x\" alt=\"\"" }
      if random.next(60) == 0 { text += " \(Self.pick(attributes, &random))=\"x\"" }
      text += ">"
      if random.next(6) == 0 { text += random.next(10) == 0 ? "word" : " \n" }
      if depth < 5 {
        if name == "details", random.next(20) > 0 { element("summary", depth: depth + 1) }
        if name == "table" {
          if random.next(4) == 0 { element("caption", depth: depth + 1) }
          element(random.next(4) == 0 ? "tbody" : "tr", depth: depth + 1)
        }
        for _ in 0..<random.next(4) {
          let usual = likely[name] ?? ["p", "div", "ul", "table", "em"]
          if random.next(60) == 0 || usual.isEmpty {
            if random.next(12) == 0 { element(Self.pick(words, &random), depth: depth + 1) }
          } else {
            element(Self.pick(usual, &random), depth: depth + 1)
          }
        }
      }
      text += "</\(name)>"
    }

    static func pick(_ from: [String], _ random: inout SplitMix) -> String {
      from[random.next(from.count)]
    }
  }

  struct SplitMix {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(bound))
    }
  }

  static func document(_ body: String) -> [UInt8] {
    Array(
      """
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
      xmlns:xlink="http://www.w3.org/1999/xlink"><head><title>T</title>
      <link rel="stylesheet" type="text/css" href="book.css"/></head>
      <body><main><section>\(body)</section></main></body></html>
      """.utf8)
  }

  @Test("the model and the grammar, two judges, agree on 2,000 random documents")
  func twoJudges() {
    let model = ContentModel.content()
    let documents = (0..<2_000).map { seed in
      var writer = Writer(random: SplitMix(state: UInt64(seed)))
      for _ in 0..<2 { writer.element("div", depth: 0) }
      return Self.document(writer.text)
    }
    let judged = XMLGrammar.content().validate(documents, harvest: ["id", "href", "src"])
    var valid = 0
    for (bytes, grammar) in zip(documents, judged) {
      let model = model.validate(bytes, harvest: ["id", "href", "src"])
      #expect(
        model.faults.isEmpty == grammar.faults.isEmpty,
        "\(model.faults): \(String(decoding: bytes, as: UTF8.self))")
      guard model.faults.isEmpty else { continue }
      #expect(model.attributes == grammar.attributes)
      valid += 1
    }
    #expect((400...1_600).contains(valid), "both verdicts must be common, \(valid) were sound")
  }

  @Test(
    "a fault is told in words, at its line, and nothing else is",
    arguments: [
      ("<p>\n<div/></p>", "element '<div>' may not stand in '<p>'", 4),
      ("<ul>words</ul>", "text may not stand in '<ul>'", 3),
      ("<p>\n\n<img src=\"x\"/></p>", "element '<img>' lacks the attribute 'alt'", 5),
      ("<p onclick=\"x\"/>", "attribute 'onclick' may not stand on '<p>'", 3),
      ("<blink><p/></blink>", "element '<blink>' may not stand in '<section>'", 3),
      ("<details>x<summary/></details>", "text may not stand in '<details>'", 3),
      ("<table/>", "element '<table>' lacks '<tbody>' or '<tr>'", 3),
      ("<table><tr/><tbody/></table>", "element '<tbody>' may not stand in '<table>'", 3),
      ("<p xmlns=\"urn:x\"/>", "element '<p>' may not stand in '<section>'", 3),
    ])
  func words(body: String, message: String, line: Int) {
    let faults = ContentModel.content().validate(Self.document(body)).faults
    #expect(faults == [XMLFault(.invalid, message, line: line)])
  }

  @Test("another root is refused")
  func root() {
    let faults = ContentModel.content().validate(
      Array("<p xmlns=\"http://www.w3.org/1999/xhtml\"/>".utf8)
    ).faults
    #expect(faults.map(\.message) == ["element '<p>' may not stand at the root"])
  }

  @Test("a strict build has a second judge, and tells where the two disagree")
  func secondJudge() {
    let bytes = Self.document("<p>Words.</p>")
    let check = DocumentCheck(
      name: "one.xhtml", chapter: nil, rendered: RenderedDocument(bytes: bytes))
    let model = ContentModel.content()
    #expect(check.run(model, and: XMLGrammar.content()).diagnostics.isEmpty)
    #expect(check.run(model).diagnostics.isEmpty)
    // A grammar of something else stands for one that is wrong.
    let told = check.run(model, and: XMLGrammar.container()).diagnostics
    #expect(told.map(\Diagnostic.code) == [DiagnosticCode.invalidContent])
    #expect(told.first?.message.hasPrefix("the two judges of pages disagree: ") == true)
  }
}
