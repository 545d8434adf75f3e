import BookModel
import Testing

@testable import BookImport

@Suite("OpenDocument texts and e-books")
struct OpenDocumentTests {
  static func markdown(_ book: ImportedBook) -> String {
    book.files(source: "a").filter { $0.path.hasSuffix(".md") }
      .map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "§")
  }

  static let styles = """
    <style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
    <style:style style:name="T2" style:family="text" style:parent-style-name="T1"><style:text-properties \
    fo:font-style="normal" fo:font-weight="bold"/></style:style>
    <style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
    <style:style style:name="T4" style:family="text"><style:text-properties \
    style:text-position="super 58%"/></style:style>
    <style:style style:name="T5" style:family="text"><style:text-properties \
    style:text-line-through-style="solid"/></style:style>
    <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1"/>
    <text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/>\
    <text:list-level-style-number text:level="2"/></text:list-style>
    <text:list-style style:name="L2"><text:list-level-style-number text:level="1"/></text:list-style>
    """
  static let common = """
    <office:styles><style:style style:name="Heading_20_1" style:display-name="Heading 1" \
    style:family="paragraph" style:default-outline-level="1"/></office:styles>\
    <office:master-styles><style:master-page style:name="Standard"><style:header><text:p>The Mill</text:p>\
    </style:header></style:master-page></office:master-styles>
    """

  @Test(
    "each construct gives its words once",
    arguments: [
      (
        "<text:p>It was <text:span text:style-name=\"T1\">cold</text:span> and "
          + "<text:span text:style-name=\"T2\">dark</text:span>, the 1<text:span text:style-name=\"T4\">st</text:span>"
          + " <text:span text:style-name=\"T5\">gone</text:span>.</text:p>",
        "It was *cold* and **dark**, the 1<sup>st</sup> ~~gone~~."
      ),
      (
        "<text:p>By ten.<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
          + "<text:note-body><text:p>A <text:span text:style-name=\"T1\">note</text:span>.</text:p></text:note-body>"
          + "</text:note> So.</text:p>",
        "By ten.[^1] So.\n\n[^1]: A *note*."
      ),
      (
        "<text:list text:style-name=\"L1\"><text:list-item><text:p>apples</text:p><text:list>"
          + "<text:list-item><text:p>red</text:p></text:list-item></text:list></text:list-item>"
          + "<text:list-item><text:p>pears</text:p></text:list-item></text:list>",
        "- apples\n  1. red\n- pears"
      ),
      (
        "<text:list text:style-name=\"L2\"><text:list-item text:start-value=\"3\"><text:p>three</text:p>"
          + "</text:list-item><text:list-item><text:p>four</text:p></text:list-item></text:list>",
        "3. three\n4. four"
      ),
      (
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Name</text:p>"
          + "</table:table-cell><table:table-cell><text:p>Born</text:p></table:table-cell></table:table-row>"
          + "</table:table-header-rows><table:table-row><table:table-cell><text:p>Ann</text:p></table:table-cell>"
          + "<table:table-cell><text:p>1931</text:p></table:table-cell></table:table-row></table:table>",
        "| Name | Born |\n| --- | --- |\n| Ann | 1931 |"
      ),
      (
        "<text:p>a<text:s text:c=\"3\"/>b<text:tab/>c<text:line-break/>d <text:a "
          + "xlink:href=\"https://a.org/x\">there</text:a> <text:bookmark text:name=\"x\"/>on.</text:p>",
        "a b c\\\nd [there](<https://a.org/x>) on."
      ),
      (
        "<text:p><draw:frame><draw:image xlink:href=\"Pictures/dot.png\"/><svg:desc>A dot</svg:desc>"
          + "</draw:frame></text:p>",
        "![A dot](../images/a-91bfbed9.png)"
      ),
      (
        "<text:p>One.<draw:frame><draw:text-box><text:p>Aside.</text:p></draw:text-box></draw:frame> Two.</text:p>",
        "One. Two.\n\nAside."
      ),
      (
        "<text:section text:name=\"s\"><text:p>Within.</text:p></text:section>"
          + "<text:section text:name=\"h\" text:display=\"none\"><text:p>Hidden.</text:p></text:section>",
        "Within."
      ),
    ])
  func constructs(body: String, expected: String) throws {
    let bytes = try PackedFile.text(
      "<text:h text:outline-level=\"1\">One</text:h>" + body, automatic: Self.styles,
      styles: Self.common)
    let book = try readManuscript(bytes, named: "a.odt")
    #expect(Self.markdown(book) == "# One\n\n\(expected)\n")
  }

  @Test("what is not taken is said: headers, hidden words, remarks, fields, contents")
  func leftOut() throws {
    let body =
      "<text:table-of-content><text:index-body><text:p>One 3</text:p></text:index-body></text:table-of-content>"
      + "<text:p text:style-name=\"P1\">One</text:p><text:p>So<text:span text:style-name=\"T3\"> secret</text:span>"
      + "<office:annotation><dc:creator>Bo</dc:creator><text:p>Really?</text:p></office:annotation>"
      + " on<text:page-number>7</text:page-number>.</text:p>"
    let book = try readManuscript(
      try PackedFile.text(
        body, automatic: Self.styles, styles: Self.common,
        meta: "<dc:title>The Mill</dc:title><meta:initial-creator>Ann Berg</meta:initial-creator>"),
      named: "a.odt")
    #expect(Self.markdown(book).hasSuffix("# One\n\nSo on.\n"))
    #expect(
      Set(book.leftOut.map(\.kind)) == [.header, .contents, .hidden, .comment, .field])
    #expect(Set(book.leftOut.map(\.text)) == ["The Mill", "One 3", " secret", "Really?", "7"])
  }

  @Test(
    "tracked changes are accepted, rejected or kept",
    arguments: [
      (TrackedChanges.accept, "The new mill."), (.reject, "The old mill."),
      (.keep, "The <del>old</del>new mill."),
    ])
  func trackedChanges(changes: TrackedChanges, expected: String) throws {
    let body =
      "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion><text:p>old</text:p>"
      + "</text:deletion></text:changed-region><text:changed-region text:id=\"c2\"><text:insertion/>"
      + "</text:changed-region></text:tracked-changes><text:h text:outline-level=\"1\">One</text:h>"
      + "<text:p>The <text:change text:change-id=\"c1\"/><text:change-start text:change-id=\"c2\"/>new"
      + "<text:change-end text:change-id=\"c2\"/> mill.</text:p>"
    let book = try readManuscript(
      try PackedFile.text(body), named: "a.odt", changes: changes)
    #expect(Self.markdown(book) == "# One\n\n\(expected)\n")
  }

  @Test("an e-book gives its pages in order, notes over pages, lists and pictures")
  func book() throws {
    let bytes = try PackedFile.book([
      (
        "one.xhtml",
        "<h1>One</h1><p>It was <i>cold</i>.<a href=\"notes.xhtml#n1\" id=\"r1\"><sup>1</sup></a></p>"
          + "<ul><li>apples<ol start=\"2\"><li>red</li></ol></li><li>pears</li></ul>"
      ),
      (
        "two.xhtml",
        "<h1>Two</h1><p><img src=\"images/dot.png\" alt=\"A dot\"/></p><p>So.</p>"
      ),
    ])
    let book = try readManuscript(bytes, named: "a.epub")
    #expect(
      Self.markdown(book)
        == "# One\n\nIt was *cold*.<sup>1</sup>\n\n- apples\n\n  2. red\n\n- pears\n§# Two\n\n"
        + "![A dot](../images/a-91bfbed9.png)\n\nSo.\n")
  }
}
