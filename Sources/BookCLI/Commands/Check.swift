package import ArgumentParser
import BookDiagnostics
import BookDisk
import BookModel
import BookPipeline

/// `bookc check`: everything that is wrong, without making anything.
package struct Check: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with a manuscript or a finished EPUB.",
    discussion: """
      EXAMPLES
        bookc check my-memoir
        bookc check dist/memoir.epub
        bookc check my-memoir --format sarif > bookc.sarif
        bookc check my-memoir --convert      chapters of Windows-1252 or UTF-16 become UTF-8
      """)

  @OptionGroup var book: BookArgument

  @Option(help: "How to print what was found.")
  var format = DiagnosticFormat.text

  @Flag(help: "Make every warning an error.")
  var strict = false

  @Flag(help: "Store chapters of an older encoding anew as UTF-8 first; their text stays.")
  var convert = false

  @OptionGroup var jobs: JobsOption

  @OptionGroup var talk: QuietOption

  package init() {}

  package func run() async throws {
    let folder = book.folder
    let surroundings = try jobs.surroundings()
    if convert { try await convertFirst(folder, surroundings) }
    var request = ProductionRequest(book: folder)
    request.isStrict = strict
    let asked = request
    let outcome = try await reportingFailures(of: book.book) { () async throws(BuildFailure) in
      folder.lowercased().hasSuffix(".epub") && !DiskWorkspace.isFolder(folder)
        ? try checkFile(folder, isStrict: asked.isStrict)
        : try await checkBook(asked, in: surroundings)
    }
    let list = outcome.diagnostics
    switch format {
    case .text:
      show(list, of: book.book)
      talk.tell(contents(of: outcome))
      if list.count(.error) == 0 { talk.tell("\(folder): \(tally(list))\n") }
    case .json: Terminal.output.write(JSONRenderer().render(list))
    case .sarif: Terminal.output.write(SARIFRenderer().render(list))
    case .github: Terminal.output.write(GitHubRenderer().render(list))
    }
    if list.count(.error) > 0 {
      if format == .text { Terminal.errors.write("bookc: \(tally(list))\n") }
      throw ExitCode(1)
    }
  }

  private func convertFirst(_ folder: String, _ surroundings: Surroundings) async throws {
    let converted = try await reportingFailures { () async throws(BuildFailure) in
      try await convertChapters(ofBookAt: folder, in: surroundings)
    }
    tell(converted.restored)
    for file in converted.paths {
      Terminal.errors.write("bookc: '\(file)' is stored as UTF-8 now\n")
    }
  }
}
