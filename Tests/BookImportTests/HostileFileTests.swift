import BookZip
import Testing

@testable import BookImport

@Suite("Files that were made to do harm")
struct HostileFileTests {
  @Test("an archive that grows too much is refused")
  func bomb() throws {
    let body = "<w:p><w:r><w:t>" + String(repeating: "a", count: 4 << 20) + "</w:t></w:r></w:p>"
    #expect(throws: ImportRefusal.self) { try WordFile.read(body) }
  }

  @Test("entities are not expanded")
  func entities() throws {
    let bytes = try WordFile.bytes(
      WordFile.paragraph("a") + WordFile.paragraph("&b;"),
      prologue: "<!DOCTYPE x [<!ENTITY b \"bomb\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>")
    let book = try readManuscript(bytes, named: "a.docx")
    #expect(book.leftOut.contains { $0.kind == .damaged })
    #expect(!book.chapters.contains { $0.blocks.contains(.paragraph([TypedRun(.text("bomb"))])) })
  }

  @Test("what lies too deep is left out and told")
  func depth() throws {
    var body = WordFile.paragraph("deep")
    for _ in 0..<60 { body = "<w:tbl><w:tr><w:tc>\(body)</w:tc></w:tr></w:tbl>" }
    let book = try WordFile.read(WordFile.paragraph("One.") + body + WordFile.paragraph("Two."))
    #expect(book.leftOut.contains { $0.kind == .nested && $0.text.contains("deep") })
    body = String(repeating: "<w:sdt><w:sdtContent>", count: 400)
    let deeper = try WordFile.read(WordFile.paragraph("One.") + WordFile.paragraph("Two.") + body)
    #expect(deeper.leftOut.contains { $0.kind == .damaged })
    #expect(deeper.chapters.count == 1)
  }

  @Test("pictures and templates elsewhere are not fetched, paths stay out")
  func elsewhere() throws {
    let body =
      "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:link=\"r1\"/></a:graphicData></a:graphic>"
      + "</wp:inline></w:drawing></w:r></w:p><w:p><w:hyperlink r:id=\"r2\"><w:r><w:t>words</w:t></w:r></w:hyperlink></w:p>"
      + WordFile.paragraph("So.")
    let book = try WordFile.read(
      body,
      relationships: [
        "Type=\"\(WordFile.office)image\" Target=\"file:///C:/Users/ann/secret.png\" TargetMode=\"External\"",
        "Type=\"\(WordFile.office)hyperlink\" Target=\"file:///C:/Users/ann/x.doc\" TargetMode=\"External\"",
        "Type=\"\(WordFile.office)attachedTemplate\" Target=\"https://evil.example/t.dotm\" TargetMode=\"External\"",
      ])
    #expect(book.leftOut.map(\.kind) == [.picture])
    let all =
      book.files(source: "a").map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
      + book.report(on: "a.docx", chapters: [])
    #expect(!all.contains("Users") && !all.contains("evil"))
  }

  @Test(
    "what is no document is refused with a reason",
    arguments: [
      ("a.docx", [UInt8]()), ("a.docx", Array("hello".utf8)),
      ("a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1]),
      ("a.docx", [0x50, 0x4B, 0x03, 0x04, 0, 0]), ("a.txt", [0, 1, 2, 0, 0, 7]),
    ])
  func noDocument(name: String, bytes: [UInt8]) {
    #expect(throws: ImportRefusal.self) { try readManuscript(bytes, named: name) }
  }

  @Test("a file that is cut short never stops the program", arguments: 1..<24)
  func cutShort(part: Int) throws {
    let bytes = try WordFile.bytes(WordFile.paragraph("One.") + WordFile.paragraph("Two."))
    _ = try? readManuscript(Array(bytes.prefix(bytes.count * part / 24)), named: "a.docx")
    var broken = bytes
    broken[bytes.count * part / 24] ^= 0xFF
    _ = try? readManuscript(broken, named: "a.docx")
  }
}
