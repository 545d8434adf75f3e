package import BookDiagnostics
package import BookModel

/// A given name or nickname alone, and the full name later in the same chapter, for the first time
/// in the book.
///
/// Relatives are called by their given names.
package struct ShortNameFirst: PeopleRule {
  package static let code = DiagnosticCode.shortNameFirst

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    var short: [Int: Mention] = [:]
    var isDone = [Bool](repeating: false, count: people.facts.registered.count)
    var found: [Diagnostic] = []
    for (mention, naming) in zip(people.mentions, people.facts.namings)
    where mention.zone == .body && !isDone[mention.person] {
      if naming.isStrong {
        isDone[mention.person] = true
        if let first = short[mention.person], naming.form != nil,
          first.chapter == mention.chapter, first.prose < mention.prose,
          !people.facts.registered[mention.person].isFamily, people.isRegistered(mention.person)
        {
          let person = people.facts.registered[mention.person].person
          found.append(diagnostic(first, mention, person, book))
        }
      } else if short[mention.person] == nil {
        if naming.part == .given || naming.part == .nickname {
          short[mention.person] = mention
        } else {
          isDone[mention.person] = true
        }
      }
    }
    return found
  }

  private func diagnostic(
    _ short: Mention, _ full: Mention, _ person: Person, _ book: Book
  ) -> Diagnostic {
    Diagnostic(
      Self.code,
      "'\(book.words(short.chapter, short.range))' is named before the reader learns that this is '\(person.display)'",
      at: book.span(short.chapter, short.range),
      notes: [
        DiagnosticNote("the full name first stands here", at: book.span(full.chapter, full.range))
      ])
  }
}
