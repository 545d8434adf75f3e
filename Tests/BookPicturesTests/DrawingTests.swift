import BookDiagnostics
import BookXML
import Foundation
import Testing

@testable import BookPictures

/// Drawings as programs save them: `Tests/Fixtures/pictures/drawings`.
@Suite("Drawings as they are published") struct DrawingTests {
  @Test(
    "are written in UTF-8 with nothing but what is seen",
    arguments: ["latin1", "utf16", "illustrator", "inkscape", "links"])
  func anew(name: String) throws {
    let bytes = fixture("drawings/\(name).svg")
    let picture = examinePicture(bytes)
    #expect(picture.faults.isEmpty)
    #expect(picture.width == 200 && picture.height == 100)
    let text = try #require(String(validating: picture.published, as: UTF8.self))
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="))
    for word in ["ENTITY", "metadata", "anna", "secret", "pgf", "sodipodi", "<!--", "chapter.html"]
    {
      #expect(!text.contains(word), "\(word)")
    }
    let before = try #require(XMLElement.read(bytes, names: .svg).root)
    let after = try #require(XMLElement.read(picture.published, names: .svg).root)
    #expect(after.document(.svg) == before.drawnOnly.withoutLinks.document(.svg))
    #expect(after.text.contains("Müller & Söhne") == ["latin1", "utf16", "links"].contains(name))
    #expect(after.descendant("rect") != nil)
    // Once more changes nothing.
    #expect(examinePicture(picture.published).published == picture.published)
  }

  @Test(
    "what loads or runs something is refused",
    arguments: [
      ("xml:base='http://a.example/'", "", DiagnosticCode.svgExternal),
      ("", "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>", .svgActive),
      ("", "<a href='javascript:x()'/>", .svgActive),
      ("onload='x()'", "", .svgActive),
    ])
  func refused(attribute: String, inner: String, code: DiagnosticCode) {
    let svg =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1' \(attribute)>\(inner)</svg>"
    #expect(examinePicture(Array(svg.utf8)).faults.map(\.code) == [code])
  }
}
