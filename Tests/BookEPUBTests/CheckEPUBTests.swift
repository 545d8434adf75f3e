import BookDiagnostics
import BookModel
import BookTestSupport
import BookZip
import Testing

@testable import BookEPUB

@Suite("The check of a finished EPUB")
struct CheckEPUBTests {
  static let files: [(String, String)] = soundEPUB.map { ($0.path, $0.text) }

  static func codes(_ files: [(String, String)], storesMimetype: Bool = true) throws -> [String] {
    var writer = try ZipWriter(modified: 0)
    for (name, text) in files {
      let bytes = Array(text.utf8)
      let stores = name == "mimetype" && storesMimetype
      try writer.add(
        stores ? PackedEntry(storing: bytes, as: name) : PackedEntry(deflating: bytes, as: name))
    }
    return checkEPUB(try writer.finish(), name: "b.epub").diagnostics.map(\.code.id)
  }

  static func changed(_ name: String, _ old: String, _ new: String) -> [(String, String)] {
    files.map { $0.0 == name ? ($0.0, $0.1.replacing(old, with: new)) : $0 }
  }

  @Test("a sound EPUB passes without a word, and so does what bookc makes")
  func sound() async throws {
    #expect(try Self.codes(Self.files) == [])
    let book = await EPUBFormat().render(
      outlineOfEveryFeature(), theme: EPUBFormatTests.theme,
      pageStarts: pageStartsOfEveryFeature(), jobs: 2)
    let bytes = try #require(book.value.artifacts.first).bytes
    #expect(checkEPUB(bytes, name: "b.epub").diagnostics == [])
  }

  @Test("each fault gives its own message and no other")
  func faults() throws {
    let cases: [(String, [(String, String)])] = [
      ("B0604", Array(Self.files.dropFirst())),
      ("B0604", Array(Self.files.dropFirst()) + [Self.files[0]]),
      ("B0604", Self.changed("mimetype", "epub", "pdfx")),
      ("B0605", Self.files + [("../../evil.xhtml", "x")]),
      (
        "B0609",
        Self.changed("EPUB/c.xhtml", "<html", "<!DOCTYPE html [<!ENTITY a \"<b/>\">]><html")
      ),
      ("B0610", Self.changed("META-INF/container.xml", "EPUB/p.opf", "../../p.opf")),
      ("B0610", Self.changed("META-INF/container.xml", "EPUB/p.opf", "EPUB/q.opf")),
      ("B0611", Self.changed("EPUB/p.opf", "<dc:title>T", "<dc:title> ")),
      ("B0611", Self.changed("EPUB/p.opf", "dcterms:modified", "dcterms:created")),
      (
        "B0612",
        Self.changed("EPUB/p.opf", "<manifest>", "<manifest><item id=\"d\" href=\"d.xhtml\"/>")
      ),
      ("B0620", Self.files + [("EPUB/more.css", "p{}")]),
      ("B0613", Self.changed("EPUB/p.opf", "<itemref idref=\"c\"/>", "")),
      ("B0614", Self.changed("EPUB/p.opf", " properties=\"nav\"", "")),
      ("B0615", Self.changed("EPUB/c.xhtml", "<p id=\"a\"/>", "<p id=\"a\">&nbsp;</p>")),
      ("B0617", Self.changed("EPUB/c.xhtml", "<p id=\"a\"/>", "<p id=\"a\"/><p id=\"a\"/>")),
      ("B0618", Self.changed("EPUB/n.xhtml", "#a", "#b")),
    ]
    for (code, files) in cases { #expect(try Self.codes(files) == [code]) }
    #expect(try Self.codes(Self.files, storesMimetype: false) == [])
    // Twenty bytes do not shrink, so a longer one shows what deflating does.
    let long = Self.changed("mimetype", "zip", String(repeating: "zip", count: 90))
    #expect(try Self.codes(long, storesMimetype: false) == ["B0604", "B0604"])
    let deep =
      String(repeating: "<div>", count: 20_000) + String(repeating: "</div>", count: 20_000)
    #expect(
      try Self.codes(Self.changed("EPUB/c.xhtml", "<p id=\"a\"/>", "<p id=\"a\"/>" + deep))
        == ["B0616"])
  }

  /// Pairs of a file of the sound EPUB and what stands in the place of a part of it.
  @Test(
    "what EPUB allows passes without a word",
    arguments: [
      ("EPUB/c.xhtml", "<html", "<!DOCTYPE html [<!ENTITY a \"b\">]><html"),
      ("EPUB/c.xhtml", "id=\"a\"", "id=\" a \""),
      ("EPUB/p.opf", "item id=\"c\"", "item id=\" c\""),
      ("EPUB/p.opf", "idref=\"c\"", "idref=\"c \""),
      ("EPUB/n.xhtml", "c.xhtml#a", " c.xhtml#a "),
      ("EPUB/n.xhtml", "#a", "#"),
      ("EPUB/n.xhtml", "#a", "#xywh=percent:5,5,15,15"),
      ("EPUB/n.xhtml", "#a", "#xpointer(id('a'))"),
      ("EPUB/n.xhtml", "<body>", "<head><base href=\"./\"/></head><body>"),
      ("EPUB/n.xhtml", "<body>", "<head><base href=\"https://a.org/\"/></head><body>"),
      (
        "META-INF/container.xml", "</rootfiles>",
        "<rootfile full-path=\"EPUB/p.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles>"
      ),
    ])
  func allowed(file: String, old: String, new: String) throws {
    let changed = Self.changed(file, old, new)
    #expect(changed.contains { $0.0 == file && $0.1.contains(new) })
    #expect(try Self.codes(changed) == [])
  }

  @Test("a document longer, or of more elements, than any book's is refused unread")
  func documentsBeyondMeasure() throws {
    func found(_ words: String) throws -> [String] {
      var writer = try ZipWriter(modified: 0)
      for (name, text) in Self.changed("EPUB/c.xhtml", "<p id=\"a\"/>", "<p id=\"a\"/>" + words) {
        try writer.add(PackedEntry(storing: Array(text.utf8), as: name))
      }
      return checkEPUB(try writer.finish(), name: "b.epub").diagnostics.map(\.code.id)
    }
    #expect(try found(String(repeating: "<b/>", count: 100_000)) == [])
    #expect(try found(String(repeating: "<b/>", count: 500_000)) == ["B0607"])
    #expect(try found(String(repeating: " ", count: 16 << 20)) == ["B0607"])
  }

  @Test("an archive that says of itself what is not so is not believed")
  func lies() throws {
    func found(_ change: (inout [UInt8]) -> Void) throws -> [String] {
      var writer = try ZipWriter(modified: 0)
      for (name, text) in Self.files {
        try writer.add(PackedEntry(storing: Array(text.utf8), as: name))
      }
      try writer.add(PackedEntry(storing: Array("p {}".utf8), as: "EPUB/b.css"))
      var bytes = try writer.finish()
      change(&bytes)
      return checkEPUB(bytes, name: "b.epub").diagnostics.map(\.code.id)
    }
    func rename(_ bytes: inout [UInt8], _ old: String, _ new: String) {
      let (from, to) = (Array(old.utf8), Array(new.utf8))
      for at in 0...(bytes.count - from.count)
      where bytes[at..<(at + from.count)].elementsEqual(from) {
        bytes.replaceSubrange(at..<(at + from.count), with: to)
      }
    }
    #expect(try found { rename(&$0, "EPUB/b.css", "EPUB/p.opf") }.contains("B0606"))
    #expect(try found { rename(&$0, "EPUB/b.css", "EPUB/P.opf") }.contains("B0606"))
    #expect(!(try found { _ in }.contains("B0606")))
    // The size of the last file before packing, in the directory at the end.
    let sized = try found { bytes in
      let name = Array("EPUB/b.css".utf8)
      guard
        let at = (0...(bytes.count - name.count)).last(where: {
          bytes[$0..<($0 + name.count)].elementsEqual(name)
        })
      else { return }
      // 22 bytes before the name (APPNOTE 4.3.12).
      bytes[at - 22] = 9
    }
    #expect(!sized.isEmpty)
    var writer = try ZipWriter(modified: 0)
    for (name, text) in Self.files {
      try writer.add(PackedEntry(storing: Array(text.utf8), as: name))
    }
    let zeros = [UInt8](repeating: 0x20, count: 64 << 20)
    try writer.add(PackedEntry(deflating: zeros, as: "EPUB/bomb.css"))
    let bomb = checkEPUB(try writer.finish(), name: "b.epub").diagnostics.map(\.code.id)
    #expect(bomb.contains("B0607"))
  }

  @Test("a message names the line of the document within the archive")
  func places() throws {
    var writer = try ZipWriter(modified: 0)
    for (name, text) in Self.changed("EPUB/n.xhtml", "#a", "#b") {
      try writer.add(PackedEntry(storing: Array(text.utf8), as: name))
    }
    let checked = checkEPUB(try writer.finish(), name: "b.epub")
    let span = try #require(checked.diagnostics.first?.span)
    #expect(checked.sources.displayPath(span.file) == "b.epub/EPUB/n.xhtml")
    #expect(LineTable(checked.sources[span.file].bytes).position(Int(span.start)).line == 2)
  }
}
