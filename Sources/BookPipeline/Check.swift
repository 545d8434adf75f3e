import BookDisk
package import BookDiagnostics
import BookEPUB
import BookManuscript
package import BookModel
import BookOutline

/// Everything that is wrong with a book, found by making it without writing it.
package func checkBook(
  _ folder: String, isStrict: Bool, in surroundings: Surroundings
) async throws(BuildFailure) -> DiagnosticList {
  let compilation = try await compile(bookAt: folder, in: surroundings, withRevision: false)
  var diagnostics = compilation.diagnostics
  if let annotated = compilation.annotated, !compilation.hasErrors {
    let theme = try theme(
      named: annotated.book.metadata.theme, forBookAt: folder, near: surroundings.programFolder)
    diagnostics += await EPUBFormat().render(
      outline(of: annotated), theme: theme, pageStarts: [], jobs: surroundings.jobs
    ).diagnostics
  }
  return DiagnosticList(raised(diagnostics, isStrict), sources: compilation.sources)
}

/// Everything that is wrong with a finished EPUB.
package func checkFile(_ path: String, isStrict: Bool) throws(BuildFailure) -> DiagnosticList {
  let bytes: [UInt8]
  do { bytes = try DiskWorkspace.contents(ofFile: path) } catch {
    throw .unreadable(path: path, reason: error.description)
  }
  let checked = checkEPUB(bytes, name: path)
  return DiagnosticList(raised(checked.diagnostics, isStrict), sources: checked.sources)
}
