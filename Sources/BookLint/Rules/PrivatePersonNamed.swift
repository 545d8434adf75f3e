package import BookDiagnostics
package import BookModel

/// Somebody who is to stay private, named as the registry has the name.
///
/// An alias or a nickname is what the author lets be read.
package struct PrivatePersonNamed: PeopleRule {
  package static let code = DiagnosticCode.privatePersonNamed

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    let registered = people.facts.registered
    guard registered.contains(where: { $0.person.privacy != .public }) else { return [] }
    var places: [Int: (first: Mention, count: Int)] = [:]
    for (mention, naming) in zip(people.mentions, people.facts.namings)
    where registered[mention.person].person.privacy != .public && naming.form != nil
      && naming.part != .alias && naming.part != .nickname
    {
      places[mention.person, default: (mention, 0)].count += 1
    }
    return places.sorted { $0.key < $1.key }.map { person, place in
      let times = place.count > 1 ? " \(place.count) times" : ""
      return Diagnostic(
        Self.code,
        "'\(registered[person].person.id)' is to stay private, but is named\(times)",
        at: book.span(place.first.chapter, place.first.range),
        notes: [
          DiagnosticNote(
            "the index keeps to that, your words are yours: write the name there as it may be read")
        ])
    }
  }
}
