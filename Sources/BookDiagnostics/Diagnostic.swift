/// A change to the source that mends a fault.
package struct FixIt: Sendable, Equatable {
  /// What the change does, as an imperative: "write 'Ruth Lindqvist'".
  package var summary: String
  /// The bytes to replace; empty to insert.
  package var span: SourceSpan
  /// What to put there.
  package var replacement: String

  package init(_ summary: String, at span: SourceSpan, with replacement: String) {
    self.summary = summary
    self.span = span
    self.replacement = replacement
  }
}

/// A remark that belongs to a diagnostic, with a place of its own or none.
package struct DiagnosticNote: Sendable, Equatable {
  /// The remark.
  package var message: String
  /// Where it points, if anywhere.
  package var span: SourceSpan?

  package init(_ message: String, at span: SourceSpan? = nil) {
    self.message = message
    self.span = span
  }
}

/// What a diagnostic is about, for code that has to know; its message is for people.
package enum DiagnosticSubject: Sendable, Hashable {
  /// A picture of the book, by its path.
  case picture(String)
  /// Characters of the text.
  case characters([Unicode.Scalar])
  /// Keys of a YAML file.
  case keys([String])
}

/// One fault the author can mend, at its place in the Markdown or YAML.
package struct Diagnostic: Sendable, Equatable {
  /// Which kind of fault.
  package var code: DiagnosticCode
  /// The code's own severity unless another was given.
  package var severity: Severity
  /// One phrase without a full stop that names the thing in quotes.
  package var message: String
  /// Where; `nil` only when the fault is in no file.
  package var span: SourceSpan?
  /// Further remarks.
  package var notes: [DiagnosticNote]
  /// Changes that would mend it; only where one is very likely right.
  package var fixIts: [FixIt]
  /// What it is about, where code asks for it.
  package var subject: DiagnosticSubject?

  package init(
    _ code: DiagnosticCode, _ message: String, at span: SourceSpan?,
    notes: [DiagnosticNote] = [], fixIts: [FixIt] = [], subject: DiagnosticSubject? = nil,
    severity: Severity? = nil
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.message = message
    self.span = span
    self.notes = notes
    self.fixIts = fixIts
    self.subject = subject
  }
}

/// What a stage gives back: its value and what it noticed on the way.
package struct Diagnosed<Value> {
  /// The stage's result, there also when there are errors.
  package var value: Value
  /// In the order they were found.
  package var diagnostics: [Diagnostic]

  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// The same diagnostics with another value.
  package func map<Other>(_ transform: (Value) -> Other) -> Diagnosed<Other> {
    Diagnosed<Other>(transform(value), diagnostics)
  }
}

extension Diagnosed: Sendable where Value: Sendable {}
