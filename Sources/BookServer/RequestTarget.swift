/// What a request asks for: `/search.html?q=two+words`.
struct RequestTarget {
  /// Decoded, without the first slash.
  let path: String
  private let query: Substring

  /// Nil for what is no path of this server, or is not well-formed.
  init?(_ text: String) {
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = parts.first, path.hasPrefix("/"),
      let decoded = percentDecoded(path.dropFirst())
    else { return nil }
    self.path = decoded
    query = parts.count > 1 ? parts[1] : ""
  }

  /// What a form's field holds; nil when it is not there or not well-formed.
  func value(of field: String) -> String? {
    for pair in query.split(separator: "&") where pair.hasPrefix(field + "=") {
      return percentDecoded(pair.dropFirst(field.utf8.count + 1).replacing("+", with: " "))
    }
    return nil
  }
}

/// Nil for a percent sign without two digits, and for what is not UTF-8 then.
private func percentDecoded(_ text: Substring) -> String? {
  var bytes: [UInt8] = []
  var rest = text.utf8
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    guard let high = rest.popFirst().flatMap(hexDigit), let low = rest.popFirst().flatMap(hexDigit)
    else { return nil }
    bytes.append(high << 4 | low)
  }
  return String(validating: bytes, as: UTF8.self)
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
  Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init)
}
