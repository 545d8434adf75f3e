import BookTestSupport
import Foundation
import Testing

/// A kind of book that grows in one way, and how large it is at first.
private struct Growth: Sendable, CustomTestStringConvertible {
  var name: String
  var count: Int
  /// Files by their names.
  var files: @Sendable (Int) -> [String: String]

  var testDescription: String { name }

  init(_ name: String, _ count: Int, files: @escaping @Sendable (Int) -> [String: String]) {
    (self.name, self.count, self.files) = (name, count, files)
  }

  /// One that grows by the words of its chapter.
  init(_ name: String, _ count: Int, _ words: @escaping @Sendable (Int) -> String) {
    self.init(name, count) { ["a.md": "# A\n\n" + words($0) + "\n"] }
  }

  static func times(_ words: String) -> @Sendable (Int) -> String {
    { String(repeating: words, count: $0) }
  }

  static func each(_ words: @escaping @Sendable (Int) -> String) -> @Sendable (Int) -> String {
    { count in (0..<count).map(words).joined() }
  }

  /// A word of its own for each number.
  static func word(_ number: Int) -> String {
    String(number).map { String(UnicodeScalar($0.asciiValue! + 0x31)) }.joined().capitalized
  }

  static let all = [
    Growth("the day after", 600) { "On 3 May 1944 he left. " + times("the day after ")($0) },
    Growth("people in one line of YAML", 400) { count in
      let people = each { "{id: p\($0), name: {given: G\(word($0)), family: F\(word($0))}}, " }
      return ["a.md": "# A\n\nWords.\n", "people.yaml": "[" + people(count) + "]\n"]
    },
    Growth("notes", 400) {
      each { "w[^\($0)] " }($0) + "\n\n" + each { "[^\($0)]: note\n\n" }($0)
    },
    Growth("people of one given name", 120) { count in
      let people = each { "- id: p\($0)\n  name: {given: Ann, family: F\(word($0))}\n" }
      return ["a.md": "# A\n\n" + times("Ann said so. ")(count), "people.yaml": people(count)]
    },
    Growth("people found of one given name", 200, each { "Anna \(word($0))er came. " }),
    Growth("people found of one family", 200, each { "\(word($0))a Smith came. " }),
    Growth(
      "people found of one given name, and that alone", 150,
      each { "Anna \(word($0))er came, and Anna laughed. " }),
    Growth("names", 300, each { "Then \(word($0))a \(word($0))er came. " }),
    Growth("words in a gallery", 4000) {
      "::: gallery\n\n" + each { "Word \($0).\n\n" }($0) + ":::\n"
    },
    Growth("links", 600) { "## B {#b}\n\n" + each { "[w\($0)](#b) " }($0) },
    Growth("headings", 300, each { "## Heading \($0)\n\nWords.\n\n" }),
    Growth(
      "events in one paragraph", 600,
      each {
        "On \($0 % 28 + 1) May \(1800 + $0 % 200) I married Ann in Paris. "
      }),
    Growth("rows of a chronology", 300) { count in
      [
        "a.md": "# A\n\nWords.\n",
        "chronology.yaml": each { "- date: \(1000 + $0 % 900)\n  title: E\($0)\n" }(count),
      ]
    },
    Growth("a picture again and again", 300) { count in
      ["a.md": "# A\n\n" + times("![x](p.svg)\n\n")(count), "p.svg": drawing]
    },
    Growth("stars", 3000, times("*a ")),
    Growth("brackets", 3000, times("[")),
    Growth("lines of verse", 800) { "::: verse\n" + times("line of verse\n")($0) + ":::\n" },
    Growth("braces behind signs", 10_000, times("x_{i} ")),
    Growth("notes that are written nowhere", 1000) { each { "w[^n\($0)] " }($0) },
    Growth("words behind an unknown division", 20_000) {
      "::: leter " + times("a")($0) + "\nWords.\n:::\n"
    },
    Growth("one word", 6000, times("a")),
    Growth("ideographs", 4000, times("漢字")),
  ]

  private static let drawing =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"><rect width=\"4\" height=\"4\"/></svg>"
}

/// A book twice as large takes twice the time: seconds of CPU of the program itself, so that what
/// else the machine does counts for little.
@Suite("Twice the book, twice the time", .serialized) struct DoublingTests {
  /// Of the time of the book of half the size; a square would take four times.
  private static let mostGrowth = 2.5
  /// Of a second: what a program takes to start, and less than a clock can tell apart.
  private static let noise = 0.05
  /// A machine busy with other things slows a program at times: what grows too fast does so however
  /// often it is measured.
  private static let mostRounds = 6

  @Test(arguments: Growth.all)
  fileprivate func grows(_ growth: Growth) throws {
    let program = try BuiltProgram()
    func seconds(_ count: Int) throws -> Double {
      try withTemporaryFolder { folder in
        var files = growth.files(count)
        files["book.yaml"] = "title: T\nauthor: A\nlanguage: en\nchapters: [a.md]\n"
        for (name, text) in files {
          try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        return try program.processorSeconds(["build", folder.path, "--formats", "epub"])
      }
    }
    var (starts, halves, wholes): ([Double], [Double], [Double]) = ([], [], [])
    func isTooMuch(_ one: ([Double]) -> Double) -> Bool {
      one(wholes) - one(starts) > Self.mostGrowth * max(one(halves) - one(starts), 0) + Self.noise
    }
    // The least of all rounds says what the program needs when nothing disturbs it. Linux counts
    // a thread's time by ticks at which it happens to run, which misses some: so also the middle.
    func growsEvenly() -> Bool {
      !isTooMuch { $0.min() ?? 0 } || !isTooMuch { $0.sorted()[$0.count / 2] }
    }
    for round in 0..<Self.mostRounds where round < 2 || !growsEvenly() {
      starts.append(try seconds(1))
      halves.append(try seconds(growth.count))
      wholes.append(try seconds(growth.count * 2))
    }
    #expect(
      growsEvenly(),
      "1: \(starts) s, \(growth.count): \(halves) s, \(growth.count * 2): \(wholes) s")
  }
}
