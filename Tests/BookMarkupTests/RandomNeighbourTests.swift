import BookDiagnostics
import BookMarkup
import BookModel
import BookTestSupport
import Testing

@Suite struct RandomNeighbourTests {
  /// Mark-up within a paragraph, the words it leaves there and those it puts into a note.
  private static let pieces: [(source: String, words: String, note: String)] = [
    ("word", "word", ""), ("*em*", "em", ""), ("**strong**", "strong", ""), ("é", "é", ""),
    ("[span]{.a}", "span", ""), ("[*em*]{#i key=\"v w\"}", "em", ""), ("*big*{.big}", "big", ""),
    ("**[deep]{.x}**", "deep", ""), ("[link](x.md){.y}", "link", ""), ("`code`{.z}", "code", ""),
    ("~~struck~~", "struck", ""), ("~~*both*~~", "both", ""), ("**~~all~~**", "all", ""),
    ("==marked==", "marked", ""), ("H~2~O", "H2O", ""), ("2^nd^", "2nd", ""),
    ("[[Name|shown]]", "shown", ""), ("[[Name]]", "Name", ""), ("*[[N|in]]*", "in", ""),
    ("see^[a *note* here]", "see", "a note here"), ("so^[[a](b.md)\nc]", "so", "a c"),
    ("%% private %%", "", ""), ("%% over\nlines %%", "", ""), ("<!-- a -- b -->", "", ""),
    ("![x](y z.png)", "", ""), ("![[a b.png]]", "", ""), ("{braces}", "{braces}", ""),
    ("{++more++}", "more", ""), ("{--less--}", "", ""), ("{~~old~>new~~}", "new", ""),
    ("{>>a remark<<}", "", ""), ("{==marked==}", "marked", ""), ("here{i: \"x\"}", "here", ""),
    ("a\nb", "a b", ""), ("\\~\\~x", "~~x", ""), ("`~~y~~`", "~~y~~", ""),
  ]
  /// What a paragraph may begin or end with.
  private static let frames: [(before: String, after: String)] = [
    ("", ""), ("# ", ""), ("> ", ""), ("- ", ""), ("1. ", ""), ("", " ^name"), ("# ", " {#%}"),
    ("## ", " ## {.a}"), ("{: .x}\n", ""), ("\\newpage\n\n", ""),
    ("%%\nhidden\n\nlines\n%%\n\n", ""),
  ]

  /// The words of a chapter are those of its file with the mark-up taken off.
  @Test(arguments: 0..<40)
  func wordsAreThoseOfTheFile(seed: Int) {
    var dice = SplitNumbers(state: UInt64(seed) &* 104_729)
    for turn in 0..<30 {
      var text = ""
      var words: [String] = []
      var notes: [String] = []
      for paragraph in 0..<Int.random(in: 1...4, using: &dice) {
        let frame = Self.frames.randomElement(using: &dice) ?? ("", "")
        var content: [String] = ["w"]
        words.append("w")
        for _ in 0..<Int.random(in: 0...6, using: &dice) {
          guard let piece = Self.pieces.randomElement(using: &dice) else { continue }
          let isHeading = frame.before.hasPrefix("#")
          if isHeading, piece.source.contains("\n") { continue }
          content.append(
            piece.source.replacing("\n", with: frame.before.hasPrefix(">") ? "\n> " : "\n"))
          words += piece.words.split(separator: " ").map(String.init)
          notes += piece.note.split(separator: " ").map(String.init)
        }
        text +=
          frame.before + content.joined(separator: " ")
          + frame.after.replacing("%", with: "i\(turn)-\(paragraph)") + "\n\n"
      }
      let bytes = Array(text.utf8)
      let chapter = parseChapter(
        bytes, source: SourceID(0), header: ChapterHeader(), language: "en"
      ).value
      let ours = normalised(plainWords(of: chapter, withCaptions: false))
      #expect(ours == words + notes, "\(text.debugDescription)")
      expectSoundPlaces(chapter, bytes, text.debugDescription)
    }
  }
}
