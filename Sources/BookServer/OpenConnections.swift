import NIOCore
import Synchronization

/// The connections that are open, of which there is a most: for one more, the one that was silent
/// longest is closed.
final class OpenConnections: Sendable {
  /// A browser opens six; this is a household's, and fewer than the 256 files that a process may
  /// have open on any system.
  static let most = 200

  private struct Entry {
    let channel: any Channel
    var isAnswered = false
    var since = NIODeadline.now()
  }
  private let entries = Mutex<[ObjectIdentifier: Entry]>([:])

  func add(_ channel: any Channel) {
    let key = ObjectIdentifier(channel)
    let superfluous = entries.withLock { entries in
      let oldest = entries.count < Self.most ? nil : entries.values.min(by: Self.isMoreIdle)
      entries[key] = Entry(channel: channel)
      return oldest?.channel
    }
    channel.closeFuture.whenComplete { _ in
      self.entries.withLock { _ = $0.removeValue(forKey: key) }
    }
    // Not under the lock: it is left through the line above.
    superfluous?.close(promise: nil)
  }

  /// Notes that a request is being answered, or that it was.
  func note(_ channel: any Channel, isAnswered: Bool) {
    entries.withLock {
      $0[ObjectIdentifier(channel)]?.isAnswered = isAnswered
      $0[ObjectIdentifier(channel)]?.since = .now()
    }
  }

  func closeAll() async {
    let channels = entries.withLock { $0.values.map(\.channel) }
    for channel in channels { try? await channel.close() }
  }

  private static func isMoreIdle(_ one: Entry, _ other: Entry) -> Bool {
    one.isAnswered == other.isAnswered ? one.since < other.since : other.isAnswered
  }
}
