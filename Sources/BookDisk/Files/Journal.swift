import BookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a run is about to replace, written down in the output folder, so that after a kill the next
/// run knows how far this one came.
///
/// The file is locked as long as its run lives; a lock ends with its process, whatever ended that.
struct Journal {
  private static let staging = ".bookc-set-"
  private static let replacing = ".bookc-put-"
  private let folder: String
  let descriptor: Int32
  /// Tells this run's files from those of others.
  private let token: String
  /// True once files were being renamed.
  let wasReplacing: Bool
  /// In the order in which they are replaced.
  let places: [Replacement]

  /// A new one, empty and locked.
  init(in folder: String) throws(BuildFailure) {
    self.folder = folder
    (wasReplacing, places) = (false, [])
    var number = 0
    while true {
      let token = "\(getpid())-\(number)"
      let path = joined(folder, Self.staging + token)
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor >= 0 {
        flock(descriptor, LOCK_EX | LOCK_NB)
        (self.descriptor, self.token) = (descriptor, token)
        return
      }
      // More than a few of one process are not to be.
      guard errno == EEXIST, number < 1000 else {
        throw .unwritable(path: folder, reason: reason(errno), replaced: [])
      }
      number += 1
    }
  }

  /// One that was left behind; nil when its run lives.
  private init?(left name: String, in folder: String) {
    self.folder = folder
    wasReplacing = name.hasPrefix(Self.replacing)
    token = String(name.dropFirst(Self.staging.count))
    descriptor = open(joined(folder, name), O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0,
      let bytes = try? DiskWorkspace.contents(ofFile: joined(folder, name))
    else {
      systemClose(descriptor)
      return nil
    }
    let token = token
    // A NUL ends an entry, since a path may hold any other byte.
    places = bytes.split(separator: 0).enumerated().compactMap { index, entry in
      let parts = String(decoding: entry, as: UTF8.self)
        .split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let before = parts[0].first.flatMap(Replacement.Before.init),
        !parts[1].isEmpty
      else { return nil }
      let path = String(parts[1])
      var place = Replacement(path: path.hasPrefix("/") ? path : joined(folder, path), mode: nil)
      place.before = before
      place.stamp = FileStamp(written: parts[0].dropFirst())
      place.part = Self.name(".bookc-part-", token, index, beside: place.path)
      place.kept = Self.name(".bookc-kept-", token, index, beside: place.path)
      return place
    }
  }

  /// Those of runs that are gone.
  static func left(in folder: String) -> [Journal] {
    DiskWorkspace(root: folder).names(in: "")
      .filter { $0.hasPrefix(staging) || $0.hasPrefix(replacing) }
      .compactMap { Journal(left: $0, in: folder) }
  }

  /// The temporary name of a file of this run.
  func name(_ kind: String, _ index: Int, beside path: String) -> String {
    Self.name(kind, token, index, beside: path)
  }

  private static func name(
    _ kind: String, _ token: String, _ index: Int, beside path: String
  ) -> String {
    joined(parent(of: path), "\(kind)\(token)-\(index)")
  }

  /// Writes down what will be replaced; an earlier list is written over, and there at all times.
  ///
  /// Paths within the folder are relative to it, so that a run from elsewhere understands them.
  func write(_ places: [Replacement]) throws(BuildFailure) {
    let within = joined(folder, "")
    let bytes = places.flatMap { place in
      let path =
        place.path.hasPrefix(within) ? String(place.path.dropFirst(within.count)) : place.path
      return Array("\(place.before.rawValue)\(place.stamp?.written ?? "") \(path)\0".utf8)
    }
    let isWritten = bytes.withUnsafeBytes { buffer in
      pwrite(descriptor, buffer.baseAddress, buffer.count, 0) == buffer.count
        && ftruncate(descriptor, off_t(buffer.count)) == 0
    }
    if !isWritten { throw .unwritable(path: folder, reason: reason(errno), replaced: []) }
  }

  /// Writes down that from now on files are renamed.
  func beginReplacing(_ places: [Replacement]) throws(BuildFailure) {
    try write(places)
    if rename(joined(folder, Self.staging + token), joined(folder, Self.replacing + token)) != 0 {
      throw .unwritable(path: folder, reason: reason(errno), replaced: [])
    }
  }

  /// All is as it should be.
  func remove() {
    unlink(joined(folder, Self.staging + token))
    unlink(joined(folder, Self.replacing + token))
    systemClose(descriptor)
  }
}
