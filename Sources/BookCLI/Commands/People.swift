package import ArgumentParser
import BookDiagnostics
import BookDisk
import BookModel
import BookPipeline

/// `bookc people`: the living people of a book and what is said of them.
package struct People: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "people",
    abstract: "Bring people in from a family tree, show them their pages, list whom to ask.",
    discussion: """
      EXAMPLES
        bookc people import family.ged --write   a family tree into people.yaml
        bookc people consent                     who may be alive and is named
        bookc people extract ruth-berg --out ruth.html
      """,
    subcommands: [ImportFamilyTree.self, ExtractPerson.self, ListConsent.self])

  package init() {}
}

struct ImportFamilyTree: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read a family tree (GEDCOM 5.5.1 or 7) as entries for people.yaml.",
    discussion: """
      What the author has written in people.yaml stays; where the tree says otherwise it is told.

      EXAMPLE
        bookc people import family.ged my-memoir --write
      """)

  @Argument(help: "The GEDCOM file.")
  var file: String

  @Argument(help: "The book's folder.")
  var folder: String?

  @OptionGroup var book: BookOption

  @Flag(help: "Merge the entries into the book's people.yaml instead of printing them.")
  var write = false

  func run() async throws {
    let folder = folder.map { bookFolder($0) } ?? book.folder
    let (file, write) = (file, write)
    let outcome = try await reportingFailures { () async throws(BuildFailure) in
      try importFamilyTree(file, into: folder, writes: write)
    }
    tell(outcome.restored)
    show(outcome.diagnostics)
    Terminal.output.write(outcome.output)
    if outcome.diagnostics.count(.error) > 0 { throw ExitCode(1) }
  }
}

struct ExtractPerson: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Every paragraph that names a person, as a page to send to them.",
    discussion: "EXAMPLE\n  bookc people extract ruth-berg --out ruth.html")

  @Argument(help: "The person's id in people.yaml.")
  var id: String

  @OptionGroup var book: BookOption

  @Option(help: "A file to write it to.")
  var out: String?

  @OptionGroup var jobs: JobsOption

  func run() async throws {
    let surroundings = try jobs.surroundings()
    let folder = book.folder
    let (id, out) = (id, out)
    let page = try await reportingFailures { () async throws(BuildFailure) in
      try await extractPerson(id, from: folder, in: surroundings)
    }
    if let out {
      tell(
        try await reportingFailures { () async throws(BuildFailure) in
          try write(page, to: out)
        })
      Terminal.output.write("\(out)\n")
    } else {
      Terminal.output.write(page)
    }
  }
}

/// How the list of the living is printed.
enum LedgerFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

struct ListConsent: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent",
    abstract: "Everyone named in the book who may be alive, with where.",
    discussion: "EXAMPLE\n  bookc people consent my-memoir > ask.txt")

  @OptionGroup var book: BookArgument

  @Option(help: "How to print it.")
  var format = LedgerFormat.text

  @OptionGroup var jobs: JobsOption

  func run() async throws {
    let surroundings = try jobs.surroundings()
    let (folder, asJSON) = (book.folder, format == .json)
    let list = try await reportingFailures { () async throws(BuildFailure) in
      try await listConsent(of: folder, asJSON: asJSON, in: surroundings)
    }
    Terminal.output.write(list)
  }
}
