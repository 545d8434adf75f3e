import BookDiagnostics
import BookLint
import BookManuscript
import BookModel
import BookPeople
import BookTestSupport
import Testing

/// A book in which every name is written with whom it should mean: `{Dizzy=dave-smith}` for a
/// link, `{John?john-berg,john-holm}` for a question.
struct NamedBook {
  /// A name as it should be found.
  struct Expected: Hashable, CustomStringConvertible {
    var text: String
    var people: String
    var isQuestion: Bool
    var description: String { "{\(text)\(isQuestion ? "?" : "=")\(people)}" }
  }

  var book: Book
  var expected: [Expected]
  var reading: [Diagnostic]

  init(people: String?, _ chapters: [String], yaml: String = "") async throws {
    var files = ["book.yaml": "title: T\nauthor: A. Writer\nlanguage: en\ndate: 2020-05-01\n"]
    // The registry alone, unless a test asks for those found beside it.
    files["book.yaml"]? += yaml.contains("people:") ? yaml : yaml + "people: { found: ask }\n"
    files["people.yaml"] = people
    expected = []
    for (i, chapter) in chapters.enumerated() {
      let (plain, found) = Self.plain(chapter)
      files["chapters/\(i < 9 ? "0" : "")\(i + 1)-chapter.md"] = plain
      expected += found
    }
    let read = await readBook(in: MemoryWorkspace(files), sourceDateEpoch: nil, jobs: 1)
    book = try #require(read.book)
    reading = read.diagnostics
  }

  /// The chapter without its braces, and what they say.
  static func plain(_ text: String) -> (String, [Expected]) {
    var plain = ""
    var expected: [Expected] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      plain += rest[..<open]
      let inner = rest[rest.index(after: open)..<close]
      let sign = inner.lastIndex { $0 == "=" || $0 == "?" } ?? inner.startIndex
      let words = String(inner[..<sign])
      plain += words
      let shown = words.hasPrefix("[") ? String(words.dropFirst().prefix { $0 != "]" }) : words
      expected.append(
        Expected(
          text: shown.split(whereSeparator: \.isWhitespace).joined(separator: " "),
          people: inner[inner.index(after: sign)...].split(separator: ",").sorted().joined(
            separator: ","),
          isQuestion: inner[sign] == "?"))
      rest = rest[inner.endIndex...].dropFirst()
    }
    return (plain + rest, expected)
  }

  /// What was found, in reading order, questions among the links.
  func found(_ annotation: PeopleAnnotation) -> [Expected] {
    var places: [(Int, Int, Expected)] = annotation.mentions.map {
      (
        $0.chapter, $0.range.lowerBound,
        expected($0.chapter, $0.range, [$0.person], annotation, false)
      )
    }
    places += annotation.ambiguous.map {
      (
        $0.chapter, $0.range.lowerBound,
        expected($0.chapter, $0.range, $0.candidates, annotation, true)
      )
    }
    return places.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  private func expected(
    _ chapter: Int, _ range: Range<Int>, _ people: [Int], _ annotation: PeopleAnnotation,
    _ isQuestion: Bool
  ) -> Expected {
    Expected(
      text: book.chapters[chapter].string(range).split(whereSeparator: \.isWhitespace).joined(
        separator: " "),
      people: people.map { annotation.people[$0].id }.sorted().joined(separator: ","),
      isQuestion: isQuestion)
  }
}

/// All that is said of the people of a book: what could not be read, and what the rules judge.
func messages(_ annotated: Diagnosed<PeopleAnnotation>, in book: Book) -> [Diagnostic] {
  let rules = peopleRules
  return annotated.diagnostics + rules.flatMap { $0.check(annotated.value, in: book) }
}

/// Annotates and compares with the braces: every name found as written, and nothing else.
func expectNames(
  people: String, _ chapters: String..., yaml: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) async throws {
  let named = try await NamedBook(people: people, chapters, yaml: yaml)
  let annotated = await annotatePeople(in: named.book, jobs: 1)
  #expect(named.found(annotated.value) == named.expected, sourceLocation: sourceLocation)
}
