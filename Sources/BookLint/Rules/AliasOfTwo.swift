package import BookDiagnostics
package import BookModel

/// One alias of two people, which neither lists as ambiguous.
package struct AliasOfTwo: PeopleRule {
  package static let code = DiagnosticCode.aliasOfTwo

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    var owners: [String: String] = [:]
    var found: [Diagnostic] = []
    for registered in people.facts.registered where registered.person.origin == .registry {
      for alias in registered.aliases where !alias.isAmbiguous {
        guard let other = owners[alias.text] else {
          owners[alias.text] = registered.person.id
          continue
        }
        found.append(
          Diagnostic(
            Self.code,
            "'\(alias.text)' is an alias of '\(other)' and of '\(registered.person.id)'",
            at: alias.span?.brief))
      }
    }
    return found
  }
}
