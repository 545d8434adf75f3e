package import BookDiagnostics
package import BookModel

/// One event on two dates that have no day in common.
package struct EventDatedTwice: DatesRule {
  package static let code = DiagnosticCode.eventDatedTwice

  package init() {}

  package func check(_ time: TimeAnnotation, in book: AnnotatedBook) -> [Diagnostic] {
    var first: [String: EventTelling] = [:]
    return time.facts.tellings.compactMap { telling in
      guard let earlier = first[telling.id] else {
        first[telling.id] = telling
        return nil
      }
      guard let a = earlier.stated, let b = telling.stated,
        Self.isBefore(a, b) || Self.isBefore(b, a)
      else { return nil }
      return Diagnostic(
        Self.code, "event '\(telling.id)' is dated \(b.shown) here and \(a.shown) elsewhere",
        at: telling.span, notes: [DiagnosticNote("the other date", at: earlier.span)])
    }
  }

  /// Whether the one is over when the other begins.
  private static func isBefore(_ a: StatedDate, _ b: StatedDate) -> Bool {
    guard let end = a.latest, let start = b.earliest else { return false }
    return end < start
  }
}
