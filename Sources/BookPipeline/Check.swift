package import BookDiagnostics
import BookDisk
import BookEPUB
package import BookModel

/// Everything that is wrong with a book: what `build` would say, since the book is made, in memory.
///
/// A format that this machine cannot make is a note here, and no fault of the book.
package func checkBook(
  _ request: ProductionRequest, in surroundings: Surroundings
) async throws(BuildFailure) -> DiagnosticList {
  var request = request
  request.revision = .refusal
  let list = try await produce(request, in: surroundings).diagnostics
  let diagnostics = list.diagnostics.map { diagnostic in
    var diagnostic = diagnostic
    if diagnostic.code == .pdfNotAvailable { diagnostic.severity = .note }
    return diagnostic
  }
  return DiagnosticList(diagnostics, sources: list.sources)
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
