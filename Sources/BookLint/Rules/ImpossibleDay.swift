package import BookDiagnostics
import BookLanguage
package import BookModel

/// "31 June", a day that no month has.
package struct ImpossibleDay: DatesRule {
  package static let code = DiagnosticCode.impossibleDay

  package init() {}

  package func check(_ time: TimeAnnotation, in book: AnnotatedBook) -> [Diagnostic] {
    book.remarks(Self.code, onDaysOf: time) { day, _ in
      guard Self.isImpossible(day) else { return nil }
      let year = day.year.map { " in \($0)" } ?? ""
      return "cannot be: \(EnglishName.month(day.month)) has \(day.monthLength) days\(year)"
    }
  }

  /// Whether the month ends before the day.
  static func isImpossible(_ day: SaidDay) -> Bool {
    max(day.day, day.lastDay ?? 0) > day.monthLength
  }
}
