import BookLanguage
import BookMarkup
import BookModel
import Foundation
import Testing

@testable import BookTime

/// A line of Fixtures/events/titles.txt: a sentence and the title that is made of it.
struct TitleRow: CustomTestStringConvertible {
  var text: String
  var title: String?
  var testDescription: String { text }

  static let all: [TitleRow] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/events/titles.txt")
    let table = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return table.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let sides = line.components(separatedBy: " => ")
      guard sides.count == 2 else { return nil }
      return TitleRow(
        text: sides[0].replacing(" / ", with: " "), title: sides[1] == "-" ? nil : sides[1])
    }
  }()
}

@Suite("Titles of events")
struct TitleTableTests {
  @Test("a sentence's event is worded as a chronology has it", arguments: TitleRow.all)
  func title(row: TitleRow) throws {
    let language = Language.english
    let finder = try #require(HappeningFinder(language))
    let chapter = parsePlainText(Array(row.text.utf8), source: .init(0))
    let dated = readPhrases(of: chapter, lexicon: Lexicon.of(language), language: language)
    let found = finder.happenings(in: chapter, dated: dated, share: 1000)
    // The last sentence is the one that is asked about.
    let last = chapter.sentences(ofLeaf: 0, in: chapter.wordsCut).last?.text.lowerBound ?? 0
    #expect(found.last { $0.sentence.lowerBound >= last }?.title == row.title)
  }

  @Test("the table has rows")
  func table() { #expect(TitleRow.all.count > 12) }
}
