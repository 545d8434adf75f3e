import BookModel
package import ArgumentParser
import BookDiagnostics
import BookDisk
import BookPipeline

/// `bookc build`: the book in every format asked for.
package struct Build: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make the book.",
    discussion: """
      EXAMPLES
        bookc build                          ./Book into ./dist
        bookc build my-memoir                ./my-memoir into ./my-memoir/dist
        bookc build my-memoir --formats epub
        bookc build my-memoir --out memoir.epub
        bookc build --since v1.0             a bar beside every changed paragraph
        bookc build --out memoir.pdf --pdf-profile print     for the printer: PDF/X-4
      """)

  @OptionGroup var book: BookArgument

  @Option(
    help: """
      A folder, or a file ending in .epub or .pdf for that one format; without it the folder dist \
      in the book's folder if you name one, else in the current folder.
      """)
  var out: String?

  @Option(
    help: ArgumentHelp(
      "What to make, separated by commas; without it, what book.yaml says.",
      valueName: "epub,pdf,html"))
  var formats: String?

  @Option(help: "A theme: a folder in Styles.")
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "Mark what was changed since a revision in git, for proof readers.", valueName: "revision"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "What the PDF is for: to be read, tagged and with links; or the printer, black in K alone.",
      valueName: "screen|print"))
  var pdfProfile: String?

  @Flag(help: "Crop marks round every page; with --pdf-profile print.")
  var cropMarks = false

  @Flag(help: "Make every warning an error.")
  var strict = false

  @Flag(help: "Say how long each stage took.")
  var timings = false

  @Flag(name: .shortAndLong, help: "Name every file, and say how long each stage took.")
  var verbose = false

  @OptionGroup var jobs: JobsOption

  @OptionGroup var talk: QuietOption

  package init() {}

  package func run() async throws {
    var request = ProductionRequest(book: book.folder)
    request.formats =
      formats?.split(separator: ",").map { $0.filter { $0 != " " }.lowercased() } ?? []
    request.theme = theme
    request.since = since
    request.pdfProfile = pdfProfile
    request.cropMarks = cropMarks
    request.isStrict = strict
    let surroundings = try jobs.surroundings()
    let watch = Stopwatch()
    let (asked, out) = (request, out ?? Self.output(ofBook: book.book))
    let outcome = try await reportingFailures(of: book.book) { () async throws(BuildFailure) in
      try await BookPipeline.build(asked, to: out, in: surroundings)
    }
    tell(outcome.restored)
    show(outcome.diagnostics.withoutQuestions, of: book.book)
    let elapsed = watch.elapsed
    if timings || verbose {
      for lap in outcome.timings {
        Terminal.errors.write("\(duration(lap.seconds))  \(lap.stage)\n")
      }
    }
    guard let made = outcome.summary else {
      Terminal.errors.write("bookc: \(tally(outcome.diagnostics)): no book was made\n")
      throw ExitCode(1)
    }
    var summary = made.title + "\n"
    for file in outcome.files
    where verbose || !file.path.contains("/html/") || file.path.hasSuffix("/index.html") {
      summary += "  \(file.path)  \(size(file.bytes))\n"
    }
    summary +=
      "  \(counted(made.words, "word", "words")), \(people(made)), "
      + "\(counted(made.events, "event", "events")), \(duration(elapsed))\n"
    if let spine = made.spine {
      summary +=
        "  \(spine.pages) pages to print; on \(spine.paper) paper the spine is "
        + "\(Self.decimal(spine.width, places: 3)) in (\(Self.decimal(spine.width * 25.4, places: 1)) mm) "
        + "thick\n"
    }
    if made.questions > 0 {
      summary +=
        "  \(counted(made.questions, "question", "questions")) for you: `bookc check` asks them\n"
    }
    // One alone is no chronology.
    if made.unprintedEvents > 1 {
      summary +=
        "  \(grouped(made.unprintedEvents)) events are found but not printed: "
        + "`bookc scan events` shows them, `bookc scan events --write` has them printed\n"
    }
    if let language = made.unreadLanguage {
      summary +=
        "  nobody is found by himself in a book in \(language), and no event: `bookc scan people` "
        + "lists names to choose from, and events are marked or listed in chronology.yaml\n"
    }
    if !made.setAside.isEmpty {
      let most = verbose ? made.setAside.count : Self.mostNamed
      let named = made.setAside.prefix(most).joined(separator: ", ")
      let more = made.setAside.count - most
      summary +=
        "  not in the book, by name or place: \(named)\(more > 0 ? " and \(more) more" : "")\n"
    }
    talk.tell(summary, ofBook: book.book)
  }

  // Of what is not in the book: `check` names all.
  private static let mostNamed = 6

  // Beside the book that is named, so that no two books are made into one folder.
  private static func output(ofBook named: String?) -> String {
    guard let named, named != "." else { return "dist" }
    return named.hasSuffix("/") ? named + "dist" : named + "/dist"
  }

  private static func decimal(_ value: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    let whole = Int((value * Double(scale)).rounded())
    let rest = String(whole % scale)
    return "\(whole / scale)." + String(repeating: "0", count: places - rest.count) + rest
  }

  // "111 people (12 confirmed)": how many stand in people.yaml, where some do not.
  private func people(_ made: BuildOutcome.Summary) -> String {
    let all = counted(made.people, "person", "people")
    return made.confirmed == made.people ? all : all + " (\(grouped(made.confirmed)) confirmed)"
  }

  private func size(_ bytes: Int) -> String {
    bytes < 1000
      ? "\(bytes) B"
      : bytes < 1_000_000
        ? "\((bytes + 500) / 1000) kB" : "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
  }
}
