import Testing

@testable import BookImport

@Suite("Words as Markdown has them")
struct EscapeTextTests {
  @Test(
    "signs at a line's start",
    arguments: [
      ("1945. It was the last year.", "1945\\. It was the last year."), ("# one", "\\# one"),
      ("- Where were you?", "\\- Where were you?"), ("— Where were you?", "— Where were you?"),
      ("::: letter", "\\::: letter"), ("-5 degrees", "-5 degrees"), ("12 men", "12 men"),
      ("> so", "\\> so"), ("+1", "\\+1"), ("3) so", "3\\) so"), ("3.5 miles", "3.5 miles"),
    ])
  func lineStarts(typed: String, written: String) {
    #expect(escapedAtLineStart(typed) == written)
  }
}
