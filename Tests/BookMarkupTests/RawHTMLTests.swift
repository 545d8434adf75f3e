import BookDiagnostics
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
}
