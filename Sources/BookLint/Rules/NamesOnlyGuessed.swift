package import BookDiagnostics
import BookLanguage
package import BookModel

/// Names beside the registry in a language of which bookc does not know how its prose names people:
/// said once, at the most frequent.
package struct NamesOnlyGuessed: PeopleRule {
  package static let code = DiagnosticCode.namesOnlyGuessed
  private static let leastCount = 3

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    let language = Language.of(book.metadata.language)
    if language.supports.contains(.people) { return [] }
    let many = people.unregistered.filter { $0.count >= Self.leastCount }
    guard let first = many.first else { return [] }
    let others = many.count - 1
    let rest =
      others == 0 ? "" : others == 1 ? " and one other" : " and \(others) others"
    return [
      Diagnostic(
        Self.code,
        "names in \(language.name) are only guessed at, so you are asked about '\(first.text)'\(rest)",
        at: first.first, notes: [DiagnosticNote("`bookc scan people` lists them")])
    ]
  }
}
