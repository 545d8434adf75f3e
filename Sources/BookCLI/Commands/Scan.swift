package import ArgumentParser
import BookDiagnostics
import BookModel
import BookPipeline

extension ScanFormat: ExpressibleByArgument {}

/// What a scan reads and does.
struct ScanOptions: ParsableArguments {
  @Argument(help: "The book's folder, or one text or Markdown file.")
  var path: String?

  @Option(help: "The book that a single file belongs to, for its people and dates.")
  var book: String?

  @Option(help: "How to print what was found.")
  var format = ScanFormat.yaml

  @Flag(help: "Append what was found to the book's own file instead of printing it.")
  var write = false

  @OptionGroup var jobs: JobsOption

  init() {}

  func request() -> ScanRequest {
    let path = bookFolder(path)
    return ScanRequest(path: path, book: book, format: format, writes: write)
  }

  func print(_ outcome: ScanOutcome) {
    tell(outcome.restored)
    show(outcome.diagnostics, of: path)
    Terminal.output.write(outcome.output)
    let isWhole = outcome.diagnostics.count(.error) == 0
    if outcome.output.isEmpty, !write, isWhole { Terminal.errors.write("nothing new is found\n") }
  }
}

/// `bookc scan`: what the prose holds, before the author has confirmed it.
package struct Scan: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Find people, dates or events in the prose and propose them.",
    discussion: """
      EXAMPLES
        bookc scan people my-memoir           who is in it, as YAML to paste
        bookc scan people my-memoir --write   append them to people.yaml
        bookc scan dates my-memoir            every date and how it was worked out
        bookc scan events my-memoir           what happened when
      """,
    subcommands: [ScanPeople.self, ScanDates.self, ScanEvents.self])

  package init() {}
}

/// `bookc scan people`.
package struct ScanPeople: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "people",
    abstract: "Propose the people who are not in people.yaml yet.",
    discussion: """
      EXAMPLE
        bookc scan people my-memoir --write
        bookc scan people my-memoir --write --ignore "Golden Hind"   that is a ship
      """)

  @OptionGroup var options: ScanOptions

  @Option(help: "A name that is nobody's, to be remembered in people.yaml; may be given again.")
  var ignore: [String] = []

  package init() {}

  package func run() async throws {
    var request = options.request()
    request.ignored = ignore
    let surroundings = try options.jobs.surroundings()
    let asked = request
    options.print(
      try await reportingFailures(of: options.path) { () async throws(BuildFailure) in
        try await scanPeople(asked, in: surroundings)
      })
  }
}

/// `bookc scan dates`.
package struct ScanDates: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "dates",
    abstract: "Show every date in the prose and how it was worked out.",
    discussion: """
      EXAMPLE
        bookc scan dates my-memoir
      """)

  @OptionGroup var options: ScanOptions

  package init() {}

  package func run() async throws {
    let request = options.request()
    let surroundings = try options.jobs.surroundings()
    options.print(
      try await reportingFailures(of: options.path) { () async throws(BuildFailure) in
        try await scanDates(request, in: surroundings)
      })
  }
}

/// `bookc scan events`.
package struct ScanEvents: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Show what happened in the book that is worth a row of its chronology.",
    discussion: """
      EXAMPLE
        bookc scan events my-memoir --format text
        bookc scan events my-memoir --write        confirm them in chronology.yaml
      """)

  @OptionGroup var options: ScanOptions

  @Flag(help: "Every happening with the word that tells it, worth a row or not; as JSON.")
  var all = false

  package init() {}

  package func run() async throws {
    var request = options.request()
    request.findsAll = all
    let asked = request
    let surroundings = try options.jobs.surroundings()
    options.print(
      try await reportingFailures(of: options.path) { () async throws(BuildFailure) in
        try await scanEvents(asked, in: surroundings)
      })
  }
}
