import BookDiagnostics
import BookModel

/// What a file made for another program says of a book that has no book.yaml.
struct StatedMetadata {
  /// The file.
  var path: String
  var title: String?
  /// Where the title stands.
  var titleSpan: SourceSpan?
  /// Names as they are printed.
  var authors: [String] = []
  /// A tag of BCP 47 that is registered; nil where it is none.
  var language: String?

  /// What the first such file there is says: Quarto's, mdBook's, pandoc's, MkDocs's, Jekyll's.
  static func find(in workspace: some Workspace, _ sources: inout SourceFiles) -> StatedMetadata? {
    for (path, keys) in files where workspace.kind(of: path) == .file {
      guard let bytes = try? workspace.read(path) else { continue }
      let source = sources.add(path: path, bytes: bytes)
      guard let tree = path.hasSuffix(".toml") ? tomlTree(bytes, source) : yamlTree(bytes, source)
      else { continue }
      let said = StatedMetadata(path, tree, keys)
      if said.title != nil || !said.authors.isEmpty || said.language != nil { return said }
    }
    return nil
  }

  /// The keys of a file, those that may stand below others parted by full stops.
  private struct Keys {
    var title: [String]
    var author: [String]
    var language: [String]
  }

  private static let files: [(path: String, keys: Keys)] = [
    ("_quarto.yml", quarto), ("_quarto.yaml", quarto),
    (
      "book.toml",
      Keys(title: ["book.title"], author: ["book.authors"], language: ["book.language"])
    ),
    ("metadata.yml", pandoc), ("metadata.yaml", pandoc),
    ("mkdocs.yml", mkDocs), ("mkdocs.yaml", mkDocs),
    ("_config.yml", pandoc), ("_config.yaml", pandoc),
  ]
  private static let quarto = Keys(
    title: ["book.title", "title"], author: ["book.author", "author"],
    language: ["lang", "book.lang"])
  private static let pandoc = Keys(
    title: ["title"], author: ["author", "authors"], language: ["lang", "language", "locale"])
  private static let mkDocs = Keys(
    title: ["site_name"], author: ["site_author"], language: ["theme.language"])

  private init(_ path: String, _ tree: YAMLNode, _ keys: Keys) {
    self.path = path
    func first(_ paths: [String]) -> YAMLNode? {
      for path in paths {
        var node: YAMLNode? = tree
        for key in path.split(separator: ".") { node = node?[String(key)] }
        if let node { return node }
      }
      return nil
    }
    if let node = first(keys.title), let words = node.string.map(trimmingWhiteSpace),
      !words.isEmpty
    {
      (title, titleSpan) = (words, node.span)
    }
    authors = (first(keys.author)?.items ?? []).compactMap { item in
      (item["name"] ?? item).string.map(trimmingWhiteSpace)
    }.filter { !$0.isEmpty }
    if let tag = first(keys.language)?.string?.replacing("_", with: "-"),
      isWellFormedLanguage(tag), isRegisteredLanguage(tag.prefix { $0 != "-" }.lowercased())
    {
      language = tag
    }
  }

  /// What it gives beside a language, for a message: "title and author".
  var given: String {
    let things = [
      title.map { _ in "title" },
      authors.isEmpty ? nil : authors.count == 1 ? "author" : "authors",
    ].compactMap(\.self)
    return things.joined(separator: " and ")
  }
}

private func yamlTree(_ bytes: [UInt8], _ source: SourceID) -> YAMLNode? {
  readYAML(bytes, source: source).value
}

/// The tables of a TOML file with the strings in them, as `[book]` and `title = "…"`.
///
/// A list may run over lines; values of other kinds are left out (TOML 1.0.0).
private func tomlTree(_ bytes: [UInt8], _ source: SourceID) -> YAMLNode? {
  var tables: [String: [YAMLNode.Entry]] = [:]
  var table = ""
  var open: (key: String, items: [YAMLNode])?
  var start = 0
  for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
    let span = SourceSpan(file: source, start: start, end: start + line.count)
    start += line.count + 1
    let text = trimmingWhiteSpace(String(decoding: line, as: UTF8.self))
    func strings(_ words: some StringProtocol) -> [YAMLNode] {
      quotedStrings(words).map { YAMLNode(.scalar($0, isPlain: false), span: span) }
    }
    func add(_ key: String, _ value: YAMLNode) {
      tables[table, default: []].append(.init(key: key, keySpan: span, value: value))
    }
    if let list = open {
      let items = list.items + strings(text)
      open = text.contains("]") ? nil : (list.key, items)
      if open == nil { add(list.key, YAMLNode(.sequence(items), span: span)) }
    } else if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      table = trimmingWhiteSpace(String(text[text.index(after: text.startIndex)..<end]))
    } else if let equals = text.firstIndex(of: "="), !text.hasPrefix("#") {
      let key = trimmingWhiteSpace(String(text[..<equals]))
      let value = trimmingWhiteSpace(String(text[text.index(after: equals)...]))
      let items = strings(value)
      if value.hasPrefix("[") {
        open = value.contains("]") ? nil : (key, items)
        if open == nil { add(key, YAMLNode(.sequence(items), span: span)) }
      } else if let item = items.first {
        add(key, item)
      }
    }
  }
  let whole = SourceSpan(file: source, start: 0, end: bytes.count)
  return YAMLNode(
    .mapping(
      tables.sorted { $0.key < $1.key }.map {
        .init(key: $0.key, keySpan: whole, value: YAMLNode(.mapping($0.value), span: whole))
      }), span: whole)
}

/// The strings in single or double quotes in a line, up to a `#` outside of them.
private func quotedStrings(_ line: some StringProtocol) -> [String] {
  var found: [String] = []
  var open: Character?
  var words = ""
  var isEscaped = false
  for character in line {
    if let quote = open {
      if isEscaped {
        words.append(character)
        isEscaped = false
      } else if character == "\\", quote == "\"" {
        isEscaped = true
      } else if character == quote {
        found.append(words)
        open = nil
      } else {
        words.append(character)
      }
    } else if character == "\"" || character == "'" {
      (open, words) = (character, "")
    } else if character == "#" {
      break
    }
  }
  return found
}
