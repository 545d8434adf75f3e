import NIOCore
import NIOHTTP1

/// One connection of a browser: a request, its answer, and so on until either side ends it.
///
/// Nothing is read while an answer is on its way, so that nobody fills the memory by asking
/// without taking the answers.
final class BrowserConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// For a request to come whole, from the answer before it on; a browser opens another connection.
  static let timeForRequest = TimeAmount.seconds(60)
  /// For an answer to be found and taken: pages are set, a phone is slow.
  static let timeForAnswer = TimeAmount.minutes(3)
  /// Requests sent before the first was answered; browsers send none.
  static let mostAhead = 32

  private let connections: OpenConnections
  private let answer: @Sendable (HTTPRequestHead) async -> Answer
  private var asked: [HTTPRequestHead] = []
  private var answering: Task<Void, Never>?
  private var deadline: Scheduled<Void>?

  init(
    _ connections: OpenConnections, answer: @escaping @Sendable (HTTPRequestHead) async -> Answer
  ) {
    self.connections = connections
    self.answer = answer
  }

  func channelActive(context: ChannelHandlerContext) {
    close(context, after: Self.timeForRequest)
    context.read()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    answering?.cancel()
    answering = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(let head) = unwrapInboundIn(data) else { return }
    if asked.count == Self.mostAhead { return context.close(promise: nil) }
    asked.append(head)
    answerNext(context)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if answering == nil { context.read() }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func close(_ context: ChannelHandlerContext, after time: TimeAmount) {
    deadline?.cancel()
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
  }

  private func answerNext(_ context: ChannelHandlerContext) {
    guard answering == nil, !asked.isEmpty else { return }
    let head = asked.removeFirst()
    connections.note(context.channel, isAnswered: true)
    close(context, after: Self.timeForAnswer)
    let (loop, answer) = (context.eventLoop, answer)
    let connection = NIOLoopBound((self, context), eventLoop: loop)
    answering = Task {
      let answer = await answer(head)
      loop.execute {
        let (handler, context) = connection.value
        handler.send(answer, to: head, context)
      }
    }
  }

  private func send(_ answer: Answer, to head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    // Closed meanwhile.
    if answering == nil { return }
    let closes = !head.isKeepAlive || head.announcesBody
    context.write(wrapOutboundOut(.head(answer.head(head.version, closes: closes))), promise: nil)
    if head.method != .HEAD {
      context.write(wrapOutboundOut(.body(.byteBuffer(answer.body))), promise: nil)
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { result in
      guard case .success = result, !closes else { return context.close(promise: nil) }
      self.hasBeenTaken(context)
    }
  }

  private func hasBeenTaken(_ context: ChannelHandlerContext) {
    answering = nil
    connections.note(context.channel, isAnswered: false)
    close(context, after: Self.timeForRequest)
    if asked.isEmpty { context.read() } else { answerNext(context) }
  }
}

extension HTTPRequestHead {
  /// What is asked of this server has no body; one that is announced is not read.
  var announcesBody: Bool {
    headers.contains(name: "Transfer-Encoding")
      || headers[canonicalForm: "Content-Length"].contains { $0 != "0" }
  }
}
