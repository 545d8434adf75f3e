package import ArgumentParser
import BookDiagnostics
import BookModel
import BookPipeline

/// `bookc import`: from a file of a word processor to a book.
package struct Import: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a book of a Word file: a chapter a file, its pictures, a report.",
    discussion: """
      Nothing that you wrote or changed is ever written over; imported again, only what has changed
      in the document is written.

      EXAMPLES
        bookc import memoir.docx                     into the new folder memoir
        bookc import memoir.docx --into my-memoir    into a book that is there
        bookc import memoir.docx --changes reject    the text before the tracked changes
      """)

  @Argument(help: "The files, in the order of the book: .docx, .odt, .rtf, .html, .epub, .txt.")
  var files: [String]

  @Option(help: "The book's folder; without it a new folder beside the first file.")
  var into: String?

  @Option(help: "What becomes of tracked changes: accept, reject or keep.")
  var changes = TrackedChanges.accept

  @OptionGroup var talk: QuietOption

  package init() {}

  package func run() async throws {
    let order = ImportOrder(files: files, book: into, changes: changes)
    let outcome = try await reportingFailures { () async throws(BuildFailure) in
      try importFiles(order)
    }
    tell(outcome.restored)
    show(outcome.diagnostics)
    if !outcome.summary.isEmpty {
      talk.tell(
        outcome.summary + "Look it over, then: bookc build \(shellQuoted(outcome.folder))\n")
    }
    if outcome.diagnostics.count(.error) > 0 { throw ExitCode(1) }
  }
}

extension TrackedChanges: ExpressibleByArgument {}
