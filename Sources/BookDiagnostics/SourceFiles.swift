/// One file of the manuscript as it was read.
package struct SourceFile: Sendable {
  /// The path a message shows, relative to the book's folder, with `/` between the parts.
  package var path: String
  /// The bytes exactly as on disk.
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// All files of a manuscript, addressed by `SourceID`.
package struct SourceFiles: Sendable {
  /// What messages put before every path: the book's folder as the author typed it, or nothing.
  package var prefix: String
  /// The files in the order they were added.
  package private(set) var files: [SourceFile] = []

  package init(prefix: String = "") { self.prefix = prefix }

  /// Adds a file and returns its place.
  package mutating func add(path: String, bytes: [UInt8]) -> SourceID {
    files.append(SourceFile(path: path, bytes: bytes))
    return SourceID(files.count - 1)
  }

  package subscript(id: SourceID) -> SourceFile { files[Int(id.index)] }

  /// The path as a message shows it.
  package func displayPath(_ id: SourceID) -> String {
    let path = self[id].path
    if prefix.isEmpty || path.hasPrefix("/") { return path }
    return prefix.hasSuffix("/") ? prefix + path : prefix + "/" + path
  }
}
