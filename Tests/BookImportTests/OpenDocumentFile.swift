import BookModel
import BookZip
import Foundation

@testable import BookImport

/// The smallest OpenDocument texts and e-books that show something.
enum PackedFile {
  /// One black dot.
  static let picture = [UInt8](
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
    ) ?? Data())

  static func zipped(_ files: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
    var writer = try ZipWriter(modified: 0)
    for (name, bytes) in files { try writer.add(PackedEntry(deflating: bytes, as: name)) }
    return try writer.finish()
  }

  private static let namespaces: String = {
    let base = "urn:oasis:names:tc:opendocument:xmlns:"
    let own = [
      ("office", "office:1.0"), ("text", "text:1.0"), ("style", "style:1.0"),
      ("table", "table:1.0"), ("draw", "drawing:1.0"), ("meta", "meta:1.0"),
      ("fo", "xsl-fo-compatible:1.0"), ("svg", "svg-compatible:1.0"),
    ].map { "xmlns:\($0)=\"\(base)\($1)\"" }
    return own.joined(separator: " ")
      + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
  }()

  /// An OpenDocument text with these blocks, styles of its paragraphs and common styles.
  static func text(
    _ body: String, automatic: String = "", styles: String = "", meta: String = ""
  ) throws -> [UInt8] {
    try zipped([
      ("mimetype", Array("application/vnd.oasis.opendocument.text".utf8)),
      (
        "content.xml",
        Array(
          ("<office:document-content \(namespaces)><office:automatic-styles>\(automatic)"
            + "</office:automatic-styles><office:body><office:text>\(body)</office:text>"
            + "</office:body></office:document-content>").utf8)
      ),
      (
        "styles.xml",
        Array("<office:document-styles \(namespaces)>\(styles)</office:document-styles>".utf8)
      ),
      (
        "meta.xml",
        Array(
          ("<office:document-meta \(namespaces)><office:meta>\(meta)</office:meta>"
            + "</office:document-meta>").utf8)
      ),
      ("Pictures/dot.png", picture),
    ])
  }

  /// An e-book of these pages, by their paths.
  static func book(_ pages: [(path: String, body: String)]) throws -> [UInt8] {
    let items = pages.enumerated().map {
      "<item id=\"p\($0)\" href=\"\($1.path)\" media-type=\"application/xhtml+xml\"/>"
    }.joined()
    let spine = pages.indices.map { "<itemref idref=\"p\($0)\"/>" }.joined()
    let opf =
      "<package xmlns=\"http://www.idpf.org/2007/opf\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      + "<dc:title>The Mill</dc:title><dc:creator>Ann Berg</dc:creator><dc:language>en</dc:language>"
      + "</metadata><manifest><item id=\"nav\" href=\"nav.xhtml\" properties=\"nav\" "
      + "media-type=\"application/xhtml+xml\"/>\(items)</manifest><spine><itemref idref=\"nav\"/>"
      + "\(spine)</spine></package>"
    let container =
      "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"
      + "<rootfile full-path=\"OPS/book.opf\"/></rootfiles></container>"
    func page(_ body: String) -> [UInt8] {
      Array("<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>\(body)</body></html>".utf8)
    }
    return try zipped(
      [
        ("mimetype", Array("application/epub+zip".utf8)),
        ("META-INF/container.xml", Array(container.utf8)), ("OPS/book.opf", Array(opf.utf8)),
        ("OPS/nav.xhtml", page("<nav><ol><li>One</li></ol></nav>")),
        ("OPS/images/dot.png", picture),
      ] + pages.map { ("OPS/" + $0.path, page($0.body)) })
  }
}
