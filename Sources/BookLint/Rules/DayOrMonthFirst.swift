package import BookDiagnostics
import BookLanguage
package import BookModel

/// "5/8/2016", which is August or May.
package struct DayOrMonthFirst: DatesRule {
  package static let code = DiagnosticCode.dayOrMonthFirst

  package init() {}

  package func check(_ time: TimeAnnotation, in book: AnnotatedBook) -> [Diagnostic] {
    // `en-GB` says which comes first.
    if book.book.metadata.language.contains("-") { return [] }
    return book.remarks(Self.code, onDaysOf: time) { day, _ in
      guard Self.isOpen(day) else { return nil }
      return
        "can be \(day.day) \(EnglishName.month(day.month)) or \(day.month) \(EnglishName.month(day.day))"
    }
  }

  /// Whether either number can be the month.
  static func isOpen(_ day: SaidDay) -> Bool { day.isAmbiguousOrder && (1...12).contains(day.day) }
}
