import BookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether the files of a folder are those that git's last commit has.
///
/// They are compared here and not by git, which would run the repository's filters on them. Only
/// what a book is made of counts: contents, not modes; no hidden files.
struct WorkTree {
  private let git: Git
  private let committed: [String: GitObjects.Entry]

  /// Nil when git cannot say what the last commit has.
  init?(_ git: Git) {
    guard let list = git.run(.listTree, ["-r", "-z", "HEAD"]) else { return nil }
    self.git = git
    committed = Dictionary(
      GitObjects.entries(list).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// True when something was changed, added, taken out or staged since the commit.
  var isChanged: Bool {
    let arguments = [
      "-z", "-t", "--stage", "--debug", "--cached", "--others", "--exclude-standard",
    ]
    guard let list = git.run(.listFiles, arguments + ["--", "."]) else { return true }
    let index = GitIndex(list)
    if index.untracked.contains(where: { !Self.isHidden($0) }) { return true }
    guard index.entries.count == committed.count else { return true }
    let written = indexTime
    return index.entries.contains { entry in
      guard let there = committed[entry.path], there.id == entry.id else { return true }
      return !entry.isLeftOut && isChanged(entry, there, written)
    }
  }

  private static func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  /// When git wrote its index: what was changed in the same moment or later may look unchanged.
  private var indexTime: FileStamp.Time? {
    guard let path = git.line(.parseRevision, ["--git-path", "index"]) else { return nil }
    let full = path.hasPrefix("/") ? path : git.folder + "/" + path
    return FileStamp(ofFile: full)?.changed
  }

  private func isChanged(
    _ entry: GitIndex.Entry, _ there: GitObjects.Entry, _ written: FileStamp.Time?
  ) -> Bool {
    // A submodule is another repository's affair.
    guard there.isBlob else { return false }
    let path = git.folder + "/" + entry.path
    guard let stamp = FileStamp(ofFile: path) else { return true }
    if there.isLink {
      guard stamp.isLink, let target = linkTarget(path) else { return true }
      return id(of: Array(target.utf8), like: there.id) != there.id
    }
    guard stamp.isFile else { return true }
    if let seen = entry.stamp, let written, seen.isSame(as: stamp), seen.changed < written {
      return false
    }
    guard let bytes = try? DiskWorkspace.contents(ofFile: path) else { return true }
    return !isContents(bytes, of: there.id)
  }

  /// True for the bytes of a blob, also with the line ends of Windows, and for what a pointer of
  /// git-lfs stands for.
  private func isContents(_ bytes: [UInt8], of blob: String) -> Bool {
    if id(of: bytes, like: blob) == blob { return true }
    if bytes.contains(0x0D), id(of: Self.withUnixLineEnds(bytes), like: blob) == blob {
      return true
    }
    guard let pointer = GitObjects(git).blobs([blob])[blob], pointer.count < 1024 else {
      return false
    }
    // https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
    let lines = String(decoding: pointer, as: UTF8.self).split(separator: "\n")
    return lines.first == "version https://git-lfs.github.com/spec/v1"
      && lines.contains("oid sha256:" + sha256(bytes))
  }

  private static func withUnixLineEnds(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
      result.append(byte)
    }
    return result
  }

  /// The name that git gives to contents, by the digest that the repository uses.
  private func id(of bytes: [UInt8], like other: String) -> String {
    let head = Array("blob \(bytes.count)\0".utf8)
    // 64 digits: a repository of the format sha256.
    if other.utf8.count == 64 { return sha256(head + bytes) }
    var digest = SHA1()
    digest.add(head)
    digest.add(bytes)
    return hexadecimal(digest.finished())
  }
}

/// What `git ls-files -z -t --stage --debug --cached --others` prints.
struct GitIndex {
  struct Entry {
    var path: String
    var id: String
    /// Not in the work tree on purpose (git-sparse-checkout(1)).
    var isLeftOut: Bool
    /// The file as git saw it last; nil when git does not say.
    var stamp: FileStamp?
  }
  private(set) var entries: [Entry] = []
  /// Files that git does not know and is not told to ignore.
  private(set) var untracked: [String] = []

  /// `H 100644 ID 0<TAB>PATH` NUL and five lines about the file, or `? PATH` NUL.
  init(_ list: [UInt8]) {
    var rest = list[...]
    while let end = rest.firstIndex(of: 0) {
      let record = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      if record.hasPrefix("? ") {
        untracked.append(String(record.dropFirst(2)))
        continue
      }
      let parts = record.split(separator: "\t", maxSplits: 1)
      let fields = (parts.first ?? "").split(separator: " ")
      guard parts.count == 2, fields.count == 4 else { continue }
      var entry = Entry(
        path: String(parts[1]), id: String(fields[2]), isLeftOut: fields[0] == "S", stamp: nil)
      // A conflict has up to three entries of one path: none is what was committed.
      if fields[3] != "0" { entry.id = "conflict" }
      entry.stamp = FileStamp(gitLines: &rest)
      entries.append(entry)
    }
  }
}
