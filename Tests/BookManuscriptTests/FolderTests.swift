import BookDiagnostics
import BookManuscript
import BookModel
import BookTestSupport
import Testing

@Suite("Whatever lies in the folder becomes a book, or is named")
struct FolderTests {
  private struct Found {
    var chapters: [String]
    var parts: [String?]
    var messages: [String]
    var setAside: [String]
  }

  private static func read(_ files: [String: String], list: String = "") async -> Found {
    var workspace = MemoryWorkspace.soundBook(with: [
      "book.yaml": "title: T\nauthor: A\nlanguage: en\ndate: 2020-05-01\n\(list)"
    ])
    workspace.files = workspace.files.filter { $0.key == "book.yaml" }
    for (path, text) in files { workspace.files[path] = Array(text.utf8) }
    let reading = await readBook(in: workspace, sourceDateEpoch: nil, jobs: 1)
    let chapters = reading.book?.chapters ?? []
    return Found(
      chapters: chapters.map { reading.sources[$0.source].path },
      parts: chapters.map(\.header.part),
      messages: reading.diagnostics.map { diagnostic in
        ([diagnostic.code.id + " " + diagnostic.message] + diagnostic.notes.map(\.message))
          .joined(separator: "; ")
      },
      setAside: BookManuscript.setAside(by: reading.folder, in: workspace))
  }

  private static let text = "# A heading\n\nSome words.\n"

  @Test("folders in chapters are parts, in the order of their numbers; those set aside are none")
  func parts() async {
    let found = await Self.read([
      "chapters/00-before.md": Self.text, "chapters/2-away/1.md": Self.text,
      "chapters/10-home/2.md": Self.text, "chapters/10-home/10.md": Self.text,
      "chapters/drafts/x.md": Self.text, "chapters/_old/x.md": Self.text,
    ])
    #expect(
      found.chapters == [
        "chapters/00-before.md", "chapters/2-away/1.md", "chapters/10-home/2.md",
        "chapters/10-home/10.md",
      ])
    #expect(found.parts == [nil, "Away", "Home", "Home"])
    #expect(found.messages == [])
  }

  @Test("what is no chapter is named once a kind, with what to do")
  func leftOut() async {
    let found = await Self.read([
      "chapters/one.md": Self.text, "chapters/one copy.md": Self.text,
      "chapters/one (1).md": Self.text, "chapters/two.docx": "PK", "chapters/three.md.txt": "x",
      "chapters/four.txt": "x", "chapters/.five.md.icloud": "x", "chapters/p/q/six.md": Self.text,
      "chapters/readme.md": "x", "seven.md": Self.text, "README.md": "x",
    ])
    #expect(found.chapters == ["chapters/one.md"])
    #expect(
      found.messages == [
        "B0126 'chapters/two.docx' is not read: it is no Markdown; `bookc import "
          + "'chapters/two.docx' --into .` in the book's folder makes chapters of it, then take it "
          + "out of there",
        "B0126 'chapters/four.txt' is not read: its name must end in .md; call it 'four.md', or let "
          + "`bookc import 'chapters/four.txt' --into .` in the book's folder read it",
        "B0126 'chapters/three.md.txt' is not read: its name must end in .md; call it 'three.md'",
        "B0126 'chapters/.five.md.icloud' is not read: it is in iCloud only; open it once so that "
          + "it comes onto this computer",
        "B0126 'chapters/one (1).md' and 1 more are not read: by its name it is a copy of "
          + "'one.md'; give it a name of its own if it is another chapter; the others: 'chapters/one copy.md'",
        "B0126 'chapters/p/q/six.md' is not read: chapters stand in one folder or in a folder for "
          + "each part, no deeper; move it up",
        "B0126 'seven.md' is not read: there is a folder 'chapters', and only what is in it is "
          + "read; move it there",
      ])
  }

  @Test("with a list nothing unlisted is read, in a flat folder neither")
  func listed() async {
    let found = await Self.read(
      ["one.md": Self.text, "two.md": Self.text, "three.rtf": "x", "part/four.md": Self.text],
      list: "chapters: [one.md]\n")
    #expect(found.chapters == ["one.md"])
    #expect(
      found.messages == [
        "B0124 'two.md' and 1 more are not in book.yaml's list of chapters; the others: "
          + "'part/four.md'; nothing of it is printed: add it under 'chapters:', or move it out of the "
          + "folder",
        "B0126 'three.rtf' is not read: it is no Markdown; `bookc import 'three.rtf' "
          + "--into .` in the book's folder makes chapters of it, then take it out of there",
      ])
  }

  @Test("what is no chapter by its name or its place is said without a message")
  func setAside() async {
    let found = await Self.read([
      "chapters/one.md": Self.text, "chapters/drafts/x.md": Self.text, "chapters/README.md": "x",
      "chapters/.one.md": "x", "chapters/one.tex": "x", "chapters/house.jpg": "x",
      "letters/a.docx": "x", "letters/b.md": "x", "memoir.docx": "x", "images/x.md": "x",
    ])
    #expect(found.chapters == ["chapters/one.md"])
    #expect(found.messages == [])
    #expect(
      found.setAside.sorted() == [
        "chapters/.one.md", "chapters/README.md", "chapters/drafts/", "chapters/one.tex",
        "letters/", "memoir.docx",
      ])
  }

  /// Where the files of a random book lie, and what kind of list it has.
  private static let folders = [
    "", "", "chapters/", "chapters/1-home/", "chapters/1-home/deep/", "chapters/old/",
    "chapters/_x/", "part two/", "part two/more/", "part two/more/still/", "drafts/", "letters/",
  ]
  private static let stems = [
    "1", "2", "10", "one", "one copy", "Copy of one", "one (1)", "Prologue", "IV", "README", ".x",
    "index", "\u{E9}t\u{E9}", "a b",
  ]
  private static let endings = [
    ".md", ".md", ".md", ".markdown", ".qmd", ".txt", ".docx", ".doc", ".md.txt", ".odt", ".rtf",
    ".MD", ".pages", ".md.icloud",
  ]

  @Test(
    "every file of a random folder is in the book or is named, once",
    arguments: ["", "chapters:", "SUMMARY.md", "Book.txt", "_quarto.yml"])
  func everyFile(list: String) async {
    var dice = Dice()
    for _ in 0..<300 {
      var files: [String: String] = [:]
      for _ in 0..<Int.random(in: 1...12, using: &dice) {
        let path = [Self.folders, Self.stems, Self.endings]
          .map { $0.randomElement(using: &dice) ?? "" }.joined()
        files[path] = Self.text
      }
      let listed = files.keys.sorted().filter {
        $0.hasSuffix(".md") && Bool.random(using: &dice)
      }
      var yaml = ""
      switch list {
      case "chapters:":
        if !listed.isEmpty {
          yaml = "chapters:\n" + listed.map { "  - '\($0)'\n" }.joined()
        }
      case "SUMMARY.md":
        files[list] = "# S\n\n" + listed.map { "- [x](<\($0)>)\n" }.joined()
      case "Book.txt": files[list] = listed.joined(separator: "\n")
      case "_quarto.yml":
        files[list] = "book:\n  chapters:\n" + listed.map { "    - '\($0)'\n" }.joined()
      default: break
      }
      let found = await Self.read(files, list: yaml)
      for path in files.keys.sorted() where path != list {
        let isRead = found.chapters.count { $0 == path }
        let isNamed = found.messages.count { (told: String) -> Bool in
          // The name that a file ought to have, or the file that it is a copy of.
          let message = told.replacing("call it '\(path)'", with: "")
            .replacing("copy of '\(path)'", with: "")
          return message.contains("'\(path)'")
            || Self.folders(of: path).contains { folder in
              message.contains("no deeper") && message.contains("'\(folder.dropLast())'")
            }
        }
        let isSetAside = found.setAside.count {
          $0 == path || $0.hasSuffix("/") && path.hasPrefix($0)
        }
        #expect(
          isRead + isNamed + isSetAside == 1,
          "\(path): read \(isRead), named \(isNamed), aside \(isSetAside) in \(files.keys.sorted()) with \(listed): \(found)"
        )
      }
    }
  }

  /// `a/`, `a/b/` of `a/b/c.md`.
  private static func folders(of path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[...$0]) }
  }

  @Test("a file of bookc's own that is called otherwise is named, once")
  func misnamed() async {
    let found = await Self.read(["chapters/one.md": Self.text, "People.yml": "people:"])
    #expect(found.messages == ["B0126 'People.yml' is not read: it must be called 'people.yaml'"])
    var workspace = MemoryWorkspace.soundBook()
    workspace.files = ["one.md": Array(Self.text.utf8), "book.yaml.txt": Array("title: T".utf8)]
    let reading = await readBook(in: workspace, sourceDateEpoch: nil, jobs: 1)
    #expect(reading.diagnostics.map(\.code) == [.languageAssumed])
    #expect(
      reading.diagnostics.first?.notes.map(\.message) == [
        "there is 'book.yaml.txt': call it 'book.yaml'"
      ])
  }

  @Test("chapters called after months stand in a year's order; a misnamed book.yaml is told always")
  func months() async {
    let found = await Self.read([
      "chapters/march.md": Self.text, "chapters/January.md": Self.text,
      "chapters/february.md": Self.text,
    ])
    #expect(
      found.chapters == ["chapters/January.md", "chapters/february.md", "chapters/march.md"])
    var workspace = MemoryWorkspace.soundBook()
    workspace.files = [
      "one.md": Array(Self.text.utf8), "book.yml": Array("title: T".utf8),
      "metadata.yaml": Array("title: T\nlang: en\n".utf8),
    ]
    let reading = await readBook(in: workspace, sourceDateEpoch: nil, jobs: 1)
    #expect(reading.diagnostics.map(\.code) == [.fileNotRead])
  }

  @Test("a book within the folder is no part of this one, and is named")
  func bookWithin() async {
    let found = await Self.read([
      "one.md": Self.text, "other/book.yaml": "title: O", "other/two.md": Self.text,
    ])
    #expect(found.chapters == ["one.md"])
    #expect(
      found.messages == [
        "B0126 'other' is not read: it is a book of its own; give its folder, as in `bookc build 'other'`"
      ])
  }

  @Test("a chapter whose head cannot be read is not told to have no title")
  func unreadHead() async {
    let found = await Self.read(["chapters/01.md": "---\ntitle: Five: b\n---\n\nWords.\n"])
    #expect(
      found.messages == [
        "B0101 a second ':' in one line; put what stands behind the first in quotes: "
          + "title: \"Five: b\""
      ])
  }
}
