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
/// Every file is first written under a temporary name beside the one it replaces; only when all are
/// there are they renamed into place, the earlier ones kept aside until the last is done. A run that
/// fails puts the earlier files back; of one that was killed the next run does (`restore`).
package struct AtomicOutput: Sendable {
  private let folder: String
  private let holdsAuthorsWork: Bool
  /// The system's; a test gives one that fails.
  private let move: @Sendable (_ from: String, _ to: String) -> Int32

  /// Writes into `folder`, to which the paths of artifacts are relative.
  ///
  /// What holds the author's own work is on the disk, whatever happens to the machine, before it
  /// takes the place of the earlier file. To wait for that takes as long as making a book, and a
  /// book can be made again.
  package init(folder: String, holdsAuthorsWork: Bool = false) {
    self.init(folder: folder, holdsAuthorsWork: holdsAuthorsWork, move: { rename($0, $1) })
  }

  init(
    folder: String, holdsAuthorsWork: Bool = false,
    move: @escaping @Sendable (_ from: String, _ to: String) -> Int32
  ) {
    self.folder = folder
    self.holdsAuthorsWork = holdsAuthorsWork
    self.move = move
  }

  /// Writes every artifact below the folder; throws with what had to stay replaced, mostly nothing.
  package func write(_ artifacts: [Artifact]) throws(BuildFailure) {
    try makeFolder(folder)
    var places: [Replacement] = []
    for artifact in artifacts {
      try places.append(place(of: joined(folder, artifact.path)))
    }
    // Under the lock, so that no other run takes the new journal for one that was left.
    let journal = try withLock(onFolder: folder) { () throws(BuildFailure) in
      try Journal(in: folder)
    }
    defer { journal.remove() }
    do throws(BuildFailure) {
      for index in places.indices {
        places[index].part = journal.name(".bookc-part-", index, beside: places[index].path)
        places[index].kept = journal.name(".bookc-kept-", index, beside: places[index].path)
      }
      try journal.write(places)
      for (artifact, place) in zip(artifacts, places) { try stage(artifact.bytes, place) }
    } catch {
      for place in places { unlink(place.part) }
      throw error
    }
    try withLock(onFolder: folder) { () throws(BuildFailure) in try replace(&places, journal) }
  }

  /// Renames every part into its place, or puts back what was there.
  private func replace(_ places: inout [Replacement], _ journal: Journal) throws(BuildFailure) {
    for index in places.indices where DiskWorkspace.exists(places[index].path) {
      // Not every disk can have a file under two names.
      places[index].before = link(places[index].path, places[index].kept) == 0 ? .kept : .lost
    }
    for index in places.indices { places[index].stamp = FileStamp(ofFile: places[index].part) }
    do throws(BuildFailure) {
      try journal.beginReplacing(places)
      for place in places where move(place.part, place.path) != 0 {
        throw .unwritable(path: place.path, reason: reason(errno), replaced: [])
      }
    } catch {
      let failure = error
      let replaced = Self.undo(places)
      guard case .unwritable(let path, let reason, _) = failure else { throw failure }
      throw .unwritable(path: path, reason: reason, replaced: replaced)
    }
    for place in places where place.before == .kept { unlink(place.kept) }
    if holdsAuthorsWork { for place in places { waitForDisk(parent(of: place.path)) } }
  }

  /// Puts back what stood in each place; the paths of those that are new and must stay so.
  ///
  /// What somebody has changed since it was put there is theirs, and stays.
  private static func undo(_ places: [Replacement]) -> [String] {
    var replaced: [String] = []
    for place in places.reversed() {
      let isDone = !DiskWorkspace.exists(place.part)
      unlink(place.part)
      if isDone, !place.isAsPut {
        unlink(place.kept)
        replaced.append(place.path)
        continue
      }
      switch place.before {
      case .kept:
        if !isDone {
          unlink(place.kept)
        } else if rename(place.kept, place.path) != 0 {
          replaced.append(place.path)
        }
      case .nothing:
        if isDone, unlink(place.path) != 0, errno != ENOENT { replaced.append(place.path) }
      case .lost:
        if isDone { replaced.append(place.path) }
      }
    }
    return replaced.reversed()
  }

  /// Removes files below `path` that are not in `keep`, such as pages of chapters that are gone.
  ///
  /// Only files with the given endings are touched, and only where bookc wrote before.
  package func removeStale(in path: String, keeping keep: Set<String>, endings: [String]) {
    let directory = joined(folder, path)
    for name in DiskWorkspace(root: directory).names(in: "") {
      let relative = path.isEmpty ? name : path + "/" + name
      if !keep.contains(relative), endings.contains(where: { name.hasSuffix($0) }) {
        unlink(joined(directory, name))
      }
    }
  }

  // MARK: After a run that was killed

  /// Puts back what a run that was killed had replaced in part, and sweeps away what it left; a
  /// sentence for each such run, true to what happened.
  package func restore() -> [String] {
    guard DiskWorkspace.isFolder(folder) else { return [] }
    var told: [String] = []
    withLock(onFolder: folder) {
      for found in Journal.left(in: folder) {
        let places = found.places
        let done = places.filter { !DiskWorkspace.exists($0.part) }
        if found.wasReplacing, done.count < places.count {
          let stayed = Set(Self.undo(places))
          let back = done.map(\.path).filter { !stayed.contains($0) }
          if !done.isEmpty {
            told.append(Self.sentence(putBack: back, stayed: stayed.sorted()))
          }
        } else {
          for place in places {
            unlink(place.part)
            unlink(place.kept)
          }
        }
        found.remove()
      }
    }
    return told
  }

  private static func sentence(putBack: [String], stayed: [String]) -> String {
    func list(_ paths: [String]) -> String { paths.map { "'\($0)'" }.joined(separator: ", ") }
    var parts = ["an earlier run was stopped while it replaced its files"]
    if !putBack.isEmpty { parts.append("put back as before: \(list(putBack))") }
    if !stayed.isEmpty { parts.append("newer than the rest: \(list(stayed))") }
    return parts.joined(separator: "; ")
  }

  // MARK: One file

  /// Where an artifact goes: a symbolic link stays one, and what it leads to is replaced.
  private func place(of path: String) throws(BuildFailure) -> Replacement {
    try makeFolder(parent(of: path))
    var real = path
    if linkTarget(path) != nil {
      guard let target = realPath(path) else {
        throw .unwritable(path: path, reason: "it is a link that leads nowhere", replaced: [])
      }
      real = target
    }
    switch DiskWorkspace.kindOnDisk(real) {
    case .missing: return Replacement(path: real, mode: nil)
    case .file: break
    case .folder: throw .unwritable(path: path, reason: "a folder has that name", replaced: [])
    default: throw .unwritable(path: path, reason: "it is not a file", replaced: [])
    }
    var status = stat()
    guard stat(real, &status) == 0, access(real, W_OK) == 0 else {
      throw .unwritable(path: path, reason: reason(errno), replaced: [])
    }
    return Replacement(path: real, mode: status.st_mode & 0o7777)
  }

  private func stage(_ bytes: [UInt8], _ place: Replacement) throws(BuildFailure) {
    let descriptor = open(place.part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(place) }
    do throws(BuildFailure) {
      guard BookDisk.writeAll(bytes, to: descriptor) else { throw failure(place) }
      // The earlier file's, whatever new files get on this account.
      if let mode = place.mode, fchmod(descriptor, mode) != 0 { throw failure(place) }
      if holdsAuthorsWork, fsync(descriptor) != 0 { throw failure(place) }
    } catch {
      systemClose(descriptor)
      throw error
    }
    // A file system over a network tells only here what went wrong.
    guard systemClose(descriptor) == 0 else { throw failure(place) }
  }

  /// What the system said last.
  private func failure(_ place: Replacement) -> BuildFailure {
    .unwritable(path: place.path, reason: reason(errno), replaced: [])
  }

  private func makeFolder(_ path: String) throws(BuildFailure) {
    if let path = makeFolders(path, mode: 0o755) {
      throw .unwritable(path: path, reason: reason(errno), replaced: [])
    }
  }
}

/// A file to be replaced, and what stands there.
struct Replacement: Sendable {
  /// What stood in the place before.
  enum Before: Character, Sendable {
    case nothing = "n"
    /// It has a second name until all is done.
    case kept = "k"
    /// It could not be given one.
    case lost = "l"
  }
  var path: String
  /// The permissions of the file that is there; nil for none.
  var mode: mode_t?
  var before = Before.nothing
  /// What the new contents are on the disk, under either name.
  var stamp: FileStamp?
  /// The new contents until they take their place.
  var part = ""
  /// The second name of the earlier file.
  var kept = ""

  init(path: String, mode: mode_t?) {
    self.path = path
    self.mode = mode
  }

  /// Whether the place holds what was put there, and nothing was written to it since.
  var isAsPut: Bool {
    guard let stamp, let now = FileStamp(ofFile: path) else { return false }
    return stamp.isSame(as: now)
  }
}
