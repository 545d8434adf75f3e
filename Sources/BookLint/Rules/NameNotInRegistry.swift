package import BookDiagnostics
package import BookModel

/// A name that is surely somebody's, stands there three times or more and is not in the registry;
/// the most frequent twenty.
package struct NameNotInRegistry: PeopleRule {
  package static let code = DiagnosticCode.unregisteredName
  private static let leastCount = 3
  private static let leastConfidence = 0.75
  private static let toldAtMost = 20

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    let many = people.unregistered.filter {
      $0.count >= Self.leastCount && $0.confidence >= Self.leastConfidence
    }
    return many.prefix(Self.toldAtMost).enumerated().map { k, found in
      var notes = [DiagnosticNote("nobody's name? put it under 'ignore:' in people.yaml")]
      if let person = found.person.map({ people.facts.registered[$0].person }) {
        notes = [
          DiagnosticNote("'\(person.display)'? put it under the 'aliases' of '\(person.id)'")
        ]
      }
      if k == Self.toldAtMost - 1, many.count > Self.toldAtMost {
        notes.append(
          DiagnosticNote(
            "\(many.count - Self.toldAtMost) further names: `bookc scan people` lists them"))
      }
      return Diagnostic(
        Self.code,
        "'\(found.text)' is not in the registry; the name stands here and \(found.count - 1) more times",
        at: found.first, notes: notes)
    }
  }
}
