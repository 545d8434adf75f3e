package import BookDiagnostics
package import BookModel

/// A name that is almost a registered one: "Katharine" where Catherine is registered.
package struct DriftingSpelling: PeopleRule {
  package static let code = DiagnosticCode.driftingSpelling
  /// How many of the names found without the registry are told, the most frequent first.
  private static let slipsAtMost = 20

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    nearMisses(people, book) + slips(people)
  }

  // Where the neighbouring name was a registered one: once for each spelling.
  private func nearMisses(_ people: PeopleAnnotation, _ book: Book) -> [Diagnostic] {
    struct Drift: Hashable {
      var words: String
      var person: Int
    }
    let misses = people.facts.nearMisses.map { miss in
      (miss, Drift(words: book.words(miss.chapter, miss.range), person: miss.person))
    }
    var counts: [Drift: Int] = [:]
    for (_, drift) in misses { counts[drift, default: 0] += 1 }
    var seen: Set<String> = []
    return misses.compactMap { miss, drift in
      guard seen.insert(drift.words).inserted else { return nil }
      let person = people.facts.registered[miss.person].person
      return Diagnostic(
        Self.code, message(drift.words, person, times: counts[drift] ?? 1),
        at: book.span(miss.chapter, miss.range),
        notes: [
          DiagnosticNote("as it stands: [\(drift.words)](person:\(person.id))"), Self.otherFile,
        ],
        fixIts: [fixIt(book.span(miss.chapter, miss.word), miss.registered)])
    }
  }

  private func slips(_ people: PeopleAnnotation) -> [Diagnostic] {
    people.facts.slips.prefix(Self.slipsAtMost).map { slip in
      let person = people.facts.registered[slip.person].person
      return Diagnostic(
        Self.code, message(slip.text, person, times: slip.count), at: slip.first,
        notes: [
          DiagnosticNote("if it is the same person: [\(slip.text)](person:\(person.id))"),
          Self.otherFile,
        ],
        fixIts: slip.correction.map { [fixIt($0.word, $0.registered)] } ?? [])
    }
  }

  private static let otherFile = DiagnosticNote("if people.yaml is wrong, mend the name there")

  private func message(_ words: String, _ person: Person, times: Int) -> String {
    let more = times > 1 ? " (\(times) times)" : ""
    return "'\(words)' is almost '\(person.display)' of the registry\(more)"
  }

  private func fixIt(_ word: SourceSpan, _ registered: String) -> FixIt {
    FixIt("write '\(registered)'", at: word, with: registered)
  }
}
