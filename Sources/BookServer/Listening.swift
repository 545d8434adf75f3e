import NIOCore
import NIOHTTP1
import NIOPosix

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ports tried, one after the other, before it is said that none is free.
private let portsTried = 20
/// Bytes of a request's head; cookies that other servers of this machine set come along.
private let mostHeadBytes = 65_536

/// A server's sockets, all at one port.
struct Listening: Sendable {
  let port: Int
  let channels: [any Channel]

  /// Listens on all of the addresses that this machine has, at the first port that is free on all
  /// of them; port 0 is any.
  init(
    on addresses: [SocketAddress], port: Int, connections: OpenConnections,
    answer: @escaping @Sendable (HTTPRequestHead) async -> Answer
  ) async throws {
    let bootstrap = Self.bootstrap(connections, answer)
    let last = port == 0 ? 0 : min(port + portsTried - 1, Int(UInt16.max))
    var candidate = port
    while true {
      do {
        channels = try await Self.bind(bootstrap, addresses, candidate)
        break
      } catch {
        if candidate >= last { throw error }
        candidate += 1
      }
    }
    self.port = channels.first?.localAddress?.port ?? candidate
  }

  func close() {
    for channel in channels { channel.close(promise: nil) }
  }

  private static func bootstrap(
    _ connections: OpenConnections, _ answer: @escaping @Sendable (HTTPRequestHead) async -> Answer
  ) -> ServerBootstrap {
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldSize = mostHeadBytes
    limits.maxHeaderListSize = mostHeadBytes
    // One thread: it only passes bytes on.
    return ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton.next())
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.autoRead, value: false)
      .childChannelInitializer { [limits] channel in
        channel.eventLoop.makeCompletedFuture {
          connections.add(channel)
          let pipeline = channel.pipeline.syncOperations
          try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: false, withEncoderConfiguration: .init(),
            withDecoderLimitConfiguration: limits)
          try pipeline.addHandler(BrowserConnection(connections, answer: answer))
        }
      }
  }

  private static func bind(
    _ bootstrap: ServerBootstrap, _ addresses: [SocketAddress], _ port: Int
  ) async throws -> [any Channel] {
    var channels: [any Channel] = []
    var failure: (any Error)?
    for var address in addresses {
      address.port = channels.first?.localAddress?.port ?? port
      do {
        channels.append(try await bootstrap.bind(to: address).get())
      } catch let error as IOError
        where error.errnoCode == EADDRNOTAVAIL || error.errnoCode == EAFNOSUPPORT
      {
        failure = error
      } catch {
        for channel in channels { try? await channel.close() }
        throw error
      }
    }
    if channels.isEmpty, let failure { throw failure }
    return channels
  }
}
