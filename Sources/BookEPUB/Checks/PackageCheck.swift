import BookDiagnostics
import BookModel
import BookXML
import BookZip

/// The check of a package whose archive is sound: container, package document, every document.
///
/// One document at a time is held, so that no archive takes more memory than its longest one.
struct PackageCheck: ~Copyable {
  /// What messages call the file.
  let name: String
  private let archive: ZipReader
  private let entries: [String: ZipEntry]
  var sources: SourceFiles
  var diagnostics: [Diagnostic] = []
  private var places: [String: SourceID] = [:]
  private var lines: [String: LineTable] = [:]
  /// Path of the folder of the package document, as parts.
  private var folder: [String] = []
  /// Package documents of other renditions of the book (EPUB Multiple-Rendition Publications 1.1).
  private var others: Set<String> = []
  /// Paths of what the manifests list.
  private(set) var listed: Set<String> = []

  init(_ archive: consuming ZipReader, name: String, sources: SourceFiles) {
    entries = Dictionary(
      archive.entries.filter { !$0.isFolder }.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    self.archive = archive
    (self.name, self.sources) = (name, sources)
  }

  func holds(_ path: String) -> Bool { entries[path] != nil }

  /// The bytes of a document; nil where there is none, and where it is longer than any document.
  private func bytes(of path: String) -> [UInt8]? {
    guard let entry = entries[path], entry.size <= Self.longestDocument else { return nil }
    do throws(ZipFault) { return try archive.read(entry) } catch { return nil }
  }

  /// Bytes; the whole of Pepys' diary in one document takes half of it.
  private static let longestDocument = 16 << 20
  /// Bytes of the documents that messages show lines of; beyond it they name the file alone.
  private static let mostShown = 64 << 20
  private var shown = 0

  mutating func run() {
    let packages = packagePaths()
    guard let packagePath = packages.first, let package = read(packagePath) else { return }
    others = Set(packages.dropFirst())
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
    if places[path] == nil {
      guard shown < Self.mostShown, let bytes = bytes(of: path) else { return nil }
      shown += bytes.count
      places[path] = sources.add(path: "\(name)/\(path)", bytes: bytes)
      lines[path] = LineTable(bytes)
    }
    guard let place = places[path], let lines = lines[path] else { return nil }
    let range = lines.bytes(ofLine: line)
    // A document may be one line of megabytes: the message shows its beginning.
    let end = min(range.upperBound, range.lowerBound + 200)
    return SourceSpan(file: place, start: range.lowerBound, end: end)
  }

  /// The package documents that the container names, the one that is read first; none where it
  /// leads to none.
  private mutating func packagePaths() -> [String] {
    let path = "META-INF/container.xml"
    guard holds(path) else {
      diagnostics.append(
        Diagnostic(.epubContainer, "\(name): there is no '\(path)' in the archive", at: nil))
      return []
    }
    guard let container = read(path) else { return [] }
    let roots = container.elements.filter {
      $0.name == "rootfile" && $0.attributes["full-path"] != nil
    }
    guard let root = roots.first, let target = root.attributes["full-path"] else {
      report(.epubContainer, "no package document is named", in: path)
      return []
    }
    guard let resolved = Book.resolve(target, in: []), !target.contains("\\") else {
      report(.epubContainer, "'\(target)' leads out of the archive", in: path, line: root.line)
      return []
    }
    guard holds(resolved) else {
      report(.epubContainer, "'\(target)' is not in the archive", in: path, line: root.line)
      return []
    }
    let more = roots.dropFirst().compactMap {
      Book.resolve($0.attributes["full-path"] ?? "", in: [])
    }
    return [resolved] + more.filter { entries[$0] != nil }
  }

  /// Reads a document; what is wrong with it is reported.
  mutating func read(_ path: String) -> XMLTree? {
    guard let entry = entries[path] else { return nil }
    guard let bytes = bytes(of: path) else {
      report(
        .epubBomb, "'\(path)' has \(entry.size >> 20) MB, more than a document may have", in: path)
      return nil
    }
    let (tree, faults) = XMLTree.read(bytes)
    for fault in faults {
      let code: DiagnosticCode =
        switch fault.kind {
        case .entity: .epubEntities
        case .tooDeep: .epubTooDeep
        case .tooMany: .epubBomb
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
        Self.isDublinCore($0, name) && $0.text.contains { !$0.isWhitespace }
      }
      if !found { report(.epubMetadata, "there is no '\(shown)' with words in it", in: path) }
    }
    guard let root = package.elements.first else { return }
    let identifier = root.attributes["unique-identifier"]?.trimmed ?? ""
    let hasIdentifier = package.elements.contains {
      Self.isDublinCore($0, "identifier") && $0.attributes["id"]?.trimmed == identifier
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

  /// Books of before EPUB (OEBPS 1.2) write `dc:Title`, by an earlier address.
  private static func isDublinCore(_ element: XMLTree.Element, _ name: String) -> Bool {
    element.name.lowercased() == name
      && element.namespace.hasPrefix("http://purl.org/dc/elements/1.")
  }

  private mutating func checkManifest(_ package: XMLTree, in path: String) -> [Item] {
    var items: [Item] = []
    var ids: Set<String> = []
    var paths: Set<String> = []
    for element in package.elements where element.name == "item" {
      // Blanks around an id are none of it (XML 1.0, 3.3.3).
      let id = element.attributes["id"]?.trimmed ?? ""
      let href = element.attributes["href"] ?? ""
      if !ids.insert(id).inserted {
        report(.epubManifest, "id '\(id)' stands twice", in: path, line: element.line)
      }
      if LinkCheck.isExternal(href) { continue }
      guard let target = Book.resolve(Book.percentDecoded(href), in: folder) else {
        report(.epubManifest, "'\(href)' leads out of the archive", in: path, line: element.line)
        continue
      }
      if !holds(target) {
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
    checkUnlisted(paths.union([path, "mimetype"]), in: path)
    return items
  }

  /// What no manifest lists is no fault (EPUB 3.3, 3.2), but nobody will see it.
  private mutating func checkUnlisted(_ own: Set<String>, in path: String) {
    listed = own.union(others)
    for other in others {
      guard let bytes = bytes(of: other), let package = XMLTree.read(bytes).tree else { continue }
      let folder = other.split(separator: "/").dropLast().map(String.init)
      for element in package.elements where element.name == "item" {
        let href = Book.percentDecoded(element.attributes["href"] ?? "")
        if let target = Book.resolve(href, in: folder) { listed.insert(target) }
      }
    }
    for file in entries.keys.sorted() where !listed.contains(file) && !file.hasPrefix("META-INF/") {
      report(.epubUnlisted, "'\(file)' is in the archive but not in the manifest", in: path)
    }
  }

  private mutating func checkSpine(_ package: XMLTree, _ items: [Item], in path: String) {
    let references = package.elements.filter { $0.name == "itemref" }
    if references.isEmpty { report(.epubSpine, "the spine is empty", in: path) }
    let ids = Set(items.map(\.id))
    var seen: Set<String> = []
    for reference in references {
      let id = reference.attributes["idref"]?.trimmed ?? ""
      if !ids.contains(id) {
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
}
