import BookDiagnostics
import BookModel

extension AnnotatedBook {
  /// The words of an expression, as a message quotes them.
  func said(_ expression: DateExpression) -> String {
    book.chapters[expression.chapter].tidy(expression.range, capital: false)
  }

  /// Where an expression stands.
  func span(_ expression: DateExpression) -> SourceSpan {
    book.span(expression.chapter, expression.range)
  }

  /// A message for each date with a day of which a rule has something to say.
  func remarks(
    _ code: DiagnosticCode, onDaysOf time: TimeAnnotation,
    _ remark: (SaidDay, DateExpression) -> String?
  ) -> [Diagnostic] {
    time.facts.days.compactMap { day in
      let expression = time.expressions[day.expression]
      return remark(day, expression).map { remark in
        Diagnostic(code, "'\(said(expression))' \(remark)", at: span(expression))
      }
    }
  }
}
