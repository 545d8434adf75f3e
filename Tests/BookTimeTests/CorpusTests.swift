import BookDiagnostics
import BookMarkup
import BookModel
import Foundation
import Testing

@testable import BookTime

/// Texts that lie beside the project where it is scored; a test is skipped where they do not.
@Suite("Real texts")
struct CorpusTests {
  private struct Entry: Decodable {
    var file: String
    var line: Int
    var date: String
    var gregorian: String
  }

  private static let gold = Shared.folder("corpus/gold/dates/pepys-diary.entries.jsonl")
  private static let diary = Shared.folder("corpus/pepys-diary")

  @Test(
    "every entry of a diary of ten years is dated, by the calendar it was written in",
    .enabled(if: gold != nil && diary != nil, "the corpus is not beside the project"))
  func pepys() async throws {
    let gold = try #require(Self.gold)
    let folder = try #require(Self.diary)
    let entries = try String(contentsOf: gold, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Entry.self, from: Data($0.utf8))
    }
    var right = 0
    var sundays = 0
    for (file, expected) in Dictionary(grouping: entries, by: \.file) {
      let bytes = Array(try Data(contentsOf: folder.appending(path: file)))
      let chapter = parseChapter(
        bytes, source: .init(0), header: ChapterHeader(), language: "en-GB"
      ).value
      let dated = await datedChapters(
        [chapter], language: "en-GB", references: DateReferences(), jobs: 1
      ).phrases[0]
      var starts = [0]
      for (i, byte) in bytes.enumerated() where byte == 0x0A { starts.append(i + 1) }
      for entry in expected {
        let line = starts[entry.line - 1]
        guard
          let found = dated.first(where: {
            abs(Int(chapter.span($0.expression.range).start) - line) <= 2
          })
        else { continue }
        if found.expression.edtf?.description == entry.date,
          found.expression.earliest?.iso == entry.gregorian
        {
          right += 1
        }
        if case .calendar(let words) = found.meaning, let weekday = words.weekday {
          #expect(found.expression.earliest?.weekday == weekday, "\(file):\(entry.line)")
          sundays += 1
        }
      }
    }
    print("diary: \(right) of \(entries.count) entries dated; \(sundays) name a weekday")
    #expect(entries.count == 3414)
    #expect(right == entries.count)
    #expect(sundays > 350)
  }
}
