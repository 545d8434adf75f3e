import BookDisk
package import BookDiagnostics
package import BookModel
import BookOutline
import BookReports

/// What `bookc build` was asked for.
package struct BuildRequest: Sendable {
  /// The book's folder.
  package var book: String
  /// A folder, or a file ending in `.epub` or `.pdf`.
  package var output: String
  /// Empty: what book.yaml names, else the defaults.
  package var formats: [String] = []
  /// Nil: what book.yaml names.
  package var theme: String?
  /// Whether warnings withhold the book.
  package var isStrict = false
  /// A revision in git: paragraphs changed since then are marked, for proof readers.
  package var since: String?
  /// What the PDF is for; nil for the screen.
  package var pdfProfile: String?
  /// Whether crop marks stand round the pages, in print only.
  package var cropMarks = false

  package init(book: String, output: String) {
    self.book = book
    self.output = output
  }
}

/// What a build did.
package struct BuildOutcome: Sendable {
  /// Nil when errors withheld the book.
  package var summary: Summary?
  /// Where the files are, relative to the output folder's parent as the author typed it.
  package var files: [(path: String, bytes: Int)]
  /// Everything to tell.
  package var diagnostics: DiagnosticList
  /// Stage by stage, in seconds.
  package var timings: [(stage: String, seconds: Double)]

  /// What was built, in numbers.
  package struct Summary: Sendable {
    /// The book's title.
    package var title: String
    /// Words of all chapters.
    package var words: Int
    /// Persons with at least one mention.
    package var people: Int
    /// Events known.
    package var events: Int
  }
}

/// Compiles a book, renders the formats asked for, and writes them whole or not at all.
package func build(
  _ request: BuildRequest, in surroundings: Surroundings
) async throws(BuildFailure) -> BuildOutcome {
  let destination = try Destination(request.output)
  let pdf = try pdfOptions(profile: request.pdfProfile, cropMarks: request.cropMarks)
  let compilation = try await compile(bookAt: request.book, in: surroundings)
  var watch = Stopwatch()
  var timings = compilation.timings
  var diagnostics = compilation.diagnostics
  func withheld() -> BuildOutcome {
    BuildOutcome(
      summary: nil, files: [],
      diagnostics: DiagnosticList(
        raised(diagnostics, request.isStrict), sources: compilation.sources), timings: timings)
  }
  guard let annotated = compilation.annotated,
    !raised(diagnostics, request.isStrict).contains(where: { $0.severity == .error })
  else { return withheld() }
  let metadata = annotated.book.metadata
  let names = try chosenFormats(request.formats, destination, metadata)
  var theme = try theme(
    named: request.theme ?? metadata.theme, forBookAt: request.book,
    near: surroundings.programFolder)
  var settings = [("theme", theme.name), ("modified", String(annotated.book.modified))]
  if names.contains("pdf") { settings += pdf.settings }
  var changes: [ProseChange] = []
  if let since = request.since {
    let found = try await proseChanges(
      since: since, in: annotated, ofBookAt: request.book, surroundings)
    changes = found.changes
    // A name such as HEAD~1 means another commit tomorrow.
    settings.append(("since", found.commit))
    theme.bookCSS += changesStyle
    theme.previewCSS += changesStyle
    watch.lap("changes")
  }
  let outline = outline(of: annotated, changes: changes)
  watch.lap("outline")
  var artifacts: [Artifact] = []
  var pageStarts: [PageStart] = []
  for format in outputFormats(pdf) where names.contains(type(of: format).name) {
    let rendered = await format.render(
      outline, theme: theme, pageStarts: pageStarts, jobs: surroundings.jobs)
    diagnostics += rendered.diagnostics
    artifacts += rendered.value.artifacts
    if !rendered.value.pageStarts.isEmpty { pageStarts = rendered.value.pageStarts }
    watch.lap(type(of: format).name)
  }
  timings += watch.laps
  diagnostics = raised(diagnostics, request.isStrict)
  if diagnostics.contains(where: { $0.severity == .error }) { return withheld() }
  let report = BuildReport(
    of: annotated, formats: names, artifacts: artifacts, codes: diagnostics.map(\.code.id),
    settings: settings.map { (key: $0.0, value: $0.1) })
  if destination.file == nil {
    artifacts.append(Artifact(path: "people.json", bytes: peopleReport(annotated)))
    artifacts.append(Artifact(path: "chronology.json", bytes: chronologyReport(annotated)))
    artifacts.append(Artifact(path: "build.json", bytes: report.json))
  } else if let file = destination.file, artifacts.count == 1 {
    artifacts[0].path = file
  }
  watch.lap("reports")
  let output = AtomicOutput(folder: destination.folder)
  try output.write(artifacts)
  if names.contains("html"), destination.file == nil {
    output.removeStale(
      in: "html", keeping: Set(artifacts.map(\.path)), endings: [".html"])
  }
  watch.lap("write")
  return BuildOutcome(
    summary: BuildOutcome.Summary(
      title: report.title, words: report.words, people: report.people, events: report.events),
    files: artifacts.filter { !$0.path.hasSuffix(".json") }.map {
      (destination.display($0.path), $0.bytes.count)
    },
    diagnostics: DiagnosticList(diagnostics, sources: compilation.sources),
    timings: compilation.timings + watch.laps)
}

/// The diagnostics with warnings made errors when `isStrict`.
package func raised(_ diagnostics: [Diagnostic], _ isStrict: Bool) -> [Diagnostic] {
  guard isStrict else { return diagnostics }
  return diagnostics.map { diagnostic in
    var diagnostic = diagnostic
    if diagnostic.severity == .warning { diagnostic.severity = .error }
    return diagnostic
  }
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
    let format = ["epub", "pdf"].first { path.hasSuffix("." + $0) }
    if let format, !DiskWorkspace.isFolder(path) {
      self.format = format
      if let slash = path.lastIndex(of: "/") {
        folder = slash == path.startIndex ? "/" : String(path[..<slash])
        file = String(path[path.index(after: slash)...])
      } else {
        folder = "."
        file = path
      }
    } else {
      folder = path
    }
  }

  func display(_ path: String) -> String {
    if file != nil { return typed }
    return typed.hasSuffix("/") ? typed + path : typed + "/" + path
  }
}

private func chosenFormats(
  _ asked: [String], _ destination: Destination, _ metadata: BookMetadata
) throws(BuildFailure) -> [String] {
  if let format = destination.format {
    if !asked.isEmpty, asked != [format] {
      throw .usage(
        "--out names one .\(format) file, but --formats asks for \(asked.joined(separator: ", "))")
    }
    return [format]
  }
  let names = asked.isEmpty ? metadata.formats : asked
  if names.isEmpty { return outputFormatNames.filter(defaultFormatNames.contains) }
  for name in names where !outputFormatNames.contains(name) {
    let near = nearestWord(to: name, among: outputFormatNames)
    throw .usage(
      "there is no format '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
        + " There are: \(outputFormatNames.sorted().joined(separator: ", "))")
  }
  return outputFormatNames.filter { names.contains($0) }
}
