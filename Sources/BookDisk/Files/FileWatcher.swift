import BookModel
import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One element after every change in the folders, which are asked for anew after each.
///
/// Changes while the last one is still being worked on are one.
package func changes(in folders: @escaping @Sendable () -> [String]) -> AsyncStream<Void> {
  AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
    let hasEnded = Flag()
    continuation.onTermination = { _ in hasEnded.raise() }
    // A thread of its own: waiting would hold up one of the few that do the work.
    DispatchQueue(label: "bookc.changes").async {
      var watcher = FileWatcher(folders)
      while !hasEnded.isRaised {
        if watcher.waitForChange(milliseconds: 200) { continuation.yield() }
      }
    }
  }
}

/// Raised once, seen everywhere.
private final class Flag: Sendable {
  private let value = Atomic(false)
  var isRaised: Bool { value.load(ordering: .relaxed) }
  func raise() { value.store(true, ordering: .relaxed) }
}

/// Notices changes of files in a few folders, through the system's own interface where it is
/// inotify, else by looking every quarter of a second.
struct FileWatcher: ~Copyable, Sendable {
  private let descriptor: Int32
  private let folders: @Sendable () -> [String]
  private var mayLackFolders = true

  /// Watches the folders themselves, not those within them; one that is not there is left out.
  init(_ folders: @escaping @Sendable () -> [String]) {
    self.folders = folders
    #if os(Linux)
      descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    #else
      descriptor = -1
    #endif
  }

  /// Again after every change, since a folder may be new; one that is watched already stays so.
  private mutating func watch() {
    mayLackFolders = false
    #if os(Linux)
      let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE)
      for folder in folders() where descriptor >= 0 {
        _ = inotify_add_watch(descriptor, folder, events)
      }
    #endif
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Waits until something changed, at most `milliseconds`; true when something did.
  ///
  /// After a change it goes on for a few milliseconds until the writer has come to rest.
  mutating func waitForChange(milliseconds: Int32) -> Bool {
    if mayLackFolders { watch() }
    guard descriptor >= 0 else {
      let before = stamps()
      // Often enough to seem at once.
      usleep(250_000)
      return stamps() != before
    }
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) > 0 else { return false }
    repeat { drain() } while poll(&request, 1, 8) > 0
    mayLackFolders = true
    return true
  }

  private func drain() {
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while read(descriptor, &buffer, buffer.count) > 0 {}
  }

  private func stamps() -> [String] {
    folders().flatMap { folder in
      DiskWorkspace(root: folder).names(in: "").map { name in
        var status = stat()
        guard stat(folder + "/" + name, &status) == 0 else { return name }
        return "\(name) \(status.st_size) \(status.st_ino)"
      }
    }
  }
}

/// A folder and the folders within it, hidden ones left out.
package func foldersWithin(_ folder: String) -> [String] {
  var found = [folder]
  var next = 0
  // More than this is no book, and the system watches only so many.
  while next < found.count, found.count < 1_000 {
    let workspace = DiskWorkspace(root: found[next])
    found += workspace.folders().filter { !$0.hasPrefix(".") }.map { "\(found[next])/\($0)" }
    next += 1
  }
  return found
}
