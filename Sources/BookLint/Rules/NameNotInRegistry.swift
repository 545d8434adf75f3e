package import BookDiagnostics
package import BookModel

/// Somebody who may be named, but not surely enough to be printed unasked.
package struct NameNotInRegistry: PeopleRule {
  package static let code = DiagnosticCode.unregisteredName

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    people.questions.compactMap { question in
      switch question.kind {
      case .meant: return nil
      case .somebody:
        return Diagnostic(
          Self.code,
          "is '\(question.words)' somebody? The name stands here\(question.more)",
          at: question.first,
          notes: [
            DiagnosticNote(
              "somebody: put an entry into people.yaml; nobody: put the words under 'ignore:' there"
            )
          ])
      case .otherName(let person):
        let person = people.facts.registered[person].person
        return Diagnostic(
          Self.code,
          "is '\(question.words)' another name of '\(person.display)'? It stands here\(question.more)",
          at: question.first,
          notes: [DiagnosticNote("if so, put it under the 'aliases' of '\(person.id)'")])
      }
    }
  }
}

extension PeopleQuestion {
  /// ` and 3 more times`.
  fileprivate var more: String {
    places < 2 ? "" : places == 2 ? " and once more" : " and \(places - 1) more times"
  }
}
