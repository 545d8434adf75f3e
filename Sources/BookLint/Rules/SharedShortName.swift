package import BookDiagnostics
package import BookModel

/// A given name or nickname alone, where two who are called so are both in the chapter.
package struct SharedShortName: PeopleRule {
  package static let code = DiagnosticCode.sharedShortName

  /// The first use of a form in a chapter.
  private struct Use: Hashable {
    var chapter: Int
    var form: Int
  }

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    var told: Set<Int> = []
    return Self.uses(people, book).map { form, mention, rival, words in
      let registered = people.facts.registered
      return Diagnostic(
        Self.code,
        "'\(words)' alone may confuse: '\(registered[mention.person].person.display)' and '\(registered[rival].person.display)' are both in this chapter",
        at: book.span(mention.chapter, mention.range),
        notes: told.insert(form).inserted
          ? people.facts.shared.filter { $0.form == form }.map {
            DiagnosticNote(
              "in the whole book, by what stands near, it was taken for \(SharedName.counts($0, people))"
            )
          } : [])
    }
  }

  /// The forms that have such a message.
  static func forms(of people: PeopleAnnotation, in book: Book) -> Set<Int> {
    Set(uses(people, book).map(\.form))
  }

  // What is asked about already is not told.
  private static func uses(
    _ people: PeopleAnnotation, _ book: Book
  ) -> [(form: Int, mention: Mention, rival: Int, words: String)] {
    let bearers = people.facts.bearers
    if bearers.isEmpty { return [] }
    var inChapter = [Set<Int>](repeating: [], count: book.chapters.count)
    for mention in people.mentions { inChapter[mention.chapter].insert(mention.person) }
    let asked = Set(
      people.ambiguous.map { "\($0.chapter) " + book.words($0.chapter, $0.range) })
    var seen: Set<Use> = []
    var found: [(form: Int, mention: Mention, rival: Int, words: String)] = []
    for (mention, naming) in zip(people.mentions, people.facts.namings) where !naming.isStrong {
      guard let form = naming.form, naming.part == .given || naming.part == .nickname,
        people.isRegistered(mention.person),
        let rival = bearers[form]?.first(where: {
          $0 != mention.person && inChapter[mention.chapter].contains($0)
            && people.isRegistered($0)
        }),
        seen.insert(Use(chapter: mention.chapter, form: form)).inserted
      else { continue }
      let words = book.words(mention.chapter, mention.range)
      if !asked.contains("\(mention.chapter) " + words) {
        found.append((form, mention, rival, words))
      }
    }
    return found
  }
}
