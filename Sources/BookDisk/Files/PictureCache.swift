package import BookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Pictures made in earlier builds, in a folder of the person who runs bookc, outside every book.
///
/// It may be deleted at any time: what is missing is made again. Nobody else may look into it.
package struct PictureCache: KeptPictures {
  private let folder: String
  private let most: Int

  /// - Parameters:
  ///   - folder: where they are kept; made when the first is.
  ///   - most: bytes of all of them, above which `sweep` removes those not used for longest.
  package init(folder: String, most: Int = 1 << 30) { (self.folder, self.most) = (folder, most) }

  /// The folder for things that can be made again, by the rules of the system (XDG Base Directory
  /// Specification; Apple's File System Programming Guide); nil for a person without a home.
  package static var usualFolder: String? {
    if let folder = Environment.value("XDG_CACHE_HOME"), folder.hasPrefix("/") {
      return folder + "/bookc/pictures"
    }
    guard let home = Environment.value("HOME"), home.hasPrefix("/") else { return nil }
    #if os(macOS)
      return home + "/Library/Caches/bookc/pictures"
    #else
      return home + "/.cache/bookc/pictures"
    #endif
  }

  /// The bytes kept under a key.
  package func picture(_ key: String) -> [UInt8]? {
    let path = folder + "/" + key
    guard let bytes = try? DiskWorkspace.contents(ofFile: path), !bytes.isEmpty else { return nil }
    // Used now, so swept last.
    utimes(path, nil)
    return bytes
  }

  /// Keeps bytes under a key; where the disk does not let it, nothing happens.
  package func keep(_ bytes: [UInt8], as key: String) {
    guard makeFolders(folder, mode: 0o700) == nil else { return }
    // A file is there whole or not at all, whoever else writes the same one now.
    let part = folder + "/.\(key)-\(getpid())"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    let isWhole = writeAll(bytes, to: descriptor)
    systemClose(descriptor)
    if !isWhole || rename(part, folder + "/" + key) != 0 { unlink(part) }
  }

  /// Older than any build takes, in seconds: what is half written for so long was left by one that
  /// was killed.
  private static let longestBuild = 86_400

  /// Removes what killed builds left half written, and the pictures not used for longest until the
  /// others fit.
  package func sweep() {
    for name in DiskWorkspace(root: folder).names(in: "") where name.hasPrefix(".") {
      let path = folder + "/" + name
      if let stamp = FileStamp(ofFile: path), stamp.isFile,
        abs(Machine.now - stamp.changed.seconds) > Self.longestBuild
      {
        unlink(path)
      }
    }
    var kept = DiskWorkspace(root: folder).names(in: "").compactMap { name in
      FileStamp(ofFile: folder + "/" + name).map { (path: folder + "/" + name, stamp: $0) }
    }
    var total = kept.reduce(0) { $0 + $1.stamp.size }
    guard total > most else { return }
    kept.sort { $0.stamp.changed < $1.stamp.changed }
    for file in kept where total > most && file.stamp.isFile {
      unlink(file.path)
      total -= file.stamp.size
    }
  }
}
