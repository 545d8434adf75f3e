import BookDiagnostics
import BookModel
import BookTestSupport
import Testing

@testable import BookPreview

@Suite("The book as a site")
struct SiteTests {
  static let theme = Theme(name: "t", bookCSS: [], previewCSS: Array("p{}".utf8), page: nil)

  @Test("every link and picture of every page leads to something that is there")
  func links() async throws {
    let rendered = await HTMLFormat().render(
      outlineOfEveryFeature(), theme: Self.theme, pageStarts: [], jobs: 2)
    #expect(rendered.diagnostics == [])
    let files = Dictionary(
      uniqueKeysWithValues: rendered.value.artifacts.map {
        ($0.path, String(decoding: $0.bytes, as: UTF8.self))
      })
    #expect(files["html/index.html"] != nil && files["html/preview.css"] == "p{}")
    var count = 0
    for (path, text) in files where path.hasSuffix(".html") {
      for match in text.matches(of: /(?:href|src)="([^"]*)"/) {
        let reference = String(match.1)
        if reference.contains(":") { continue }
        let pieces = reference.split(
          separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = pieces[0].isEmpty ? path : "html/" + pieces[0]
        let page = try #require(files[target], "\(path): \(reference)")
        if pieces.count > 1 {
          #expect(page.contains("id=\"\(pieces[1])\""), "\(path): \(reference)")
        }
        count += 1
      }
      #expect(!text.contains("<script") && !text.contains("epub:type"))
      #expect(text.hasPrefix("<!DOCTYPE html>\n<html"))
    }
    #expect(count > 100)
  }

  @Test("the same pages on one core and on two")
  func reproducible() async {
    let one = await HTMLFormat().render(
      outlineOfEveryFeature(), theme: Self.theme, pageStarts: [], jobs: 1)
    let two = await HTMLFormat().render(
      outlineOfEveryFeature(), theme: Self.theme, pageStarts: [], jobs: 2)
    #expect(one.value == two.value)
  }
}
