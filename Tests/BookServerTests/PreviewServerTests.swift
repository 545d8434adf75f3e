import BookDiagnostics
import BookModel
import BookPreview
import BookTestSupport
import FlyingSocks
import Foundation
import Testing

@testable import BookServer

@Suite("The preview's server")
struct PreviewServerTests {
  @Test("what a form asks for", arguments: [
    ("q=a+b", "a b"), ("q=C%2B%2B", "C++"), ("x=1&q=%C3%A9", "é"), ("", ""), ("q=%", ""),
  ])
  func forms(_ query: String, _ words: String) {
    #expect(PreviewServer.words(query) == words)
  }

  @Test("host names lose their ports", arguments: [
    ("localhost:4321", "localhost"), ("[::1]:80", "[::1]"), ("127.0.0.1", "127.0.0.1"), ("", ""),
  ])
  func hosts(_ host: String, _ name: String) {
    #expect(PreviewServer.name(of: host) == name)
  }

  static let live = LiveBook(
    version: 1, outline: outlineOfEveryFeature(),
    faults: DiagnosticList([], sources: SourceFiles()), isStale: false,
    theme: Theme(name: "test", bookCSS: [], previewCSS: [], page: nil))

  /// What a running server answers to each of `requests`, sent as they are.
  static func answers(to requests: [String]) async throws -> [String] {
    let server = PreviewServer(live, hosts: ["127.0.0.1"])
    let (ports, found) = AsyncStream<Int>.makeStream()
    let serving = Task { try await server.run(address: "127.0.0.1", port: 24_321) { found.yield($0) } }
    defer { serving.cancel() }
    let port = try #require(await ports.first { _ in true })
    var answers: [String] = []
    for request in requests {
      let socket = try await AsyncSocket.connected(
        to: sockaddr_in.inet(ip4: "127.0.0.1", port: UInt16(port)))
      try? await socket.write(Data(request.utf8))
      var bytes: [UInt8] = []
      while bytes.count < 200, let more = try? await socket.read(atMost: 200), !more.isEmpty {
        bytes += more
      }
      try? socket.close()
      answers.append(String(decoding: bytes, as: UTF8.self))
    }
    return answers
  }

  static func get(_ path: String, host: String = "127.0.0.1", method: String = "GET") -> String {
    "\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\n\r\n"
  }

  @Test("serves its pages and refuses hosts, methods and paths that are not its own")
  func refusals() async throws {
    let requests: [(String, Int)] = [
      (Self.get("/"), 200), (Self.get("/workbench.html"), 200),
      (Self.get("/", host: "evil.example"), 403), (Self.get("/", host: ""), 403),
      (Self.get("/", host: "127.0.0.1.evil.example"), 403),
      (Self.get("/", method: "POST"), 405), (Self.get("/", method: "DELETE"), 405),
      (Self.get("/../book.yaml"), 404), (Self.get("/%2e%2e/book.yaml"), 404),
      (Self.get("/..%2fbook.yaml"), 404), (Self.get("//etc/passwd"), 404),
      (Self.get("/%00"), 404), (Self.get("/person-../../x.html"), 404),
    ]
    let answers = try await Self.answers(to: requests.map(\.0))
    for (request, answer) in zip(requests, answers) {
      #expect(answer.hasPrefix("HTTP/1.1 \(request.1) "), "\(request.0)\(answer.prefix(80))")
    }
  }

  @Test("a header without end is cut off, and the next request is served")
  func hugeHeader() async throws {
    let huge = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + String(repeating: "x", count: 20 << 20)
    let answers = try await Self.answers(to: [huge, Self.get("/")])
    #expect(answers[0] == "")
    #expect(answers[1].hasPrefix("HTTP/1.1 200 "))
  }
}
