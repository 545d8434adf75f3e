import BookDiagnostics
import BookMarkup
import BookModel
import Testing

@testable import BookImport

@Suite("What is written is read back")
struct RoundTripTests {
  /// The chapter as bookc reads its Markdown.
  static func read(_ markdown: String) -> ParsedChapter {
    parseChapter(
      Array(markdown.utf8), source: SourceID(0), header: ChapterHeader(), language: "en"
    ).value
  }

  static func write(_ chapter: ImportedChapter) -> String {
    var writer = ChapterWriter { _ in ("../images/a.png", "a [river] & *trees*") }
    return writer.write(chapter)
  }

  @Test("a tree of every block and look, as Markdown, is the same tree", arguments: 0..<40)
  func sameTree(series: Int) {
    for number in 0..<25 {
      var random = RandomChapter(seed: UInt64(series * 1000 + number))
      let chapter = random.chapter()
      let markdown = Self.write(chapter)
      let written = Described.lines(of: chapter)
      let read = Described.lines(of: Self.read(markdown))
      if written != read {
        let different = zip(written, read).first { $0 != $1 }
        Issue.record(
          "seed \(series * 1000 + number): \(different?.0 ?? "-") | \(different?.1 ?? "-")\n\(markdown)"
        )
        return
      }
    }
  }
}
