/// How the names of a vocabulary are said: a prefix of ours for each namespace.
package struct XMLNames: Sendable {
  /// Prefix by the address of the namespace; the empty prefix says the local name alone.
  package var prefixes: [String: String]
  /// Attributes that are not kept, by how their names begin.
  package var ignored: [String]
  /// The prefix of every namespace that is not among them; nil says the local name alone.
  package var foreign: String?

  package init(
    _ prefixes: [String: String], ignoring ignored: [String] = [], foreign: String? = nil
  ) {
    self.prefixes = prefixes
    self.ignored = ignored
    self.foreign = foreign
  }

  /// The names of a drawing: its own as they are, `xlink:href`, `xml:space`, and `foreign:` before what programs
  /// write beside it for themselves.
  package static let svg = XMLNames(
    [
      "http://www.w3.org/2000/svg": "", "http://www.w3.org/1999/xlink": "xlink",
      "http://www.w3.org/XML/1998/namespace": "xml",
    ],
    foreign: "foreign")
}
