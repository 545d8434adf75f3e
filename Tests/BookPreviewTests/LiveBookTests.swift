import BookDiagnostics
import BookModel
import BookTestSupport
import Foundation
import Testing

@testable import BookPreview

@Suite("The live book")
struct LiveBookTests {
  static func live(_ annotated: AnnotatedBook = bookWithEveryFeature()) -> LiveBook {
    LiveBook(
      version: 1, annotated: annotated, faults: DiagnosticList([], sources: SourceFiles()),
      isStale: false, theme: SiteTests.theme)
  }

  @Test("search finds what a search through strings finds")
  func search() {
    let live = Self.live()
    for words in ["the", "Salt", "SALT", "a", " of ", "raked.", "nothing like it", "’", "& I", "e"] {
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
}
