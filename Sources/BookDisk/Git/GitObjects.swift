import BookModel

/// Reads objects of the repository that a folder lies in.
package struct GitObjects: Sendable {
  let git: Git

  /// The objects of the repository that git was opened for.
  package init(_ git: Git) { self.git = git }

  /// A file or folder of a revision.
  struct Entry: Sendable {
    var isBlob: Bool
    var isLink: Bool
    var id: String
    /// In bytes; 0 when it was not asked for.
    var size: Int
    var path: String
  }

  /// Everything below a tree, folders themselves left out.
  func entries(of tree: String) -> [Entry]? {
    git.run(.listTree, ["-r", "-z", "-l", "--full-tree", tree]).map(Self.entries)
  }

  /// What `git ls-tree -z` prints, with or without sizes: `100644 blob 3f2a…     1234<TAB>path`.
  static func entries(_ list: [UInt8]) -> [Entry] {
    list.split(separator: 0).compactMap { record in
      guard let tab = record.firstIndex(of: 0x09) else { return nil }
      let fields = record[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count >= 3 else { return nil }
      return Entry(
        isBlob: fields[1] == "blob", isLink: fields[0] == "120000", id: fields[2],
        size: fields.count > 3 ? Int(fields[3]) ?? 0 : 0,
        path: String(decoding: record[(tab + 1)...], as: UTF8.self))
    }
  }

  /// The contents of blobs, read in one run of git.
  package func blobs(_ ids: [String]) -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    let distinct = Array(Set(ids)).sorted()
    for (id, object) in zip(distinct, objects(distinct)) where object?.kind == "blob" {
      result[id] = object?.bytes
    }
    return result
  }

  /// The files of trees named as `COMMIT:PATH`, by name; nil for a tree that is not there.
  package func trees(_ names: [String]) -> [[String: String]?] {
    objects(names).map { object in
      guard let object, object.kind == "tree" else { return nil }
      return Self.files(ofTree: object.bytes, idLength: object.id.utf8.count / 2)
    }
  }

  /// `MODE NAME` NUL and the binary id, again and again (git's tree object); folders left out.
  private static func files(ofTree bytes: [UInt8], idLength: Int) -> [String: String] {
    var files: [String: String] = [:]
    var at = 0
    while let blank = bytes[at...].firstIndex(of: 0x20),
      let end = bytes[blank...].firstIndex(of: 0), end + idLength < bytes.count
    {
      let id = hexadecimal(bytes[end + 1...end + idLength])
      if bytes[at..<blank].starts(with: Array("100".utf8)) {
        files[String(decoding: bytes[blank + 1..<end], as: UTF8.self)] = id
      }
      at = end + 1 + idLength
    }
    return files
  }

  private struct Object {
    var id: String
    var kind: String
    var bytes: [UInt8]
  }

  /// Objects in the order they are asked for, nil for what is not there.
  private func objects(_ names: [String]) -> [Object?] {
    if names.isEmpty { return [] }
    let input: [UInt8] = names.flatMap { Array($0.utf8) + [0x0A] }
    var found: [Object?] = Self.parse(git.run(.catFile, ["--batch"], input: input) ?? [])
    while found.count < names.count { found.append(nil) }
    return Array(found.prefix(names.count))
  }

  /// `ID KIND SIZE` LF content LF, again and again; `NAME missing` LF for what is not there.
  private static func parse(_ bytes: [UInt8]) -> [Object?] {
    var result: [Object?] = []
    var at = 0
    while at < bytes.count, let end = bytes[at...].firstIndex(of: 0x0A) {
      let fields = bytes[at..<end].split(separator: 0x20).map {
        String(decoding: $0, as: UTF8.self)
      }
      at = end + 1
      guard fields.count == 3, let size = Int(fields[2]), size >= 0, size <= bytes.count - at
      else {
        result.append(nil)
        continue
      }
      result.append(Object(id: fields[0], kind: fields[1], bytes: Array(bytes[at..<at + size])))
      at += size + 1
    }
    return result
  }
}
