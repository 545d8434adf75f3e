import BookModel
import BookXML

/// Reads an e-book into what somebody typed: its documents in reading order.
enum EPUBReader {
  private static let names = XMLNames([
    "http://purl.org/dc/elements/1.1/": "dc", "urn:oasis:names:tc:opendocument:xmlns:container": "",
  ])

  static func read(_ package: borrowing DocumentPackage) -> TypedDocument? {
    guard let bytes = package.part("META-INF/container.xml"),
      let container = XMLElement.read(bytes, names: names).root,
      let path = container.descendant("rootfile")?["full-path"], let opf = package.part(path),
      let root = XMLElement.read(opf, names: names).root
    else { return nil }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    var items: [String: String] = [:]
    var skipped: Set<String> = []
    for item in root.first("manifest")?.elements ?? [] {
      guard let id = item["id"], let target = item["href"] else { continue }
      items[id] = resolved(target, in: folder)
      let properties = item["properties"] ?? ""
      if properties.split(separator: " ").contains("nav") { skipped.insert(id) }
    }
    let spine = (root.first("spine")?.elements ?? []).compactMap { $0["idref"] }
      .filter { !skipped.contains($0) }.compactMap { items[$0] }
    let documents = Dictionary(
      spine.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    // Pictures are read when they are met; until then only their names are known.
    var pictures: [String: [UInt8]] = [:]
    var bodies: [XMLElement.Child] = []
    for (number, path) in spine.enumerated() {
      guard let bytes = package.part(path), let page = document(bytes) else { continue }
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      var body = page.descendant("body") ?? page
      rewrite(&body, number: number, folder: folder, documents: documents) { name in
        if pictures[name] == nil {
          pictures[name] = package.part(name, atMost: ImportLimits.pictureBytes)
        }
      }
      body.name = "section"
      body.attributes.append(
        XMLElement.Attribute(name: "style", value: "page-break-before: always"))
      bodies.append(.element(body))
    }
    let found = pictures
    var reader = HTMLReader(changes: .keep) { found[$0] }
    reader.read(XMLElement(name: "body", children: bodies))
    var typed = reader.finish()
    let metadata = root.first("metadata")
    typed.properties.title = metadata?.first("dc:title")?.text.trimmedBlanks ?? ""
    typed.properties.author = metadata?.first("dc:creator")?.text.trimmedBlanks ?? ""
    typed.properties.language = metadata?.first("dc:language")?.text.trimmedBlanks ?? ""
    return typed
  }

  /// XHTML as XML where it is that, else as browsers read it.
  private static func document(_ bytes: [UInt8]) -> XMLElement? {
    let names = XMLNames(["http://www.w3.org/XML/1998/namespace": "xml"])
    return XMLElement.read(bytes, names: names).root ?? XMLElement.readHTML(bytes)
  }

  /// Ids and links of one document as those of the whole book, paths of pictures from its root.
  private static func rewrite(
    _ element: inout XMLElement, number: Int, folder: String, documents: [String: Int],
    _ takePicture: (String) -> Void
  ) {
    for index in element.attributes.indices {
      let value = element.attributes[index].value
      switch element.attributes[index].name {
      case "id": element.attributes[index].value = "d\(number)-\(value)"
      case "href" where value.hasPrefix("#"):
        element.attributes[index].value = "#d\(number)-\(value.dropFirst())"
      case "href":
        let parts = value.split(separator: "#", maxSplits: 1)
        if parts.count == 2, let target = documents[resolved(String(parts[0]), in: folder)] {
          element.attributes[index].value = "#d\(target)-\(parts[1])"
        }
      case "src" where !value.contains(":"):
        let path = resolved(value, in: folder)
        takePicture(path)
        element.attributes[index].value = path
      default: break
      }
    }
    for index in element.children.indices {
      guard case .element(var child) = element.children[index] else { continue }
      rewrite(&child, number: number, folder: folder, documents: documents, takePicture)
      element.children[index] = .element(child)
    }
  }

  /// A path from where it is named, percent signs decoded.
  static func resolved(_ path: String, in folder: String) -> String {
    var parts = path.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in percentDecoded(path).split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  private static func percentDecoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      if source[index] == 0x25, index + 2 < source.count,
        let value = UInt8(String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
