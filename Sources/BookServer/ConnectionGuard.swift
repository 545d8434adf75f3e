import Dispatch
import FlyingSocks
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The sockets of a server, those ended that send without being answered, or send nothing.
///
/// The HTTP library reads a header of any length. It asks its pool of sockets whenever it waits,
/// first of all for connections: here the pool learns of them, and looks at what the system
/// counted for each.
final class ConnectionGuard: AsyncSocketPool {
  private let pool: any AsyncSocketPool
  private let connections = Mutex<Set<Int32>>([])

  /// More bytes than this and eight times what was answered no browser sends.
  static let unanswered: UInt64 = 65_536
  /// Nothing for so long, and the connection is ended; a browser opens another.
  static let idleMilliseconds: UInt32 = 180_000
  /// With more connections than this those that were idle longest are ended.
  static let mostConnections = 2_000

  init(_ pool: any AsyncSocketPool) {
    self.pool = pool
  }

  func prepare() async throws { try await pool.prepare() }

  func run() async throws {
    // Not a task: those that read endlessly could keep it waiting.
    let timer = DispatchSource.makeTimerSource()
    defer { timer.cancel() }
    #if os(Linux)
      timer.setEventHandler { [weak self] in self?.look() }
      timer.schedule(deadline: .now() + .milliseconds(100), repeating: .milliseconds(100))
    #endif
    timer.activate()
    try await pool.run()
  }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    #if os(Linux)
      if isListening(socket.file.rawValue) { welcome(socket.file.rawValue) }
    #endif
    try await pool.suspendSocket(socket, untilReadyFor: events)
  }

  /// Lets the process have as many files open as it may, at most 8,192.
  static func allowManyConnections() {
    var limit = rlimit()
    #if os(Linux)
      let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let files = RLIMIT_NOFILE
    #endif
    guard getrlimit(files, &limit) == 0, limit.rlim_cur < 8_192 else { return }
    limit.rlim_cur = min(limit.rlim_max, 8_192)
    _ = setrlimit(files, &limit)
  }

  #if os(Linux)
    /// What the system counted for a connection.
    private struct Count {
      var received: UInt64
      var answered: UInt64
      var idle: UInt32

      /// Nil for what is no connection (any more).
      init?(_ file: Int32) {
        // `struct tcp_info` of the kernel, which only ever grows at its end.
        var info = [UInt8](repeating: 0, count: 256)
        var size = socklen_t(info.count)
        guard getsockopt(file, Int32(IPPROTO_TCP), TCP_INFO, &info, &size) == 0, size >= 136 else {
          return nil
        }
        (idle, answered, received) = info.withUnsafeBytes {
          (
            $0.loadUnaligned(fromByteOffset: 52, as: UInt32.self),
            $0.loadUnaligned(fromByteOffset: 120, as: UInt64.self),
            $0.loadUnaligned(fromByteOffset: 128, as: UInt64.self)
          )
        }
      }
    }

    private func isListening(_ file: Int32) -> Bool {
      var value: Int32 = 0
      var size = socklen_t(MemoryLayout<Int32>.size)
      return getsockopt(file, SOL_SOCKET, SO_ACCEPTCONN, &value, &size) == 0 && value != 0
    }

    /// Takes note of the connections that came to the listening socket.
    private func welcome(_ listening: Int32) {
      // What waits in the system counts as well: it is bounded before the first connection comes.
      var size: Int32 = 65_536
      setsockopt(listening, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
      // A connection takes this over from the listening socket. Head and body are sent one after
      // the other, and without it the body waits 40 ms for the head to be acknowledged.
      var isWanted: Int32 = 1
      setsockopt(
        listening, Int32(IPPROTO_TCP), TCP_NODELAY, &isWanted, socklen_t(MemoryLayout<Int32>.size))
      guard let port = localPort(listening) else { return }
      let found = openFiles().filter { $0 != listening && localPort($0) == port }
      connections.withLock { $0 = Set(found) }
    }

    /// The descriptors that this process has open.
    private func openFiles() -> [Int32] {
      guard let folder = opendir("/proc/self/fd") else { return [] }
      defer { closedir(folder) }
      var files: [Int32] = []
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if let file = Int32(name) { files.append(file) }
      }
      return files
    }

    private func localPort(_ file: Int32) -> UInt16? {
      var address = sockaddr_in()
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let status = withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(file, $0, &size) }
      }
      guard status == 0, address.sin_family == sa_family_t(AF_INET) else { return nil }
      return address.sin_port
    }

    /// Ends a connection, and takes away what still waits to be read: a long line costs the library
    /// much work for every byte.
    private func end(_ file: Int32) {
      shutdown(file, Int32(SHUT_RDWR))
      var waste = [UInt8](repeating: 0, count: 65_536)
      for _ in 0..<256 where recv(file, &waste, waste.count, Int32(MSG_DONTWAIT)) <= 0 {
        return
      }
    }

    private func look() {
      let files = connections.withLock { $0 }
      guard !files.isEmpty else { return }
      var counts: [(file: Int32, count: Count)] = []
      for file in files {
        if let count = Count(file) {
          counts.append((file, count))
        } else {
          connections.withLock { _ = $0.remove(file) }
        }
      }
      let longest = counts.count > Self.mostConnections
        ? counts.map(\.count.idle).sorted(by: >)[counts.count - Self.mostConnections] : .max
      for (file, count) in counts {
        let isFlood = count.received > Self.unanswered + 8 * count.answered
        if isFlood || count.idle > Self.idleMilliseconds || count.idle > longest {
          end(file)
        }
      }
    }
  #endif
}
