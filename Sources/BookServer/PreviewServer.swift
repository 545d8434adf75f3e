package import BookPreview
import FlyingFox
import FlyingSocks
import Foundation

/// Serves a live book on one address and tells pages when it changes.
///
/// Only GET and HEAD are answered, only for the host names the server was told, and only from the
/// book in memory: no path reaches the disk.
package actor PreviewServer {
  private var book: LiveBook
  private var pdf: (@Sendable (LiveBook) async -> PrintedPages?)?
  private var pdfOfVersion: (version: Int, task: Task<PrintedPages?, Never>)?
  /// Where the last change was: a chapter and an offset into its text.
  private var edited: (chapter: Int, offset: Int)?
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  private var nextWaiter = 0
  private let hosts: Set<String>

  /// A server of `book` for requests that name one of `hosts` (without a port) as their host;
  /// `pdf` sets the printed pages when they are asked for.
  package init(
    _ book: LiveBook, hosts: Set<String>,
    pdf: (@Sendable (LiveBook) async -> PrintedPages?)? = nil
  ) {
    self.book = book
    self.hosts = hosts
    self.pdf = pdf
  }

  /// Shows another state of the book; pages that wait hear of it at once.
  package func show(_ book: LiveBook) {
    edited = book.firstChange(since: self.book) ?? edited
    self.book = book
    endWaiting()
  }

  private func endWaiting() {
    let all = waiting
    waiting = [:]
    for (_, continuation) in all { continuation.resume() }
  }

  /// What is shown now.
  package var current: LiveBook { book }

  /// Serves until the task is cancelled; `ready` is told the port.
  package func run(
    address: String, port: Int, ready: @escaping @Sendable (Int) -> Void
  ) async throws {
    ConnectionGuard.allowManyConnections()
    var last: (any Error)?
    for candidate in port..<port + 20 {
      let place = try sockaddr_in.inet(ip4: address, port: UInt16(clamping: candidate))
      let server = HTTPServer(
        config: HTTPServer.Configuration(
          address: place, timeout: 60, pool: ConnectionGuard(HTTPServer.defaultPool()),
          logger: .disabled),
        handler: ClosureHTTPHandler { [weak self] request in
          await self?.answer(request) ?? HTTPResponse(statusCode: .serviceUnavailable)
        })
      let task = Task { try await server.run() }
      do {
        try await server.waitUntilListening(timeout: 2)
        ready(candidate)
        try await withTaskCancellationHandler {
          try await task.value
        } onCancel: {
          task.cancel()
          Task { await self.endWaiting() }
        }
        return
      } catch {
        task.cancel()
        endWaiting()
        if Task.isCancelled { return }
        last = error
      }
    }
    if let last { throw last }
  }

  private func answer(_ request: HTTPRequest) async -> HTTPResponse {
    var response = await fullAnswer(request)
    // The length of what GET would give, without it (RFC 9110, 9.3.2).
    if request.method == .HEAD, case .httpBody(let body) = response.payload {
      response.headers[.contentLength] = body.count.map(String.init)
      response.payload = .httpBody(HTTPBodySequence())
    }
    return response
  }

  private func fullAnswer(_ request: HTTPRequest) async -> HTTPResponse {
    let host = (request.headers[.host] ?? "").lowercased()
    guard hosts.contains(Self.name(of: host)) else { return refusal(.forbidden, "unknown host") }
    guard request.method == .GET || request.method == .HEAD else {
      return refusal(.methodNotAllowed, "only GET")
    }
    // The library makes nothing of a path that is not well-formed.
    guard request.path.hasPrefix("/") else { return refusal(.badRequest, "not a path") }
    let path = String(request.path.dropFirst())
    if path == "version" { return await version(request) }
    if path == "book.pdf" { return await printedFile() }
    if path == "pages.html" { return await pagesPage() }
    guard let page = book.page(path, query: Self.words(request.target.query())) else {
      return refusal(.notFound, "there is no such page in the book")
    }
    return response(page, policy: Self.policy)
  }

  /// Waits until the book is another than the one the page has, half a minute at most.
  private func version(_ request: HTTPRequest) async -> HTTPResponse {
    let since = request.query.first { $0.name == "since" }.flatMap { Int($0.value) } ?? 0
    if since == book.version, waiting.count < 1000 {
      let waiter = nextWaiter
      nextWaiter += 1
      let alarm = Task {
        try? await Task.sleep(for: .seconds(25))
        self.wake(waiter)
      }
      await withTaskCancellationHandler {
        await withCheckedContinuation { waiting[waiter] = $0 }
      } onCancel: {
        Task { await self.wake(waiter) }
      }
      alarm.cancel()
    }
    let body = Array("{\"version\": \(book.version)}\n".utf8)
    return response(LiveBook.Page(mediaType: "application/json", bytes: body), policy: Self.policy)
  }

  private func wake(_ waiter: Int) { waiting.removeValue(forKey: waiter)?.resume() }

  /// The printed pages of the state shown now, set once.
  private func printed() async -> PrintedPages? {
    guard let pdf else { return nil }
    let book = self.book
    if let pdfOfVersion, pdfOfVersion.version == book.version {
      return await pdfOfVersion.task.value
    }
    let task = Task { await pdf(book) }
    pdfOfVersion = (book.version, task)
    return await task.value
  }

  private func printedFile() async -> HTTPResponse {
    if pdf == nil { return refusal(.notFound, "this bookc was built without pages") }
    guard let pages = await printed() else {
      return refusal(.notFound, "the pages could not be set; the workbench says why")
    }
    return response(
      LiveBook.Page(mediaType: "application/pdf", bytes: pages.bytes),
      policy: "default-src 'none'")
  }

  /// The printed pages within the preview, the last change in view.
  ///
  /// Answered only when they are set: until then the page before stays as it is.
  private func pagesPage() async -> HTTPResponse {
    let page = await printed()?.page(of: edited)
    return response(
      LiveBook.Page(
        mediaType: "text/html; charset=utf-8", bytes: book.pagesPage(at: page.map { $0 + 1 })),
      policy: Self.pagesPolicy)
  }

  private func refusal(_ status: HTTPStatusCode, _ words: String) -> HTTPResponse {
    var response = response(
      LiveBook.Page(mediaType: "text/plain; charset=utf-8", bytes: Array((words + "\n").utf8)),
      policy: "default-src 'none'")
    response.statusCode = status
    return response
  }

  private func response(_ page: LiveBook.Page, policy: String) -> HTTPResponse {
    HTTPResponse(
      statusCode: .ok,
      headers: [
        .contentType: page.mediaType,
        HTTPHeader("Content-Security-Policy"): policy,
        HTTPHeader("X-Content-Type-Options"): "nosniff",
        HTTPHeader("Referrer-Policy"): "no-referrer",
        HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
        HTTPHeader("Cache-Control"): "no-store",
      ],
      // In pieces large enough that a chapter is one.
      body: HTTPBodySequence(data: Data(page.bytes), suggestedBufferSize: 1 << 18))
  }

  private static let policy =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; "
    + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
  private static let pagesPolicy = policy + "; object-src 'self'; frame-src 'self'"

  /// What was asked for in a form: `q=C%2B%2B+and+C`.
  static func words(_ query: String) -> String {
    guard let field = query.split(separator: "&").first(where: { $0.hasPrefix("q=") }) else {
      return ""
    }
    let words = field.dropFirst(2).replacing("+", with: "%20")
    return words.removingPercentEncoding ?? ""
  }

  /// The host's name without its port: `[::1]:80` is `[::1]`.
  static func name(of host: String) -> String {
    if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
    return String(host.prefix { $0 != ":" })
  }
}
