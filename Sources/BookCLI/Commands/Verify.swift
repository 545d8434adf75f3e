package import ArgumentParser
import BookDisk
import BookModel
import BookPipeline

/// `bookc verify`: whether the files of a build are those that the book gives.
package struct Verify: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Build again and say whether the bytes are the same.",
    discussion: """
      EXAMPLES
        bookc verify my-memoir
        bookc verify dist/build.json --book my-memoir
      """)

  @Argument(help: "The build.json that a build wrote, or the folder of the book or of its output.")
  var report: String

  @OptionGroup var book: BookOption

  @OptionGroup var jobs: JobsOption

  package init() {}

  /// The build.json, and the folder of the book.
  private var paths: (report: String, book: String) {
    let inside = ["/build.json", "/dist/build.json"].map { report + $0 }
    let path = inside.first(where: DiskWorkspace.exists) ?? report
    if book.book != nil { return (path, book.folder) }
    // What is made lies beside the book, in `BOOK/dist`, unless another place was asked for.
    let folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let own = [folders.dropLast(), folders].map { $0.joined(separator: "/") }
    return (path, own.first { DiskWorkspace.exists($0 + "/book.yaml") } ?? book.folder)
  }

  package func run() async throws {
    let surroundings = try jobs.surroundings()
    let (path, folder) = paths
    let outcome = try await reportingFailures { () async throws(BuildFailure) in
      try await verify(path, against: folder, in: surroundings)
    }
    show(outcome.diagnostics)
    for line in outcome.lines { Terminal.output.write(line + "\n") }
    if !outcome.isSame { throw ExitCode(1) }
  }
}
