package import ArgumentParser
import BookModel
import BookPipeline

/// `bookc verify`: whether the files of a build are those that the book gives.
package struct Verify: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Build again and say whether the bytes are the same.",
    discussion: """
      EXAMPLE
        bookc verify dist/build.json --book my-memoir
      """)

  @Argument(help: "The build.json that a build wrote.")
  var report: String

  @OptionGroup var book: BookOption

  @OptionGroup var jobs: JobsOption

  package init() {}

  package func run() async throws {
    let surroundings = try jobs.surroundings()
    let path = report
    let folder = book.folder
    let outcome = try await reportingFailures { () async throws(BuildFailure) in
      try await verify(path, against: folder, in: surroundings)
    }
    show(outcome.diagnostics)
    for line in outcome.lines { Terminal.output.write(line + "\n") }
    if !outcome.isSame { throw ExitCode(1) }
  }
}
