package import BookDiagnostics
package import BookModel

/// Two people found whose names differ by a letter: "Josephine Verrill" and "Josefine Verrill".
package struct SpeltTwoWays: PeopleRule {
  package static let code = DiagnosticCode.speltTwoWays
  /// How many pairs are told, those with most places first.
  private static let pairsAtMost = 5

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    if people.facts.speltAlike.isEmpty { return [] }
    let named = people.named
    let pairs = people.facts.speltAlike.sorted {
      (named[$1.person].count, $0.person) < (named[$0.person].count, $1.person)
    }
    return pairs.prefix(Self.pairsAtMost).compactMap { pair in
      guard let mention = named[pair.person].first else { return nil }
      let usual = people.people[pair.usual].display
      return Diagnostic(
        Self.code,
        "'\(people.people[pair.person].display)' and '\(usual)' may be one person, spelt two ways",
        at: book.span(mention.chapter, mention.range),
        notes: [
          DiagnosticNote(
            "if it is one, spell the name one way, or list the other under 'aliases' in people.yaml"
          )
        ])
    }
  }
}
