package import BookDiagnostics
package import BookModel

/// A title that no bearer of the name has, as where the only Berg of the registry is a man.
package struct TitleClash: PeopleRule {
  package static let code = DiagnosticCode.titleClash
  /// How many people a message names.
  private static let namedAtMost = 3

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    var seen: Set<String> = []
    return people.facts.misfittingTitles.compactMap { clash in
      let found = book.words(clash.chapter, clash.range)
      guard clash.people.allSatisfy(people.isRegistered), seen.insert(found).inserted else {
        return nil
      }
      let known = clash.people.prefix(Self.namedAtMost)
        .map { "'\(people.facts.registered[$0].person.id)'" }.joined(separator: ", ")
      return Diagnostic(
        Self.code, "'\(found)' fits nobody of that name: the registry has \(known)",
        at: book.span(clash.chapter, clash.range))
    }
  }
}
