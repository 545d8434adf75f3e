import Testing

@testable import BookImport

@Suite("What stands in a paragraph of Word")
struct WordConstructTests {
  @Test(
    "each construct gives its words once",
    arguments: [
      ("<w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>", "ab"),
      ("<w:smartTag><w:r><w:t>tag</w:t></w:r></w:smartTag>", "tag"),
      ("<w:customXml><w:r><w:t>tag</w:t></w:r></w:customXml>", "tag"),
      ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>in</w:t></w:r></w:sdtContent></w:sdt>", "in"),
      ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
      ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\\\nb"),
      ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a\u{2011}b"),
      ("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "ab"),
      ("<w:r><w:sym w:font=\"Symbol\" w:char=\"F061\"/></w:r>", "α"),
      ("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/></w:r>", "→"),
      (
        "<w:fldSimple w:instr=\"SEQ Figure\"><w:r><w:t>7</w:t></w:r></w:fldSimple><w:r><w:t> x</w:t></w:r>",
        "7 x"
      ),
      (
        "<w:r><w:t>a </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>"
          + " HYPERLINK \"https://a.org/x\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/>"
          + "</w:r><w:r><w:t>b</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
        "a [b](<https://a.org/x>)"
      ),
      ("<w:ins><w:r><w:t>new</w:t></w:r></w:ins>", "new"),
      ("<w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del>", "a"),
      (
        "<w:moveFrom><w:r><w:t>m</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>m</w:t></w:r></w:moveTo>",
        "m"
      ),
      ("<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r>", "a"),
      (
        "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">one </w:t></w:r>"
          + "<w:r><w:rPr><w:i/></w:rPr><w:t>two</w:t></w:r><w:r><w:t>.</w:t></w:r>", "*one two*."
      ),
      (
        "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\"> so </w:t></w:r><w:r><w:t>on</w:t></w:r>",
        "*so* on"
      ),
      ("<w:r><w:rPr><w:i w:val=\"0\"/></w:rPr><w:t>plain</w:t></w:r>", "plain"),
      (
        "<w:r><w:t>x</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>",
        "x<sup>2</sup>"
      ),
      (
        "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:r><w:t>new</w:t></w:r></mc:Choice>"
          + "<mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent>", "new"
      ),
      (
        "<mc:AlternateContent><mc:Choice Requires=\"zzz\"><w:r><w:t>new</w:t></w:r></mc:Choice>"
          + "<mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent>", "old"
      ),
      ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b"),
      (
        "<m:oMath><m:r><m:t>a</m:t></m:r><m:r><w:rPr><w:vanish/></w:rPr><m:t>b</m:t></m:r></m:oMath>",
        "a"
      ),
      (
        "<w:r><w:t>a</w:t><w:pict><v:shape style=\"visibility: hidden\"><v:textbox><w:txbxContent><w:p>"
          + "<w:r><w:t>b</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
        "a"
      ),
      (
        "<w:r><w:t>a</w:t><w:drawing><wp:anchor><wp:docPr id=\"1\" hidden=\"1\"/><wps:txbx>"
          + "<w:txbxContent><w:p><w:r><w:t>b</w:t></w:r></w:p></w:txbxContent></wps:txbx></wp:anchor>"
          + "</w:drawing></w:r>", "a"
      ),
      ("<w:r><w:rPr><w:webHidden/></w:rPr><w:t>seen on paper</w:t></w:r>", "seen on paper"),
      (
        "<w:ruby><w:rt><w:r><w:t>r</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>B</w:t></w:r></w:rubyBase></w:ruby>",
        "rB"
      ),
    ])
  func oneConstruct(xml: String, markdown: String) throws {
    // A second paragraph, so that the first is no title.
    let found = try WordFile.markdown("<w:p>\(xml)</w:p>" + WordFile.paragraph("End of it, so."))
    #expect(found == markdown + "\n\nEnd of it, so.\n")
  }

  @Test("changes are read as they are asked for")
  func changes() throws {
    let body =
      "<w:p><w:r><w:t xml:space=\"preserve\">He was </w:t></w:r><w:del><w:r><w:delText>slow</w:delText>"
      + "</w:r></w:del><w:ins><w:r><w:t>quick</w:t></w:r></w:ins></w:p>" + WordFile.paragraph("So.")
    #expect(try WordFile.markdown(body) == "He was quick\n\nSo.\n")
    #expect(try WordFile.markdown(body, changes: .reject) == "He was slow\n\nSo.\n")
    #expect(
      try WordFile.markdown(body, changes: .keep) == "He was <del>slow</del>quick\n\nSo.\n")
    let book = try WordFile.read(body)
    #expect(book.leftOut == [LeftOut(.deleted, "slow", place: 1)])
    #expect(book.guesses.contains(Guess(.change, "inserted: quick", place: 1)))
  }

  @Test("a paragraph whose end was deleted goes on with the next")
  func deletedEnd() throws {
    let body =
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">One </w:t></w:r></w:p>"
      + WordFile.paragraph("two.") + WordFile.paragraph("Three.")
    #expect(try WordFile.markdown(body) == "One two.\n\nThree.\n")
    #expect(try WordFile.markdown(body, changes: .reject) == "One\n\ntwo.\n\nThree.\n")
  }

  @Test("text hidden by a style is not printed, and told")
  func hiddenByStyle() throws {
    let styles =
      "<w:styles \(WordFile.namespaces)><w:style w:type=\"character\" w:styleId=\"H\"><w:basedOn w:val=\"G\"/>"
      + "</w:style><w:style w:type=\"character\" w:styleId=\"G\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
    let book = try WordFile.read(
      "<w:p><w:r><w:t>Seen.</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"H\"/></w:rPr><w:t>unseen</w:t></w:r></w:p>"
        + WordFile.paragraph("So."),
      parts: ["word/styles.xml": styles],
      relationships: ["Type=\"\(WordFile.office)styles\" Target=\"styles.xml\""])
    #expect(
      book.chapters.map(\.blocks) == [
        [.paragraph([TypedRun(.text("Seen."))]), .paragraph([TypedRun(.text("So."))])]
      ])
    #expect(book.leftOut == [LeftOut(.hidden, "unseen", place: 1)])
  }

  @Test("a text box gives its words once, behind its paragraph")
  func textBox() throws {
    let box = "<w:txbxContent>\(WordFile.paragraph("In the box."))</w:txbxContent>"
    let body =
      "<w:p><w:r><w:t>Before.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>"
      + "<wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>\(box)</wps:txbx></wps:wsp></a:graphicData>"
      + "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>\(box)"
      + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
      + WordFile.paragraph("After.")
    #expect(try WordFile.markdown(body) == "Before.\n\nIn the box.\n\nAfter.\n")
  }

  @Test("a table keeps its rows, cells of several paragraphs their lines")
  func table() throws {
    func cell(_ text: String...) -> String {
      "<w:tc>\(text.map(WordFile.paragraph).joined())</w:tc>"
    }
    let body =
      "<w:tbl><w:tr>\(cell("Name"))\(cell("Born"))</w:tr><w:tr>\(cell("Ann | Lee", "Smith"))"
      + "\(cell("1920"))</w:tr></w:tbl>" + WordFile.paragraph("So.")
    #expect(
      try WordFile.markdown(body)
        == "| Name | Born |\n| --- | --- |\n| Ann \\| Lee<br>Smith | 1920 |\n\nSo.\n")
  }
}
