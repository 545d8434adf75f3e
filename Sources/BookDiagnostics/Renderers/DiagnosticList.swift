/// The diagnostics of one run with the files they point into, ready to be shown.
package struct DiagnosticList: Sendable {
  /// Sorted by file, offset and code; equal ones once.
  package private(set) var diagnostics: [Diagnostic]
  /// The files.
  package let sources: SourceFiles
  private let tables: [SourceID: LineTable]

  package init(_ diagnostics: [Diagnostic], sources: SourceFiles) {
    var seen: [Diagnostic] = []
    for diagnostic in diagnostics.sorted(by: Self.isBefore) where seen.last != diagnostic {
      seen.append(diagnostic)
    }
    self.diagnostics = seen
    self.sources = sources
    var tables: [SourceID: LineTable] = [:]
    for diagnostic in seen {
      let spans =
        [diagnostic.span] + diagnostic.notes.map(\.span) + diagnostic.fixIts.map { $0.span }
      for case let span? in spans where tables[span.file] == nil {
        tables[span.file] = LineTable(sources[span.file].bytes)
      }
    }
    self.tables = tables
  }

  private static func isBefore(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    switch (a.span, b.span) {
    case (nil, nil): (a.code.id, a.message) < (b.code.id, b.message)
    case (nil, _): true
    case (_, nil): false
    case (let x?, let y?): (x, a.code.id, a.message) < (y, b.code.id, b.message)
    }
  }

  /// The same without the questions to the author.
  package var withoutQuestions: DiagnosticList {
    DiagnosticList(diagnostics.filter { !$0.code.isQuestion }, sources: sources)
  }

  /// How many questions to the author.
  package var questionCount: Int { diagnostics.count { $0.code.isQuestion } }

  /// How many of a severity.
  package func count(_ severity: Severity) -> Int {
    diagnostics.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
  }

  /// Path, first and last position of a span.
  package func place(_ span: SourceSpan) -> (
    path: String, start: SourcePosition, end: SourcePosition
  ) {
    let table = tables[span.file] ?? LineTable(sources[span.file].bytes)
    return (
      sources.displayPath(span.file), table.position(Int(span.start)),
      table.position(Int(span.end))
    )
  }

  func table(_ file: SourceID) -> LineTable { tables[file] ?? LineTable(sources[file].bytes) }
}
