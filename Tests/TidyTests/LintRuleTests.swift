import Foundation
import Testing

/// What is judged of an author's book is judged in one room, one rule a file.
@Suite("One room for the rules")
struct LintRuleTests {
  static let folder = "Sources/BookLint/Rules"

  /// The name in the catalogue of the code that a rule's file declares.
  static func code(_ text: String) -> String? {
    let declaration = "package static let code = DiagnosticCode."
    guard let start = text.firstRange(of: declaration)?.upperBound else { return nil }
    return String(text[start...].prefix { $0.isLetter || $0.isNumber })
  }

  @Test("every file of the rules declares one type of its own name and one code")
  func oneRuleAFile() {
    let files = SourceTree.swiftFiles(in: Self.folder)
    #expect(files.count > 30)
    for file in files {
      let name = String(file.path.dropFirst(Self.folder.count + 1).dropLast(".swift".count))
      #expect(file.text.ranges(of: "package struct ").count == 1, "\(file.path)")
      #expect(file.text.contains("package struct \(name): "), "\(file.path)")
      #expect(Self.code(file.text) != nil, "\(file.path)")
    }
  }

  @Test("no code of a rule is given anywhere else")
  func codesHaveOneRule() {
    let sources = SourceTree.swiftFiles(in: "Sources").filter {
      !$0.path.contains("/Catalogue/") && !$0.path.contains("/Data/")
    }
    for rule in SourceTree.swiftFiles(in: Self.folder) {
      guard let code = Self.code(rule.text) else { continue }
      let given = [
        "Diagnostic(.\(code),", "report(.\(code),", "DiagnosticCode.\(code)\n", " .\(code),",
      ]
      for file in sources where file.path != rule.path {
        for form in given { #expect(!file.text.contains(form), "\(file.path) gives \(code)") }
      }
    }
  }

  @Test("the reader of a rule's code sees what is there")
  func readerSees() {
    #expect(Self.code("  package static let code = DiagnosticCode.doubledWord\n") == "doubledWord")
    #expect(Self.code("let code = 1") == nil)
  }
}
