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
        bookc new my-memoir --title "The House on Mill Lane" --author "Ruth Berg"
        bookc build my-memoir
      """)

  @Argument(help: "The folder to make; it must not exist or be empty.")
  var folder: String

  @OptionGroup var names: BookNames

  package init() {}

  package func run() async throws {
    let book = NewBook(folder: folder, title: names.title, author: names.author)
    let made = try await reportingFailures { () async throws(BuildFailure) in
      try begin(book)
    }
    Terminal.output.write(
      asCalled(
        "A book begins in \(folder):\n" + made.map { "  \($0)\n" }.joined()
          + "Write in \(folder)/chapters, then: bookc build \(shellQuoted(folder))\n"))
  }
}

/// What a book is called and who writes it.
struct BookNames: ParsableArguments {
  @Option(help: "The title; without it the name of the folder.")
  var title: String?

  @Option(help: "Who writes it, as the title page has it.")
  var author: String?

  init() {}
}
