/// One file of the manuscript as it was read.
package struct SourceFile: Sendable {
  /// The path a message shows, relative to the book's folder, with `/` between the parts.
  package var path: String
  /// The bytes exactly as on disk.
  package var bytes: [UInt8]
  /// True for a file that is not the book's own, such as a theme's: its path stands by itself.
  package var isElsewhere: Bool

  package init(path: String, bytes: [UInt8], isElsewhere: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.isElsewhere = isElsewhere
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
  package mutating func add(path: String, bytes: [UInt8], isElsewhere: Bool = false) -> SourceID {
    files.append(SourceFile(path: path, bytes: bytes, isElsewhere: isElsewhere))
    return SourceID(files.count - 1)
  }

  /// Gives a file other bytes, from which its lines are counted then.
  package mutating func replace(_ id: SourceID, with bytes: [UInt8]) {
    files[Int(id.index)].bytes = bytes
  }

  package subscript(id: SourceID) -> SourceFile { files[Int(id.index)] }

  /// The path as a message shows it.
  package func displayPath(_ id: SourceID) -> String {
    let path = self[id].path
    if prefix.isEmpty || path.hasPrefix("/") || self[id].isElsewhere { return path }
    return prefix.hasSuffix("/") ? prefix + path : prefix + "/" + path
  }
}
