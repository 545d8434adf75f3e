import BookDiagnostics
import Foundation
import Testing

@Suite("How diagnostics are shown")
struct RendererTests {
  static func list(_ text: String, marking part: String, message: String = "it is 'so'")
    -> DiagnosticList
  {
    var sources = SourceFiles(prefix: "Book")
    let file = sources.add(path: "chapters/01 one.md", bytes: Array(text.utf8))
    let range = text.range(of: part)!
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let span = SourceSpan(file: file, start: start, end: start + part.utf8.count)
    return DiagnosticList(
      [
        Diagnostic(
          .doubledWord, message, at: span, notes: [DiagnosticNote("seen before", at: span)],
          fixIts: [FixIt("delete one", at: span, with: "the")])
      ], sources: sources)
  }

  @Test("the text names the place, shows the line and puts the caret under the fault")
  func textShowsTheLine() {
    let list = Self.list("First.\nWe wént to the the harbour.\n", marking: "the the")
    #expect(
      TextRenderer(isColoured: false).render(list) == """
        warning[B0801]: it is 'so'
          --> Book/chapters/01 one.md:2:12
           | We wént to the the harbour.
           |            ^^^^^^^
           = note: seen before
          --> Book/chapters/01 one.md:2:12
           | We wént to the the harbour.
           |            ^^^^^^^
           = help: delete one


        """)
  }

  @Test("three that say the same are told as one, with their number and places; two are not")
  func sameIsToldOnce() {
    func text(_ count: Int) -> String {
      var sources = SourceFiles()
      let diagnostics = (0..<count).map { number in
        let file = sources.add(path: "\(number + 1).md", bytes: Array("word\n".utf8))
        return Diagnostic(
          .doubledWord, "it is so", at: SourceSpan(file: file, start: 0, end: 4))
      }
      return TextRenderer(isColoured: false).render(DiagnosticList(diagnostics, sources: sources))
    }
    #expect(text(2).components(separatedBy: "it is so").count == 3)
    #expect(
      text(3) == """
        warning[B0801]: it is so
          --> 1.md:1:1
           | word
           | ^^^^
           = note: the same 2 times more: 2.md:1, 3.md:1


        """)
    #expect(text(30).contains("the same 29 times more: 2.md:1, "))
    #expect(text(30).contains("7.md:1 …"))
  }

  @Test("a line as long as a chapter is cut around the fault, and the caret stays under it")
  func longLinesAreCut() throws {
    let filler = String(repeating: "wörter und mehr ", count: 20_000)
    let list = Self.list(filler + "HERE" + filler, marking: "HERE")
    let lines = TextRenderer(isColoured: false).render(list).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count < 110 })
    let shown = try #require(lines.first { $0.contains("HERE") })
    let carets = try #require(lines.first { $0.contains("^") })
    let column = shown.distance(from: shown.startIndex, to: shown.range(of: "HERE")!.lowerBound)
    #expect(carets.distance(from: carets.startIndex, to: carets.firstIndex(of: "^")!) == column)
    #expect(carets.filter { $0 == "^" }.count == 4)
  }

  @Test("what would move the cursor or turn the reading order is never printed")
  func controlCharactersAreShown() {
    let list = Self.list("a\u{1B}[2Jb \u{202E}c\tX", marking: "X", message: "named '\u{1B}[31m'")
    let text = TextRenderer(isColoured: false).render(list)
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(!text.unicodeScalars.contains("\t"))
  }

  @Test("a span past the end of the file is shown at its end")
  func spansPastTheEnd() {
    var sources = SourceFiles()
    let file = sources.add(path: "x.md", bytes: Array("ab".utf8))
    let span = SourceSpan(file: file, start: 90, end: 95)
    let list = DiagnosticList([Diagnostic(.doubledWord, "m", at: span)], sources: sources)
    #expect(TextRenderer(isColoured: false).render(list).contains("x.md:1:3"))
  }

  @Test("JSON and SARIF parse and carry the place and the fix")
  func machineFormatsParse() throws {
    let list = Self.list("First.\nWe went to the the harbour.\n", marking: "the the")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(JSONRenderer().render(list))) as? [String: Any])
    let first = try #require((json["diagnostics"] as? [[String: Any]])?.first)
    #expect(first["file"] as? String == "Book/chapters/01 one.md")
    #expect(first["line"] as? Int == 2)
    #expect(first["column"] as? Int == 12)
    #expect(first["endColumn"] as? Int == 19)
    #expect((first["fixes"] as? [[String: Any]])?.first?["replacement"] as? String == "the")
    let sarif = try #require(
      try JSONSerialization.jsonObject(with: Data(SARIFRenderer().render(list))) as? [String: Any])
    #expect(sarif["version"] as? String == "2.1.0")
    let run = try #require((sarif["runs"] as? [[String: Any]])?.first)
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(result["ruleId"] as? String == "B0801")
    let text = String(decoding: SARIFRenderer().render(list), as: UTF8.self)
    #expect(text.contains("Book/chapters/01%20one.md"))
  }

  @Test("GitHub annotations escape what would end the command")
  func gitHubEscapes() {
    let list = Self.list("a, b: c X", marking: "X", message: "50 %\nand more: so, yes")
    #expect(
      GitHubRenderer().render(list)
        == "::warning file=Book/chapters/01 one.md,line=1,endLine=1,col=9,endColumn=10,title=B0801"
        + "::50 %25%0Aand more: so, yes; delete one\n")
  }

  @Test("many of one code are shown in part and counted")
  func floodsAreCounted() {
    var sources = SourceFiles()
    let file = sources.add(path: "x.md", bytes: Array(repeating: 0x61, count: 100))
    let many = (0..<40).map {
      Diagnostic(.doubledWord, "m\($0)", at: SourceSpan(file: file, start: $0, end: $0 + 1))
    }
    let text = TextRenderer(isColoured: false).render(DiagnosticList(many, sources: sources))
    #expect(text.components(separatedBy: "warning[B0801]").count == 26)
    #expect(text.contains("and 15 more of B0801"))
  }
}
