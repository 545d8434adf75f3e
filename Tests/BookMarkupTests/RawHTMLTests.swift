import BookDiagnostics
import BookMarkup
import BookModel
import Testing

@Suite("Raw HTML")
struct RawHTMLTests {
  @Test(
    "what is unsound is named at its place",
    arguments: [
      ("<div>\n\nx\n", ["B0220 3:1"]),
      ("x <b>y", ["B0220 3:3"]),
      ("x <b><i>y</b></i>", ["B0221 3:10", "B0221 3:14"]),
      ("x</i> y", ["B0221 3:2"]),
      ("<p><div>x</div></p>", ["B0222 3:4"]),
      ("x <div>y</div> z", ["B0222 3:3", "B0222 3:9"]),
      ("<script>alert(1)</script>", ["B0223 3:1"]),
      ("<iframe src=\"https://a.b/\"></iframe>", ["B0223 3:1"]),
      ("<p onclick=\"x()\">y</p>", ["B0224 3:4"]),
      ("<p style=\"background:url(x)\">y</p>", ["B0225 3:4"]),
      ("<?php x ?>", ["B0226 3:1"]),
      ("<!DOCTYPE x [<!ENTITY e \"y\">]>", ["B0226 3:1"]),
      ("<p class=MsoNormal>Dear<o:p></o:p></p>", ["B0227 3:4"]),
      ("x <foo> y", ["B0228 3:3"]),
      ("<p clas=\"x\">y</p>", ["B0229 3:4"]),
      ("<p id=\"a\">x</p>\n<p id=\"a\">y</p>", ["B0231 4:4"]),
      ("<p id=\"1 a\">x</p>", ["B0232 3:4"]),
    ])
  func faults(text: String, expected: [String]) {
    #expect(Reading("# T\n\n" + text).faults == expected)
  }

  @Test(
    "what browsers take is taken",
    arguments: [
      ("<P ALIGN=center>x</P>", "x"), ("<p>a<br>b<hr>c</p>", "c"), ("a<br/>b", "a\nb"),
      ("<p>caf&eacute;&nbsp;&mdash; shut</p>", "café\u{A0}— shut"),
      ("<ul><li>a<li>b</ul>", "b"), ("<!-- a -- b -->", "T"),
      ("<table><tr><td>a<td>b</table>", "b"), ("<div>\n\nDear *Mother*\n\n</div>", "Dear Mother"),
      ("<div>\n\nI am well.</div>", "I am well."), ("<p>\"So,\" he said</p>", "“So,” he said"),
      ("<font color=red>x</font>", "x"), ("<center>\n\nx\n\n</center>", "x"),
      ("H<sub>2</sub>O", "H2O"), ("<em>so</em>", "so"),
    ])
  func tolerated(text: String, lastLeaf: String) {
    let reading = Reading("# T\n\n" + text)
    if !text.contains("<hr>c</p>") { #expect(reading.faults == [], "\(text)") }
    #expect(reading.leaves.last == lastLeaf, "\(text)")
  }

  @Test(
    "a picture's width is read wherever HTML says it",
    arguments: [
      ("width=\"30%\"", PictureWidth.share(0.3), 0), ("width=200", .points(150), 0),
      ("style=\"width: 10%\" width=200", .share(0.1), 0),
      ("style=\"border: 0; max-width:2in\"", .points(144), 0), ("width=auto", nil, 0),
      ("width=wide", nil, 1), ("", nil, 0),
    ] as [(String, PictureWidth?, Int)])
  func widths(attributes: String, width: PictureWidth?, faults: Int) throws {
    let reading = Reading("# T\n\n<img src=a.png alt=A \(attributes)>\n")
    #expect(reading.chapter.imagesShown.map(\.width) == [width])
    #expect(reading.faults.count == faults)
  }

  @Test(
    "a picture's title that stands nowhere is told, and the blank before it kept",
    arguments: [
      ("Words ![a](a.png \"Title\") more.", ["B0244 3:7"]), ("Words ![a](a.png)", []),
      ("![a](a.png \"Title\")", []), ("Words <img src=a.png alt=a title=b>", ["B0244 3:7"]),
      ("Words <img src=a.png alt=a title=a>", []),
    ])
  func titles(text: String, faults: [String]) {
    let reading = Reading("# T\n\n" + text)
    #expect(reading.faults == faults)
    if text.hasPrefix("Words") { #expect(reading.leaves.last?.hasPrefix("Words ") == true) }
  }

  @Test("what has a place in our own tree is put there")
  func ownTree() {
    let reading = Reading(
      "# T\n\n<h2>Two</h2>\n\n<p>x</p>\n\n<blockquote><p>q</p></blockquote>\n\n"
        + "<figure><img src=\"a.png\" alt=\"A\"><figcaption>Cap</figcaption></figure>\n\n<hr>\n\n"
        + "<em>a</em> <a href=\"02.md\">b</a> <img src=c.png alt=C>\n")
    #expect(reading.faults == [])
    let kinds = reading.chapter.blocks.map { block in
      switch block.kind {
      case .heading(let level, _, _): "h\(level)"
      case .paragraph: "p"
      case .quotation: "quote"
      case .figure(let figure): "figure \(figure.image.path) \(figure.caption != nil)"
      case .sceneBreak: "break"
      default: "other"
      }
    }
    #expect(kinds == ["h1", "h2", "p", "quote", "figure a.png true", "break", "p"])
    #expect(reading.chapter.sections.map(\.id) == ["t", "two"])
    #expect(reading.chapter.prose.last?.followsBreak == true)
    let marks = reading.chapter.marks.map(\.kind)
    #expect(marks.contains(.emphasis))
    #expect(marks.contains(.link(destination: "02.md", title: nil)))
  }

  @Test("no fault lies outside a file that ends within HTML, without a line end")
  func endOfFile() {
    for text in ["<div>x</div>\n<!-- bookc:allow B0801", "<div><!-- a", "<p>a", "<div class=\"x"] {
      let bytes = Array("# T\n\n\(text)".utf8)
      let parsed = parseChapter(
        bytes, source: SourceID(0), header: ChapterHeader(), language: "en")
      for diagnostic in parsed.diagnostics {
        #expect(diagnostic.span.map { Int($0.end) <= bytes.count } ?? true, "\(text)")
      }
    }
  }

  /// The elements of a text, each with its attributes, in order; blocks before words.
  private func elements(_ html: String) -> [String] {
    let reading = Reading("# T\n\n\(html)\n")
    func shown(_ element: HTMLElement) -> String {
      ([element.name] + element.attributes.map { "\($0.name)=\($0.value)" }).joined(separator: " ")
    }
    func within(_ block: Block) -> [String] {
      guard case .element(let element, let inner) = block.kind else { return [] }
      return [shown(element)] + inner.flatMap(within)
    }
    let marks = reading.chapter.marks.compactMap { mark -> String? in
      if case .element(let element) = mark.kind { shown(element) } else { nil }
    }
    return reading.chapter.blocks.flatMap(within) + marks
  }

  @Test(
    "what HTML would not take where it stands is another element, or says less",
    arguments: [
      ("<dl><dt>a</dt><dd>b</dd></dl>", ["dl", "dt", "dd"]),
      ("<dl><dd>b</dd></dl>", ["div", "div"]), ("<dl><dt>a</dt></dl>", ["div", "div"]),
      ("<dl><div><dt>a</dt><dd>b</dd></div></dl>", ["dl", "div", "dt", "dd"]),
      (
        "<figure><img src=a.png alt=A><figcaption>c</figcaption><p>w</p></figure>",
        ["figure", "figcaption"]
      ),
      ("<address>Mill Lane</address>", ["address"]),
      ("<address><h2>Mill Lane</h2></address>", ["div"]),
      ("<footer><header>a</header></footer>", ["div", "header"]),
      ("<blockquote><p>a</p><footer>b</footer></blockquote>", []),
      ("<address><footer>a</footer></address>", ["div", "footer"]),
      ("<section><footer>a</footer></section>", ["section", "footer"]),
      ("A <data>b</data> <time>c</time> <bdo>d</bdo>.", ["span", "span", "span"]),
      ("A <time datetime=\"1941-03-14\">b</time>.", ["time datetime=1941-03-14"]),
      ("A <time datetime=\"1941-02-30\">b</time>.", ["span"]),
      ("A <q cite=\"x\">b</q>.", ["q"]), ("<p role=\"note\">a</p>", []),
      ("<div role=\"note\">a</div>", ["div role=note"]), ("<div role=\"x\">a</div>", ["div"]),
      ("<ol type=\"x\" start=\"3\"><li>a</li></ol>", ["ol start=3", "li"]),
      ("A <ruby>b<rt>c</rt></ruby>.", ["ruby", "rt"]), ("A <ruby>b</ruby>.", ["span"]),
      ("A <ruby><rt>c</rt></ruby>.", ["span", "span"]),
    ])
  func soundElements(html: String, expected: [String]) {
    #expect(elements(html) == expected)
  }

  @Test("space between blocks is no paragraph")
  func blankLines() {
    let reading = Reading(
      "# T\n\n<figure>\n<img src=a.png alt=A>\n<figcaption>Cap</figcaption>\n<br><br>\n</figure>\n")
    guard case .figure(let figure)? = reading.chapter.blocks.last?.kind else {
      Issue.record("no figure")
      return
    }
    #expect(figure.caption != nil)
  }
}
