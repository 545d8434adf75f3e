import NIOCore
import Testing

@testable import BookServer

@Suite("The preview's server", .timeLimit(.minutes(2)))
struct PreviewServerTests {
  typealias Running = RunningServer

  @Test("serves its pages and refuses hosts, methods, bodies and paths that are not its own")
  func refusals() async throws {
    let running = try await Running()
    let requests: [(String, Int)] = [
      (Running.get("/"), 200), (Running.get("/workbench.html"), 200),
      (Running.get("/search.html?q=the"), 200), (Running.get("/", host: "LOCALHOST:80"), 200),
      (Running.get("/", host: "evil.example"), 403), (Running.get("/", host: ""), 403),
      (Running.get("/", host: "127.0.0.1.evil.example"), 403),
      (Running.get("/", more: "Host: evil.example\r\n"), 403),
      ("GET / HTTP/1.0\r\n\r\n", 403),
      (Running.get("/", method: "POST"), 405), (Running.get("/", method: "DELETE"), 405),
      (Running.get("/", method: "POST", more: "Content-Length: 50000000\r\n"), 405),
      (Running.get("/", more: "Content-Length: 5\r\n"), 413),
      (Running.get("/", more: "Transfer-Encoding: chunked\r\n"), 413),
      (Running.get("/../book.yaml"), 404), (Running.get("/%2e%2e/book.yaml"), 404),
      (Running.get("/..%2fbook.yaml"), 404), (Running.get("//etc/passwd"), 404),
      (Running.get("/%00"), 404), (Running.get("/person-../../x.html"), 404),
      (Running.get("/%c0%ae"), 400), (Running.get("/%4"), 400), (Running.get("*"), 400),
      ("no request at all\r\n\r\n", 400),
    ]
    for (request, status) in requests {
      let answer = try await running.answer(to: request)
      #expect(
        answer.hasPrefix("HTTP/1.\(request.contains("/1.0") ? 0 : 1) \(status) "),
        "\(request)\(answer.prefix(80))")
    }
    try await running.end()
  }

  @Test("tells the browser what a page may do, and of HEAD the length alone")
  func heads() async throws {
    let running = try await Running()
    let get = try await running.answer(to: Running.get("/workbench.html"))
    let head = try await running.answer(to: Running.get("/workbench.html", method: "HEAD"))
    let parts = get.split(separator: "\r\n\r\n", maxSplits: 1)
    let fields = try #require(parts.first).lowercased()
    for field in [
      "content-type: text/html; charset=utf-8", "content-security-policy: default-src 'none'; ",
      "x-content-type-options: nosniff", "referrer-policy: no-referrer",
      "cross-origin-resource-policy: same-origin", "cache-control: no-store",
      "content-length: \(parts[1].utf8.count)",
    ] { #expect(fields.contains("\r\n\(field)"), "\(field)") }
    #expect(head.lowercased() == fields + "\r\n\r\n")
    try await running.end()
  }

  @Test("a header without end is cut off, and the next request is served")
  func hugeHeader() async throws {
    let running = try await Running()
    let huge = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + String(repeating: "x", count: 20 << 20)
    #expect(try await !running.answer(to: huge).contains(" 200 "))
    let many = "GET / HTTP/1.1\r\n" + String(repeating: "Host: 127.0.0.1\r\n", count: 100_000)
    #expect(try await !running.answer(to: many).contains(" 200 "))
    let long = Running.get("/" + String(repeating: "a", count: 1 << 20))
    #expect(try await !running.answer(to: long).contains(" 404 "))
    #expect(try await running.answer(to: Running.get("/")).hasPrefix("HTTP/1.1 200 "))
    try await running.end()
  }

  @Test("requests sent ahead are answered in their order, but not without bound")
  func sentAhead() async throws {
    let running = try await Running()
    let open = "GET /live.css HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    let two = try await running.answer(to: open + Running.get("/version"))
    let second = try #require(two.range(of: "{\"version\": 1}"))
    #expect(try #require(two.range(of: "text/css")).lowerBound < second.lowerBound)
    let flood = try await running.answer(to: String(repeating: open, count: 2_000))
    #expect(flood.count(of: "HTTP/1.1 200 ") <= BrowserConnection.mostAhead)
    try await running.end()
  }

  @Test("a page that waits hears of a change at once")
  func change() async throws {
    let running = try await Running()
    async let answer = running.answer(to: Running.get("/version?since=1"))
    #expect(try await comesTrue { await running.server.waitingPages == 1 })
    let start = ContinuousClock.now
    await running.server.show(Running.book(version: 2))
    #expect(try await answer.hasSuffix("{\"version\": 2}\n"))
    // Pages wait for 25 seconds; a busy machine takes some by itself.
    #expect(ContinuousClock.now - start < .seconds(20))
    try await running.end()
  }

  @Test("a page that waited and went away leaves nothing behind")
  func vanishing() async throws {
    let running = try await Running()
    for _ in 0..<5 {
      let connection = try await running.connect()
      try await connection.executeThenClose { _, outbound in
        try await outbound.write(
          ByteBuffer(string: "GET /version?since=1 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"))
        #expect(try await comesTrue { await running.server.waitingPages == 1 })
      }
      #expect(try await comesTrue { await running.server.waitingPages == 0 })
    }
    try await running.end()
  }

  @Test("ends at once though pages wait and requests are half sent")
  func ending() async throws {
    let running = try await Running()
    let waiting = Task { try await running.answer(to: Running.get("/version?since=1")) }
    let half = Task { try await running.answer(to: "GET / HTTP/1.1\r\nHo") }
    #expect(try await comesTrue { await running.server.waitingPages == 1 })
    let start = ContinuousClock.now
    try await running.end()
    _ = try await (waiting.value, half.value)
    // Pages wait for 25 seconds; a busy machine takes some by itself.
    #expect(ContinuousClock.now - start < .seconds(20))
    #expect(try await comesTrue { await running.server.waitingPages == 0 })
  }

  @Test("takes the next port when one is in use")
  func ports() async throws {
    let first = try await Running(port: 24_321)
    let second = try await Running(port: first.port)
    #expect(second.port > first.port && second.port < first.port + 20)
    try await first.end()
    try await second.end()
  }

  @Test("localhost is served at both addresses of the machine itself")
  func localhost() async throws {
    let running = try await Running(host: "localhost")
    #expect(try await running.answer(to: Running.get("/")).hasPrefix("HTTP/1.1 200 "))
    if hasIPv6() {
      let request = Running.get("/", host: "[::1]:\(running.port)")
      #expect(try await running.answer(to: request, at: "::1").hasPrefix("HTTP/1.1 200 "))
    }
    try await running.end()
  }

  @Test(
    "IPv6 is served, with brackets and without", .enabled(if: hasIPv6()),
    arguments: ["::1", "[::1]", "::"])
  func sixth(host: String) async throws {
    let running = try await Running(host: host)
    let request = Running.get("/", host: "[::1]:\(running.port)")
    #expect(try await running.answer(to: request, at: "::1").hasPrefix("HTTP/1.1 200 "))
    try await running.end()
  }

  @Test("beyond the most connections the one silent longest makes room")
  func tooMany() async throws {
    let running = try await Running()
    let oldest = Task { try await running.answer(to: "GET / HT") }
    try await Task.sleep(for: .milliseconds(100))
    var open: [NIOAsyncChannel<ByteBuffer, ByteBuffer>] = []
    for _ in 0..<OpenConnections.most { open.append(try await running.connect()) }
    #expect(try await oldest.value == "")
    #expect(try await running.answer(to: Running.get("/")).hasPrefix("HTTP/1.1 200 "))
    for connection in open { try await connection.executeThenClose { _, _ in } }
    try await running.end()
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}

/// False where the machine has no address ::1, as in some containers.
func hasIPv6() -> Bool {
  (try? System.enumerateDevices())?.contains { $0.address?.ipAddress == "::1" } ?? false
}
