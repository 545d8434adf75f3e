package import BookDiagnostics
import BookDisk
package import BookManuscript
package import BookModel
import BookOutline
package import BookPDF

/// What is to be made of a book.
package struct ProductionRequest: Sendable {
  /// The book's folder.
  package var book: String
  /// Names of formats; empty: what book.yaml names, else the defaults.
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
  /// What it must know of the revision: nothing but a refusal where the book is only checked.
  package var revision = RevisionQuestion.name

  package init(book: String) { self.book = book }
}

/// A book made, in memory, with everything there is to say of it.
package struct Produced: Sendable {
  /// Names of the formats asked for.
  package var formats: [String] = []
  /// The files, reports left out; none when an error withholds the book.
  package var artifacts: [Artifact] = []
  /// Silenced where the author said so; warnings are errors where they are to be.
  package var diagnostics: DiagnosticList
  /// The book as annotated; nil when an error withholds it.
  package var annotated: AnnotatedBook?
  /// The fonts of this machine that it was made with.
  package var fonts: [UsedFont] = []
  /// How many pages the press prints; nil when none of it is for a press.
  package var printedPages: Int?
  /// What was read, in order, whether or not the book is withheld.
  package var chapters: [ChapterTally] = []
  /// How they were found.
  package var folder = FolderReport()
  /// What differs from the usual way to make it, as build.json has it.
  package var settings: [(key: String, value: String)] = []
  /// Stage by stage, in seconds.
  package var timings: [(stage: String, seconds: Double)] = []
}

/// A chapter that was read, and how long it is.
package struct ChapterTally: Sendable, Equatable {
  /// Its file, as messages name it.
  package var path: String
  /// Words of the body, headings and notes.
  package var words: Int
}

func chapterTallies(_ book: Book) -> [ChapterTally] {
  book.chapters.map {
    ChapterTally(path: book.sources.displayPath($0.source), words: $0.wordCount)
  }
}

/// Makes a book from its folder, without writing anything.
///
/// Every command that makes books makes them here: `build` writes what this gives, `check` says what
/// it says, `verify` compares it with what was written. `offering` are the kinds of book there are.
package func produce(
  _ request: ProductionRequest, in surroundings: Surroundings,
  offering kinds: (PDFOptions, (any PictureSupply)?, Bool) -> [any OutputFormat] = outputFormats
) async throws(BuildFailure) -> Produced {
  let pdf = try pdfOptions(profile: request.pdfProfile, cropMarks: request.cropMarks)
  let kinds = kinds(pdf, surroundings.pictureMaker(forBookAt: request.book), request.isStrict)
  var compilation = try await compile(
    bookAt: request.book, in: surroundings, asking: request.revision)
  guard let annotated = compilation.annotated, !compilation.hasErrors else {
    return Produced(
      diagnostics: DiagnosticList(
        raised(compilation.diagnostics, request.isStrict), sources: compilation.sources),
      chapters: compilation.annotated.map { chapterTallies($0.book) } ?? [],
      folder: compilation.folder, timings: compilation.timings)
  }
  var watch = Stopwatch()
  let metadata = annotated.book.metadata
  let formats = try chosenFormats(
    request.formats.isEmpty ? metadata.formats : request.formats,
    among: kinds.map { type(of: $0).name })
  var theme = try theme(
    named: request.theme ?? metadata.theme, forBookAt: request.book,
    near: surroundings.programFolder, addingTo: &compilation.sources)
  var settings = [
    (key: "theme", value: theme.value.name), (key: "modified", value: "\(annotated.book.modified)"),
  ]
  if formats.contains("pdf") { settings += pdf.settings }
  var changes: [ProseChange] = []
  if let since = request.since {
    let found = try await proseChanges(
      since: since, in: annotated, ofBookAt: request.book, surroundings)
    changes = found.changes
    // A name such as HEAD~1 means another commit tomorrow.
    settings.append((key: "since", value: found.commit))
    theme.value.bookCSS += changesStyle
    theme.value.previewCSS += changesStyle
    watch.lap("changes")
  }
  let outline = outline(of: annotated, changes: changes)
  watch.lap("outline")
  let made = await render(
    outline, as: kinds.filter { formats.contains(type(of: $0).name) },
    theme: theme.value, jobs: surroundings.jobs, &watch)
  let noticed = compilation.noticed + theme.diagnostics + made.diagnostics
  let diagnostics = raised(
    silenced(noticed, by: annotated.book, judging: formats), request.isStrict)
  let isWithheld = diagnostics.contains { $0.severity == .error }
  return Produced(
    formats: formats, artifacts: isWithheld ? [] : made.value.artifacts,
    diagnostics: DiagnosticList(diagnostics, sources: compilation.sources),
    annotated: isWithheld ? nil : annotated, fonts: made.value.fonts,
    printedPages: made.value.pageCount,
    chapters: chapterTallies(annotated.book), folder: compilation.folder, settings: settings,
    timings: compilation.timings + watch.laps)
}

/// What each format makes in turn, together; those that come later are told where the pages of an
/// earlier one begin.
private func render(
  _ outline: Outline, as formats: [any OutputFormat], theme: Theme, jobs: Int,
  _ watch: inout Stopwatch
) async -> Diagnosed<Rendering> {
  var made = Diagnosed<Rendering>(Rendering())
  for format in formats {
    let rendered = await format.render(
      outline, theme: theme, pageStarts: made.value.pageStarts, jobs: jobs)
    made.value.artifacts += rendered.value.artifacts
    made.value.fonts += rendered.value.fonts
    made.diagnostics += rendered.diagnostics
    if !rendered.value.pageStarts.isEmpty { made.value.pageStarts = rendered.value.pageStarts }
    made.value.pageCount = rendered.value.pageCount ?? made.value.pageCount
    watch.lap(type(of: format).name)
  }
  return made
}

/// The diagnostics with warnings made errors when `isStrict`; notes stay notes.
func raised(_ diagnostics: [Diagnostic], _ isStrict: Bool) -> [Diagnostic] {
  guard isStrict else { return diagnostics }
  return diagnostics.map { diagnostic in
    var diagnostic = diagnostic
    if diagnostic.severity == .warning { diagnostic.severity = .error }
    return diagnostic
  }
}

/// The names asked for, else the defaults, in the order they are made.
private func chosenFormats(
  _ names: [String], among known: [String]
) throws(BuildFailure) -> [String] {
  if names.isEmpty { return known.filter(defaultFormatNames.contains) }
  for name in names where !known.contains(name) {
    let near = nearestWord(to: name, among: known)
    throw .usage(
      "there is no format '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
        + "; there are: \(known.sorted().joined(separator: ", "))")
  }
  return known.filter { names.contains($0) }
}
