import BookDiagnostics
import BookMarkup
import BookModel
import BookTestSupport
import Testing

@Suite struct RandomMarkdownTests {
  private static let pieces = [
    "word", "two words", "*em*", "**strong**", "_em_", "`code x`", "`` a`b ``", "[link](x.md)",
    "[link *em*](<a b> \"title\")", "![alt](i.png)", "é", "naïve", "\"quote\"", "don't", "'90s",
    "--", "---", "...", "\\*", "\\\\", "&amp;", "&eacute;", "&#169;", "&nope;", "*", "_", "[", "]",
    "(", ")", "<http://a.b/c>", "!", "# ", "> ", "- ", "1. ", "+ ", "\n", "\n", "  \n", "\\\n",
    "\n\n", "\n> ", "\n- ", "\n   ", "\n1. ", " ", " ", "\t", "`", "***x***", "a*b*c", "=",
    "\n===\n", "\n---\n", "\n    ", "[ref]", "\n\n[ref]: /url \"t\"\n", "~", "\r\n", ";",
  ]

  /// Our words are cmark's words whatever the signs, and know their places.
  @Test(arguments: 0..<40)
  func wordsOfRandomSignsAreThoseOfCommonMark(seed: Int) {
    var dice = SplitNumbers(state: UInt64(seed) &* 7919)
    for _ in 0..<60 {
      let count = Int.random(in: 1...25, using: &dice)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &dice) ?? "" }.joined()
      let bytes = Array(text.utf8)
      let chapter = parseChapter(
        bytes, source: SourceID(0), header: ChapterHeader(), language: "en"
      ).value
      let ours = normalised(plainWords(of: chapter, withCaptions: false)).joined(separator: " ")
      let theirs = normalised(wordsOfHTML(bytes)).joined(separator: " ")
      #expect(ours == theirs, "\(text.debugDescription)")
      expectSoundPlaces(chapter, bytes, text.debugDescription)
    }
  }
}
