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
    var counts = [Int](repeating: 0, count: people.people.count)
    var first = [Int?](repeating: nil, count: people.people.count)
    for (number, mention) in people.mentions.enumerated() {
      counts[mention.person] += 1
      first[mention.person] = first[mention.person] ?? number
    }
    let pairs = people.facts.speltAlike.sorted {
      (counts[$1.person], $0.person) < (counts[$0.person], $1.person)
    }
    return pairs.prefix(Self.pairsAtMost).compactMap { pair in
      guard let place = first[pair.person] else { return nil }
      let mention = people.mentions[place]
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
