import BookDiagnostics
import BookModel
import BookPreview
import BookTestSupport
import NIOCore
import NIOPosix
import Testing

@testable import BookServer

/// A server that runs, its port, and the task that ends it when cancelled.
struct RunningServer {
  let server: PreviewServer
  let port: Int
  let serving: Task<Void, any Error>

  static func book(version: Int) -> LiveBook {
    LiveBook(
      version: version, outline: outlineOfEveryFeature(),
      faults: DiagnosticList([], sources: SourceFiles()), isStale: false,
      theme: Theme(name: "test", bookCSS: [], previewCSS: [], page: nil))
  }

  init(host: String = "127.0.0.1", port: Int = 0) async throws {
    let server = PreviewServer(Self.book(version: 1), at: PreviewHost(host))
    let (ports, found) = AsyncStream<Int>.makeStream()
    serving = Task {
      defer { found.finish() }
      try await server.run(port: port) { found.yield($0) }
    }
    self.server = server
    self.port = try #require(await ports.first { _ in true })
  }

  func end() async throws {
    serving.cancel()
    try await serving.value
  }

  /// What comes back for bytes sent as they are, until the server closes.
  func answer(to request: String, at address: String = "127.0.0.1") async throws -> String {
    let connection = try await connect(at: address)
    return try await connection.executeThenClose { inbound, outbound in
      // Refused while it is still being sent.
      try? await outbound.write(ByteBuffer(string: request))
      var answer = ByteBuffer()
      do {
        for try await var part in inbound { answer.writeBuffer(&part) }
      } catch {}
      return String(buffer: answer)
    }
  }

  func connect(
    at address: String = "127.0.0.1"
  ) async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
    try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connect(
      to: SocketAddress(ipAddress: address, port: port)
    ) { channel in
      channel.eventLoop.makeCompletedFuture {
        try NIOAsyncChannel(wrappingChannelSynchronously: channel)
      }
    }
  }

  /// A request after whose answer the server closes.
  static func get(
    _ path: String, host: String = "127.0.0.1", method: String = "GET", more: String = ""
  ) -> String {
    "\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\(more)\r\n"
  }
}

/// Waits until something holds; false when it does not within five seconds.
func comesTrue(_ holds: () async -> Bool) async throws -> Bool {
  for _ in 0..<500 {
    if await holds() { return true }
    try await Task.sleep(for: .milliseconds(10))
  }
  return false
}
