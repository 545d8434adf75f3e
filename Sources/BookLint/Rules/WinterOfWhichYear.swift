package import BookDiagnostics
package import BookModel

/// An event dated by "the winter of 1953", which began or ended in that year.
package struct WinterOfWhichYear: DatesRule {
  package static let code = DiagnosticCode.winterOfWhichYear

  package init() {}

  package func check(_ time: TimeAnnotation, in book: AnnotatedBook) -> [Diagnostic] {
    time.facts.tellings.compactMap { telling in
      telling.winter.map { winter in
        let joint = winter.isWithin ? "in " : ""
        return Diagnostic(
          Self.code,
          "'\(winter.words)' can be \(joint)the winter that begins or \(joint)the one that ends in \(winter.year)",
          at: telling.span)
      }
    }
  }
}
