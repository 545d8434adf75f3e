package import BookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes all artifacts of a run or none of them.
///
/// Every file is first written under a temporary name in its own folder; only when all of them are
/// there are they renamed into place. A build that fails, is killed or fills the disk leaves the
/// earlier files as they were; temporary files of a killed build are swept away by the next.
package struct AtomicOutput: Sendable {
  private let folder: String
  private let holdsAuthorsWork: Bool
  private static let mark = ".bookc-part-"

  /// The folder that artifact paths are relative to; what holds the author's own work is on the
  /// disk, whatever happens to the machine, before it takes the place of the earlier file. To wait
  /// for that takes as long as making a book, and a book can be made again.
  package init(folder: String, holdsAuthorsWork: Bool = false) {
    self.folder = folder
    self.holdsAuthorsWork = holdsAuthorsWork
  }

  /// Writes every artifact below the folder, or throws and changes nothing.
  package func write(_ artifacts: [Artifact]) throws(BuildFailure) {
    try makeFolder(folder)
    var staged: [(temporary: String, final: String)] = []
    do throws(BuildFailure) {
      var swept: Set<String> = []
      for (index, artifact) in artifacts.enumerated() {
        let final = join(folder, artifact.path)
        let parent = Self.parent(of: final)
        try makeFolder(parent)
        if swept.insert(parent).inserted { sweep(parent) }
        if Self.isFolder(final) {
          throw BuildFailure.unwritable(path: final, reason: "a folder has that name")
        }
        let temporary = join(parent, "\(Self.mark)\(getpid())-\(index)")
        staged.append((temporary, final))
        try writeWhole(artifact.bytes, to: temporary, for: final)
      }
    } catch {
      for file in staged { unlink(file.temporary) }
      throw error
    }
    for (index, file) in staged.enumerated() where rename(file.temporary, file.final) != 0 {
      let reason = Self.reason(errno)
      for rest in staged[index...] { unlink(rest.temporary) }
      throw .unwritable(path: file.final, reason: reason)
    }
  }

  /// Removes files below `path` that are not in `keep`, such as pages of chapters that are gone.
  ///
  /// Only files with the given endings are touched, and only where bookc wrote before.
  package func removeStale(in path: String, keeping keep: Set<String>, endings: [String]) {
    let directory = join(folder, path)
    for name in Self.names(in: directory) {
      let relative = path.isEmpty ? name : path + "/" + name
      if !keep.contains(relative), endings.contains(where: { name.hasSuffix($0) }) {
        unlink(join(directory, name))
      }
    }
  }

  private func writeWhole(
    _ bytes: [UInt8], to temporary: String, for final: String
  ) throws(BuildFailure) {
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .unwritable(path: final, reason: Self.reason(errno)) }
    var written = 0
    while written < bytes.count {
      let n = bytes.withUnsafeBytes { buffer in
        systemWrite(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      if n < 0 && errno == EINTR { continue }
      guard n > 0 else {
        let failure = errno
        close(descriptor)
        throw .unwritable(path: final, reason: Self.reason(failure))
      }
      written += n
    }
    if holdsAuthorsWork, fsync(descriptor) != 0 {
      let failure = errno
      close(descriptor)
      throw .unwritable(path: final, reason: Self.reason(failure))
    }
    // A file system over a network tells only here what went wrong.
    guard close(descriptor) == 0 else { throw .unwritable(path: final, reason: Self.reason(errno)) }
  }

  private func makeFolder(_ path: String) throws(BuildFailure) {
    if path.isEmpty || Self.isFolder(path) { return }
    let parent = Self.parent(of: path)
    if parent != path { try makeFolder(parent) }
    if mkdir(path, 0o755) != 0, !Self.isFolder(path) {
      throw .unwritable(path: path, reason: Self.reason(errno))
    }
  }

  /// Temporary files of processes that are gone.
  private func sweep(_ path: String) {
    for name in Self.names(in: path) where name.hasPrefix(Self.mark) {
      let owner = name.dropFirst(Self.mark.count).prefix { $0 != "-" }
      if let pid = Int32(owner), pid != getpid(), kill(pid, 0) != 0, errno == ESRCH {
        unlink(join(path, name))
      }
    }
  }

  private func join(_ folder: String, _ path: String) -> String {
    folder.isEmpty ? path : folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func names(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT: "the disk is full"
    case EACCES, EPERM: "no permission"
    case EROFS: "the disk is read-only"
    case ENOTDIR: "part of the path is a file"
    default: String(cString: strerror(code))
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
