/// How bad it is: an error withholds the book, a warning does not, a note is no fault of the book.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  case note
  case warning
  case error

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// One kind of fault: its code, its title and its explanation, declared together.
///
/// The explanation is Markdown for the author. Its fenced examples are run as tests: the info
/// string is a file name and `bad` or `good`, and the file is laid over a small sound book. All
/// `bad` files together must give this code, all `good` files together must not.
package struct DiagnosticCode: Sendable, Hashable {
  /// `B`, two digits for the area, two for the fault; never reused.
  package let id: String
  /// What it counts as unless `--strict` makes warnings errors.
  package let severity: Severity
  /// The fault in a few words.
  package let title: String
  /// What it means, an example, how to mend it.
  package let explanation: String
  /// Asks the author something instead of finding fault: a build counts these, `check` tells them.
  package let isQuestion: Bool

  package init(
    _ id: String, _ severity: Severity, _ title: String, isQuestion: Bool = false,
    _ explanation: String
  ) {
    self.id = id
    self.severity = severity
    self.title = title
    self.explanation = explanation
    self.isQuestion = isQuestion
  }

  package static func == (a: DiagnosticCode, b: DiagnosticCode) -> Bool { a.id == b.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// Every code there is, in order of its number.
  package static let all: [DiagnosticCode] =
    (manuscript + markdown + people + dates + xhtml + epub + typesetting + pdf + prose
    + accessibility + importing)
    .sorted { $0.id < $1.id }
}
