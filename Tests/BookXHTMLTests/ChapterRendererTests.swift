import BookDiagnostics
import BookModel
import BookOutline
import BookTestSupport
import Testing

@testable import BookXHTML

@Suite("Chapters as XHTML")
struct ChapterRendererTests {
  /// The document of a book's only chapter.
  static func rendered(
    header: ChapterHeader = ChapterHeader(), mentions: [(Int, Range<Int>)] = [],
    _ build: (inout ChapterBuilder) -> Void
  ) -> String {
    var builder = ChapterBuilder(header: header)
    build(&builder)
    var sources = SourceFiles()
    _ = sources.add(path: "chapters/01.md", bytes: builder.sourceBytes)
    let book = Book(
      metadata: BookMetadata(title: "T", language: "en"), chapters: [builder.chapter],
      sources: sources)
    var people = PeopleAnnotation()
    people.mentions = mentions.map { prose, range in
      let start = builder.chapter.prose[prose].text.lowerBound
      return Mention(
        chapter: 0, prose: prose, range: start + range.lowerBound..<start + range.upperBound,
        person: 0, zone: .body)
    }
    let publication = Publication(
      outline(of: AnnotatedBook(book: book, people: people, time: TimeAnnotation())))
    let bytes = publication.render(publication.outline.chapters[0].document).bytes
    return String(decoding: bytes, as: UTF8.self)
  }

  static let tail = String(repeating: " and so it went on", count: 10)

  static func lead(_ words: String, mentions: [Range<Int>] = []) -> String? {
    let text = rendered(mentions: mentions.map { (0, $0) }) { builder in
      builder.add(builder.paragraph(.words(words + tail)))
    }
    guard let start = text.firstRange(of: "<span class=\"lead\">"),
      let end = text[start.upperBound...].firstRange(of: "</span>")
    else { return nil }
    return String(text[start.upperBound..<end.lowerBound])
  }

  @Test("the lead-in is the first phrase and never part of a name")
  func leadIn() {
    #expect(Self.lead("When the tide turned we left") == "When the tide turned")
    #expect(Self.lead("In 1953, we left the pans") == "In 1953")
    // "Captain Noah Grant" begins at 8: a cut after four words would split it.
    #expect(
      Self.lead("Then my Captain Noah Grant left", mentions: [8..<26])
        == "Then my Captain Noah Grant")
    #expect(
      Self.lead(
        "Then my Captain Noah Grant of the Second Regiment of Foot left",
        mentions: [8..<57]) == "Then my")
  }

  @Test("headings never skip a level, however they were written")
  func ranks() {
    let text = Self.rendered { b in
      b.add(
        b.heading(2, "Title", id: "t"), b.heading(5, "A", id: "a"), b.heading(6, "B", id: "b"),
        b.heading(3, "C", id: "c"))
    }
    #expect(text.contains("<h1 id=\"t\">") && text.contains("<h2 id=\"a\">"))
    #expect(text.contains("<h3 id=\"b\">") && text.contains("<h2 id=\"c\">"))
  }

  @Test("a chapter's ids do not collide with those of notes")
  func noteIDs() {
    let text = Self.rendered { b in
      b.add(b.heading(1, "Note 1", id: "note-1"))
      b.add(b.paragraph("x", .point(.noteReference(0)), .point(.noteReference(0))))
      b.note("y")
    }
    #expect(text.contains("<h1 id=\"note-1\">"))
    #expect(text.contains("<aside class=\"footnote\" id=\"note-1x\""))
    #expect(text.components(of: "href=\"#note-1x\"") == 2)
    #expect(text.components(of: "id=\"noteref-1\"") == 1)
  }

  @Test("marks that cross a line of verse are cut at its ends")
  func verse() {
    let text = Self.rendered { b in
      let stanza = b.paragraph("a ", .mark(.emphasis, ["b\nc"]), " d")
      b.add(b.block(.division(Division(kind: .verse, label: nil, blocks: [stanza]))))
    }
    #expect(
      text.contains(
        "<span class=\"line\">a <em>b</em></span>\n<span class=\"line\"><em>c</em> d</span>"))
  }

  @Test("a note at the end of a line of verse stands in that line, once")
  func verseNote() {
    let text = Self.rendered { b in
      let stanza = b.paragraph("a", .point(.noteReference(0)), "\nb", .point(.noteReference(1)))
      b.add(b.block(.division(Division(kind: .verse, label: nil, blocks: [stanza]))))
      b.note("x")
      b.note("y")
    }
    let lines = text.components(separatedBy: "<span class=\"line\">")
    #expect(lines.count == 3)
    #expect(lines.map { $0.components(of: "doc-noteref") }.suffix(2) == [1, 1])
  }

  @Test("a link that a book may not hold leaves its words")
  func links() {
    let text = Self.rendered { b in
      b.add(
        b.paragraph(
          .mark(.link(destination: "javascript:alert(1)", title: nil), ["one"]), " ",
          .mark(.link(destination: "https://example.org/ü x", title: nil), ["two"])))
    }
    #expect(!text.contains("javascript") && text.contains(">one "))
    #expect(text.contains("<a href=\"https://example.org/%C3%BC%20x\">two</a>"))
  }

  @Test("a date that HTML knows becomes a time element, any other stays words")
  func dates() {
    #expect(machineDate(EDTF("1953-05-02")) == "1953-05-02")
    for edtf in ["1953~", "195X", "1953-21", "1953-13", "1953/1955", "", "0000", "-0044", "1953-5"]
    {
      #expect(machineDate(EDTF(edtf)) == nil)
    }
  }

  @Test("blocks nested beyond the limit are a fault and not a crash")
  func nesting() {
    var builder = ChapterBuilder()
    var block = builder.paragraph("deep")
    for _ in 0..<400 { block = builder.block(.quotation([block])) }
    builder.add(block)
    var sources = SourceFiles()
    _ = sources.add(path: "chapters/01.md", bytes: builder.sourceBytes)
    let book = Book(
      metadata: BookMetadata(title: "T", language: "en"), chapters: [builder.chapter],
      sources: sources)
    let publication = Publication(
      outline(
        of: AnnotatedBook(book: book, people: PeopleAnnotation(), time: TimeAnnotation())))
    let rendered = publication.render(publication.outline.chapters[0].document)
    #expect(rendered.diagnostics.map(\.code) == [.nestingTooDeep])
  }
}

extension String {
  func components(of part: String) -> Int { ranges(of: part).count }
}
