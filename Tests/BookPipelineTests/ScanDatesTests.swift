import BookDisk
import BookPipeline
import BookTestSupport
import Foundation
import Testing

@Suite("What a scan for dates proposes")
struct ScanDatesTests {
  static let surroundings = Surroundings(sourceDateEpoch: nil, jobs: 1, programFolder: nil)

  @Test("events go into chronology.yaml once, and what the author has stays")
  func writing() async throws {
    let own = "# mine\nevents:\n  - id: own\n    date: 1940\n    title: Before\nworld: []\n"
    let folder = try temporaryBook([
      "book.yaml": "title: T\nauthor: A\nlanguage: en\n", "chronology.yaml": own,
      "chapters/01.md": "# One\n\nOn 3 May 1953 we left \"home\". In June 1954 we came back.\n",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let request = ScanRequest(path: folder.path, book: nil, format: .yaml, writes: true)
    _ = try await scanDates(request, in: Self.surroundings)
    let path = folder.path + "/chronology.yaml"
    let first = try String(contentsOfFile: path, encoding: .utf8)
    #expect(
      first.hasPrefix("# mine\nevents:\n  - id: own\n    date: 1940\n    title: Before\n  - id: "))
    #expect(first.hasSuffix("world: []\n"))
    #expect(first.contains("    date: \"1953-05-03\"\n"))
    #expect(first.contains("    date: \"1954-06\"\n"))
    _ = try await scanDates(request, in: Self.surroundings)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == first)
    let report = try await checkBook(
      ProductionRequest(book: folder.path), in: Self.surroundings)
    #expect(report.diagnostics.filter { $0.severity == .error }.isEmpty)
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
    #expect(text.contains("- id: on-3-may-1953-we\n  date: \"1953-05-03\"\n"))
  }
}
