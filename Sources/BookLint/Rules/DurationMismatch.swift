package import BookDiagnostics
package import BookModel

/// "twelve years, from 1990 to 1996".
package struct DurationMismatch: DatesRule {
  package static let code = DiagnosticCode.durationMismatch

  package init() {}

  package func check(_ time: TimeAnnotation, in book: AnnotatedBook) -> [Diagnostic] {
    time.facts.lengths.compactMap { said in
      let length = said.last - said.first
      // Whoever counts the first year, or neither end, is a year off and right.
      guard said.years < length - 1 || said.years > length + 1 else { return nil }
      let expression = time.expressions[said.expression]
      return Diagnostic(
        Self.code,
        "'\(book.said(expression))' does not fit \(said.first) to \(said.last), which is \(length) years",
        at: book.span(expression))
    }
  }
}
