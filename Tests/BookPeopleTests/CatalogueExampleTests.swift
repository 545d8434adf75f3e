import BookDiagnostics
import BookManuscript
import BookModel
import BookPeople
import BookTestSupport
import Testing

@Suite("The examples of the explanations") struct CatalogueExampleTests {
  @Test("bad gives this code, good gives none of this area", arguments: DiagnosticCode.people)
  func examples(code: DiagnosticCode) async throws {
    for isGood in [false, true] {
      let files = Self.files(code.explanation, isGood ? "good" : "bad")
      // A family tree is read by another command.
      if files.isEmpty || files["tree.ged"] != nil { continue }
      let read = await readBook(
        in: MemoryWorkspace.soundBook(with: files), sourceDateEpoch: nil, jobs: 1)
      let book = try #require(read.book)
      let found = messages(await annotatePeople(in: book, jobs: 1), in: book)
      let codes = Set(found.map(\.code.id))
      #expect(codes == (isGood ? [] : [code.id]), "\(found.map(\.message))")
      if !isGood { #expect(found.allSatisfy { $0.span != nil }) }
    }
  }

  static func files(_ explanation: String, _ kind: String) -> [String: String] {
    var files: [String: String] = [:]
    var name: String?
    var body = ""
    for line in explanation.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        let words = line.dropFirst(3).split(separator: " ")
        if let open = name {
          files[open] = body
          name = nil
        } else if words.count == 2 {
          name = words[1] == kind ? String(words[0]) : "-"
          body = ""
        }
      } else {
        body += line + "\n"
      }
    }
    files["-"] = nil
    return files
  }
}
