package import BookDiagnostics
package import BookModel

/// Two people who would stand in the index under the same words.
package struct EqualHeadings: PeopleRule {
  package static let code = DiagnosticCode.equalHeadings

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    people.facts.registered.compactMap { registered in
      guard let earlier = registered.namesake else { return nil }
      let person = registered.person
      return Diagnostic(
        Self.code,
        "'\(people.facts.registered[earlier].person.id)' and '\(person.id)' would both stand in the index as '\(person.heading)'",
        at: person.span?.first,
        notes: [DiagnosticNote("tell them apart by 'born' and 'died', or by a first role")])
    }
  }
}
