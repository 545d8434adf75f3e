package import BookDiagnostics
package import BookModel

/// An event dated by "the winter of 1953", which began or ended in that year.
package struct WinterOfWhichYear: DatesRule {
  package static let code = DiagnosticCode.winterOfWhichYear

  package init() {}

  package func check(_ time: TimeAnnotation, in book: AnnotatedBook) -> [Diagnostic] {
    time.facts.tellings.compactMap { telling in
      telling.winter.map { year, words in
        Diagnostic(
          Self.code,
          "'\(words)' can be the winter that begins or the one that ends in \(year)",
          at: telling.span)
      }
    }
  }
}
