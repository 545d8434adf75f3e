import BookManuscript
import BookModel
import BookTestSupport
import Testing

@Suite("The order that another program's list gives")
struct ChapterOrderTests {
  private struct Found {
    var order: String?
    /// `path`, `path (front)`, `path [Part]`.
    var chapters: [String]
    var messages: [String]
  }

  private func read(_ lists: [String: String], chapters: [String]) async -> Found {
    var files = ["book.yaml": "title: T\nauthor: A\nlanguage: en\ndate: 2020-05-01\n"]
    for path in chapters { files[path] = "# Of `\(path)`\n\nSome words.\n" }
    for (path, text) in lists { files[path] = text }
    let reading = await readBook(in: MemoryWorkspace(files), sourceDateEpoch: nil, jobs: 1)
    return Found(
      order: reading.folder.order,
      chapters: (reading.book?.chapters ?? []).map { chapter in
        let header = chapter.header
        return reading.sources[chapter.source].path
          + (header.matter == .body ? "" : " (\(header.matter.rawValue))")
          + (header.part.map { " [\($0)]" } ?? "")
      },
      messages: reading.diagnostics.map { diagnostic in
        ([diagnostic.code.id + " " + diagnostic.message] + diagnostic.notes.map(\.message))
          .joined(separator: "; ")
      })
  }

  @Test("SUMMARY.md: headings are parts, links before and behind the lists are other matter")
  func summary() async {
    let found = await read(
      [
        "src/SUMMARY.md": """
        # Summary

        [Before](before.md)

        # The start

        - [Z](./z.md#anchor)
          - [In *a* folder](deep/in/a%20b.md)
          - [Not written yet]()
        - [Once more](z.md)
        - [The web](https://example.org/)

        # The end

        - [Gone](gone.md)
        - [A](a.md)

        [Thanks](thanks.md)
        """
      ],
      chapters: [
        "src/before.md", "src/z.md", "src/deep/in/a b.md", "src/a.md", "src/thanks.md",
        "src/unlisted.md", "beside.md", "src/deep/other.md", "README.md",
      ])
    #expect(found.order == "src/SUMMARY.md")
    #expect(
      found.chapters == [
        "src/before.md (front)", "src/z.md [The start]", "src/deep/in/a b.md [The start]",
        "src/a.md [The end]", "src/thanks.md (back)",
      ])
    #expect(
      found.messages == [
        "B0114 there is no chapter 'src/gone.md'",
        "B0124 'src/deep/other.md' and 2 more are not in the order that 'src/SUMMARY.md' gives; "
          + "the others: 'src/unlisted.md', 'beside.md'",
      ])
  }

  @Test("a SUMMARY.md that lists no file is a chapter")
  func chapterOfThatName() async {
    let found = await read([:], chapters: ["SUMMARY.md", "1.md"])
    #expect(found.order == nil)
    #expect(found.chapters == ["1.md", "SUMMARY.md"])
  }

  @Test("book.yaml's own list goes before all others")
  func ownList() async {
    let found = await read(
      [
        "book.yaml":
          "title: T\nauthor: A\nlanguage: en\ndate: 2020\nchapters: [b.md, a.md]\n",
        "SUMMARY.md": "- [A](a.md)\n- [B](b.md)\n",
      ], chapters: ["a.md", "b.md"])
    #expect(found.order == nil)
    #expect(found.chapters == ["b.md", "a.md"])
  }

  @Test("_quarto.yml: parts by a title or by a file, appendices, what stands behind the parts")
  func quarto() async {
    let found = await read(
      [
        "_quarto.yml": """
        project: {type: book}
        book:
          title: T
          chapters:
            - index.qmd
            - part: "One & all"
              chapters: [b.qmd, {text: A, file: a.qmd}]
            - part: opening.qmd
              chapters: [c.qmd]
            - part: title.qmd
              chapters: [d.qmd]
            - summary.qmd
          appendices: [tables.qmd]
        """, "title.qmd": "# A part's name\n",
      ],
      chapters: [
        "index.qmd", "b.qmd", "a.qmd", "opening.qmd", "c.qmd", "d.qmd", "summary.qmd",
        "tables.qmd", "old.qmd",
      ])
    #expect(found.order == "_quarto.yml")
    #expect(
      found.chapters == [
        "index.qmd", "b.qmd [One & all]", "a.qmd [One & all]",
        "opening.qmd [Of opening.qmd]", "c.qmd [Of opening.qmd]", "d.qmd [A part’s name]",
        "summary.qmd (back)", "tables.qmd (back)",
      ])
    #expect(found.messages == ["B0124 'old.qmd' is not in the order that '_quarto.yml' gives"])
  }

  @Test("_bookdown.yml: rmd_files; without it index is first")
  func bookdown() async {
    let files = ["index.Rmd", "01-a.Rmd", "02-b.Rmd"]
    let listed = await read(
      ["_bookdown.yml": "rmd_files: [index.Rmd, 02-b.Rmd, 01-a.Rmd]\n"], chapters: files)
    #expect(listed.order == "_bookdown.yml")
    #expect(listed.chapters == ["index.Rmd", "02-b.Rmd", "01-a.Rmd"])
    let unlisted = await read(["_bookdown.yml": "book_filename: x\n"], chapters: files)
    #expect(unlisted.order == nil)
    #expect(unlisted.chapters == files)
  }

  @Test("Book.txt: a file a line, matter, parts of one line; its samples are no chapters")
  func leanpub() async {
    let found = await read(
      [
        "manuscript/Book.txt":
          "{frontmatter}\npre.md\n\nmainmatter:\npart.txt\ntwo.md\r\none.txt\n# a remark\n",
        "manuscript/Sample.txt": "two.md\n", "manuscript/part.txt": "{class: part}\n# The Sea\n",
      ],
      chapters: [
        "manuscript/pre.md", "manuscript/two.md", "manuscript/one.txt", "manuscript/left.md",
      ])
    #expect(found.order == "manuscript/Book.txt")
    #expect(
      found.chapters == [
        "manuscript/pre.md (front)", "manuscript/two.md [The Sea]", "manuscript/one.txt [The Sea]",
      ])
    #expect(
      found.messages == [
        "B0124 'manuscript/left.md' is not in the order that 'manuscript/Book.txt' gives"
      ])
  }

  @Test("mkdocs.yml: groups are parts, a folder stands for what is in it")
  func mkDocs() async {
    let found = await read(
      [
        "mkdocs.yml": """
        docs_dir: text
        nav:
          - Home: index.md
          - At sea:
            - Bee: g/b.md
            - Deeper:
              - g/a.md
          - All: letters/
          - Web: https://example.org
        markdown_extensions:
          - emoji: {index: !!python/name:material.index ''}
        """
      ],
      chapters: [
        "text/index.md", "text/g/b.md", "text/g/a.md", "text/letters/10.md", "text/letters/9.md",
      ])
    #expect(found.order == "mkdocs.yml")
    #expect(
      found.chapters == [
        "text/index.md", "text/g/b.md [At sea]", "text/g/a.md [At sea]",
        "text/letters/9.md (back)", "text/letters/10.md (back)",
      ])
    #expect(found.messages == [])
  }

  @Test("Longform's index: scenes, some below others, in a folder of their own")
  func longform() async {
    let found = await read(
      [
        "Index.md": """
        ---
        longform:
          format: scenes
          sceneFolder: Scenes
          scenes:
            - two
            - - one
              - - "3"
          ignoredFiles:
            - plan
        ---
        What I think of it.
        """
      ],
      chapters: ["Scenes/one.md", "Scenes/two.md", "Scenes/3.md", "Scenes/plan.md", "Scenes/x.md"])
    #expect(found.order == "Index.md")
    #expect(found.chapters == ["Scenes/two.md", "Scenes/one.md", "Scenes/3.md"])
    #expect(found.messages == ["B0124 'Scenes/x.md' is not in the order that 'Index.md' gives"])
  }

  @Test("Jekyll's collections beside _config.yml, without layouts and drafts")
  func jekyll() async {
    let files = [
      "_posts/2020-01-10-b.md", "_posts/2020-01-09-a.md", "_layouts/page.md", "about.md",
    ]
    let found = await read(["_config.yml": "title: T\n"], chapters: files)
    #expect(found.order == "_posts")
    #expect(found.chapters == ["_posts/2020-01-09-a.md", "_posts/2020-01-10-b.md"])
    #expect(found.messages == ["B0124 'about.md' is not in the order that '_posts' gives"])
    let several = await read(
      ["_config.yml": "title: T\n"], chapters: ["_letters/1.md", "_poems/1.md"])
    #expect(several.chapters == ["_letters/1.md [Letters]", "_poems/1.md [Poems]"])
  }

  @Test("a list that cannot be read is told, and the chapters are read without it")
  func broken() async {
    let found = await read(["_quarto.yml": "book:\n  chapters: [a.md\n"], chapters: ["a.md"])
    #expect(found.order == nil)
    #expect(found.chapters == ["a.md"])
    #expect(found.messages.count == 1 && found.messages[0].hasPrefix("B0101"))
  }
}
