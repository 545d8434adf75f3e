import BookPreview
import NIOCore
import NIOHTTP1

/// Serves a live book at one host and tells pages when it changes.
///
/// Only GET and HEAD are answered, only for the host's own names, and only from the book in
/// memory: no path reaches the disk.
actor PreviewServer {
  private var book: LiveBook
  private let setPages: (@Sendable (LiveBook) async -> PrintedPages?)?
  private var printing: (version: Int, task: Task<Printed?, Never>)?
  /// Where the last change was: a chapter and an offset into its text.
  private var edited: (chapter: Int, offset: Int)?
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  private var nextWaiter = 0
  private let host: PreviewHost
  private let names: Set<String>

  /// Held once, however many browsers take it.
  private struct Printed: Sendable {
    var pages: PrintedPages
    var file: ByteBuffer
  }

  /// How long a page waits for a change before it asks again: shorter than what stands between it
  /// and the server, if anything does, keeps a silent connection.
  private static let longestWait = Duration.seconds(25)

  /// `setPages` sets the printed pages when they are asked for.
  init(
    _ book: LiveBook, at host: PreviewHost,
    setPages: (@Sendable (LiveBook) async -> PrintedPages?)? = nil
  ) {
    self.book = book
    self.host = host
    self.setPages = setPages
    names = host.names()
  }

  /// Shows another state of the book; pages that wait hear of it at once.
  func show(_ book: LiveBook) {
    edited = book.firstChange(since: self.book) ?? edited
    self.book = book
    let all = waiting
    waiting = [:]
    for (_, continuation) in all { continuation.resume() }
  }

  /// Serves until the task is cancelled; `ready` is told the port.
  nonisolated func run(port: Int, ready: @Sendable (Int) -> Void) async throws {
    let connections = OpenConnections()
    let listening = try await Listening(
      on: host.addresses(), port: port, connections: connections
    ) { [weak self] head in
      await self?.answer(head) ?? .refusal(.serviceUnavailable, "the preview has ended")
    }
    ready(listening.port)
    await withTaskCancellationHandler {
      for channel in listening.channels { try? await channel.closeFuture.get() }
    } onCancel: {
      listening.close()
    }
    await connections.closeAll()
  }

  func answer(_ request: HTTPRequestHead) async -> Answer {
    let hosts = request.headers["Host"]
    guard hosts.count == 1, names.contains(PreviewHost.name(in: hosts[0])) else {
      return .refusal(.forbidden, "unknown host")
    }
    guard request.method == .GET || request.method == .HEAD else {
      return .refusal(.methodNotAllowed, "only GET")
    }
    if request.announcesBody { return .refusal(.payloadTooLarge, "no body is read") }
    guard let target = RequestTarget(request.uri) else {
      return .refusal(.badRequest, "not a path")
    }
    switch target.path {
    case "version": return await version(since: target.value(of: "since").flatMap { Int($0) } ?? 0)
    case "book.pdf": return await printedFile()
    case "pages.html": return await pagesPage()
    default:
      guard let page = book.page(target.path, query: target.value(of: "q") ?? "") else {
        return .refusal(.notFound, "there is no such page in the book")
      }
      return Answer(
        mediaType: page.mediaType, policy: Answer.page, body: ByteBuffer(bytes: page.bytes))
    }
  }

  /// Waits until the book is another than the one the page has, or for long enough.
  private func version(since: Int) async -> Answer {
    if since == book.version {
      let waiter = nextWaiter
      nextWaiter += 1
      let alarm = Task {
        try? await Task.sleep(for: Self.longestWait)
        self.wake(waiter)
      }
      // Cancelled when the page has gone.
      await withTaskCancellationHandler {
        await withCheckedContinuation { waiting[waiter] = $0 }
      } onCancel: {
        Task { await self.wake(waiter) }
      }
      alarm.cancel()
    }
    return Answer(
      mediaType: "application/json", policy: Answer.page,
      body: ByteBuffer(string: "{\"version\": \(book.version)}\n"))
  }

  private func wake(_ waiter: Int) { waiting.removeValue(forKey: waiter)?.resume() }

  /// How many pages wait for a change.
  var waitingPages: Int { waiting.count }

  /// The printed pages of the state shown now, set once.
  private func printed() async -> Printed? {
    guard let setPages else { return nil }
    let book = self.book
    if let printing, printing.version == book.version { return await printing.task.value }
    let task = Task {
      await setPages(book).map { Printed(pages: $0, file: ByteBuffer(bytes: $0.bytes)) }
    }
    printing = (book.version, task)
    return await task.value
  }

  private func printedFile() async -> Answer {
    if setPages == nil { return .refusal(.notFound, "this bookc was built without pages") }
    guard let printed = await printed() else {
      return .refusal(.notFound, "the pages could not be set; the workbench says why")
    }
    return Answer(mediaType: "application/pdf", body: printed.file)
  }

  /// The printed pages within the preview, the last change in view.
  ///
  /// Answered only when they are set: until then the page before stays as it is.
  private func pagesPage() async -> Answer {
    let page = await printed()?.pages.page(of: edited)
    return Answer(
      mediaType: "text/html; charset=utf-8", policy: Answer.pageWithPDF,
      body: ByteBuffer(bytes: book.pagesPage(at: page.map { $0 + 1 })))
  }
}
