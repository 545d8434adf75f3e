package import BookDiagnostics

extension ImportedBook {
  /// What was left out, a message a kind; the report has the words.
  package func diagnostics(for name: String) -> [Diagnostic] {
    var told: [Diagnostic] = []
    for (code, kinds) in Self.codes {
      let found = kinds.map { kind in (kind, leftOut.filter { $0.kind == kind }) }
        .filter { !$0.1.isEmpty }
      let parts = found.map { "\($0.0.rawValue) (\($0.1.count))" }
      guard !parts.isEmpty else { continue }
      let first = found[0].1[0]
      let place = first.place.map { ", first at paragraph \($0)" } ?? ""
      told.append(
        Diagnostic(
          code, "'\(name)': \(parts.joined(separator: ", "))\(place)", at: nil,
          notes: [DiagnosticNote("“\(Self.shown(first.text))”")]))
    }
    let changes = guesses.filter { $0.kind == .change || $0.kind == .moved }.count
    if changes > 0, !told.contains(where: { $0.code == .changesTracked }) {
      told.append(
        Diagnostic(
          .changesTracked, "'\(name)': \(changes) tracked changes whose words are in the chapters",
          at: nil))
    }
    return told
  }

  private static func shown(_ text: String) -> String {
    let words = text.trimmedBlanks
    return words.count > 72 ? words.prefix(72) + "…" : words
  }

  private static let codes: [(DiagnosticCode, [LeftOut.Kind])] = [
    (.hiddenTextLeftOut, [.hidden]),
    (.changesTracked, [.deleted, .inserted]),
    (.commentsLeftOut, [.comment]),
    (.pictureLeftOut, [.picture]),
    (.drawingLeftOut, [.drawing, .embedded, .equation, .symbol]),
    (.pageMatterLeftOut, [.header, .contents, .titlePage, .field, .placeholder]),
    (.importDamaged, [.damaged, .nested, .note]),
  ]
}
