package import BookDiagnostics
import BookDisk
import BookEPUB
import BookManuscript
package import BookModel

/// What a check saw.
package struct CheckOutcome: Sendable {
  /// Everything to tell.
  package var diagnostics: DiagnosticList
  /// The chapters read, in order; none of a finished book.
  package var chapters: [ChapterTally] = []
  /// The file of another program that gave their order.
  package var order: String?
  /// Files and folders that are no chapters by their names or their place.
  package var setAside: [String] = []
}

/// Everything that is wrong with a book: what `build` would say, since the book is made, in memory.
///
/// A format that this machine cannot make is a note here, and no fault of the book.
package func checkBook(
  _ request: ProductionRequest, in surroundings: Surroundings
) async throws(BuildFailure) -> CheckOutcome {
  var request = request
  request.revision = .refusal
  let produced = try await produce(request, in: surroundings)
  let list = produced.diagnostics
  let diagnostics = list.diagnostics.map { diagnostic in
    var diagnostic = diagnostic
    if diagnostic.code == .pdfNotAvailable { diagnostic.severity = .note }
    return diagnostic
  }
  return CheckOutcome(
    diagnostics: DiagnosticList(diagnostics, sources: list.sources), chapters: produced.chapters,
    order: produced.folder.order,
    setAside: setAside(by: produced.folder, in: DiskWorkspace(root: request.book)))
}

/// Everything that is wrong with a finished EPUB.
package func checkFile(_ path: String, isStrict: Bool) throws(BuildFailure) -> CheckOutcome {
  let bytes: [UInt8]
  do { bytes = try DiskWorkspace.contents(ofFile: path) } catch {
    throw .unreadable(path: path, reason: error.description)
  }
  let checked = checkEPUB(bytes, name: path)
  return CheckOutcome(
    diagnostics: DiagnosticList(raised(checked.diagnostics, isStrict), sources: checked.sources))
}
