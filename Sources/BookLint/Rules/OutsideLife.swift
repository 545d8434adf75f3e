package import BookDiagnostics
package import BookModel

/// Somebody takes part in an event before birth or after death.
package struct OutsideLife: DatesRule {
  package static let code = DiagnosticCode.outsideLife

  package init() {}

  package func check(_ time: TimeAnnotation, in book: AnnotatedBook) -> [Diagnostic] {
    time.facts.tellings.flatMap { telling in
      telling.people.compactMap { person in
        time.facts.lives[person].flatMap { life in
          diagnostic(telling, book.people.people[person], life)
        }
      }
    }
  }

  private func diagnostic(
    _ telling: EventTelling, _ person: Person, _ life: Lifespan
  ) -> Diagnostic? {
    guard !life.allows(earliest: telling.earliest, latest: telling.latest) else { return nil }
    var isBefore = false
    if let born = life.born, let last = telling.latest { isBefore = last < born }
    let fate = isBefore ? "was born \(life.bornShown)" : "died \(life.diedShown)"
    return Diagnostic(
      Self.code,
      "'\(person.display)' takes part in '\(telling.title)' (\(telling.when)) but \(fate)",
      at: telling.span,
      notes: person.span.map {
        [DiagnosticNote("'\(person.display)' in the registry", at: $0)]
      } ?? [])
  }
}
