/// A date as the author wrote it, read once.
package struct WrittenDate: Sendable, Hashable, ExpressibleByStringLiteral {
  /// As written, for where it is printed or named.
  package let text: String
  /// What it says, nil when it is no EDTF.
  package let edtf: EDTF?

  package init(_ text: String) {
    self.text = text
    edtf = EDTF(text)
  }

  package init(stringLiteral text: String) { self.init(text) }
}
