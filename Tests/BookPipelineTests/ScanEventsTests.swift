import BookDisk
import BookPipeline
import BookTestSupport
import Foundation
import Testing

@Suite("What a scan for dates and events proposes")
struct ScanEventsTests {
  static let surroundings = Surroundings(sourceDateEpoch: nil, jobs: 1, programFolder: nil)

  static let chapter = """
    # One

    On 3 May 1953 we left the old house in Turku. In June 1954 my father sold the boat to Karl. I was
    married in September 1955. We used to swim in the evenings, and we were never cold.

    """

  private func scan(
    _ folder: URL, format: ScanFormat = .yaml, writes: Bool = false
  ) async throws -> String {
    let request = ScanRequest(path: folder.path, book: nil, format: format, writes: writes)
    let outcome = try await scanEvents(request, in: Self.surroundings)
    return String(decoding: outcome.output, as: UTF8.self)
  }

  @Test(
    "events go into chronology.yaml once, what the author has stays, and the book prints each once")
  func writing() async throws {
    let own = "# mine\nevents:\n  - id: own\n    date: 1940\n    title: Before\nworld: []\n"
    let folder = try temporaryBook([
      "book.yaml": "title: T\nauthor: A\nlanguage: en\n", "chronology.yaml": own,
      "chapters/01.md": Self.chapter,
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try await scan(folder, writes: true)
    let path = folder.path + "/chronology.yaml"
    let first = try String(contentsOfFile: path, encoding: .utf8)
    #expect(
      first.hasPrefix("# mine\nevents:\n  - id: own\n    date: 1940\n    title: Before\n  - id: "))
    #expect(first.hasSuffix("world: []\n"))
    #expect(
      first.contains("    date: \"1953-05-03\"\n    title: \"Left the old house in Turku\"\n"))
    #expect(
      first.contains("    date: \"1954-06\"\n    title: \"My father sold the boat to Karl\"\n"))
    #expect(try await scan(folder, writes: true).hasPrefix("nothing new"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == first)
    let report = try await checkBook(
      ProductionRequest(book: folder.path), in: Self.surroundings
    ).diagnostics
    #expect(report.diagnostics.filter { $0.severity == .error }.isEmpty)
  }

  /// More happenings than a short book has rows for.
  static let fullChapters = [
    """
    # One

    I was born in Turku on 3 May 1922. My father sold the boat to Karl in June 1924. In 1926 we moved to
    Helsinki. My sister Anna died in March 1927. In 1928 I entered the school at Oulu. My mother bought
    the farm in Salo in 1929. In April 1930 my brother Erik sailed to Boston. I left the school in 1932.

    """,
    """
    # Two

    In 1934 I went to Stockholm. My uncle Nils founded the paper in 1935. I was married to Karl Vainio in
    September 1936. We removed to Vaasa. In 1938 my father died at Salo. I published my first book in
    1939. In 1940 we fled to Umeå. My brother Erik returned from Boston in 1945. We bought a house in
    Kotka in 1946. In May 1950 I resigned.

    """,
  ]

  @Test("a second writing changes nothing, and the chronology is printed as before")
  func writingTwice() async throws {
    var files = [
      "book.yaml": "title: T\nauthor: A\nlanguage: en\nchronology: { rows: 8 }\n"
    ]
    for (index, text) in Self.fullChapters.enumerated() {
      files["chapters/0\(index + 1).md"] = text
    }
    let folder = try temporaryBook(files)
    defer { try? FileManager.default.removeItem(at: folder) }
    let before = try await rows(folder)
    #expect(before.count == 8)
    _ = try await scan(folder, writes: true)
    let path = folder.path + "/chronology.yaml"
    let first = try String(contentsOfFile: path, encoding: .utf8)
    #expect(try await rows(folder) == before)
    #expect(try await scan(folder, writes: true).hasPrefix("nothing new"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == first)
    #expect(try await rows(folder) == before)
  }

  /// The rows of a book's chronology: what, when, and where it stands in the prose.
  private func rows(_ folder: URL) async throws -> [String] {
    let produced = try await produce(
      ProductionRequest(book: folder.path), in: Self.surroundings)
    let annotated = try #require(produced.annotated)
    return annotated.time.chronology.years.flatMap { year in
      year.rows.map { row in
        let event = annotated.time.events[row.event]
        return "\(year.label)|\(row.when)|\(row.text)|\(event.edtf?.description ?? "")|"
          + "\(event.place?.chapter ?? -1)|\(event.place?.range.lowerBound ?? -1)"
      }
    }
  }

  @Test("what the author rejects stays rejected")
  func ignoring() async throws {
    let folder = try temporaryBook([
      "book.yaml": "title: T\nauthor: A\nlanguage: en\n",
      "chronology.yaml": "ignore:\n  - Left the old house in Turku\n",
      "chapters/01.md": Self.chapter,
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = try await scan(folder, format: .text)
    #expect(!text.contains("Left the old house"))
    #expect(text.contains("My father sold the boat to Karl"))
  }

  @Test("habits and what did not happen are no events")
  func habits() async throws {
    let folder = try temporaryBook([
      "book.yaml": "title: T\nauthor: A\nlanguage: en\n", "chapters/01.md": Self.chapter,
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = try await scan(folder, format: .text)
    let printed = text.split(separator: "\n").filter { $0.hasPrefix("print") }
    #expect(printed.count == 3)
    #expect(!printed.contains { $0.contains("swim") || $0.contains("cold") })
  }

  @Test("each date is shown with its place and how it was worked out")
  func reading() async throws {
    let folder = try temporaryBook([
      "book.yaml": "title: T\nauthor: A\nlanguage: en\n",
      "chapters/01.md": "# One\n\nOn 3 May 1953 we left.\n",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try await scanDates(
      ScanRequest(path: folder.path, book: nil, format: .yaml, writes: false),
      in: Self.surroundings)
    let text = String(decoding: outcome.output, as: UTF8.self)
    #expect(text.hasPrefix("# chapters/01.md:3:"))
    #expect(text.contains("1953-05-03 (explicit, exact): "))
  }
}
