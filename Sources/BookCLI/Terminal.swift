import BookDisk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output or standard error.
struct Terminal: Sendable {
  static let output = Terminal(descriptor: 1)
  static let errors = Terminal(descriptor: 2)

  let descriptor: Int32

  /// True when a person is looking.
  var isInteractive: Bool { isatty(descriptor) == 1 }

  /// True when colours are wanted: a terminal that is not dumb, and no `NO_COLOR`
  /// (https://no-color.org).
  var isColoured: Bool {
    guard isInteractive, Environment.value("NO_COLOR")?.isEmpty ?? true else { return false }
    return Environment.value("TERM") != "dumb"
  }

  /// Writes all of it; a reader that went away is no error.
  func write(_ text: String) { write(Array(text.utf8)) }

  /// Ditto for bytes.
  func write(_ bytes: [UInt8]) {
    var written = 0
    while written < bytes.count {
      let n = bytes.withUnsafeBytes { buffer in
        systemWrite(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      if n < 0 && errno == EINTR { continue }
      if n <= 0 { return }
      written += n
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
