import BookDiagnostics
import BookModel

/// The order that a list made for another program gives the chapters.
struct ChapterOrder: Sendable {
  /// The file of the list.
  var path: String
  /// The folder that its names start from; empty for the book's own.
  var folder: String
  /// What it lists, by paths from the book's folder.
  var chapters: [ListedChapter]
  /// Files beside the chapters that are none of them, as the list itself is.
  var others: Set<String>
}

/// Looks for a list of chapters that another program works by: of mdBook and GitBook, Quarto,
/// bookdown, Leanpub, MkDocs, Jekyll.
///
/// A file that bears such a name but names no file that is there is none.
struct ChapterOrderReader {
  let workspace: any Workspace
  let language: String
  var sources: SourceFiles
  var diagnostics: [Diagnostic] = []

  /// Where such programs keep their chapters.
  private static let folders = ["", "src", "manuscript", "chapters", "docs"]

  /// The first list there is.
  mutating func order() -> ChapterOrder? {
    for folder in Self.folders {
      if let order = summary(in: folder) { return order }
    }
    if let order = quarto() ?? bookdown() { return order }
    for folder in Self.folders {
      if let order = bookText(in: folder) { return order }
    }
    return mkDocs() ?? jekyll()
  }

  /// The list as an order, where it names a file that is there.
  func order(
    _ path: String, in folder: String, _ chapters: [ListedChapter], others: Set<String> = []
  ) -> ChapterOrder? {
    let holdsAny = chapters.contains { workspace.kind(of: $0.file) == .file }
    return holdsAny
      ? ChapterOrder(path: path, folder: folder, chapters: chapters, others: others.union([path]))
      : nil
  }

  /// The file's bytes and its place among the sources; nil where there is none.
  mutating func read(_ path: String) -> (bytes: [UInt8], source: SourceID)? {
    guard workspace.kind(of: path) == .file, let bytes = try? workspace.read(path) else {
      return nil
    }
    return (bytes, sources.add(path: path, bytes: bytes))
  }

  /// A YAML file's tree; one that cannot be read is told.
  mutating func readTree(_ path: String) -> YAMLNode? {
    guard let (bytes, source) = read(path) else { return nil }
    let tree = readYAML(bytes, source: source)
    if tree.value == nil { diagnostics += tree.diagnostics }
    return tree.value
  }

  /// An entry of a list by its path from the book's folder; nil for an address of the web.
  ///
  /// A path that leads out of the book stays as it was written.
  static func listed(
    _ name: String, in folder: String, at span: SourceSpan, header: ChapterHeader
  ) -> ListedChapter? {
    if name.isEmpty || name.contains("://") || name.hasPrefix("mailto:") { return nil }
    let parts = folder.split(separator: "/").map(String.init)
    let file = Book.resolve(name, in: parts) ?? name
    return ListedChapter(file: file, span: span, header: header)
  }
}

/// `src/SUMMARY.md` for a name in a folder.
func joined(_ folder: String, _ name: String) -> String {
  folder.isEmpty ? name : folder + "/" + name
}
