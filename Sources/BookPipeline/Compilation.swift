package import BookDiagnostics
import BookDisk
import BookLint
package import BookManuscript
package import BookModel
import BookPeople
package import BookPictures
package import BookTime

/// What compiling gave: the annotated book and everything noticed on the way.
package struct Compilation: Sendable {
  /// Nil when the manuscript could not be read as a book at all.
  package var annotated: AnnotatedBook?
  /// In the order of the stages; nothing silenced yet.
  package var noticed: [Diagnostic]
  /// The files the diagnostics point into.
  package var sources: SourceFiles
  /// Stage by stage, in seconds.
  package var timings: [(stage: String, seconds: Double)]

  /// How the chapters were found.
  package var folder = FolderReport()
  /// The chapters as parsed, for a next compilation to use again.
  package var parsed = ParsedChapters()
  /// Their dates as worked out, ditto.
  package var dated = DatedChapters()

  /// What was noticed, silenced where the author said so.
  package var diagnostics: [Diagnostic] {
    annotated.map { silenced(noticed, by: $0.book, judging: []) } ?? noticed
  }

  /// True when an error withholds the book.
  package var hasErrors: Bool { noticed.contains { $0.severity == .error } }

  /// True when a preview can show the book all the same: errors lie in chapters alone.
  package var canBeShown: Bool {
    guard let annotated, !annotated.book.chapters.isEmpty else { return false }
    let chapters = Set(annotated.book.chapters.map(\.source))
    return noticed.allSatisfy { diagnostic in
      diagnostic.severity != .error || diagnostic.span.map { chapters.contains($0.file) } == true
    }
  }
}

/// What of the outside world a compilation needs to know, gathered once by the command line.
package struct Surroundings: Sendable {
  /// `SOURCE_DATE_EPOCH` if set, seconds since 1970.
  package var sourceDateEpoch: Int?
  /// How many chapters are worked on at once.
  package var jobs: Int
  /// The folder of the running program, where its `Styles/` may lie near.
  package var programFolder: String?
  /// Where pictures made in earlier builds are kept; nil to make each anew.
  package var pictureFolder: String?
  /// What makes pictures, asked for when the first needs it; nothing leaves them as they are.
  package var pictureLibrary: @Sendable () -> PictureLibrary? = { .ofThisMachine }

  package init(
    sourceDateEpoch: Int?, jobs: Int, programFolder: String?, pictureFolder: String? = nil
  ) {
    self.sourceDateEpoch = sourceDateEpoch
    self.jobs = jobs
    self.programFolder = programFolder
    self.pictureFolder = pictureFolder
  }

  /// What makes the pictures of the book in a folder.
  package func pictureMaker(forBookAt folder: String) -> PictureMaker {
    PictureMaker(
      of: DiskWorkspace(root: folder), library: pictureLibrary,
      keeping: pictureFolder.map { PictureCache(folder: $0) })
  }
}

/// What a command wants to know of the book's revision.
package enum RevisionQuestion: Sendable {
  /// Which it is, for a book that says so.
  case name
  /// Only whether git would say, for messages about a book that nobody gets.
  case refusal
  case nothing
}

private func answer(to question: RevisionQuestion, _ folder: String) -> FolderRevision {
  switch question {
  case .name: revision(ofFolder: folder)
  case .refusal: FolderRevision(refusal: refusal(ofFolder: folder))
  case .nothing: FolderRevision()
  }
}

/// Reads and annotates the book in a folder: the flow up to where the outputs begin.
package func compile(
  bookAt folder: String, in surroundings: Surroundings, asking question: RevisionQuestion = .name
) async throws(BuildFailure) -> Compilation {
  if let why = whyNoBook(at: folder) { throw .unreadable(path: folder, reason: why) }
  async let currentRevision = answer(to: question, folder)
  var compilation = await compile(
    DiskWorkspace(root: folder), prefix: folder, sourceDateEpoch: surroundings.sourceDateEpoch,
    jobs: surroundings.jobs, pictures: surroundings.pictureMaker(forBookAt: folder))
  let revision = await currentRevision
  compilation.annotated?.book.revision = revision.name
  if let refusal = revision.refusal {
    compilation.noticed.append(Diagnostic(.repositoryNotTrusted, refusal, at: nil))
  }
  // Nothing is compiled after this one.
  compilation.dated = DatedChapters()
  return compilation
}

/// Reads and annotates the book in a workspace; `prefix` stands before every path in messages, and
/// without `pictures` they are shown as they are.
package func compile(
  _ workspace: some Workspace, prefix: String, sourceDateEpoch: Int?, jobs: Int,
  pictures: PictureMaker? = nil,
  reusing earlier: ParsedChapters = ParsedChapters(), dates: DatedChapters = DatedChapters()
) async -> Compilation {
  var watch = Stopwatch()
  let read = await readBook(
    in: workspace, sourceDateEpoch: sourceDateEpoch, jobs: jobs,
    pictures: pictures ?? PictureMaker(of: workspace, library: { nil }), reusing: earlier)
  watch.lap("read")
  var sources = read.sources
  sources.prefix = prefix
  guard var found = read.book else {
    return Compilation(
      annotated: nil, noticed: read.diagnostics, sources: sources, timings: watch.laps,
      folder: read.folder, parsed: read.parsed, dated: dates)
  }
  found.sources = sources
  let book = found
  // Much of what is found of people is found by one job alone: with another to spare, dates and
  // happenings are read meanwhile.
  async let early = jobs > 1 ? readTime(in: book, jobs: jobs, reusing: dates) : nil
  let people = await annotatePeople(in: book, jobs: jobs)
  watch.lap("people")
  let reading: TimeReading
  if let told = await early {
    reading = told
  } else {
    reading = await readTime(in: book, jobs: jobs, reusing: dates)
  }
  let (time, dated) = annotateTime(in: book, people: people.value, reading: reading)
  watch.lap("dates")
  let annotated = AnnotatedBook(book: book, people: people.value, time: time.value)
  let remarks = await lint(annotated, jobs: jobs)
  watch.lap("lint")
  return Compilation(
    annotated: annotated,
    noticed: read.diagnostics + people.diagnostics + time.diagnostics + remarks,
    sources: sources, timings: watch.laps, folder: read.folder, parsed: read.parsed, dated: dated)
}

/// What remains when the author's `allow` comments have silenced theirs.
///
/// One that silences nothing is told only where its message could have come: those of the e-book and
/// of the page come when one is made.
func silenced(
  _ diagnostics: [Diagnostic], by book: Book, judging formats: [String]
) -> [Diagnostic] {
  let areas = [("B05", "epub"), ("B06", "epub"), ("B07", "pdf")]
  let unjudged = areas.filter { !formats.contains($0.1) }.map(\.0)
  return applying(
    book.chapters.flatMap(\.allowances).map { ($0.code, $0.reason, $0.span, $0.covers) },
    to: diagnostics, isJudged: { code in !unjudged.contains { code.hasPrefix($0) } })
}
