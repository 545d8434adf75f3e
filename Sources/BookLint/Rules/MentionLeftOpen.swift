package import BookDiagnostics
package import BookModel

/// A name that fits several people and was left to the author.
///
/// One message for a form, its candidates and a chapter, with the number of further places: the
/// author marks them together.
package struct MentionLeftOpen: PeopleRule {
  package static let code = DiagnosticCode.ambiguousMention
  /// How many candidates a message names.
  private static let namedAtMost = 4

  private struct Question: Hashable {
    var chapter: Int
    var words: String
    var candidates: [Int]
  }

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    struct Place: Hashable {
      var chapter: Int
      var start: Int
    }
    // Those have a message of their own.
    let nearMisses = Set(
      people.facts.nearMisses.map { Place(chapter: $0.chapter, start: $0.range.lowerBound) })
    var order: [Question] = []
    var places: [Question: [(candidates: [Int], span: SourceSpan)]] = [:]
    for mention in people.ambiguous
    where !nearMisses.contains(Place(chapter: mention.chapter, start: mention.range.lowerBound)) {
      let question = Question(
        chapter: mention.chapter, words: book.words(mention.chapter, mention.range),
        candidates: mention.candidates.sorted())
      if places[question] == nil { order.append(question) }
      places[question, default: []].append(
        (mention.candidates, book.span(mention.chapter, mention.range)))
    }
    return order.compactMap { question in
      guard let asked = places[question], let first = asked.first else { return nil }
      return diagnostic(
        question.words, first.candidates.map { people.facts.registered[$0].person },
        times: asked.count, at: first.span)
    }
  }

  private func diagnostic(
    _ words: String, _ names: [Person], times: Int, at span: SourceSpan
  ) -> Diagnostic {
    let more = times > 1 ? ", here and \(times - 1) more times in this chapter" : ""
    let named = names.prefix(Self.namedAtMost)
    let who =
      named.map { "'\($0.id)'" }.joined(separator: ", ")
      + (names.count > named.count ? " or \(names.count - named.count) others" : "")
    var notes = named.map { DiagnosticNote("\($0.heading): [\(words)](person:\($0.id))") }
    if names.count == 1 {
      notes.append(DiagnosticNote("somebody else: [\(words)](person:none)"))
    }
    return Diagnostic(
      Self.code,
      names.count == 1
        ? "'\(words)' may be \(who) or somebody else\(more)" : "'\(words)' may be \(who)\(more)",
      at: span, notes: notes)
  }
}
