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
