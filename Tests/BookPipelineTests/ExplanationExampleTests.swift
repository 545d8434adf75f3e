import BookDiagnostics
import BookPipeline
import BookTestSupport
import Foundation
import Testing

@Suite("The examples of the explanations")
struct ExplanationExampleTests {
  /// The files of an explanation's fences, by `bad` and `good`.
  static func examples(_ code: DiagnosticCode) -> (bad: [String: String], good: [String: String]) {
    var files: [String: [String: String]] = ["bad": [:], "good": [:]]
    var current: (path: String, kind: String, lines: [Substring])?
    for line in code.explanation.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```"), let fence = current {
        if line == "```" || line.hasPrefix("``` ") {
          files[fence.kind]?[fence.path] = fence.lines.map { $0 + "\n" }.joined()
          current = nil
          continue
        }
      } else if line.hasPrefix("```"), current == nil {
        let words = line.drop { $0 == "`" }.split(separator: " ")
        if words.count == 2, words[1] == "bad" || words[1] == "good" {
          current = (String(words[0]), String(words[1]), [])
          continue
        }
      }
      current?.lines.append(line)
    }
    return (files["bad"] ?? [:], files["good"] ?? [:])
  }

  /// A family tree among the files of an example.
  static let tree = "tree.ged"

  static func codes(_ overlay: [String: String]) async throws -> [String] {
    if let tree = overlay[tree] { return try codesOfImporting(tree, into: overlay) }
    return await compile(
      MemoryWorkspace.soundBook(with: overlay), prefix: "", sourceDateEpoch: nil, jobs: 1
    ).diagnostics.map(\.code.id)
  }

  /// What `bookc people import --write` says of a family tree.
  private static func codesOfImporting(
    _ text: String, into overlay: [String: String]
  ) throws -> [String] {
    try withTemporaryFolder { folder in
      for (path, bytes) in MemoryWorkspace.soundBook(with: overlay).files {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
      }
      return try importFamilyTree(
        folder.appending(path: tree).path, into: folder.path, writes: true
      ).diagnostics.diagnostics.map(\.code.id)
    }
  }

  static let withExamples = DiagnosticCode.all.filter { !examples($0).bad.isEmpty }.map(\.id)

  @Test("a code has an example, or stands in the list of those that cannot")
  func everyCodeHasAnExample() {
    let all = Set(DiagnosticCode.all.map(\.id))
    let with = Set(Self.withExamples)
    let without = Set(CodesWithoutExamples.reasons.keys)
    #expect(all.subtracting(with).subtracting(without) == [], "no example and no reason")
    #expect(with.intersection(without) == [], "an example there is: take the code out of the list")
    #expect(without.subtracting(all) == [], "no such code")
    #expect(without.count <= CodesWithoutExamples.atMost, "the list shrinks only")
  }

  @Test("the bad example gives the code, the good one does not", arguments: withExamples)
  func examplesHold(id: String) async throws {
    let code = try #require(DiagnosticCode.all.first { $0.id == id })
    let (bad, good) = Self.examples(code)
    let found = try await Self.codes(bad)
    #expect(found.contains(id), "the bad example of \(id) gives \(found)")
    #expect(!good.isEmpty, "\(id) has no good example")
    let left = try await Self.codes(good)
    #expect(left == [], "the good example of \(id) gives \(left)")
  }
}
