/// What an author's mark says of an event: `EDTF; people=a,b`, both parts optional.
package struct EventDescription: Sendable, Equatable {
  /// As written, nil where there is nothing.
  package let text: String?
  /// When it was.
  package private(set) var date: WrittenDate?
  /// Ids of those who took part, as written.
  package private(set) var people: [String] = []
  /// Keys other than `people`, and parts that are neither key nor first.
  package private(set) var unknown: [String] = []

  /// Reads the title of a link; everything can be read, what means nothing is kept as unknown.
  package init(_ text: String?) {
    self.text = text
    for piece in (text ?? "").split(separator: ";") {
      let part = piece.trimmed
      if part.isEmpty { continue }
      if let equals = part.firstIndex(of: "=") {
        let key = String(part[..<equals]).trimmed
        let value = part[part.index(after: equals)...]
        if key == "people" {
          people += value.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
        } else {
          unknown.append(key)
        }
      } else if date == nil {
        date = WrittenDate(part)
      } else {
        unknown.append(part)
      }
    }
  }
}

extension StringProtocol {
  /// Without blanks around it.
  package var trimmed: String {
    var bytes = Array(utf8)[...]
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
