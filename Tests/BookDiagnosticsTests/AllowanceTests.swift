import BookDiagnostics
import Testing

@Suite("The author's exceptions")
struct AllowanceTests {
  static let file = SourceID(0)
  static func span(_ start: Int, _ end: Int) -> SourceSpan {
    SourceSpan(file: file, start: start, end: end)
  }

  @Test("an allowance silences its code within what it covers, and nothing else")
  func silencesItsOwn() {
    let inside = Diagnostic(.doubledWord, "inside", at: Self.span(20, 25))
    let outside = Diagnostic(.doubledWord, "outside", at: Self.span(90, 95))
    let other = Diagnostic(.unusedAllowance, "other", at: Self.span(20, 25))
    let left = applying(
      [("B0801", "he stammered", Self.span(0, 10), Self.span(0, 50))],
      to: [inside, outside, other])
    #expect(left == [outside, other])
  }

  @Test("an error is never silenced")
  func errorsStay() {
    var fault = Diagnostic(.doubledWord, "raised", at: Self.span(20, 25))
    fault.severity = .error
    let left = applying([("B0801", "why", Self.span(0, 10), Self.span(0, 50))], to: [fault])
    #expect(left.contains(fault))
  }

  @Test(
    "an allowance that does nothing is reported by what is wrong with it",
    arguments: [
      ("B0801", "a reason", "B0890"), ("B9999", "a reason", "B0892"),
    ])
  func idleAllowancesAreReported(code: String, reason: String, expected: String) {
    let left = applying([(code, reason, Self.span(3, 10), Self.span(0, 50))], to: [])
    #expect(left.map(\.code.id) == [expected])
    #expect(left.first?.span == Self.span(3, 10))
  }
}

@Suite("Near words")
struct NearestWordTests {
  @Test(
    "the distance counts insertions, deletions, changes and swaps",
    arguments: [
      ("", "", 0), ("a", "", 1), ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1),
      ("kitten", "sitting", 3), ("title", "titel", 1), ("é", "e", 1),
    ])
  func distances(a: String, b: String, expected: Int) {
    #expect(editDistance(a, b) == expected)
    #expect(editDistance(b, a) == expected)
  }

  @Test("only a word that is near is offered")
  func onlyNearWords() {
    #expect(nearestWord(to: "tilte", among: ["author", "title"]) == "title")
    #expect(nearestWord(to: "frobnicate", among: ["author", "title"]) == nil)
    #expect(nearestWord(to: "x", among: []) == nil)
  }
}
