import BookDiagnostics
import BookMarkup
import BookModel
import Foundation
import Testing

@testable import BookImport

/// Folders in `Tests/Fixtures/import`: a file `manuscript.…` and beside it what is expected of it,
/// `expected/` with book.yaml, the chapters and the report.
///
/// To add one, put the manuscript into a new folder and run the tests: what they write is to be read
/// before it is committed.
@Suite("Manuscripts and what is made of them")
struct FixtureTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/import")
  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()

  @Test("there are fixtures")
  func thereAreSome() { #expect(Self.names.count >= 1) }

  @Test("a manuscript gives what stands beside it", arguments: names)
  func expectedFiles(name: String) throws {
    let folder = Self.folder.appending(path: name)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let manuscript = try #require(files.first { $0.hasPrefix("manuscript.") })
    let bytes = Array(try Data(contentsOf: folder.appending(path: manuscript)))
    let book = try readManuscript(bytes, named: manuscript)
    var made = book.files(source: "manuscript").filter { !$0.path.hasPrefix("images/") }
    let chapters = made.filter { $0.path.hasSuffix(".md") }.map { (path: $0.path, words: 0) }
    let report = book.report(on: manuscript, chapters: chapters)
    made.append(Artifact(path: "report.txt", bytes: Array(report.utf8)))
    let expected = folder.appending(path: "expected")
    for file in made {
      let place = expected.appending(path: file.path)
      guard let data = try? Data(contentsOf: place) else {
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place)
        Issue.record("\(name)/expected/\(file.path) was written now: read it and run again")
        continue
      }
      #expect(
        String(decoding: data, as: UTF8.self) == String(decoding: file.bytes, as: UTF8.self),
        "\(name)/expected/\(file.path)")
    }
    let there =
      (FileManager.default.enumerator(atPath: expected.path)?.compactMap { $0 as? String } ?? [])
      .filter { $0.contains(".") }
    #expect(Set(there) == Set(made.map(\.path)))
  }
}
