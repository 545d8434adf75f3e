import BookDiagnostics
import BookLint
import BookPipeline
import BookTestSupport
import Foundation
import Testing

@Suite("The rules by example")
struct LiterateTests {
  static let folder = projectRoot.appending(path: "Tests/BookLintTests/Rules")

  static let examples: [LiterateExample] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().flatMap { name in
      let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
      return LiterateExample.read(text ?? "", rule: String(name.dropLast(".md".count)))
    }
  }()

  @Test("a book gives the messages of its section, and nothing else", arguments: examples)
  func messages(example: LiterateExample) async {
    let workspace = MemoryWorkspace.soundBook(with: example.files)
    let compilation = await compile(workspace, prefix: "", sourceDateEpoch: nil, jobs: 1)
    let list = DiagnosticList(compilation.diagnostics, sources: compilation.sources)
    let found = list.diagnostics.map { diagnostic in
      guard let place = diagnostic.span.map(list.place) else {
        return "\(diagnostic.code.id) \(diagnostic.message)"
      }
      let file = place.path == LiterateExample.chapter ? "" : place.path + ":"
      return
        "\(diagnostic.code.id) \(file)\(place.start.line):\(place.start.column) \(diagnostic.message)"
    }
    #expect(found.sorted() == example.messages.sorted())
  }

  @Test("every rule has a file with a faulty and a sound example, and every file a rule")
  func everyRuleHasExamples() {
    let byRule = Dictionary(grouping: Self.examples, by: \.rule)
    #expect(Set(byRule.keys) == Set(lintRules.map { String(describing: type(of: $0)) }))
    for rule in lintRules {
      let name = String(describing: type(of: rule))
      let code = type(of: rule).code.id
      let examples = byRule[name] ?? []
      #expect(
        examples.contains { $0.messages.contains { $0.hasPrefix(code) } },
        "\(name).md has no example with \(code)")
      #expect(
        examples.contains { $0.messages.isEmpty && !$0.files.isEmpty },
        "\(name).md has no sound example")
    }
  }

  @Test("the reader of the files sees what is there")
  func readerReads() {
    let text = """
      # A rule

      ## Faulty

      ```
      # One

      the the
      ```

      ```people.yaml
      - id: a
      ```

      B0801 3:1 'the' stands twice in a row

      ## Sound

      ```
      B0801 is words here
      ```
      """
    let examples = LiterateExample.read(text, rule: "R")
    #expect(examples.map(\.name) == ["Faulty", "Sound"])
    #expect(examples.first?.files["chapters/01-one.md"] == "# One\n\nthe the\n")
    #expect(examples.first?.files["people.yaml"] == "- id: a\n")
    #expect(examples.map(\.messages) == [["B0801 3:1 'the' stands twice in a row"], []])
  }
}
