import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import BookServer

@Suite("What a connection is given time for")
struct ConnectionTests {
  static func connected() throws -> EmbeddedChannel {
    let channel = EmbeddedChannel()
    let handler = BrowserConnection(OpenConnections()) { _ in .refusal(.notFound, "") }
    try channel.pipeline.syncOperations.configureHTTPServerPipeline(withPipeliningAssistance: false)
    try channel.pipeline.syncOperations.addHandler(handler)
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    return channel
  }

  @Test("one that sends nothing is closed, and not before its time")
  func silent() throws {
    let channel = try Self.connected()
    channel.embeddedEventLoop.advanceTime(by: BrowserConnection.timeForRequest - .seconds(1))
    #expect(channel.isActive)
    channel.embeddedEventLoop.advanceTime(by: .seconds(1))
    #expect(!channel.isActive)
  }

  @Test("one that sends a request byte by byte is closed as well")
  func slow() throws {
    let channel = try Self.connected()
    var seconds = Int64(0)
    for byte in "GET /index.html HTTP/1.1\r\n".utf8 where channel.isActive {
      try channel.writeInbound(ByteBuffer(bytes: [byte]))
      channel.embeddedEventLoop.advanceTime(by: .seconds(5))
      seconds += 5
    }
    #expect(seconds == BrowserConnection.timeForRequest.nanoseconds / 1_000_000_000)
    #expect(!channel.isActive)
  }
}
