import BookDiagnostics
import BookDisk
import BookManuscript
package import BookModel
import BookOutline
package import BookReports

/// One side of a comparison.
package enum RevisionName: Sendable, Equatable {
  /// A book's folder.
  case folder(String)
  /// A revision in git of the book's folder.
  case revision(String, book: String)
  /// The book's folder as it is now.
  case workTree(book: String)
}

/// Two revisions compared, and how the book grew where git knows.
package struct RevisionReport: Sendable {
  /// What changed.
  package var comparison: RevisionComparison
  /// Oldest first; empty outside git.
  package var progress: [ProgressPoint]
  /// Stage by stage, in seconds.
  package var timings: [(stage: String, seconds: Double)]
}

/// Compares two revisions of a book.
package func compareRevisions(
  _ old: RevisionName, _ new: RevisionName, in surroundings: Surroundings
) async throws(BuildFailure) -> RevisionReport {
  var watch = Stopwatch()
  let (oldBook, newBook) = (try OpenRevision(old), try OpenRevision(new))
  watch.lap("open")
  async let first = oldBook.input(surroundings)
  async let second = newBook.input(surroundings)
  async let points = progressPoints(oldBook, newBook, jobs: surroundings.jobs)
  let inputs = (await first, await second)
  watch.lap("read")
  let before = try inputs.0.get()
  let after = try inputs.1.get()
  let comparison = await compare(before, after, jobs: surroundings.jobs)
  watch.lap("compare")
  let report = RevisionReport(
    comparison: comparison, progress: await points, timings: watch.laps)
  return report
}

/// What changed in a book since a revision, for an edition that shows it, and the commit meant.
func proseChanges(
  since revision: String, in annotated: AnnotatedBook, ofBookAt folder: String,
  _ surroundings: Surroundings
) async throws(BuildFailure) -> (changes: [ProseChange], commit: String) {
  let old = try OpenRevision(.revision(revision, book: folder))
  let before = try await old.input(surroundings).get()
  let after = RevisionInput(outline(of: annotated), diagnostics: [], label: "")
  let comparison = await compare(before, after, jobs: surroundings.jobs)
  return (comparison.changes, old.git?.commit ?? revision)
}

/// Added to a theme's style sheet in an edition that shows changes: a bar beside what was changed.
let changesStyle = Array(
  """

  .changed { border-left: 0.2em solid; padding-left: 0.6em; }
  p.opening.changed::first-letter { float: none; margin: 0; font-size: inherit; line-height: inherit; -webkit-initial-letter: normal; initial-letter: normal; }
  .change-label { font-size: 0.8em; font-style: normal; font-weight: normal; }

  """.utf8)

private func progressPoints(
  _ old: OpenRevision, _ new: OpenRevision, jobs: Int
) async -> [ProgressPoint] {
  guard let folder = new.book ?? old.book else { return [] }
  if let commit = new.git?.commit {
    return await progress(to: commit, ofBookAt: folder, jobs: jobs)
  }
  return old.git == nil ? [] : await progress(to: "HEAD", ofBookAt: folder, jobs: jobs)
}

/// A side of a comparison that is known to exist.
private struct OpenRevision: Sendable {
  let label: String
  /// The book's folder on disk, for git.
  let book: String?
  let git: GitFolder?
  let folder: String?

  init(_ name: RevisionName) throws(BuildFailure) {
    switch name {
    case .folder(let path), .workTree(let path):
      if let why = DiskWorkspace.whyNoFolder(path) { throw .unreadable(path: path, reason: why) }
      folder = path
      git = nil
      if case .workTree = name {
        label = "the work tree"
        book = path
      } else {
        label = path
        book = nil
      }
    case .revision(let revision, let path):
      git = try GitFolder(revision, ofBookAt: path)
      folder = nil
      book = path
      label = revision
    }
  }

  /// The book, or why it is none.
  func input(_ surroundings: Surroundings) async -> Result<RevisionInput, BuildFailure> {
    var compilation: Compilation
    if let git {
      compilation = await compile(
        git, prefix: "", sourceDateEpoch: surroundings.sourceDateEpoch, jobs: surroundings.jobs)
      compilation.annotated?.book.revision = git.revision
    } else {
      do throws(BuildFailure) {
        compilation = try await compile(
          bookAt: folder ?? ".", in: surroundings, asking: book != nil ? .name : .nothing)
      } catch { return .failure(error) }
    }
    if let path = binaryFile(compilation.sources) {
      return .failure(
        .unreadable(path: "\(label): \(path)", reason: "it is binary, not text"))
    }
    // A description that cannot be read would look as if all it says had been taken out.
    let unread = compilation.diagnostics.first { unreadableCodes.contains($0.code.id) }
    guard let annotated = compilation.annotated, unread == nil else {
      let list = DiagnosticList(compilation.diagnostics, sources: compilation.sources)
      let first =
        unread ?? list.diagnostics.first { $0.severity == .error } ?? list.diagnostics.first
      let place = first?.span.map { span in
        let place = list.place(span)
        return "\(place.path):\(place.start.line):\(place.start.column): "
      }
      return .failure(
        .usage(
          "the book of \(label) cannot be read as a book: "
            + (first.map { (place ?? "") + "\($0.message) [\($0.code.id)]" }
              ?? "it has no chapters")))
    }
    return .success(
      RevisionInput(
        outline(of: annotated), diagnostics: compilation.diagnostics, label: label, date: git?.date)
    )
  }
}

/// Of files of YAML that say nothing as they are.
private let unreadableCodes: Set<String> = [
  DiagnosticCode.yamlSyntax.id, DiagnosticCode.yamlTooLarge.id,
  DiagnosticCode.illegalYAMLCharacter.id,
]

/// The first chapter or YAML file that is no text at all.
private func binaryFile(_ sources: SourceFiles) -> String? {
  sources.files.first { $0.bytes.prefix(8000).contains(0) }?.path
}

/// Bytes to be written to a file, whole or not at all.
///
/// Returns what an earlier run, which was stopped, had left half done there; a sentence each.
package func write(_ bytes: [UInt8], to path: String) throws(BuildFailure) -> [String] {
  let (folder, name) = folderAndName(of: path)
  guard !name.isEmpty else { throw .usage("'\(path)' names no file") }
  let restored = restore([folder])
  try AtomicOutput(folder: folder).write([Artifact(path: name, bytes: bytes)])
  return restored
}
