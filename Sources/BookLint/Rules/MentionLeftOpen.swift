package import BookDiagnostics
package import BookModel

/// A name that fits several people and was left to the author.
///
/// One question for a form and its candidates in the whole book: the author marks them together.
package struct MentionLeftOpen: PeopleRule {
  package static let code = DiagnosticCode.ambiguousMention
  /// How many candidates a message names.
  private static let namedAtMost = 4

  package init() {}

  package func check(_ people: PeopleAnnotation, in book: Book) -> [Diagnostic] {
    people.questions.compactMap { question in
      guard case .meant(let candidates) = question.kind else { return nil }
      return diagnostic(question, candidates.map { people.facts.registered[$0].person })
    }
  }

  private func diagnostic(_ question: PeopleQuestion, _ names: [Person]) -> Diagnostic {
    let named = names.prefix(Self.namedAtMost)
    let who =
      named.map { "'\($0.id)'" }.joined(separator: ", ")
      + (names.count > named.count ? " or \(names.count - named.count) others" : "")
    let words = question.words
    var notes = named.map { DiagnosticNote("\($0.heading): [\(words)](person:\($0.id))") }
    if names.count == 1 {
      notes.append(DiagnosticNote("somebody else: [\(words)](person:none)"))
    }
    return Diagnostic(
      Self.code,
      "'\(words)' may be \(who)" + (names.count == 1 ? " or somebody else" : "")
        + question.whereElse,
      at: question.first, notes: notes)
  }
}

extension PeopleQuestion {
  /// `, here and 3 more times in 2 chapters`.
  var whereElse: String {
    if places < 2 { return "" }
    let times = places == 2 ? "once more" : "\(places - 1) more times"
    return ", here and \(times)" + (chapters > 1 ? " in \(chapters) chapters" : "")
  }
}
