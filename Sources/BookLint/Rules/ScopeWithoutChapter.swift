package import BookDiagnostics
package import BookModel

/// A word of a person's `scope` that is the beginning of no chapter's file name.
package struct ScopeWithoutChapter: PeopleRule {
  package static let code = DiagnosticCode.scopeWithoutChapter

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    people.facts.registered.flatMap { registered in
      registered.emptyScopes.map { word in
        Diagnostic(
          Self.code, "'\(word)' in the scope of '\(registered.person.id)' names no chapter",
          at: registered.person.span?.first)
      }
    }
  }
}
