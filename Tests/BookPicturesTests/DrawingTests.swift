import BookDiagnostics
import BookModel
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
    "a photograph written into one is published without where and with what it was taken",
    arguments: ["turned-6.jpg", "turned-6.png"])
  func photographs(name: String) throws {
    var bytes = fixture(name)
    if name.hasSuffix("jpg") {
      // A comment behind the first marker.
      bytes.insert(contentsOf: [0xFF, 0xFE, 0, 8] + Array("secret".utf8), at: 2)
    }
    #expect(examinePicture(bytes).published != bytes)
    let kind = name.hasSuffix("jpg") ? "jpeg" : "png"
    func drawing(_ picture: [UInt8]) -> [UInt8] {
      let address = "data:image/\(kind);base64,\(base64Encoded(picture))"
      let head = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>"
      return Array("\(head)<image href='\(address)'/></svg>".utf8)
    }
    let published = examinePicture(drawing(bytes))
    #expect(published.faults.isEmpty)
    let root = try #require(XMLElement.read(published.published, names: .svg).root)
    let address = try #require(root.descendant("image")?["href"])
    let comma = try #require(address.firstIndex(of: ","))
    let inner = base64Decoded(address[address.index(after: comma)...].utf8)
    #expect(inner == examinePicture(bytes).published)
    #expect(examinePicture(drawing(Array(bytes.prefix(60)))).isRefused)
  }

  @Test(
    "one without a view box is as large as browsers make it",
    arguments: [
      ("width='3in' height='144pt'", 288, 192), ("width='80mm' height='2in'", 302, 192),
      ("width='100%' height='200'", 300, 200), ("", 300, 150), ("width='40' height='20'", 40, 20),
    ])
  func sizes(attributes: String, width: Int, height: Int) {
    let picture = examinePicture(
      Array("<svg xmlns='http://www.w3.org/2000/svg' \(attributes)><path d='M0 0h1'/></svg>".utf8))
    #expect(picture.width == width && picture.height == height)
  }

  /// Pairs of what stands in a drawing and what is published of it.
  @Test(
    "parts have sound names, and references lead to them",
    arguments: [
      (
        "<g id='Frame 1'/><use href='#Frame 1'/>",
        "<g id=\"part-Frame-1\"/><use href=\"#part-Frame-1\"/>"
      ),
      ("<g id='2024'/><g id=''/>", "<g id=\"part-2024\"/><g/>"),
      ("<g id='a'/><g id='a'/>", "<g id=\"a\"/><g/>"),
      ("<use href='#gone'/><g/>", "<g/>"),
      ("<g fill='url(#gone)'/>", "<g fill=\"none\"/>"),
      ("<g fill='url(#gone) red'/>", "<g fill=\" red\"/>"),
      (
        "<g id='x y' style=\"clip-path: url('#x y'); fill: url(#no);\"/>",
        "<g id=\"part-x-y\" style=\"clip-path: url(#part-x-y); fill: none;\"/>"
      ),
      (
        "<style>/* me */#1{fill:red;;stroke:none}</style><g id='1'/>",
        "<style>#part-1{fill:red;stroke:none}</style><g id=\"part-1\"/>"
      ),
      ("<switch><foreignObject/><text>a</text></switch>", "<switch><text>a</text></switch>"),
      ("<g data-path='/home/anna'/>", "<g/>"),
    ])
  func parts(inner: String, expected: String) throws {
    let svg =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1' content='mx'>\(inner)</svg>"
    let picture = examinePicture(Array(svg.utf8))
    #expect(picture.faults.isEmpty)
    let text = String(decoding: picture.published, as: UTF8.self)
    #expect(text.contains("viewBox=\"0 0 1 1\">\(expected)</svg>"), "\(text)")
  }

  @Test(
    "a drawing is as wide for its height as browsers lay it out",
    arguments: [
      ("width='300' height='150' viewBox='0 0 100 100'", 300, 150),
      ("width='100%' height='150' viewBox='0 0 100 50'", 100, 50),
      ("width='50mm' height='25mm' viewBox='0 0 200 100'", 200, 100),
      ("width='40' height='30'", 40, 30),
    ])
  func size(attributes: String, width: Int, height: Int) {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' \(attributes)/>"
    let picture = examinePicture(Array(svg.utf8))
    #expect(picture.width == width && picture.height == height)
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

  @Test("a drawing that says it is of another kind than SVG is refused, in words of its author's")
  func otherNamespace() {
    let svg =
      "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://gww.w3.org/2000/svg' width='4' height='4'/>"
    let picture = examinePicture(Array(svg.utf8))
    #expect(picture.isRefused)
    #expect(picture.faults.count == 1)
    #expect(picture.faults.first?.message.contains("xmlns=\"http://www.w3.org/2000/svg\"") == true)
  }
}
