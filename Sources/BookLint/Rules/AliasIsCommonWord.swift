package import BookDiagnostics
package import BookModel

/// An alias such as "then", which would be found everywhere.
package struct AliasIsCommonWord: PeopleRule {
  package static let code = DiagnosticCode.aliasIsCommonWord

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    people.facts.registered.filter { $0.person.origin == .registry }.flatMap { registered in
      registered.aliases.filter(\.isCommonWord).map { alias in
        Diagnostic(
          Self.code,
          "the alias '\(alias.text)' of '\(registered.person.id)' is a common word",
          at: alias.span?.brief)
      }
    }
  }
}
