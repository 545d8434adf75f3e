import BookDiagnostics
import BookModel
import BookXML

/// A reference of one document to another.
private struct Link {
  var from: String
  /// The file it leads to, empty where that is outside the archive.
  var target: String
  /// The id it leads to; nil for none, and for places that are no ids: a part of a picture
  /// (`xywh=`, `svgView(…)`), a time, an XPointer.
  var place: String?
  var shown: String
  var line: Int

  init(_ value: String, in path: String, _ base: [String], line: Int) {
    let pieces = value.trimmed.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = Book.percentDecoded(String(pieces.first ?? ""))
    target = file.isEmpty ? path : Book.resolve(file, in: base) ?? ""
    let fragment = pieces.count > 1 ? Book.percentDecoded(String(pieces[1])) : ""
    place = fragment.isEmpty || fragment.contains { "(=".contains($0) } ? nil : fragment
    (from, shown, self.line) = (path, value, line)
  }
}

extension PackageCheck {
  /// Reads every document of the package and looks where its links lead.
  mutating func checkDocuments(_ items: [Item]) {
    var targets: [String: Set<String>] = [:]
    var links: [Link] = []
    for item in items where Self.xmlTypes.contains(item.mediaType) {
      guard let tree = read(item.path) else { continue }
      var ids: Set<String> = []
      let base = base(of: tree, in: item.path)
      for element in tree.elements {
        if let id = element.attributes["id"]?.trimmed, !ids.insert(id).inserted {
          report(.epubIDTwice, "id '\(id)' stands twice", in: item.path, line: element.line)
        }
        if element.name == "base" { continue }
        for name in ["href", "src", "xlink:href"] {
          guard let value = element.attributes[name] else { continue }
          if LinkCheck.isExternal(value) {
            if element.name == "a", let fault = addressFault(value) {
              report(
                .epubAddress, "the address '\(value)' \(fault)", in: item.path, line: element.line)
            }
          } else if let base {
            links.append(Link(value, in: item.path, base, line: element.line))
          }
        }
      }
      targets[item.path] = ids
      if item.properties.contains("nav"), !hasContents(tree) {
        report(.epubNavigation, "the navigation document has no table of contents", in: item.path)
      }
    }
    for link in links {
      if holds(link.target), !listed.contains(link.target) {
        report(
          .epubReference, "'\(link.shown)' is not in the manifest, so that no reader shows it",
          in: link.from, line: link.line)
        continue
      }
      let isThere = holds(link.target)
      let hasPlace = link.place.map { targets[link.target]?.contains($0) ?? true } ?? true
      if !isThere || !hasPlace {
        report(.epubReference, "'\(link.shown)' leads nowhere", in: link.from, line: link.line)
      }
    }
  }

  /// The folder that a document's addresses start from, as parts; nil where that is outside the book.
  private func base(of tree: XMLTree, in path: String) -> [String]? {
    let own = path.split(separator: "/").dropLast().map(String.init)
    let element = tree.elements.first { $0.name == "base" && $0.attributes["href"] != nil }
    guard let value = element?.attributes["href"]?.trimmed else { return own }
    if LinkCheck.isExternal(value) { return nil }
    let folder = value.hasSuffix("/") ? value + "x" : value
    return Book.resolve(Book.percentDecoded(folder), in: own)?.split(separator: "/").dropLast()
      .map(String.init)
  }

  private func hasContents(_ tree: XMLTree) -> Bool {
    for (index, element) in tree.elements.enumerated()
    where element.name == "nav" && element.attributes["epub:type"] == "toc" {
      // Elements come in order, so what follows until the next nav is within this one.
      let rest = tree.elements[(index + 1)...].prefix { $0.name != "nav" }
      if rest.contains(where: { $0.name == "a" }) { return true }
    }
    return false
  }

  private static let xmlTypes: Set<String> = [
    "application/xhtml+xml", "application/x-dtbncx+xml", "image/svg+xml",
    "application/smil+xml",
  ]
}
