import BookPipeline
import BookTestSupport
import BookZip
import Foundation
import Testing

@Suite("What an author says to themselves")
struct PrivateCommentTests {
  /// A name stands in every comment, so that an index or a search would show it.
  private static let chapter = """
    # One

    Before %% Wilhelmina Secretson in 1931 %% after. %% Wilhelmina
    Secretson left on 5 May 1932 %% Done.[^1]

    %%
    Wilhelmina Secretson was born in 1901.

    She married Ludwig Secretson.
    %%

    <!-- Wilhelmina Secretson came in 1933. -->

    > A quotation %% Wilhelmina Secretson %% of hers.

    - An item %% Wilhelmina Secretson %%

    | a | b %% Secretson %% |
    |---|---|
    | c | d |

    [^1]: A note %% Wilhelmina Secretson %% ends.
    """

  @Test("stands in no file that is made: no book, no site, no index, no report")
  func nowhere() async throws {
    let folder = try temporaryBook([
      "book.yaml":
        "title: T\nauthor: A B\nlanguage: en\ndate: 2020-01-01\nformats: [epub, html]\n",
      "chapters/01-one.md": Self.chapter,
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let here = Surroundings(sourceDateEpoch: 0, jobs: 1, programFolder: nil)
    let out = folder.appending(path: "dist")
    let request = ProductionRequest(book: folder.path)
    let outcome = try await build(request, to: out.path, in: here)
    #expect(outcome.summary != nil)
    let produced = try await produce(request, in: here)
    var files: [(path: String, bytes: [UInt8])] = []
    for artifact in produced.artifacts {
      if artifact.path.hasSuffix(".epub") {
        let archive = try ZipReader(artifact.bytes)
        for entry in archive.entries { files.append((entry.name, try archive.read(entry))) }
      } else {
        files.append((artifact.path, artifact.bytes))
      }
    }
    let texts = files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    #expect(texts.count { $1.contains("of hers") } >= 2)
    for (path, text) in texts { #expect(!text.contains("Secretson"), "\(path)") }
    for report in ["people.json", "chronology.json", "build.json"] {
      let text = try String(contentsOf: out.appending(path: report), encoding: .utf8)
      #expect(!text.contains("Secretson"), "\(report)")
    }
    let words = produced.annotated?.book.chapters.map { String(decoding: $0.text, as: UTF8.self) }
    #expect(words?.joined().contains("Secretson") == false)
  }
}
