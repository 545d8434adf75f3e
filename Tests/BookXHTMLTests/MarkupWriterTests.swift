import BookDiagnostics
import BookModel
import Testing

@testable import BookXHTML

@Suite("The writer of mark-up")
struct MarkupWriterTests {
  static func written(_ body: (inout MarkupWriter) -> Void, isXML: Bool = true) -> String {
    var out = MarkupWriter(isXML: isXML)
    body(&out)
    return String(decoding: out.finish().bytes, as: UTF8.self)
  }

  @Test("every sign of mark-up in words and values is escaped")
  func escaping() {
    let text = Self.written {
      $0.element(.p, [.title("a\"<&>\n\t")], text: "1 < 2 && 3 > 2 \r é 😀")
    }
    #expect(
      text
        == "<p title=\"a&quot;&lt;&amp;>&#10;&#9;\">1 &lt; 2 &amp;&amp; 3 &gt; 2 &#13; é 😀</p>\n")
  }

  @Test("what is opened is closed, whatever was forgotten")
  func balanced() {
    let text = Self.written { out in
      out.element(.section) { inner in
        inner.open(.p)
        inner.open(.em)
        inner.text("x")
      }
      out.open(.ul)
      out.open(.li)
    }
    #expect(text == "<section><p><em>x</em></p></section><ul><li></li></ul>\n")
  }

  @Test("an empty element is written so that XML and HTML read it alike")
  func emptyElements() {
    #expect(
      Self.written {
        $0.empty(.br)
        $0.empty(.span, [.id("a")])
      } == "<br/><span id=\"a\"></span>\n")
  }

  @Test("HTML gets no epub:type and no xml:lang")
  func html() {
    let text = Self.written(
      {
        $0.element(
          .p, [.semantics("footnote"), Attribute("xml:lang", "fr"), Attribute("lang", "fr")],
          text: "x")
      }, isXML: false)
    #expect(text == "<p lang=\"fr\">x</p>\n")
  }

  @Test("a line leads back to the block it came from, and within a paragraph to its own line")
  func origins() {
    let file = SourceID(0)
    var chapter = ParsedChapter(source: file, header: ChapterHeader())
    chapter.text = Array("one\ntwo".utf8)
    chapter.segments = [SourceSegment(text: 0, source: 100)]
    var out = MarkupWriter()
    out.prologue()
    out.open(.section)
    out.newline()
    out.comes(from: SourceSpan(file: file, start: 100, end: 107))
    out.open(.p)
    out.text(chapter.text, 0..<7)
    let (bytes, origins) = out.finish()
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines[2] == "<p>one")
    #expect(origins.span(ofLine: 2, in: chapter) == nil)
    #expect(origins.span(ofLine: 3, in: chapter)?.range == 100..<107)
    #expect(origins.span(ofLine: 4, in: chapter)?.range == 104..<107)
  }
}
