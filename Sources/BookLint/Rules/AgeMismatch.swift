package import BookDiagnostics
package import BookModel

/// "In 1953, when I was fourteen", where the narrator was born in 1944.
package struct AgeMismatch: DatesRule {
  package static let code = DiagnosticCode.ageMismatch
  /// How many years a birth that is uncertain may be off.
  private static let slackOfUncertainBirth = 2

  package init() {}

  package func check(_ time: TimeAnnotation, in book: AnnotatedBook) -> [Diagnostic] {
    guard let birth = time.facts.narratorBorn else { return [] }
    let slack = birth.isQualified ? Self.slackOfUncertainBirth : 0
    var last: Int?
    return time.facts.ages.compactMap { said in
      let reached = said.year - birth.year
      // A year on either side may be wrong; one of them is told.
      guard said.expression != last, said.age < reached - 1 - slack || said.age > reached + slack
      else { return nil }
      last = said.expression
      let expression = time.expressions[said.expression]
      let ages = reached > 0 ? "\(reached - 1) or \(reached)" : "not yet born"
      return Diagnostic(
        Self.code,
        "'\(book.said(expression))' does not fit \(said.year): born \(birth.shown), the narrator was \(ages)",
        at: book.span(expression))
    }
  }
}
