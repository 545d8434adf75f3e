package import BookDiagnostics
package import BookModel

/// "10 September 1752", a day that Great Britain left out when it changed its calendar.
package struct DayLeftOut: DatesRule {
  package static let code = DiagnosticCode.dayLeftOut

  package init() {}

  package func check(_ time: TimeAnnotation, in book: AnnotatedBook) -> [Diagnostic] {
    book.remarks(Self.code, onDaysOf: time) { day, expression in
      let chapter = book.book.chapters[expression.chapter]
      guard day.isLeftOut, expression.isEvent, chapter.prose[expression.prose].note == nil,
        !ImpossibleDay.isImpossible(day)
      else { return nil }
      return
        "was left out of the calendar: in Great Britain and its colonies 2 September 1752 was followed by 14 September"
    }
  }
}
