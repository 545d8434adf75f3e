import Testing

/// What is typed, and what comes of it: exit status, a part of stdout, a part of stderr.
///
/// Nothing expected on a stream means that it stays empty.
struct Invocation: Sendable, CustomTestStringConvertible {
  let line: String
  let status: Int32
  let output: String?
  let errors: String?

  init(_ line: String, _ status: Int32, output: String? = nil, errors: String? = nil) {
    self.line = line
    self.status = status
    self.output = output
    self.errors = errors
  }

  var testDescription: String { "bookc \(line)" }

  /// Runs it on a desk of its own.
  func hold() throws {
    let outcome = try Desk.with { try $0.bookc(line) }
    #expect(outcome.status == status)
    expect(outcome.output, holds: output)
    expect(outcome.errors, holds: errors)
  }

  private func expect(_ text: String, holds part: String?) {
    if let part { #expect(text.contains(part)) } else { #expect(text.isEmpty) }
  }
}
