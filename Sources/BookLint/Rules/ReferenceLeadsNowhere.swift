package import BookDiagnostics
package import BookModel

/// `see` of people.yaml that leads to the person itself, to an id that nobody has, or to somebody
/// who has no heading in the index.
package struct ReferenceLeadsNowhere: PeopleRule {
  package static let code = DiagnosticCode.referenceLeadsNowhere

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    let registered = people.facts.registered
    guard registered.contains(where: { !$0.person.see.isEmpty }) else { return [] }
    let places = Dictionary(
      registered.enumerated().map { ($1.person.id, $0) }, uniquingKeysWith: { first, _ in first })
    let named = Set(people.mentions.map(\.person))
    var found: [Diagnostic] = []
    for someone in registered {
      for word in someone.person.see {
        if word == someone.person.id {
          found.append(
            Diagnostic(
              Self.code, "'\(word)' is told to see itself", at: someone.seeSpan?.brief))
        } else if let other = places[word] {
          let isHidden = registered[other].person.privacy != .public
          guard isHidden || !named.contains(other) else { continue }
          found.append(
            Diagnostic(
              Self.code,
              "'\(someone.person.id)' refers to '\(word)', who \(isHidden ? "is private" : "is never mentioned")",
              at: someone.person.span?.first))
        } else if Self.looksLikeID(word) {
          let nearest = nearestWord(to: word, among: places.keys.sorted())
          found.append(
            Diagnostic(
              Self.code,
              "'\(word)' under 'see' of '\(someone.person.id)' is nobody's id, and no name either"
                + (nearest.map { "; '\($0)' is an id" } ?? ""),
              at: someone.seeSpan?.brief))
        }
      }
    }
    return found
  }

  private static func looksLikeID(_ word: String) -> Bool {
    word.utf8.allSatisfy {
      $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D
    }
  }
}
