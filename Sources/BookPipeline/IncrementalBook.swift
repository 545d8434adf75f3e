package import BookDiagnostics
package import BookManuscript
package import BookModel
package import BookPictures
package import BookPreview
import BookOutline
import BookTime

/// A book that is compiled again and again, with what can be kept kept.
///
/// Chapters whose bytes, header and language are the same are not parsed again, and those whose
/// words are the same are not searched for dates again. Everything that depends on the whole book
/// is worked out anew, so that each state equals one from nothing.
package struct IncrementalBook: Sendable {
  private var parsed = ParsedChapters()
  private var dated = DatedChapters()
  private var lastGood: AnnotatedBook?
  private var version = 0

  package init() {}

  /// The next state of the book in a workspace; nil before any state could be shown.
  package mutating func update<Files: Workspace>(
    from workspace: Files, prefix: String, sourceDateEpoch: Int?, jobs: Int,
    pictures: PictureMaker? = nil, theme: FindTheme
  ) async throws(BuildFailure) -> LiveBook? {
    var compilation = await compile(
      workspace, prefix: prefix, sourceDateEpoch: sourceDateEpoch, jobs: jobs,
      pictures: pictures, reusing: parsed, dates: dated)
    parsed = compilation.parsed
    dated = compilation.dated
    version += 1
    var isStale = false
    // A chapter with errors is shown as far as it was read; a description that cannot be read
    // would take the whole book with it.
    if let annotated = compilation.annotated, !annotated.book.chapters.isEmpty,
      compilation.canBeShown || lastGood == nil
    {
      lastGood = annotated
    } else {
      isStale = true
    }
    guard let shown = lastGood else { return nil }
    let theme = try theme(shown.book.metadata.theme, &compilation.sources)
    return LiveBook(
      version: version, outline: outline(of: shown),
      faults: DiagnosticList(
        compilation.diagnostics + theme.diagnostics, sources: compilation.sources),
      isStale: isStale, theme: theme.value)
  }
}
