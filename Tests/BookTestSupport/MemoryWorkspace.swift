package import BookModel

/// A book's folder in memory.
package struct MemoryWorkspace: Workspace {
  package var name = "memory"
  /// Paths and contents.
  package var files: [String: [UInt8]]
  /// Paths that are links out of the folder or to themselves, or no files.
  package var special: [String: EntryKind] = [:]

  package init(_ files: [String: String]) { self.files = files.mapValues { Array($0.utf8) } }

  package func kind(of path: String) -> EntryKind {
    if let kind = special[path] { return kind }
    if files[path] != nil { return .file }
    let prefix = path.isEmpty ? "" : path + "/"
    return files.keys.contains { $0.hasPrefix(prefix) } ? .folder : .missing
  }

  package func names(in folder: String) -> [String] {
    let prefix = folder.isEmpty ? "" : folder + "/"
    let names = (Array(files.keys) + Array(special.keys)).filter { $0.hasPrefix(prefix) }
      .map { String($0.dropFirst(prefix.count).prefix { $0 != "/" }) }
    return Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func read(_ path: String) throws(WorkspaceError) -> [UInt8] {
    guard kind(of: path) == .file, let bytes = files[path] else {
      throw WorkspaceError("there is no such file")
    }
    return bytes
  }

  /// A small book with nothing wrong, other files laid over it.
  package static func soundBook(with overlay: [String: String] = [:]) -> MemoryWorkspace {
    var files = [
      "book.yaml": "title: The Ledger\nauthor: Jane Roe\nlanguage: en\ndate: 2020-05-01\n",
      "chapters/01-one.md": "# One\n\nIt was a cold spring.\n",
      "chapters/02-two.md": "# Two\n\nThe war came.\n",
    ]
    for (path, text) in overlay { files[path] = text }
    return MemoryWorkspace(files)
  }
}
