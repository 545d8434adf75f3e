import BookDiagnostics
import BookLint
import BookMarkup
import BookModel
import Testing

@Suite("A word twice in a row")
struct DoubledWordTests {
  /// The words that the rule marks, as they stand in the file.
  static func marked(_ text: String, language: String = "en-GB") -> [String] {
    let book = LintedBook([text], language: language)
    return DoubledWord().check(0, in: book.annotated).map { book.source(of: $0) }
  }

  /// Prose, and what is marked in it: that and nothing else.
  static let english: [(prose: String, marked: [String])] = [
    ("We walked to the the harbour.", ["the the"]),
    ("The the harbour.", ["The the"]),
    ("Of of all things, and and of my my own.", ["Of of", "and and", "my my"]),
    ("the the the", ["the the", "the the"]),
    ("We walked to the\nthe harbour.", ["the\nthe"]),
    ("We walked to *the* the harbour.", ["the* the"]),
    ("> Out of of the deep.", ["of of"]),
    ("Words.[^n]\n\n[^n]: From from there.", ["From from"]),
    // What English doubles on purpose, or what only looks doubled.
    ("He said that that was all he had had.", []),
    ("To the. The harbour.", []),
    ("To the, the, harbour.", []),
    ("Other the-the things, the theatre, lathe the wood.", []),
    ("Very very late, bye bye.", []),
    ("One the\n\nthe other.", []),
    // Quotation marks, dashes and blanks of print.
    ("He said “the the” and went—to to—sea, and of of… all.", ["the the", "to to", "of of"]),
    ("He took “the” the.", []),
    ("Write a `a` in code, or `a` a, or `a a`.", []),
    ("Write a a in code:\n\n    the the\n", ["a a"]),
    ("", []),
  ]

  @Test("English prose has exactly these marks", arguments: english)
  func marks(prose: String, expected: [String]) {
    #expect(Self.marked(prose) == expected)
  }

  @Test(
    "each language has its own small words",
    arguments: [
      ("fr", "Il alla vers le le port, et nous nous levons.", ["le le"]),
      ("de", "Er kam mit mit dem Boot und die die es sahen.", ["mit mit"]),
      ("es", "Fue a la la playa, muy muy tarde.", ["la la"]),
      ("fr", "the the", []),
      ("it", "il il, the the, la la", []),
    ])
  func languages(language: String, prose: String, expected: [String]) {
    #expect(Self.marked(prose, language: language) == expected)
  }

  @Test("a mark says its word and is a warning with the rule's own code")
  func message() throws {
    let book = LintedBook(["Off to to sea."])
    let found = DoubledWord().check(0, in: book.annotated)
    let diagnostic = try #require(found.first)
    #expect(found.count == 1)
    #expect(diagnostic.code == .doubledWord)
    #expect(diagnostic.severity == .warning)
    #expect(diagnostic.message == "'to' stands twice in a row")
  }
}
