import BookDiagnostics
import BookPipeline
import BookTestSupport
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
          files[fence.kind]?[fence.path] = fence.lines.joined(separator: "\n") + "\n"
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

  static func codes(_ overlay: [String: String]) async -> [String] {
    await compile(
      MemoryWorkspace.soundBook(with: overlay), prefix: "", sourceDateEpoch: nil, jobs: 1
    ).diagnostics.map(\.code.id)
  }

  static let withExamples = DiagnosticCode.all.filter { !examples($0).bad.isEmpty }.map(\.id)

  @Test("most codes have an example")
  func mostHaveExamples() {
    #expect(Self.withExamples.count * 2 > DiagnosticCode.all.count, "\(Self.withExamples.count)")
  }

  @Test("the bad example gives the code, the good one does not", arguments: withExamples)
  func examplesHold(id: String) async throws {
    let code = try #require(DiagnosticCode.all.first { $0.id == id })
    let (bad, good) = Self.examples(code)
    let found = await Self.codes(bad)
    #expect(found.contains(id), "the bad example of \(id) gives \(found)")
    #expect(!good.isEmpty, "\(id) has no good example")
    let left = await Self.codes(good)
    #expect(left == [], "the good example of \(id) gives \(left)")
  }
}
