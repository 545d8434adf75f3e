package import BookDiagnostics
package import BookModel

/// "In 1931 Ruth came", where Ruth died in 1920 or was born in 1940; once for each person.
package struct ActsAfterDeath: PeopleRule {
  package static let code = DiagnosticCode.actsAfterDeath

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    var told: Set<Int> = []
    return people.facts.deeds.compactMap { deed in
      let mention = people.mentions[deed.mention]
      let registered = people.facts.registered[mention.person]
      guard !told.contains(mention.person) else { return nil }
      let isDead = registered.diedYears.map { deed.year > $0.upperBound } ?? false
      let isUnborn = registered.bornYears.map { deed.year < $0.lowerBound } ?? false
      guard isDead || isUnborn else { return nil }
      told.insert(mention.person)
      let found = book.words(mention.chapter, mention.range)
      return Diagnostic(
        Self.code,
        isDead
          ? "'\(found)' acts in \(deed.year), but died in \(registered.person.died?.text ?? "")"
          : "'\(found)' acts in \(deed.year), but was born in \(registered.person.born?.text ?? "")",
        at: book.span(mention.chapter, mention.range))
    }
  }
}
