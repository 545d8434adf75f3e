import BookModel
import BookPipeline
import Foundation
import Testing

@Suite("People: family trees, pages to show, whom to ask")
struct PeopleCommandTests {
  static let tree = """
    0 HEAD
    1 GEDC
    2 VERS 5.5.1
    1 CHAR UTF-8
    0 @I1@ INDI
    1 NAME Ruth /Berg/
    1 BIRT
    2 DATE 3 MAR 1871
    1 DEAT
    2 DATE 1950
    0 TRLR

    """

  @Test("a family tree is printed as entries, or merged into what the author has")
  func imported() throws {
    let service = try DiffGitTests.repository()
    defer { service.remove() }
    let book = service.repository.appending(path: "Book")
    let file = service.folder.appending(path: "family.ged").path
    try Data(Self.tree.utf8).write(to: URL(filePath: file))
    let printed = try importFamilyTree(file, into: book.path, writes: false)
    #expect(printed.diagnostics.diagnostics.isEmpty)
    #expect(printed.output.contains("Berg"))
    #expect(!FileManager.default.fileExists(atPath: book.path + "/people.yaml"))

    let mine = "# Mine\n- id: ruth\n  name: { given: Ruth, family: Berg }\n  roles: [aunt]\n"
    try service.put("Book/people.yaml", mine)
    let merged = try importFamilyTree(file, into: book.path, writes: true)
    #expect(merged.diagnostics.diagnostics.isEmpty)
    let text = try String(contentsOf: book.appending(path: "people.yaml"), encoding: .utf8)
    #expect(text.hasPrefix("# Mine\n- id: ruth\n"))
    #expect(text.contains("roles: [aunt]"))
    #expect(text.contains("1871-03-03"))
    #expect(text.matches(of: /- id:/).count == 1)

    #expect(throws: BuildFailure.self) {
      try importFamilyTree(file + "x", into: book.path, writes: false)
    }
    try Data("no tree".utf8).write(to: URL(filePath: file))
    let refused = try importFamilyTree(file, into: book.path, writes: true)
    #expect(refused.diagnostics.count(.error) == 1)
    #expect(try String(contentsOf: book.appending(path: "people.yaml"), encoding: .utf8) == text)
  }

  @Test("a person's pages, a near id, and the list of those to ask")
  func extracted() async throws {
    let service = try DiffGitTests.repository()
    defer { service.remove() }
    let book = service.repository.appending(path: "Book").path
    try service.put(
      "Book/people.yaml",
      "- id: ruth-berg\n  name: { given: Ruth, family: Berg }\n- id: old-jim\n  name: { given: Jim, family: Hall }\n  died: 1950\n"
    )
    try service.put("Book/chapters/01-one.md", "# One\n\nRuth Berg met Jim Hall.\n\nIt rained.\n")
    let here = Surroundings(sourceDateEpoch: nil, jobs: 1, programFolder: nil)
    let page = String(
      decoding: try await extractPerson("ruth-berg", from: book, in: here), as: UTF8.self)
    #expect(page.contains("<mark>Ruth Berg</mark> met Jim Hall."))
    #expect(!page.contains("It rained"))
    do throws(BuildFailure) {
      _ = try await extractPerson("ruth-bergg", from: book, in: here)
      Issue.record("an unknown id was accepted")
    } catch {
      #expect(error.message.hasSuffix("did you mean 'ruth-berg'?"))
    }
    let list = String(
      decoding: try await listConsent(of: book, asJSON: false, in: here), as: UTF8.self)
    #expect(list.contains("Berg, Ruth (ruth-berg)"))
    #expect(!list.contains("old-jim"))
  }
}
