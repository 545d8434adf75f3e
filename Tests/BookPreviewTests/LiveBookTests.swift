import BookDiagnostics
import BookModel
import BookOutline
import BookTestSupport
import Foundation
import Testing

@testable import BookPreview

@Suite("The live book")
struct LiveBookTests {
  static func live(_ annotated: AnnotatedBook = bookWithEveryFeature()) -> LiveBook {
    LiveBook(
      version: 1, outline: outline(of: annotated),
      faults: DiagnosticList([], sources: SourceFiles()),
      isStale: false, theme: SiteTests.theme)
  }

  @Test("search finds what a search through strings finds")
  func search() {
    let live = Self.live()
    for words in ["the", "Salt", "SALT", "a", " of ", "raked.", "nothing like it", "’", "& I", "e"]
    {
      let wanted = plain(words)
      var expected = 0
      for chapter in live.annotated.book.chapters {
        for leaf in chapter.prose {
          expected += plain(chapter.string(leaf.text)).components(separatedBy: wanted).count - 1
        }
      }
      let hits = live.search(words, limit: .max)
      #expect(hits.count == expected, "\(words)")
      for hit in hits {
        #expect(plain(live.annotated.book.chapters[hit.chapter].string(hit.range)) == wanted)
      }
    }
    #expect(live.search("e", limit: 3).count == 3)
    #expect(live.search("", limit: 3).isEmpty)
  }

  private func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar {
          case "\n": " "
          case "\u{2018}"..."\u{201B}": "'"
          case "\u{201C}", "\u{201D}": "\""
          default: scalar
          }
        })
    ).lowercased()
  }

  @Test("every page there is can be asked for, and nothing else")
  func pages() {
    let live = Self.live()
    for path in live.paths { #expect(live.page(path) != nil, "\(path)") }
    for path in ["../book.yaml", "book.yaml", "chapters/01-one.md", "/etc/passwd", "person-.html"] {
      #expect(live.page(path) == nil, "\(path)")
    }
  }

  @Test("the printed page of a change is the last that begins at it or before")
  func printedPages() {
    let starts = [(0, 0, 4), (0, 900, 5), (1, 0, 7), (1, 450, 8), (1, 450, 9)].map {
      PageStart(label: "", chapter: $0.0, prose: 0, offset: $0.1, page: $0.2)
    }
    let pages = PrintedPages(bytes: [], starts: starts)
    for (chapter, offset, page) in [(0, 0, 4), (0, 899, 4), (0, 9000, 5), (1, 10, 7), (1, 450, 9)] {
      #expect(pages.page(of: (chapter, offset)) == page)
    }
    #expect(pages.page(of: (2, 0)) == nil)
    #expect(pages.page(of: nil) == nil)
    #expect(PrintedPages(bytes: [], starts: [starts[1]]).page(of: (0, 3)) == 5)
  }

  @Test("the first change between two states is found, wherever it is")
  func firstChange() {
    let old = Self.live()
    #expect(old.firstChange(since: old) == nil)
    for chapter in old.annotated.book.chapters.indices {
      let count = old.annotated.book.chapters[chapter].text.count
      for offset in Set([0, count / 2, count - 1]).filter({ $0 >= 0 && $0 < count }) {
        var annotated = old.annotated
        annotated.book.chapters[chapter].text[offset] ^= 1
        let change = Self.live(annotated).firstChange(since: old)
        #expect(change?.chapter == chapter && change?.offset == offset)
      }
      var annotated = old.annotated
      annotated.book.chapters[chapter].text.append(0x21)
      #expect(Self.live(annotated).firstChange(since: old)?.offset == count)
    }
  }

  @Test("everything that waits is in the workbench, with what to copy")
  func workbench() throws {
    var annotated = bookWithEveryFeature()
    let chapter = try #require(
      annotated.book.chapters.firstIndex { $0.prose.contains { $0.text.count > 20 } })
    let prose = try #require(
      annotated.book.chapters[chapter].prose.firstIndex { $0.text.count > 20 })
    let start = annotated.book.chapters[chapter].prose[prose].text.lowerBound
    let range = start..<start + 4
    annotated.people.ambiguous = [
      AmbiguousMention(chapter: chapter, prose: prose, range: range, candidates: [0])
    ]
    let here = SourceSpan(file: annotated.book.chapters[0].source, start: 0, end: 0)
    annotated.people.unregistered = [
      UnregisteredName(text: "O'Brien & Söhne", count: 2, first: here)
    ]
    annotated.time.conflicts = [TimeConflict(message: "these cannot <both> be", spans: [here])]
    let faults = DiagnosticList(
      [
        Diagnostic(
          .yamlSyntax, "no <good>", at: here, fixIts: [FixIt("write it", at: here, with: "<x>")])
      ],
      sources: annotated.book.sources)
    let live = LiveBook(
      version: 1, outline: outline(of: annotated), faults: faults, isStale: false,
      theme: SiteTests.theme)
    #expect(live.waiting == 4)
    let page = String(decoding: try #require(live.page("workbench.html")).bytes, as: UTF8.self)
    let words = annotated.book.chapters[chapter].string(range)
    let id = annotated.people.people[0].id
    for wanted in [
      "no &lt;good&gt;", "data-copy=\"&lt;x>\"", "[\(words)](person:\(id))",
      "[\(words)](person:none)",
      "these cannot &lt;both&gt; be", "id: o-brien-s-hne, name: 'O''Brien &amp; Söhne'",
    ] { #expect(page.contains(wanted), "\(wanted)") }
    #expect(!page.contains("Nothing waits"))
    annotated.people.ambiguous = []
    annotated.people.unregistered = []
    annotated.time.conflicts = []
    // Somebody found waits for nobody, and can be confirmed or taken out all the same.
    annotated.people.people[0].origin = .found
    let found = annotated.people.people.count { $0.origin == .found }
    let calm = Self.live(annotated)
    let calmPage = String(decoding: calm.workbenchPage(), as: UTF8.self)
    #expect(calmPage.contains("Nothing waits"))
    #expect(calmPage.contains("printed<span class=\"count\">\(found)</span>"))
    #expect(calmPage.contains("- { id: \(id), name: \(annotated.people.people[0].display) }"))
    #expect(!page.contains("Found in the prose"))
  }
}
