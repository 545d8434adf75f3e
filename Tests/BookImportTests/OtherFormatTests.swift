import Testing

@testable import BookImport

@Suite("Formats beside Word's")
struct OtherFormatTests {
  static func markdown(_ text: String, named name: String) throws -> String {
    try readManuscript(Array(text.utf8), named: name).files(source: "a")
      .filter { $0.path.hasSuffix(".md") }.map { String(decoding: $0.bytes, as: UTF8.self) }
      .joined(separator: "§")
  }

  @Test("Rich Text Format: looks, characters, notes, hidden text")
  func richText() throws {
    let text =
      #"{\rtf1\ansi{\fonttbl{\f0 Times;}}{\stylesheet{\s1 heading 1;}}\pard\s1 One\par\pard\plain "#
      + #"It was {\i cold}\'97very.{\super{\footnote\pard\plain {\super\chftn} By ten.}} A \u233?t\'e9.{\v secret}\par\pard So.\par}"#
    #expect(
      try Self.markdown(text, named: "a.rtf")
        == "# One\n\nIt was *cold*—very.[^1] A été.\n\nSo.\n\n[^1]: By ten.\n")
    let book = try readManuscript(Array(text.utf8), named: "a.rtf")
    #expect(book.leftOut == [LeftOut(.hidden, "secret", place: 2)])
  }

  @Test("a title page that ends with a word before an author who never comes")
  func authorMissing() throws {
    for by in ["by", "By", "von", "par"] {
      let text =
        "<html><body><p class=\"Title\">The Mill</p><p>\(by)</p><h1>One</h1><p>Cold.</p></body></html>"
      #expect(try Self.markdown(text, named: "a.html").contains("Cold."))
    }
  }

  @Test("web pages of Google Docs: looks by class, notes by links there and back")
  func googleDocs() throws {
    let text =
      "<html><head><style>.c1{font-style:italic}.c2{font-weight:700}</style></head><body>"
      + "<h1>One</h1><p>It was <span class=\"c1\">cold</span>.<sup><a href=\"#ftnt1\" id=\"ftnt_ref1\">[1]</a>"
      + "</sup></p><p>So <span class=\"c2\">on</span>.</p><hr><div><p><a href=\"#ftnt_ref1\" id=\"ftnt1\">[1]</a>"
      + "<span> By ten.</span></p></div></body></html>"
    #expect(
      try Self.markdown(text, named: "a.html")
        == "# One\n\nIt was *cold*.[^1]\n\nSo **on**.\n\n[^1]: By ten.\n")
  }

  @Test(
    "Markdown of Google Docs: each construct gives its words once",
    arguments: [
      (
        "It was **very** *cold*, ***so*** they said\\.",
        "It was **very** *cold*, ***so*** they said."
      ),
      ("2 \\* 3 \\* 4 \\= 24, and 2 * 3 * 4.", "2 \\* 3 \\* 4 = 24, and 2 \\* 3 \\* 4."),
      (
        "snake\\_case and snake_case, ~~gone~~ \\<maybe\\>",
        "snake_case and snake_case, ~~gone~~ \\<maybe>"
      ),
      (
        "[so](https://a.org/x) and [here](#there) and [not",
        "[so](<https://a.org/x>) and here and \\[not"
      ),
      ("See [so][a] now\n\n[a]: https://a.org", "See [so](<https://a.org>) now"),
      ("one\ntwo  \nthree", "one two\\\nthree"),
      (
        "It was.[^1]\n\n[^1]: By ten\\.\n\n    Or so.", "It was.[^1]\n\n[^1]: By ten.\n\n    Or so."
      ),
      ("![](https://a.org/x.png)\n\nSo it was.", "So it was."),
      ("- Where were you?\n\nSo.", "- Where were you?\n\nSo."),
      ("A * B * C & D &amp; E", "A \\* B \\* C & D & E"),
      ("**open and never closed", "\\*\\*open and never closed"),
    ])
  func markdown(typed: String, written: String) throws {
    let text = "# One\n\nIt began so long ago that nobody knew it.\n\n" + typed + "\n"
    #expect(
      try Self.markdown(text, named: "a.md")
        == "# One\n\nIt began so long ago that nobody knew it.\n\n" + written + "\n")
  }

  @Test("a chapter without a heading has a name for the contents, which its text does not show")
  func untitled() throws {
    let text = "The ferry came at seven.\n\nNobody spoke.\n"
    #expect(
      try Self.markdown(text, named: "my-memoir.txt")
        == "---\ntitle: My Memoir\n---\n\nThe ferry came at seven.\n\nNobody spoke.\n")
  }

  @Test("a plain text broken by hand has its lines put together, one that is not keeps its lines")
  func plainText() throws {
    let wrapped =
      "CHAPTER ONE\n\nThe ferry came at seven and went at eight, and in between my\n"
      + "grandmother sold eggs to the deckhands, who paid her in rope and\n"
      + "in coffee, which she did not drink and sold to the doctor in turn.\n\n* * *\n\nSo it went on for years, and nobody in the street thought that\n"
      + "it was in any way remarkable, since everyone did the same then.\n"
    #expect(
      try Self.markdown(wrapped, named: "a.txt")
        == "# CHAPTER ONE\n\nThe ferry came at seven and went at eight, and in between my grandmother sold eggs to the deckhands, who paid her in rope and in coffee, which she did not drink and sold to the doctor in turn.\n\n* * *\n\nSo it went on for years, and nobody in the street thought that it was in any way remarkable, since everyone did the same then.\n"
    )
    #expect(
      try Self.markdown("Chapter 1\nWe left at four.\nNobody spoke.\n", named: "a.txt")
        == "# Chapter 1\n\nWe left at four.\n\nNobody spoke.\n")
  }
}
