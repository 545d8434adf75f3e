package import BookDiagnostics
import BookDisk
import BookLanguage
import BookManuscript
package import BookModel
import BookReports

/// What a build did.
package struct BuildOutcome: Sendable {
  /// Nil when errors withheld the book.
  package var summary: Summary?
  /// Where the files are, relative to the output folder's parent as the author typed it.
  package var files: [(path: String, bytes: Int)] = []
  /// Everything to tell.
  package var diagnostics: DiagnosticList
  /// What an earlier run, which was stopped, had left half done; a sentence each.
  package var restored: [String]
  /// Stage by stage, in seconds.
  package var timings: [(stage: String, seconds: Double)]

  /// The back of a printed book.
  package struct Spine: Sendable {
    /// Pages, blank ones too.
    package var pages: Int
    /// What they are printed on.
    package var paper: String
    /// Inches.
    package var width: Double
  }

  /// What was built, in numbers.
  package struct Summary: Sendable {
    /// The book's title.
    package var title: String
    /// Words of all chapters.
    package var words: Int
    /// Persons with at least one mention.
    package var people: Int
    /// How many of them the author has written into people.yaml.
    package var confirmed: Int
    /// Questions about people and events that are worth an answer.
    package var questions: Int
    /// Events that bookc is sure of and that stand in no chronology, since too few of them are dated
    /// or the book asks to be asked.
    package var unprintedEvents: Int
    /// Events known.
    package var events: Int
    /// What the book's language is called where people are not found in its prose, else nil.
    package var unreadLanguage: String?
    /// Texts in the folder that are no chapters by their names or their place, as `setAside` has them.
    package var setAside: [String]
    /// How thick the printed book is; nil when no press is to print it, or on a paper not said.
    package var spine: Spine?
  }
}

/// Makes a book and writes it, whole or not at all.
///
/// `output` is a folder, or a file ending in `.epub` or `.pdf` for that one format.
package func build(
  _ request: ProductionRequest, to output: String, in surroundings: Surroundings
) async throws(BuildFailure) -> BuildOutcome {
  let destination = try Destination(output)
  var request = request
  if let format = destination.format {
    if !request.formats.isEmpty, request.formats != [format] {
      throw .usage(
        "--out names one .\(format) file, but --formats asks for "
          + request.formats.joined(separator: ", "))
    }
    request.formats = [format]
  }
  if !DiskWorkspace.isSameFile(destination.folder, request.book),
    DiskWorkspace.exists(destination.folder + "/book.yaml")
  {
    throw .usage("'\(destination.folder)' is another book: nothing is made into it")
  }
  if DiskWorkspace.exists(destination.folder), !DiskWorkspace.isFolder(destination.folder) {
    throw .usage(
      "'\(destination.folder)' is a file, and what is made goes into a folder of that name: "
        + "rename the file, or name another folder with --out")
  }
  let restored = restore([request.book, destination.folder])
  let produced = try await produce(request, in: surroundings)
  var outcome = BuildOutcome(
    diagnostics: produced.diagnostics, restored: restored, timings: produced.timings)
  guard let annotated = produced.annotated else { return outcome }
  var watch = Stopwatch()
  let report = BuildReport(
    of: annotated, formats: produced.formats, artifacts: produced.artifacts,
    codes: produced.diagnostics.diagnostics.map(\.code.id), settings: produced.settings,
    fonts: produced.fonts)
  var artifacts = produced.artifacts
  if let file = destination.file, artifacts.count == 1 {
    artifacts[0].path = file
  } else {
    artifacts += [
      Artifact(path: "people.json", bytes: peopleReport(annotated)),
      Artifact(path: "chronology.json", bytes: chronologyReport(annotated)),
      Artifact(path: "build.json", bytes: report.json),
    ]
  }
  watch.lap("reports")
  let folder = AtomicOutput(folder: destination.folder)
  try folder.write(artifacts)
  if produced.formats.contains("html"), destination.file == nil {
    folder.removeStale(in: "html", keeping: Set(artifacts.map(\.path)), endings: [".html"])
  }
  if let kept = surroundings.pictureFolder, !annotated.book.images.isEmpty {
    PictureCache(folder: kept).sweep()
  }
  watch.lap("write")
  outcome.summary = BuildOutcome.Summary(
    title: report.title, words: report.words, people: report.people,
    confirmed: Set(annotated.people.mentions.map(\.person)).filter(annotated.people.isRegistered)
      .count,
    questions: produced.diagnostics.questionCount,
    unprintedEvents: annotated.time.proposed.count(where: \.isSure),
    events: report.events,
    unreadLanguage: unreadLanguage(of: annotated.book),
    setAside: setAside(by: produced.folder, in: DiskWorkspace(root: request.book)),
    spine: spine(of: produced))
  outcome.files = artifacts.filter { !$0.path.hasSuffix(".json") }.map {
    (destination.display($0.path), $0.bytes.count)
  }
  outcome.timings += watch.laps
  return outcome
}

private func unreadLanguage(of book: Book) -> String? {
  let language = Language.of(book.metadata.language)
  let isAsked = book.metadata.people.found != .off
  return isAsked && !language.supports.contains(.people) ? language.name : nil
}

private func spine(of produced: Produced) -> BuildOutcome.Spine? {
  guard let pages = produced.printedPages, let print = produced.annotated?.book.metadata.print,
    let paper = print.paper, let width = print.spine(ofPages: pages)
  else { return nil }
  return BuildOutcome.Spine(pages: pages, paper: paper.rawValue, width: width)
}

/// Where `--out` leads: a folder, or one file in a folder.
struct Destination {
  var folder: String
  var file: String?
  var format: String?
  private let typed: String

  init(_ path: String) throws(BuildFailure) {
    typed = path
    if path.isEmpty { throw .usage("--out needs a folder or a file") }
    let others = [".docx", ".odt", ".mobi", ".azw3", ".html", ".txt", ".md"]
    if others.contains(where: path.lowercased().hasSuffix), !DiskWorkspace.isFolder(path) {
      throw .usage(
        "'\(path)' can be no book: --out names a folder, or a file that ends in .epub or .pdf")
    }
    let format = ["epub", "pdf"].first { path.hasSuffix("." + $0) }
    if let format, !DiskWorkspace.isFolder(path) {
      self.format = format
      (folder, file) = folderAndName(of: path)
    } else {
      folder = path
    }
  }

  func display(_ path: String) -> String {
    if file != nil { return typed }
    return typed.hasSuffix("/") ? typed + path : typed + "/" + path
  }
}

/// The folder that a path lies in, and the name it has there.
func folderAndName(of path: String) -> (folder: String, name: String) {
  guard let slash = path.lastIndex(of: "/") else { return (".", path) }
  return (
    slash == path.startIndex ? "/" : String(path[..<slash]),
    String(path[path.index(after: slash)...])
  )
}
