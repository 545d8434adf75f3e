package import BookDiagnostics
package import BookModel

/// A name that fits several people and was told apart by what stands near.
///
/// Once a form for the whole book: whoever adds a person sees whose places may have changed. What
/// `SharedShortName` has told of is not told again.
package struct SharedName: PeopleRule {
  package static let code = DiagnosticCode.sharedName
  /// How many people a message names.
  private static let namedAtMost = 8

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    if people.facts.shared.isEmpty { return [] }
    let told = SharedShortName.forms(of: people, in: book)
    return people.facts.shared.filter {
      !told.contains($0.form) && $0.counts.keys.allSatisfy(people.isRegistered)
    }.map { shared in
      Diagnostic(
        Self.code,
        "'\(shared.text)' is the name of several people; by what stands near it was taken for \(Self.counts(shared, people))",
        at: book.span(shared.chapter, shared.range),
        notes: [
          DiagnosticNote(
            "where another is meant, say so: [\(shared.text)](person:\(Self.last(shared, people)))")
        ])
    }
  }

  /// The one least often taken, for an example.
  private static func last(_ shared: NameToldApart, _ people: PeopleAnnotation) -> String {
    let least = shared.counts.min { ($0.value, $0.key) < ($1.value, $1.key) }
    return least.map { people.facts.registered[$0.key].person.id } ?? ""
  }

  /// `'ann-berg' once, for 'ann-holm' never`.
  static func counts(_ shared: NameToldApart, _ people: PeopleAnnotation) -> String {
    let counted = shared.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let told = counted.prefix(namedAtMost).map { person, count in
      let times = count == 0 ? "never" : count == 1 ? "once" : "\(count) times"
      return "'\(people.facts.registered[person].person.id)' \(times)"
    }.joined(separator: ", for ")
    let others = counted.count - namedAtMost
    return others > 0 ? "\(told) and \(others) others" : told
  }
}
