import BookDiagnostics
import BookLint
import BookTestSupport
import Foundation
import Testing

@Suite("The rules together")
struct LintTests {
  @Test("chapters are told in order, however many at once", arguments: [1, 2, 8])
  func chaptersInOrder(jobs: Int) async {
    let book = LintedBook([
      "# A\n\nThe the one.", "# B\n\nNothing here.", "# C\n\nOf of two, a a three.",
      "# D\n\nAnd and four.",
    ])
    let found = await lint(book.annotated, jobs: jobs).map { book.source(of: $0) }
    #expect(found == ["The the", "Of of", "a a", "And and"])
  }

  @Test("a book without chapters has no remarks")
  func emptyBook() async {
    #expect(await lint(LintedBook([]).annotated, jobs: 2).isEmpty)
  }

  @Test("every file of Rules/ is in the list, and no code is given by two rules")
  func everyRuleIsListed() throws {
    let folder = projectRoot.appending(path: "Sources/BookLint/Rules")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(".swift".count)) }
    #expect(Set(files) == Set(lintRules.map { String(describing: type(of: $0)) }))
    #expect(Set(lintRules.map { type(of: $0).code.id }).count == lintRules.count)
  }
}
