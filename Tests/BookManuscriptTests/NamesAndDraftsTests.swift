import BookDiagnostics
import BookManuscript
import BookModel
import BookTestSupport
import Testing

/// What a chapter is called by its file, what is a draft, and where a picture is looked for.
@Suite("Names of files, drafts, pictures anywhere")
struct NamesAndDraftsTests {
  private static func read(_ files: [String: String]) async -> BookReading {
    await readBook(in: MemoryWorkspace(files), sourceDateEpoch: nil, jobs: 1)
  }

  @Test(
    "a file named in words names a chapter that has no title",
    arguments: [
      ("Grüße an Mutter.md", "Words.", "Grüße an Mutter"),
      ("03 The long way.md", "Words.", "The long way"),
      ("Bases syntax.md", "Words.\n\n## Example\n\nMore.", "Bases syntax"),
      ("01-mill.md", "Words.", nil), ("Chapter 5.md", "Words.", nil), ("12.md", "Words.", nil),
      ("Mill.md", "# The Mill\n\nWords.", "The Mill"),
      ("Mill.md", "## The Mill\n\nWords.", "The Mill"),
      ("Mill.md", "---\ntitle: The Mill\n---\nWords.", "The Mill"),
    ] as [(String, String, String?)])
  func titles(file: String, text: String, title: String?) async {
    let reading = await Self.read([file: text + "\n"])
    #expect(reading.book?.chapters.map(\.title) == [title])
  }

  @Test(
    "a draft is not in the book, and named among what is not",
    arguments: ["draft: true", "draft: yes", "published: false", "status: draft"])
  func drafts(key: String) async {
    let files = [
      "a.md": "# A\n\nWords.\n", "b.md": "---\n\(key)\n---\n# B\n\nSecret [x](no.md).\n",
    ]
    let reading = await Self.read(files)
    #expect(reading.book?.chapters.map(\.title) == ["A"])
    #expect(setAside(by: reading.folder, in: MemoryWorkspace(files)) == ["b.md"])
    #expect(!reading.diagnostics.contains { $0.severity == .error })
  }

  @Test(
    "files whose names say that they are no chapters are told of, and no others",
    arguments: [
      (["two.md", "two final.md"], ["two final.md"]), (["two_v1.md", "two_v2.md"], ["two_v1.md"]),
      (["one-notes.md", "two.md"], ["one-notes.md"]),
      (["a.md", "03 outline.md", "ideas.md"], ["03 outline.md", "ideas.md"]),
      (["The final.md", "A new start.md", "Mark V.md", "v2.md", "Noted.md"], []),
      // No file has the number after it.
      (["two v\(Int.max).md"], []),
    ])
  func namedLikeDrafts(files: [String], drafts: [String]) async {
    let reading = await Self.read(
      Dictionary(uniqueKeysWithValues: files.map { ($0, "# A\n\nWords.\n") }))
    let told = reading.diagnostics.filter { $0.code == .namedLikeDraft }
    #expect(told.count == (drafts.isEmpty ? 0 : 1))
    #expect(reading.book?.chapters.count == files.count)
    let words = told.flatMap { [$0.message] + $0.notes.map(\.message) }.joined(separator: " ")
    for file in files {
      #expect(words.contains("'\(file)'") == drafts.contains(file), "\(file)")
    }
  }

  @Test("where all are drafts there is no book, and it is said why")
  func onlyDrafts() async {
    let reading = await Self.read(["a.md": "---\ndraft: true\n---\n# A\n\nWords.\n"])
    #expect(reading.book == nil)
    #expect(reading.diagnostics.map(\.code.id).contains("B0116"))
  }

  @Test("a file in the place of the folder of chapters is said to be one")
  func chaptersAFile() async {
    let reading = await Self.read(["chapters": "# A\n\nWords.\n"])
    let notes = reading.diagnostics.flatMap(\.notes).map(\.message)
    #expect(notes.contains { $0.contains("'chapters' is a file") })
  }

  @Test("folders put aside are named where there is no chapter")
  func aside() async {
    let reading = await Self.read(["Notes/a.md": "# A\n\nWords.\n"])
    let notes = reading.diagnostics.flatMap(\.notes).map(\.message)
    #expect(notes.contains { $0.contains("Notes/") })
  }

  @Test(
    "a picture written as its name alone is found in whatever folder it lies, if in one only",
    arguments: [
      ("![[c.svg]]", ["Attachments/icons/c.svg"], true), ("![x](c.svg)", ["a/b/c.svg"], true),
      ("![x](images/c.svg#outline)", ["images/c.svg"], true),
      ("![x](c.svg)", ["a/c.svg", "b/c.svg"], false), ("![x](c.svg)", ["a/d.svg"], false),
      ("![x](e/c.svg)", ["a/e/c.svg"], false),
    ])
  func pictures(markdown: String, pictures: [String], isFound: Bool) async {
    var files = ["a.md": "# A\n\nWords.\n\n\(markdown)\n\nWords.\n"]
    for picture in pictures {
      files[picture] =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"><path d=\"M0 0\"/></svg>"
    }
    let reading = await Self.read(files)
    #expect(reading.book?.images.count == (isFound ? 1 : 0))
    #expect(reading.diagnostics.map(\.code.id).contains("B0140") == !isFound)
  }
}
