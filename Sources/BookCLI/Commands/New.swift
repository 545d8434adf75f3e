import BookModel
package import ArgumentParser
import BookPipeline

/// `bookc new`: a small book to begin with.
package struct New: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a book in a new folder.",
    discussion: """
      EXAMPLE
        bookc new my-memoir
        bookc build my-memoir
      """)

  @Argument(help: "The folder to make; it must not exist or be empty.")
  var folder: String

  package init() {}

  package func run() async throws {
    let folder = folder
    let made = try await reportingFailures { () async throws(BuildFailure) in
      try newBook(in: folder)
    }
    Terminal.output.write(
      "A book begins in \(folder):\n" + made.map { "  \($0)\n" }.joined()
        + "Write in \(folder)/chapters, then: bookc build \(folder)\n")
  }
}
