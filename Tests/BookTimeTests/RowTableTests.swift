import BookModel
import Foundation
import Testing

@testable import BookTime

/// A passage of Fixtures/events/rows.txt and the rows that are printed of it.
struct RowTable: CustomTestStringConvertible {
  var text: String
  var rows: [String]
  var testDescription: String { rows.joined(separator: "; ") + " — " + text }

  static let all: [RowTable] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/events/rows.txt")
    let table = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return table.components(separatedBy: "\n====\n").dropFirst().map { passage in
      let lines = passage.components(separatedBy: "\n").filter { !$0.hasPrefix("# ") }
      return RowTable(
        text: lines.filter { !$0.hasPrefix("=> ") }.joined(separator: "\n"),
        rows: lines.filter { $0.hasPrefix("=> ") }.map { String($0.dropFirst(3)) })
    }
  }()
}

@Suite("Rows of events")
struct RowTableTests {
  /// The rows that would be printed of a book however few they are, with their dates as EDTF.
  static func rows(_ text: String) async -> [String] {
    let book = ChronologyTests.book(["# One\n\n" + text])
    let chapters = await datedChapters(
      book.chapters, language: "en", references: DateReferences(), jobs: 1, share: 1000)
    let found = FoundEvents(
      in: book, people: PeopleAnnotation(), chapters: chapters, beside: [], ignoring: [])
    return found.printed.map { draft in
      "\(draft.event.edtf?.description ?? "-") \(draft.wording.map { "(\($0)) " } ?? "")\(draft.event.title)"
    }
  }

  @Test("a passage has these rows and no others", arguments: RowTable.all)
  func rows(table: RowTable) async {
    let rows = await Self.rows(table.text)
    #expect(rows == table.rows)
  }

  @Test("the table has passages")
  func table() { #expect(RowTable.all.count > 4) }
}
