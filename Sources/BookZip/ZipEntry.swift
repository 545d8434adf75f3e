/// One entry of an archive, as its central directory describes it.
package struct ZipEntry: Sendable, Equatable {
  /// Place in the central directory.
  package var index: Int
  /// As stored.
  package var name: String
  /// Inflated, as the archive says.
  package var size: Int
  /// As stored.
  package var packedSize: Int
  /// False for entries stored as they are.
  package var isDeflated: Bool
  /// By its Unix mode.
  package var isSymbolicLink: Bool
  /// Whether a password is needed.
  package var isEncrypted: Bool
  /// Inflated size by the header that stands before the data, nil if it does not say.
  package var sizeInLocalHeader: Int?

  /// True for a path that could leave the folder it is unpacked to.
  package var isUnsafePath: Bool {
    if name.isEmpty || name.hasPrefix("/") || name.utf8.contains(0x5C) { return true }
    if name.utf8.dropFirst().first == 0x3A { return true }
    return name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
  }

  /// True for an entry that is only a folder's name.
  package var isFolder: Bool { name.hasSuffix("/") }

  /// Sizes by the local headers, for entries whose header states one (APPNOTE 4.3.7).
  static func sizesInLocalHeaders(_ bytes: [UInt8]) -> [String: Int] {
    var sizes: [String: Int] = [:]
    bytes.withUnsafeBufferPointer { b in
      func number(_ at: Int, _ width: Int) -> Int {
        (0..<width).reduce(0) { $0 | Int(b[at + $1]) << (8 * $1) }
      }
      var at = 0
      // Headers that follow one another without a gap; a data descriptor ends the walk.
      while at + 30 <= b.count, number(at, 4) == 0x0403_4B50, number(at + 6, 2) & 8 == 0 {
        let nameEnd = at + 30 + number(at + 26, 2)
        let next = nameEnd + number(at + 28, 2) + number(at + 18, 4)
        guard nameEnd <= b.count, next <= b.count else { return }
        let name = String(decoding: b[(at + 30)..<nameEnd], as: UTF8.self)
        if sizes[name] == nil { sizes[name] = number(at + 22, 4) }
        at = next
      }
    }
    return sizes
  }
}

/// One thing wrong with an archive.
package enum ZipFault: Error, Sendable, Equatable {
  case empty
  case notAnArchive
  /// Cut short or otherwise unreadable, in libzip's words.
  case damaged(String)
  case tooManyEntries(Int)
  /// A file, and one before it whose name differs from its own in capitals at most.
  case duplicate(String, String)
  case unsafePath(String)
  case symbolicLink(String)
  case encrypted(String)
  case tooLarge(String, Int)
  /// Inflates to so many times its size.
  case bomb(String, Int)
  case sizeLies(String)
  case damagedEntry(String, String)
}
