package import BookDiagnostics
package import BookModel

/// "25/8/16", which leaves the century open.
package struct TwoDigitYear: DatesRule {
  package static let code = DiagnosticCode.twoDigitYear

  package init() {}

  package func check(_ time: TimeAnnotation, in book: AnnotatedBook) -> [Diagnostic] {
    book.remarks(Self.code, onDaysOf: time) { day, expression in
      let text = book.book.chapters[expression.chapter].text
      guard day.isTwoDigit, day.weekday == nil, !DayOrMonthFirst.isOpen(day),
        text[expression.range].contains(UInt8(ascii: "/"))
      else { return nil }
      return "leaves the century open"
    }
  }
}
