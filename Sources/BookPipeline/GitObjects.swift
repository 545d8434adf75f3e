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
    for (id, object) in zip(distinct, objects(distinct)) where object?.kind == "blob" {
      result[id] = object?.bytes
    }
    return result
  }

  /// The files of trees named as `COMMIT:PATH`, by name; nil for a tree that is not there.
  func trees(_ names: [String]) -> [[String: String]?] {
    objects(names).map { object in
      guard let object, object.kind == "tree" else { return nil }
      return Self.files(ofTree: object.bytes, idLength: object.id.utf8.count / 2)
    }
  }

  /// `MODE NAME` NUL and the binary id, again and again (git's tree object); folders left out.
  private static func files(ofTree bytes: [UInt8], idLength: Int) -> [String: String] {
    var files: [String: String] = [:]
    let digits = Array("0123456789abcdef".utf8)
    var at = 0
    while let blank = bytes[at...].firstIndex(of: 0x20),
      let end = bytes[blank...].firstIndex(of: 0), end + idLength < bytes.count
    {
      let id = bytes[end + 1...end + idLength].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
      if bytes[at..<blank].starts(with: Array("100".utf8)) {
        files[String(decoding: bytes[blank + 1..<end], as: UTF8.self)] = String(
          decoding: id, as: UTF8.self)
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
    var result: [Object?] = []
    var start = 0
    while start < names.count {
      // The requests of one run must fit a pipe.
      var input: [UInt8] = []
      var end = start
      while end < names.count {
        let line = Array(names[end].utf8) + [0x0A]
        if !input.isEmpty, input.count + line.count > 16_000 { break }
        input += line
        end += 1
      }
      let found = output(of: "git", ["cat-file", "--batch"], in: folder, input: input)
      var some = Self.parse(found ?? [])
      while some.count < end - start { some.append(nil) }
      result += some.prefix(end - start)
      start = end
    }
    return result
  }

  /// `ID KIND SIZE` LF content LF, again and again; `NAME missing` LF for what is not there.
  private static func parse(_ bytes: [UInt8]) -> [Object?] {
    var result: [Object?] = []
    var at = 0
    while at < bytes.count, let end = bytes[at...].firstIndex(of: 0x0A) {
      let fields = bytes[at..<end].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
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
