import BookModel
import BookZip

@testable import BookImport

/// The smallest files of Word that show something.
enum WordFile {
  static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
    """
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  /// A file whose text has these blocks, with more parts by their names.
  static func bytes(
    _ body: String, parts: [String: String] = [:], relationships: [String] = [],
    prologue: String = ""
  ) throws -> [UInt8] {
    var writer = try ZipWriter(modified: 0)
    var files: [(String, String)] = []
    func add(_ text: String, as name: String) { files.append((name, text)) }
    add(
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"r1\" Type=\"\(office)officeDocument\" Target=\"word/document.xml\"/>"
        + "</Relationships>", as: "_rels/.rels")
    let links = relationships.enumerated().map { index, text in
      "<Relationship Id=\"r\(index + 1)\" \(text)/>"
    }.joined()
    add(
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(links)"
        + "</Relationships>", as: "word/_rels/document.xml.rels")
    add(
      "\(prologue)<w:document \(namespaces)><w:body>\(body)</w:body></w:document>",
      as: "word/document.xml")
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) { add(text, as: name) }
    for (name, text) in files {
      try writer.add(PackedEntry(deflating: Array(text.utf8), as: name))
    }
    return try writer.finish()
  }

  /// What is made of it: the chapters' Markdown, without what is said of a chapter above it.
  static func markdown(
    _ body: String, parts: [String: String] = [:], relationships: [String] = [],
    changes: TrackedChanges = .accept
  ) throws -> String {
    let book = try read(body, parts: parts, relationships: relationships, changes: changes)
    return book.files(source: "a").filter { $0.path.hasSuffix(".md") }
      .map { withoutHeader(String(decoding: $0.bytes, as: UTF8.self)) }.joined(separator: "§")
  }

  private static func withoutHeader(_ text: String) -> String {
    guard text.hasPrefix("---\n"), let end = text.firstRange(of: "\n---\n\n") else { return text }
    return String(text[end.upperBound...])
  }

  static func read(
    _ body: String, parts: [String: String] = [:], relationships: [String] = [],
    changes: TrackedChanges = .accept
  ) throws -> ImportedBook {
    try readManuscript(
      bytes(body, parts: parts, relationships: relationships), named: "a.docx", changes: changes)
  }

  /// A paragraph of plain words.
  static func paragraph(_ text: String) -> String {
    "<w:p><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }
}
