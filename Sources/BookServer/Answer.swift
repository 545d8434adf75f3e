import NIOCore
import NIOHTTP1

/// What a browser is answered.
struct Answer: Sendable {
  var status = HTTPResponseStatus.ok
  var mediaType: String
  /// What the page may load and run.
  var policy = Self.nothing
  var body: ByteBuffer

  static let nothing = "default-src 'none'"
  static let page =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; "
    + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
  static let pageWithPDF = page + "; object-src 'self'; frame-src 'self'"

  /// One line of plain text.
  static func refusal(_ status: HTTPResponseStatus, _ words: String) -> Answer {
    Answer(
      status: status, mediaType: "text/plain; charset=utf-8", body: ByteBuffer(string: words + "\n")
    )
  }

  /// The length is told for HEAD as well (RFC 9110, 9.3.2).
  func head(_ version: HTTPVersion, closes: Bool) -> HTTPResponseHead {
    HTTPResponseHead(
      version: version, status: status,
      headers: [
        "Content-Type": mediaType,
        "Content-Length": String(body.readableBytes),
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
        "Connection": closes ? "close" : "keep-alive",
      ])
  }
}
