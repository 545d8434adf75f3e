package import BookDiagnostics
package import BookModel

/// Statements about time that cannot all be true, told at the last of them.
package struct TimesContradict: DatesRule {
  package static let code = DiagnosticCode.timesContradict

  package init() {}

  package func check(_ time: TimeAnnotation, in book: AnnotatedBook) -> [Diagnostic] {
    time.conflicts.compactMap { conflict in
      guard let last = conflict.spans.last else { return nil }
      return Diagnostic(
        Self.code, conflict.message, at: last,
        notes: zip(conflict.statements, conflict.spans).dropLast().map {
          DiagnosticNote($0, at: $1)
        })
    }
  }
}
