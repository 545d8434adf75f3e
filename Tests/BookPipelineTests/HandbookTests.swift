import BookDiagnostics
import BookManuscript
import BookModel
import BookPipeline
import BookReports
import BookTestSupport
import Foundation
import Testing

@Suite("The handbook of keys")
struct HandbookTests {
  private static let docs = WorkflowTests.root.appending(path: "docs")

  private static var handbook: String {
    """
    # Every key of every file

    `bookc explain book.yaml` prints the same in the terminal, for each of these files. Editors \
    that know JSON Schema complete and check the files with those in `schemas`.


    """ + describedFiles.map(\.handbookChapter).joined(separator: "\n")
  }

  /// The page and the schemas by their paths in `docs`.
  private static var pages: [(path: String, bytes: [UInt8])] {
    [("keys.md", Array(handbook.utf8))]
      + describedFiles.map { file in
        let stem = file.name.split(separator: ".")[0]
        return ("schemas/\(stem).schema.json", file.schema)
      }
  }

  @Test("docs/ says what the readers know; RECORD_GOLDENS=1 writes it anew")
  func pagesAreCurrent() throws {
    for page in Self.pages {
      let url = Self.docs.appending(path: page.path)
      if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(page.bytes).write(to: url)
      }
      #expect(try Data(contentsOf: url) == Data(page.bytes), "\(page.path)")
    }
  }

  @Test("every key's example is taken without a word, by itself")
  func examplesAreRead() async throws {
    for file in describedFiles {
      for key in file.keys {
        var files = [
          "chapters/01-one.md": "# One\n\nText.\n", "chapters/02-two.md": "# Two\n\nText.\n",
          "book.yaml": "title: T\nlanguage: en\nauthor: A B\n",
          "images/cover.jpg": "",
        ]
        let line = "\(key.name): \(key.example)\n"
        switch file.name {
        case "chapter": files["chapters/01-one.md"] = "---\n\(line)---\n\n# One\n\nText.\n"
        case "book.yaml":
          let others = ["title: T\n", "language: en\n", "author: A B\n"].filter {
            !$0.hasPrefix(key.name == "authors" ? "author" : key.name + ":")
          }
          files["book.yaml"] = line + others.joined()
        case "people.yaml":
          let name = key.name == "name" ? "" : "  name: Ruth Berg\n"
          files["people.yaml"] = "- \(line)" + (key.name == "id" ? "" : "  id: ruth\n") + name
        default:
          let title = key.name == "title" ? "" : "  title: Leaves\n"
          files["people.yaml"] = "- { id: ruth, name: Ruth }\n- { id: karl, name: Karl }\n"
          files["chronology.yaml"] =
            "- \(line)" + title + (key.name == "date" ? "" : "  date: 1931\n")
        }
        let compilation = await compile(
          MemoryWorkspace(files), prefix: "", sourceDateEpoch: nil, jobs: 1)
        let kinds: Set<DiagnosticCode> = [
          .unknownKey, .wrongValue, .yamlSyntax, .hashEndsValue, .dateMalformed, .isbnWrong,
          .unknownRegistryKey, .misshapenRegistryEntry, .misshapenEvent, .languageMalformed,
        ]
        let told = compilation.noticed.filter { kinds.contains($0.code) }.map(\.message)
        #expect(told.isEmpty, "\(file.name), \(key.name): \(told)")
      }
    }
  }
}
