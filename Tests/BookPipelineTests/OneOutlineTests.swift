import BookDisk
import BookEPUB
import BookFonts
import BookManuscript
import BookModel
import BookOutline
import BookPreview
import BookTestSupport
import BookTypesetting
import BookZip
import Testing

@testable import BookPipeline

private let machineFonts: FontLibrary? = try? FontLibrary.system(DiskWorkspace.machine).get()

/// One title in every output: what each says of itself is read back and compared.
@Suite("One outline", .enabled(if: machineFonts != nil, "no fonts on this machine"))
struct OneOutlineTests {
  static let theme = Theme(name: "t", bookCSS: [], previewCSS: [], page: nil)

  static func outlined(_ workspace: some Workspace) async throws -> Outline {
    let compilation = await compile(workspace, prefix: "Book", sourceDateEpoch: nil, jobs: 1)
    return outline(of: try #require(compilation.annotated))
  }

  static func pages(_ outline: Outline) async throws -> PageList {
    let fonts = try #require(machineFonts)
    return try #require(await typeset(outline, theme: theme, fonts: fonts, jobs: 1).value)
  }

  static func files(_ format: any OutputFormat, _ outline: Outline) async throws -> [String: String]
  {
    let rendered = await format.render(outline, theme: theme, pageStarts: [], jobs: 1)
    var files: [String: String] = [:]
    for artifact in rendered.value.artifacts {
      if artifact.path.hasSuffix(".epub") {
        let archive = try ZipReader(artifact.bytes)
        for entry in archive.entries {
          files[entry.name] = String(decoding: try archive.read(entry), as: UTF8.self)
        }
      } else {
        files[artifact.path] = String(decoding: artifact.bytes, as: UTF8.self)
      }
    }
    return files
  }

  @Test("contents of EPUB, site and pages, bookmarks and index call all by the same names")
  func sameNames() async throws {
    var (subheads, sections, numbers) = (0, 0, 0)
    for seed in 0..<12 {
      let outline = try await Self.outlined(RandomBook(seed: seed).workspace)
      let epub = try await Self.files(EPUBFormat(), outline)
      let site = try await Self.files(HTMLFormat(), outline)
      let list = try await Self.pages(outline)
      let nav = Listed.inMarkup(
        try #require(epub["EPUB/nav.xhtml"]).part(from: "epub:type=\"toc\"", to: "</nav>"))
      let ncx = Listed.inNCX(try #require(epub["EPUB/toc.ncx"]))
      // The bookmarks alone have the contents themselves too, as the EPUB's landmarks do.
      let contents = outline.phrases[.contents]
      let bookmarks = list.outline.filter { $0.title != contents || $0.destination != "contents" }
        .map { Listed(depth: $0.depth, title: $0.title) }
      #expect(nav == ncx, "seed \(seed)")
      #expect(nav == bookmarks, "seed \(seed)")

      let documents = outline.listedDocuments.map {
        Listed(depth: $0.depth, title: $0.entry.label)
      }
      let page = Listed.inMarkup(
        try #require(site["html/index.html"]).part(
          from: "aria-labelledby=\"contents\"", to: "</section>"))
      #expect(page == documents, "seed \(seed)")
      let printed = list.texts(of: .contentsItem).map {
        $0.split(separator: " ").dropLast().joined()
      }
      if !printed.isEmpty || outline.chapters.count > 1 {
        #expect(printed == documents.map { $0.title.filter { $0 != " " } }, "seed \(seed)")
      }
      sections += nav.count - documents.count
      numbers += outline.contents.filter { $0.number != nil }.count

      let titles = Set(outline.chapters.map(\.title))
      if let index = epub["EPUB/people-index.xhtml"] {
        let entries = list.texts(of: .paragraph, within: .index)
        for match in index.matches(
          of: /<li class="index-entry" epub:type="index-entry"><span [^>]*>([^<]*)</)
        {
          let heading = String(match.1).unescaped
          #expect(titles.contains(heading), "seed \(seed): \(heading)")
          #expect(entries.contains { $0.hasPrefix(heading + ",") }, "seed \(seed): \(heading)")
          subheads += 1
        }
      }
    }
    #expect(subheads > 10 && sections > 20 && numbers > 5)
  }

  @Test("chapters without titles have the same names in contents and index")
  func untitledChapters() async throws {
    let outline = try await Self.outlined(Self.fixture("code-tt"))
    let nav = try #require(try await Self.files(EPUBFormat(), outline)["EPUB/nav.xhtml"])
    let titles = ["Preface", "Chapter 1", "Chapter 2", "Chronology", "People", "Colophon"]
    #expect(
      Listed.inMarkup(nav.part(from: "epub:type=\"toc\"", to: "</nav>")).map(\.title) == titles)
    let list = try await Self.pages(outline)
    #expect(list.outline.map(\.title) == ["Contents"] + titles)
    let entries = list.texts(of: .paragraph, within: .index)
    #expect(entries.contains { $0.hasPrefix("Chapter 1,") })
    #expect(entries.contains { $0.hasPrefix("Chapter 2,") })
    #expect(!entries.contains { $0.lowercased().hasPrefix("chapter 3") })
  }

  @Test("the time line stands on the pages, with its caption and its words")
  func timeLine() async throws {
    let outline = try await Self.outlined(Self.fixture("code-tl"))
    let list = try await Self.pages(outline)
    let svg = try #require(outline.plates.first).whole.svg
    #expect(list.pictures == [.drawing(svg: svg)])
    let page = try #require(list.pages.first { page in page.pictures.contains { $0.source == 0 } })
    #expect(page.readText.contains("Chronology") && page.readText.contains("Time line"))
    guard case .node(let node)? = page.pictures.first?.owner else {
      Issue.record("the time line is no figure")
      return
    }
    #expect(list.structure[node].role == .figure)
    #expect(list.structure[node].alternative?.contains("We moved") == true)
    #expect(list.pages.contains { $0.readText.contains(outline.colophon.edition) })
  }

  @Test("a long time line is cut to sheets that each stand on a page of their own")
  func longTimeLine() async throws {
    var text = "# One\n\n"
    for year in 1900..<1950 {
      text += "In \(year) [we moved to house \(year)](event:e\(year) \"\(year)\").\n\n"
    }
    let outline = try await Self.outlined(
      MemoryWorkspace([
        "book.yaml":
          "title: T\nlanguage: en\nauthor: A\nchronology: {found: off, timeline: true}\n",
        "chapters/01.md": text,
      ]))
    let plate = try #require(outline.plates.first)
    #expect(plate.sheets.count == 3)
    let list = try await Self.pages(outline)
    let shown = list.pages.filter { !$0.pictures.isEmpty }
    #expect(shown.map { $0.pictures.map(\.source) } == [[0], [1], [2]])
    for picture in shown.flatMap(\.pictures) {
      // Two thirds of the measure at least, or the words in it could not be read.
      #expect(picture.rectangle.width > list.trim.width * 0.45)
      #expect(picture.rectangle.y + picture.rectangle.height < list.trim.height)
    }
  }

  @Test("in an edition for proof readers the pages have bars beside what changed, and the list")
  func changes() async throws {
    let compilation = await compile(
      MemoryWorkspace.soundBook(), prefix: "Book", sourceDateEpoch: nil, jobs: 1)
    let book = try #require(compilation.annotated)
    let plain = try await Self.pages(outline(of: book))
    #expect(plain.pages.flatMap(\.bars).isEmpty)
    let marked = outline(
      of: book,
      changes: [
        ProseChange(chapter: 0, prose: 1, kind: .edited),
        ProseChange(chapter: 1, prose: 1, kind: .gone, words: "The old ending."),
      ])
    let list = try await Self.pages(marked)
    let barred = list.pages.filter { !$0.bars.isEmpty }
    #expect(barred.map { $0.readText.contains("cold spring") } == [true])
    #expect(barred.first?.label == "1")
    let bar = try #require(barred.first?.bars.first)
    let text = try #require(barred.first?.runs.first)
    // A right-hand page has its outer margin on the right.
    #expect(bar.rectangle.x > text.x && bar.rectangle.x < list.trim.width)
    let items = list.texts(of: .listBody)
    #expect(items == ["It was a cold spring. [changed] 1", "The old ending. [taken out]"])
    #expect(list.outline.map(\.title) == ["Contents", "One", "Two", "Changes", "Colophon"])
  }

  private static func fixture(_ name: String) -> DiskWorkspace {
    let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return DiskWorkspace(root: "/\(tests)/Fixtures/\(name)")
  }
}

/// A line of a table of contents, however it was written.
private struct Listed: Equatable {
  var depth: Int
  var title: String

  /// The links of nested lists.
  static func inMarkup(_ text: String) -> [Listed] {
    var (depth, found) = (-1, [Listed]())
    for match in text.matches(of: /<ol>|<\/ol>|<a [^>]*>([^<]*)<\/a>/) {
      if match.0 == "<ol>" {
        depth += 1
      } else if match.0 == "</ol>" {
        depth -= 1
      } else if let title = match.1 {
        found.append(Listed(depth: depth, title: String(title).unescaped))
      }
    }
    return found
  }

  /// The labels of nested points.
  static func inNCX(_ text: String) -> [Listed] {
    var (depth, found) = (-1, [Listed]())
    let map = text.part(from: "<navMap>", to: "</navMap>")
    for match in map.matches(of: /<navPoint |<\/navPoint>|<text>([^<]*)<\/text>/) {
      if match.0 == "<navPoint " {
        depth += 1
      } else if match.0 == "</navPoint>" {
        depth -= 1
      } else if let title = match.1 {
        found.append(Listed(depth: depth, title: String(title).unescaped))
      }
    }
    return found
  }
}

extension String {
  /// What follows the first mark, up to the next of the other; empty where there is none.
  fileprivate func part(from start: String, to end: String) -> String {
    guard let first = firstRange(of: start),
      let last = self[first.upperBound...].firstRange(of: end)
    else { return "" }
    return String(self[first.upperBound..<last.lowerBound])
  }

  fileprivate var unescaped: String {
    replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}

extension Page {
  fileprivate var pictures: [Picture] {
    items.compactMap { if case .picture(let picture) = $0 { picture } else { nil } }
  }

  fileprivate var runs: [GlyphRun] {
    items.compactMap { if case .run(let run) = $0 { run } else { nil } }
  }

  /// Upright fills.
  fileprivate var bars: [Fill] {
    items.compactMap {
      if case .fill(let fill) = $0, fill.rectangle.height > fill.rectangle.width {
        fill
      } else {
        nil
      }
    }
  }
}
