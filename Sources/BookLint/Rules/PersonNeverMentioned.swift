package import BookDiagnostics
package import BookModel

/// A person of the registry whom no chapter names.
package struct PersonNeverMentioned: PeopleRule {
  package static let code = DiagnosticCode.personNeverMentioned

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    var named = Set(people.mentions.map(\.person))
    // Who may be meant somewhere is asked about there.
    for mention in people.ambiguous { named.formUnion(mention.candidates) }
    return people.facts.registered.enumerated().compactMap { i, registered in
      guard !named.contains(i), i != people.facts.narrator else { return nil }
      return Diagnostic(
        Self.code, "'\(registered.person.display)' is never mentioned",
        at: registered.person.span?.first,
        notes: [
          DiagnosticNote(
            "take the entry out, or add under 'aliases' how the chapters call them")
        ])
    }
  }
}
