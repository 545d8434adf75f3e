import Foundation
import Testing

@testable import BookTime

/// A line of Fixtures/dates/sentences.txt: a text and the dates that are read in it.
struct DateRow: CustomTestStringConvertible {
  var text: String
  var dates: [String]
  var language = "en"
  var testDescription: String { text }

  static let all: [DateRow] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/dates/sentences.txt")
    let table = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return table.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let sides = line.components(separatedBy: " =>")
      guard sides.count == 2 else { return nil }
      var row = DateRow(text: sides[0], dates: sides[1].split(separator: " ").map(String.init))
      if let tag = row.text.prefixMatch(of: #/\[([a-z]+)\] /#) {
        row.language = String(tag.1)
        row.text = String(row.text[tag.range.upperBound...])
      }
      return row
    }
  }()
}

@Suite("Dates of sentences")
struct DateTableTests {
  @Test("a sentence has these dates and no others", arguments: DateRow.all)
  func dates(row: DateRow) async {
    let read = await ExpressionTests.read(row.text, language: row.language)
    #expect(read == row.dates)
  }

  @Test("the table has rows")
  func table() { #expect(DateRow.all.count > 12) }
}
