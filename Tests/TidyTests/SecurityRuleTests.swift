import BookDiagnostics
import Foundation
import Testing

/// SECURITY.md promises nothing that no test holds, and states no limit that the code does not have.
@Suite("What SECURITY.md says")
struct SecurityRuleTests {
  /// The cells of every row of the tables whose first row begins with a heading.
  static func rows(_ text: String, under heading: String) -> [[String]] {
    var rows: [[String]] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("| ") || line.hasPrefix("|-") else {
        isInside = false
        continue
      }
      let cells = line.dropFirst().dropLast().components(separatedBy: "|")
        .map { $0.trimmingCharacters(in: .whitespaces) }
      if isInside, !line.hasPrefix("|-") { rows.append(cells) }
      if cells.first == heading { isInside = true }
    }
    return rows
  }

  /// The tests that a cell names: titles in quotation marks, functions behind a script.
  static func tests(_ cell: String) -> (titles: [String], functions: [(file: String, name: String)])
  {
    let titles = cell.matches(of: /"([^"]+)"/).map { String($0.1) }
    let functions = cell.matches(of: /`(Scripts\/[^`]+)` (\w+)/).map {
      (file: String($0.1), name: String($0.2))
    }
    return (titles, functions)
  }

  static func file(_ path: String) throws -> String {
    try String(contentsOf: SourceTree.root.appending(path: path), encoding: .utf8)
  }

  @Test("every promise names tests, and each of them is there")
  func promises() throws {
    let rows = Self.rows(try Self.file("SECURITY.md"), under: "promise")
    #expect(rows.count > 25)
    let sources = SourceTree.swiftFiles(in: "Tests").map(\.text)
    for row in rows {
      let named = Self.tests(row.last ?? "")
      #expect(row.count == 2 && named.titles.count + named.functions.count > 0, "\(row)")
      for title in named.titles {
        let isThere = sources.contains { text in
          ["@Test(", "@Suite("].contains { text.contains("\($0)\"\(title)\"") }
            || text.contains("@Test(\n    \"\(title)\"")
        }
        #expect(isThere, "no test is called \(title)")
      }
      for function in named.functions {
        let text = try Self.file(function.file)
        #expect(
          text.contains("def \(function.name)(") || text.contains("\n\(function.name)() {"),
          "\(function.file) has no \(function.name)")
      }
    }
  }

  @Test("every limit stands in the code as it is said, and its message in the catalogue")
  func limits() throws {
    let rows = Self.rows(try Self.file("SECURITY.md"), under: "of what")
    #expect(rows.count > 20)
    let codes = Set(DiagnosticCode.all.map(\.id))
    for row in rows {
      try #require(row.count == 4, "\(row)")
      let place = try #require(row[3].firstMatch(of: /^`([^`]+)` `([^`]+)`$/), "\(row)")
      #expect(try Self.file(String(place.1)).contains(" \(place.2)"), "\(row[3])")
      for code in row[2].matches(of: /B\d{4}/) { #expect(codes.contains(String(code.0)), "\(row)") }
    }
  }

  @Test("the reader of the tables sees what is there")
  func readerSees() {
    let text =
      "words\n\n| promise | held by |\n|---|---|\n| A | \"b c\", `Scripts/d` e_f |\n\n| x | y |\n"
    let rows = Self.rows(text, under: "promise")
    #expect(rows == [["A", "\"b c\", `Scripts/d` e_f"]])
    let named = Self.tests(rows[0][1])
    #expect(named.titles == ["b c"])
    #expect(named.functions.map(\.file) == ["Scripts/d"])
    #expect(named.functions.map(\.name) == ["e_f"])
  }
}
