/// A header that is not of YAML: lines of `% title` as pandoc has them, or TOML between `+++`.
struct OtherHeader {
  var title: String?
  var isTOML: Bool
  /// Where the chapter's Markdown begins.
  var body: Int
}

/// The header of another kind that a file begins with, nil when there is none.
func otherHeader(_ bytes: [UInt8]) -> OtherHeader? {
  let start = byteOrderMarkLength(bytes)
  guard start < bytes.count, bytes[start] == 0x25 || bytes[start] == 0x2B else { return nil }
  return bytes.withUnsafeBufferPointer { buffer in
    let lines = SourceLines(buffer, delta: 0)
    return buffer[start] == 0x25
      ? percentHeader(buffer, lines, start) : tomlHeader(buffer, lines, start)
  }
}

/// Up to three lines of a percent sign and a blank: title, authors, date.
private func percentHeader(
  _ bytes: UnsafeBufferPointer<UInt8>, _ lines: SourceLines, _ start: Int
) -> OtherHeader? {
  guard start + 1 < bytes.count, bytes[start + 1].isSpaceOrTab else { return nil }
  var line = 0
  var title = ""
  while line < min(3, lines.count) {
    let range = lines.range(line, in: bytes)
    let first = line == 0 ? start : range.lowerBound
    guard first < range.upperBound, bytes[first] == 0x25 else { break }
    if line == 0 {
      title = String(decoding: bytes[first + 1..<range.upperBound], as: UTF8.self).trimmed
    }
    line += 1
    // A line that is set in goes on with the one before.
    while line < lines.count, let byte = bytes[lines.range(line, in: bytes)].first,
      byte.isSpaceOrTab,
      !bytes[lines.range(line, in: bytes)].allSatisfy(\.isSpaceOrTab)
    {
      line += 1
    }
  }
  return OtherHeader(
    title: title.isEmpty ? nil : title, isTOML: false, body: min(lines.start(line), bytes.count))
}

/// `title = "…"` between two lines of `+++`.
private func tomlHeader(
  _ bytes: UnsafeBufferPointer<UInt8>, _ lines: SourceLines, _ start: Int
) -> OtherHeader? {
  func words(_ line: Int) -> String {
    let range = lines.range(line, in: bytes)
    return String(
      decoding: bytes[max(range.lowerBound, line == 0 ? start : 0)..<range.upperBound],
      as: UTF8.self
    )
    .trimmed
  }
  guard words(0) == "+++" else { return nil }
  var title: String?
  for line in 1..<max(1, lines.count) {
    let text = words(line)
    if text == "+++" {
      return OtherHeader(
        title: title, isTOML: true, body: min(lines.start(line + 1), bytes.count))
    }
    let parts = text.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
    if parts.count == 2, parts[0] == "title" {
      title = parts[1].trimmingQuotes
    }
  }
  return nil
}

extension String {
  /// Without the marks of quotation around it.
  fileprivate var trimmingQuotes: String {
    guard count > 1, let first, first == last, first == "\"" || first == "'" else { return self }
    return String(dropFirst().dropLast())
  }
}
