package import BookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A book's folder on disk.
package struct DiskWorkspace: Workspace {
  /// The folder as typed.
  package let root: String
  private let realRoot: String?
  private static let largest = 1 << 30

  /// All files of this machine, from its root: where fonts and patterns are found.
  package static var machine: DiskWorkspace { DiskWorkspace(root: "/") }

  package init(root: String) {
    self.root = root
    realRoot = realPath(root)
  }

  /// The last part of the folder's real path.
  package var name: String {
    guard let realRoot, let slash = realRoot.lastIndex(of: "/") else { return "Book" }
    let name = String(realRoot[realRoot.index(after: slash)...])
    return name.isEmpty ? "Book" : name
  }

  package func kind(of path: String) -> EntryKind {
    guard let realRoot else { return .missing }
    let full = root + "/" + path
    var status = stat()
    guard lstat(full, &status) == 0 else { return errno == EACCES ? .forbidden : .missing }
    #if !os(Linux)
      // Disks that take House.png for house.png would let a book through that fails elsewhere.
      var folder = ""
      for part in path.split(separator: "/") {
        if part != ".", part != "..", !names(in: folder).contains(String(part)) { return .missing }
        folder += folder.isEmpty ? String(part) : "/" + part
      }
    #endif
    guard let real = realPath(full) else {
      return errno == ELOOP ? .linkLoop : errno == EACCES ? .forbidden : .missing
    }
    if real != realRoot, !real.hasPrefix(realRoot == "/" ? "/" : realRoot + "/") { return .linkOut }
    let kind = Self.kindOnDisk(full)
    return kind == .folder && access(full, R_OK | X_OK) != 0 ? .forbidden : kind
  }

  package func names(in folder: String) -> [String] {
    guard let directory = opendir(folder.isEmpty ? root : root + "/" + folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func read(_ path: String) throws(WorkspaceError) -> [UInt8] {
    switch kind(of: path) {
    case .file: return try Self.contents(ofFile: root + "/" + path)
    case .folder: throw WorkspaceError("it is a folder")
    case .other: throw WorkspaceError("it is not a file")
    case .missing: throw WorkspaceError("there is no such file")
    case .forbidden: throw WorkspaceError("no permission")
    case .linkOut: throw WorkspaceError("it is a link out of the book's folder")
    case .linkLoop: throw WorkspaceError("it is a link that leads to itself")
    }
  }

  /// Its place, number, size and the time it was written, links followed.
  package func stamp(of path: String) -> String? {
    guard let real = realPath(root + "/" + path), let stamp = FileStamp(ofFile: real) else {
      return nil
    }
    let time = stamp.changed
    return "\(real) \(stamp.number) \(stamp.size) \(time.seconds) \(time.nanoseconds)"
  }

  /// The folders directly within this one.
  package func folders() -> [String] { names(in: "").filter { kind(of: $0) == .folder } }

  /// True for a folder that holds nothing but folders that hold nothing: those that a run made which
  /// was stopped before it wrote a file.
  package var holdsNoFile: Bool {
    // As deep as any file of a new book lies.
    holdsNoFile(in: "", deepest: 3)
  }

  private func holdsNoFile(in folder: String, deepest: Int) -> Bool {
    names(in: folder).allSatisfy { name in
      let path = joined(folder, name)
      return deepest > 0 && linkTarget(root + "/" + path) == nil && kind(of: path) == .folder
        && holdsNoFile(in: path, deepest: deepest - 1)
    }
  }

  /// True when there is something at a path of the disk.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// What a path of the disk leads to.
  package static func kindOnDisk(_ path: String) -> EntryKind {
    var status = stat()
    guard stat(path, &status) == 0 else { return errno == EACCES ? .forbidden : .missing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// True when a path of the disk leads to a folder.
  package static func isFolder(_ path: String) -> Bool { kindOnDisk(path) == .folder }

  /// Why a path cannot be used as a folder; nil when it can.
  package static func whyNoFolder(_ path: String) -> String? {
    switch kindOnDisk(path) {
    case .folder: access(path, R_OK | X_OK) == 0 ? nil : reason(errno)
    case .missing: "there is no such folder"
    case .forbidden: reason(EACCES)
    default: "it is not a folder"
    }
  }

  /// True when both paths lead to the same file.
  package static func isSameFile(_ a: String, _ b: String) -> Bool {
    var first = stat()
    var second = stat()
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_ino == second.st_ino
      && first.st_dev == second.st_dev
  }

  /// The bytes of any file of the disk, up to 1 GiB.
  package static func contents(ofFile path: String) throws(WorkspaceError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw WorkspaceError(reason(errno)) }
    defer { systemClose(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw WorkspaceError(reason(errno)) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw WorkspaceError("it is a folder; name the files in it")
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw WorkspaceError("it is not a file") }
    guard status.st_size <= largest else { throw WorkspaceError("it is larger than 1 GiB") }
    let size = Int(status.st_size)
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let n = systemRead(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if n < 0 && errno == EINTR { continue }
        if n < 0 { failure = errno }
        if n <= 0 { break }
        count += n
      }
    }
    if failure != 0 { throw WorkspaceError(reason(failure)) }
    return bytes
  }
}
