package import ArgumentParser
import BookDisk
import BookModel
import BookPipeline
import BookReports

/// How a report of changes is printed.
enum RevisionFormat: String, ExpressibleByArgument, CaseIterable { case html, text, json }

/// `bookc diff`: what changed from one revision to another.
package struct Diff: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what changed between two revisions of a book.",
    discussion: """
      Compares what a reader reads, not lines of Markdown: words put in and taken out, paragraphs \
      moved, people and dates that came or went. OLD and NEW are folders, or revisions in git of \
      the book's folder; git's work tree is not touched. Without NEW, OLD is compared with the \
      folder as it is now; without either, the last commit is.

      EXAMPLES
        bookc diff                              since the last commit
        bookc diff v1.0 --out changes.html      since a tag, as a page for the family
        bookc diff HEAD~5 HEAD --book my-memoir
        bookc diff old-copy my-memoir --format json
      """)

  @Argument(help: "A folder, or a revision in git; without it, the last commit.")
  var old: String?

  @Argument(help: "Ditto; without it, the book's folder as it is now.")
  var new: String?

  @Option(help: "The book's folder in git; without it ./Book, then the current folder.")
  var book: String?

  @Option(help: "How to print it; without it, what the name of --out says, else text.")
  var format: RevisionFormat?

  @Option(help: "A file to write it to.")
  var out: String?

  @Flag(help: "Say how long each stage took.")
  var timings = false

  @OptionGroup var jobs: JobsOption

  package init() {}

  package func run() async throws {
    let surroundings = try jobs.surroundings()
    let (first, second) = sides
    let chosen = chosenFormat
    let out = out
    let report = try await reportingFailures { () async throws(BuildFailure) in
      try await compareRevisions(first, second, in: surroundings)
    }
    let watch = Stopwatch()
    let bytes: [UInt8] =
      switch chosen {
      case .html: RevisionHTML(report.comparison, progress: report.progress).render()
      case .json: revisionJSON(report.comparison, progress: report.progress)
      case .text:
        Array(
          RevisionText(isColoured: out == nil && Terminal.output.isColoured)
            .render(report.comparison).utf8)
      }
    if timings {
      let rendering = (stage: "render", seconds: watch.elapsed)
      for lap in report.timings + [rendering] {
        Terminal.errors.write("\(Int(lap.seconds * 1000)) ms  \(lap.stage)\n")
      }
    }
    guard let out else { return Terminal.output.write(bytes) }
    tell(try await reportingFailures { () async throws(BuildFailure) in try write(bytes, to: out) })
    Terminal.output.write("\(out)\n")
  }

  /// What is compared with what.
  private var sides: (RevisionName, RevisionName) {
    let folder = bookFolder(book)
    func side(_ name: String) -> RevisionName {
      DiskWorkspace.isFolder(name) ? .folder(name) : .revision(name, book: folder)
    }
    guard let old else { return (.revision("HEAD", book: folder), .workTree(book: folder)) }
    if let new { return (side(old), side(new)) }
    if DiskWorkspace.isFolder(old) {
      return book == nil
        ? (.revision("HEAD", book: old), .workTree(book: old)) : (.folder(old), .folder(folder))
    }
    if let dots = old.firstRange(of: ".."), dots.lowerBound > old.startIndex,
      dots.upperBound < old.endIndex
    {
      return (side(String(old[..<dots.lowerBound])), side(String(old[dots.upperBound...])))
    }
    return (.revision(old, book: folder), .workTree(book: folder))
  }

  private var chosenFormat: RevisionFormat {
    if let format { return format }
    let name = (out ?? "").lowercased()
    if name.hasSuffix(".html") || name.hasSuffix(".htm") { return .html }
    return name.hasSuffix(".json") ? .json : .text
  }
}
