import BookDiagnostics
import BookModel
import BookXML

/// The check of a package whose archive is sound: container, package document, every document.
struct PackageCheck {
  let archive: String
  let files: [String: [UInt8]]
  var sources: SourceFiles
  var diagnostics: [Diagnostic] = []
  private var places: [String: SourceID] = [:]
  /// Path of the folder of the package document, as parts.
  private var folder: [String] = []

  init(archive: String, files: [String: [UInt8]], sources: SourceFiles) {
    self.archive = archive
    self.files = files
    self.sources = sources
  }

  mutating func run() {
    guard let packagePath = packagePath(), let package = read(packagePath) else { return }
    folder = packagePath.split(separator: "/").dropLast().map(String.init)
    checkMetadata(package, in: packagePath)
    let items = checkManifest(package, in: packagePath)
    checkSpine(package, items, in: packagePath)
    checkDocuments(items)
  }

  /// One line of the manifest with the path it leads to.
  struct Item {
    var id: String
    var path: String
    var mediaType: String
    var properties: [Substring]
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, in path: String, line: Int = 1
  ) {
    diagnostics.append(Diagnostic(code, message, at: span(path, line)))
  }

  private mutating func span(_ path: String, _ line: Int) -> SourceSpan? {
    guard let bytes = files[path] else { return nil }
    let place = places[path] ?? sources.add(path: "\(archive)/\(path)", bytes: bytes)
    places[path] = place
    let range = LineTable(bytes).bytes(ofLine: line)
    // A document may be one line of megabytes: the message shows its beginning.
    let end = min(range.upperBound, range.lowerBound + 200)
    return SourceSpan(file: place, start: range.lowerBound, end: end)
  }

  private mutating func packagePath() -> String? {
    let path = "META-INF/container.xml"
    guard files[path] != nil else {
      diagnostics.append(
        Diagnostic(.epubContainer, "\(archive): there is no '\(path)' in the archive", at: nil))
      return nil
    }
    guard let container = read(path) else { return nil }
    guard
      let root = container.elements.first(where: {
        $0.name == "rootfile" && $0.attributes["full-path"] != nil
      }), let target = root.attributes["full-path"]
    else {
      report(.epubContainer, "no package document is named", in: path)
      return nil
    }
    guard let resolved = Book.resolve(target, in: []), !target.contains("\\") else {
      report(.epubContainer, "'\(target)' leads out of the archive", in: path, line: root.line)
      return nil
    }
    guard files[resolved] != nil else {
      report(.epubContainer, "'\(target)' is not in the archive", in: path, line: root.line)
      return nil
    }
    return resolved
  }

  /// Reads a document; what is wrong with it is reported.
  mutating func read(_ path: String) -> XMLTree? {
    guard let bytes = files[path] else { return nil }
    let (tree, faults) = XMLTree.read(bytes)
    for fault in faults {
      let code: DiagnosticCode =
        switch fault.kind {
        case .entity: .epubEntities
        case .tooDeep: .epubTooDeep
        default: .epubNotWellFormed
        }
      let words = fault.kind == .tooDeep ? "elements are nested more than 256 deep" : fault.message
      report(code, words, in: path, line: fault.line)
    }
    return tree
  }

  private mutating func checkMetadata(_ package: XMLTree, in path: String) {
    let needed = ["title": "dc:title", "language": "dc:language", "identifier": "dc:identifier"]
    for (name, shown) in needed.sorted(by: { $0.key < $1.key }) {
      let found = package.elements.contains {
        $0.name == name && $0.namespace == "http://purl.org/dc/elements/1.1/"
          && $0.text.contains { !$0.isWhitespace }
      }
      if !found { report(.epubMetadata, "there is no '\(shown)' with words in it", in: path) }
    }
    guard let root = package.elements.first else { return }
    let identifier = root.attributes["unique-identifier"] ?? ""
    let hasIdentifier = package.elements.contains {
      $0.name == "identifier" && $0.attributes["id"] == identifier
    }
    if !hasIdentifier {
      report(
        .epubMetadata, "'unique-identifier' names no 'dc:identifier'", in: path, line: root.line)
    }
    if root.attributes["version"]?.hasPrefix("3") == true {
      let modified = package.elements.count {
        $0.name == "meta" && $0.attributes["property"] == "dcterms:modified"
          && $0.attributes["refines"] == nil
      }
      if modified != 1 {
        report(.epubMetadata, "'dcterms:modified' must stand once, not \(modified) times", in: path)
      }
    }
  }

  private mutating func checkManifest(_ package: XMLTree, in path: String) -> [Item] {
    var items: [Item] = []
    var ids: Set<String> = []
    var paths: Set<String> = []
    for element in package.elements where element.name == "item" {
      let id = element.attributes["id"] ?? ""
      let href = element.attributes["href"] ?? ""
      if !ids.insert(id).inserted {
        report(.epubManifest, "id '\(id)' stands twice", in: path, line: element.line)
      }
      if LinkCheck.isExternal(href) { continue }
      guard let target = Book.resolve(Book.percentDecoded(href), in: folder) else {
        report(.epubManifest, "'\(href)' leads out of the archive", in: path, line: element.line)
        continue
      }
      if files[target] == nil {
        report(.epubManifest, "'\(href)' is not in the archive", in: path, line: element.line)
      } else if !paths.insert(target).inserted {
        report(.epubManifest, "'\(href)' is listed twice", in: path, line: element.line)
      } else {
        items.append(
          Item(
            id: id, path: target, mediaType: element.attributes["media-type"] ?? "",
            properties: element.attributes["properties"]?.split(separator: " ") ?? []))
      }
    }
    for file in files.keys.sorted()
    where !paths.contains(file) && file != path && file != "mimetype"
      && !file.hasPrefix("META-INF/")
    {
      report(.epubManifest, "'\(file)' is in the archive but not in the manifest", in: path)
    }
    return items
  }

  private mutating func checkSpine(_ package: XMLTree, _ items: [Item], in path: String) {
    let references = package.elements.filter { $0.name == "itemref" }
    if references.isEmpty { report(.epubSpine, "the spine is empty", in: path) }
    var seen: Set<String> = []
    for reference in references {
      let id = reference.attributes["idref"] ?? ""
      if !items.contains(where: { $0.id == id }) {
        report(.epubSpine, "'\(id)' is not in the manifest", in: path, line: reference.line)
      } else if !seen.insert(id).inserted {
        report(.epubSpine, "'\(id)' stands twice in the spine", in: path, line: reference.line)
      }
    }
    let isThree = package.elements.first?.attributes["version"]?.hasPrefix("3") == true
    if isThree, items.count(where: { $0.properties.contains("nav") }) != 1 {
      report(.epubNavigation, "one item of the manifest must have the property 'nav'", in: path)
    }
  }

  private mutating func checkDocuments(_ items: [Item]) {
    var targets: [String: Set<String>] = [:]
    var links: [(from: String, target: String, fragment: String?, shown: String, line: Int)] = []
    for item in items where Self.xmlTypes.contains(item.mediaType) {
      guard let tree = read(item.path) else { continue }
      var ids: Set<String> = []
      let own = item.path.split(separator: "/").dropLast().map(String.init)
      for element in tree.elements {
        if let id = element.attributes["id"], !ids.insert(id).inserted {
          report(.epubIDTwice, "id '\(id)' stands twice", in: item.path, line: element.line)
        }
        for name in ["href", "src", "xlink:href"] {
          guard let value = element.attributes[name] else { continue }
          if LinkCheck.isExternal(value) {
            if element.name == "a", let fault = addressFault(value) {
              report(
                .epubAddress, "the address '\(value)' \(fault)", in: item.path, line: element.line)
            }
            continue
          }
          let pieces = value.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
          let file = Book.percentDecoded(String(pieces[0]))
          let fragment = pieces.count > 1 ? Book.percentDecoded(String(pieces[1])) : nil
          let target = file.isEmpty ? item.path : Book.resolve(file, in: own) ?? ""
          links.append((item.path, target, fragment, value, element.line))
        }
      }
      targets[item.path] = ids
      if item.properties.contains("nav"), !hasContents(tree) {
        report(.epubNavigation, "the navigation document has no table of contents", in: item.path)
      }
    }
    for link in links {
      let isThere = files[link.target] != nil
      let hasPlace = link.fragment.map { targets[link.target]?.contains($0) ?? true } ?? true
      if !isThere || !hasPlace {
        report(.epubReference, "'\(link.shown)' leads nowhere", in: link.from, line: link.line)
      }
    }
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
