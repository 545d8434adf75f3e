/// Reads objects of the repository that a folder lies in.
struct GitObjects: Sendable {
  /// Any folder of the work tree.
  let folder: String

  /// What git printed, nil when it failed.
  func run(_ arguments: [String]) -> [UInt8]? { output(of: "git", arguments, in: folder) }

  /// One line that git printed, without its end.
  func line(_ arguments: [String]) -> String? {
    run(arguments).map { String(decoding: $0.prefix { $0 != 0x0A }, as: UTF8.self) }
  }

  /// A file or folder of a revision.
  struct Entry: Sendable {
    var isBlob: Bool
    var isLink: Bool
    var id: String
    /// In bytes.
    var size: Int
    var path: String
  }

  /// Everything below a tree, folders themselves left out.
  func entries(of tree: String) -> [Entry]? {
    guard let list = run(["ls-tree", "-r", "-z", "-l", "--full-tree", tree]) else { return nil }
    return list.split(separator: 0).compactMap { record in
      // `100644 blob 3f2a…     1234<TAB>path`
      guard let tab = record.firstIndex(of: 0x09) else { return nil }
      let fields = record[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 4 else { return nil }
      return Entry(
        isBlob: fields[1] == "blob", isLink: fields[0] == "120000", id: fields[2],
        size: Int(fields[3]) ?? 0, path: String(decoding: record[(tab + 1)...], as: UTF8.self))
    }
  }

  /// The contents of blobs, read with as few runs of git as may be.
  func blobs(_ ids: [String]) -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    let distinct = Array(Set(ids)).sorted()
    // Each request is at most 65 bytes (SHA-256 ids), so that all of them fit a pipe.
    for start in stride(from: 0, to: distinct.count, by: 240) {
      let some = distinct[start..<min(start + 240, distinct.count)]
      let input = Array((some.joined(separator: "\n") + "\n").utf8)
      guard let bytes = output(of: "git", ["cat-file", "--batch"], in: folder, input: input)
      else { continue }
      take(bytes, into: &result)
    }
    return result
  }

  /// `ID blob SIZE` LF content LF, again and again; `ID missing` LF for what is not there.
  private func take(_ bytes: [UInt8], into result: inout [String: [UInt8]]) {
    var at = 0
    while at < bytes.count, let end = bytes[at...].firstIndex(of: 0x0A) {
      let fields = bytes[at..<end].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      at = end + 1
      guard fields.count == 3, let size = Int(fields[2]), size >= 0, size <= bytes.count - at
      else { continue }
      result[fields[0]] = Array(bytes[at..<at + size])
      at += size + 1
    }
  }
}
