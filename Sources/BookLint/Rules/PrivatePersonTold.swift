package import BookDiagnostics
package import BookModel

/// Somebody who is to stay private, named in a row of the chronology.
package struct PrivatePersonTold: DatesRule {
  package static let code = DiagnosticCode.privatePersonTold

  package init() {}

  package func check(_ time: TimeAnnotation, in book: AnnotatedBook) -> [Diagnostic] {
    let hidden = book.people.facts.registered.map(\.person).enumerated()
      .filter { $1.privacy != .public }
    if hidden.isEmpty { return [] }
    return time.facts.tellings.compactMap { telling in
      let words = Set(telling.title.split { !$0.isLetter }.map { $0.lowercased() })
      let named = hidden.first { index, person in
        let isThere = telling.people.contains(index)
        return Self.names(of: person.name, isThere: isThere).contains { name in
          name.split { !$0.isLetter }.allSatisfy { words.contains($0.lowercased()) }
        }
      }
      return named.map { _, person in
        Diagnostic(
          Self.code,
          "'\(person.id)' is to stay private, and the chronology prints '\(telling.title)'",
          at: telling.span,
          notes: [DiagnosticNote("give the event a title without the name")])
      }
    }
  }

  /// What names somebody in a title: the family name, and where it is said that they take part the given
  /// name too.
  private static func names(of name: PersonName, isThere: Bool) -> [String] {
    let given = name.given?.split(separator: " ").first.map(String.init)
    let alone = isThere || name.family == nil ? given : nil
    return [name.literal, name.family, alone].compactMap { $0 }.filter { $0.count > 1 }
  }
}
