import ArgumentParser
import BookDiagnostics
import BookDisk
import BookModel
import BookPipeline

/// The book that a command works on.
struct BookArgument: ParsableArguments {
  @Argument(help: "The book's folder; without it ./Book, then the current folder.")
  var book: String?

  init() {}

  /// The folder meant.
  var folder: String { bookFolder(book) }
}

/// The folder named, else `./Book`, else the current one.
func bookFolder(_ named: String?) -> String {
  named ?? (DiskWorkspace.isFolder("Book") ? "Book" : ".")
}

/// The book that a command with another argument works on.
struct BookOption: ParsableArguments {
  @Option(help: "The book's folder; without it ./Book, then the current folder.")
  var book: String?

  init() {}

  /// The folder meant.
  var folder: String { bookFolder(book) }
}

/// How much at once.
struct JobsOption: ParsableArguments {
  @Option(help: "How many chapters to work on at once; without it, as many as there are cores.")
  var jobs: Int?

  init() {}

  func validate() throws {
    if let jobs, jobs < 1 || jobs > 256 {
      throw ValidationError("--jobs takes a number from 1 to 256.")
    }
  }

  /// What the pipeline must know of the world.
  func surroundings() throws -> Surroundings {
    var epoch: Int?
    if let text = Environment.value("SOURCE_DATE_EPOCH"), !text.isEmpty {
      guard let seconds = Int(text), seconds >= 0, seconds < 253_402_300_800 else {
        throw ValidationError(
          "SOURCE_DATE_EPOCH is '\(text)': it must be a number of seconds since 1970.")
      }
      epoch = seconds
    }
    return Surroundings(
      sourceDateEpoch: epoch, jobs: jobs ?? Machine.cores, programFolder: Machine.programFolder,
      pictureFolder: PictureCache.usualFolder)
  }
}

/// Whether anything is said beside messages.
struct QuietOption: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but messages: no summary.")
  var quiet = false

  init() {}

  /// Prints what a command did, unless nobody wants to know.
  func tell(_ summary: String, ofBook book: String? = nil) {
    if !quiet { Terminal.output.write(asCalled(summary, book: book)) }
  }
}

/// `1 chapter` or `1,234 chapters`.
func counted(_ n: Int, _ one: String, _ many: String) -> String {
  "\(grouped(n)) \(n == 1 ? one : many)"
}

/// `12.3 ms` or `1.23 s`.
func duration(_ seconds: Double) -> String {
  let tenths = Int((seconds * 10_000).rounded())
  return tenths < 10_000
    ? "\(tenths / 10).\(tenths % 10) ms"
    : "\(tenths / 10_000).\(tenths / 1000 % 10)\(tenths / 100 % 10) s"
}

/// How diagnostics are printed.
enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif, github
}

/// Runs a pipeline function; a failure of the machine is one line on stderr and exit status 2.
func reportingFailures<Value>(
  of book: String? = nil, _ body: () async throws(BuildFailure) -> Value
) async throws -> Value {
  do {
    return try await body()
  } catch {
    let label = Terminal.errors.isColoured ? "\u{1B}[1;31mbookc:\u{1B}[0m" : "bookc:"
    Terminal.errors.write("\(label) \(asCalled(error.message, book: book))\n")
    throw ExitCode(2)
  }
}

/// Says on stderr what an earlier run, which was stopped, had left half done.
func tell(_ restored: [String]) {
  for sentence in restored { Terminal.errors.write("bookc: \(sentence)\n") }
}

/// Prints diagnostics for a person on stderr.
func show(_ list: DiagnosticList, of book: String? = nil) {
  let text = TextRenderer(isColoured: Terminal.errors.isColoured).render(list)
  Terminal.errors.write(asCalled(text, book: book))
}

/// `3 errors and 1 warning`.
func tally(_ list: DiagnosticList) -> String {
  func count(_ n: Int, _ noun: String) -> String { "\(n) \(noun)\(n == 1 ? "" : "s")" }
  let parts = [
    list.count(.error) > 0 ? count(list.count(.error), "error") : nil,
    list.count(.warning) > 0 ? count(list.count(.warning), "warning") : nil,
  ].compactMap { $0 }
  return parts.isEmpty ? "nothing to mend" : parts.joined(separator: " and ")
}
