package import BookDiagnostics
package import BookModel

extension JSONWriter {
  /// Writes edtf, earliest, latest, basis and confidence of what was dated.
  package mutating func dating(_ dated: some Dated) {
    key("edtf")
    string(dated.edtf?.description)
    key("earliest")
    string(dated.earliest?.iso)
    key("latest")
    string(dated.latest?.iso)
    key("basis")
    string(dated.basis.rawValue)
    key("confidence")
    string(dated.confidence.rawValue)
  }
}
