import BookDiagnostics
import BookModel
import BookPreview
import BookReports
import BookTestSupport
import NIOHTTP1

@testable import BookServer

private let book = LiveBook(
  version: 1, outline: outlineOfEveryFeature(),
  faults: DiagnosticList([], sources: SourceFiles()), isStale: false,
  theme: Theme(name: "test", bookCSS: [], previewCSS: [], page: nil))
private let own = ["127.0.0.1", "localhost", "[::1]"]
private let methods: [HTTPMethod] = [.GET, .HEAD, .POST, .PUT, .DELETE, .OPTIONS, .TRACE, .CONNECT]

/// A method's letter, a target, and fields a line each; a page is given to this machine's own names
/// alone, and no path of it leads out of the book.
let answersRequest: FuzzTarget = { bytes in
  guard let first = bytes.first else { return }
  let lines = bytes.dropFirst().split(separator: 0x0A, omittingEmptySubsequences: false)
    .map { String(decoding: $0, as: UTF8.self) }
  let target = lines[0]
  // A page waits there for a change.
  if RequestTarget(target)?.path == "version" { return }
  var request = HTTPRequestHead(
    version: .http1_1, method: methods[Int(first) % methods.count], uri: target)
  if first < 128 { request.headers.add(name: "Host", value: "localhost:4321") }
  for line in lines.dropFirst() {
    let field = line.split(separator: ":", maxSplits: 1)
    // The server's own reader gives no other names.
    if field.count == 2, field[0].utf8.allSatisfy({ $0 < 0x80 }) {
      request.headers.add(name: String(field[0]), value: String(field[1]))
    }
  }
  let asked = request
  let answer = waiting {
    await PreviewServer(book, at: PreviewHost("127.0.0.1")).answer(asked)
  }
  guard answer.status == .ok else { return }
  let hosts = request.headers["Host"]
  if hosts.count != 1 || !own.contains(PreviewHost.name(in: hosts[0])) {
    broken("a page for \(hosts)")
  }
  if ![.GET, .HEAD].contains(request.method) { broken("a page for \(request.method)") }
  if RequestTarget(target)?.path.contains("..") == true { broken("a page at \(target)") }
}
