package import BookDiagnostics
import BookLanguage
package import BookModel

/// "Tuesday, 5 August 2016", which was a Friday.
package struct WeekdayMismatch: DatesRule {
  package static let code = DiagnosticCode.weekdayMismatch

  package init() {}

  package func check(_ time: TimeAnnotation, in book: AnnotatedBook) -> [Diagnostic] {
    book.remarks(Self.code, onDaysOf: time) { day, _ in
      guard let weekday = day.weekday, !day.isTwoDigit, day.lastDay == nil,
        // What is named is the day by the calendar in use then.
        let right = day.civilWeekday ?? day.weekdays.first, !day.weekdays.contains(weekday)
      else { return nil }
      return "was a \(EnglishName.weekday(right)), not a \(EnglishName.weekday(weekday))"
    }
  }
}
