package import BookDiagnostics
import BookFonts
package import BookModel
import BookTypesetting

/// The book as a PDF.
package struct PDFFormat: OutputFormat {
  package static let name = "pdf"

  private let options: PDFOptions
  private let files: any Workspace
  private let pictures: (any PictureSupply)?

  /// The format for what was asked for.
  ///
  /// - Parameters:
  ///   - files: those of this machine, from its root, where fonts and hyphenation patterns are found.
  ///   - pictures: nil to show them as the e-book has them.
  package init(
    options: PDFOptions = PDFOptions(), files: any Workspace, pictures: (any PictureSupply)? = nil
  ) {
    (self.options, self.files, self.pictures) = (options, files, pictures)
  }

  /// One file named after the title, and where its pages begin; none when an error withholds it.
  package func render(
    _ outline: Outline, theme: Theme, pageStarts: [PageStart], jobs: Int
  ) async -> Diagnosed<Rendering> {
    switch FontLibrary.system(files) {
    case .success(let library):
      var galleys = SetGalleys()
      var rendered = await render(outline, theme: theme, jobs: jobs, library, reusing: &galleys)
      rendered.value.rendering.fonts = await usedFonts(rendered.value.faces, jobs: jobs)
      return Diagnosed(rendered.value.rendering, rendered.diagnostics)
    case .failure(let missing):
      return Diagnosed(Rendering(), [Diagnostic(.pdfNotAvailable, missing.reason, at: nil)])
    }
  }

  func render(
    _ outline: Outline, theme: Theme, jobs: Int, _ library: FontLibrary,
    reusing galleys: inout SetGalleys
  ) async -> Diagnosed<(rendering: Rendering, faces: [FontFace])> {
    let set = await typeset(outline, theme: theme, fonts: library, jobs: jobs, reusing: &galleys)
    let book = outline.book.book
    let options = options.adopting(book.metadata.print, files)
    guard var pages = set.value else { return Diagnosed((Rendering(), []), set.diagnostics) }
    if options.profile == .print { pages.endWithBlank() }
    let file = await renderPDF(
      pages, library: library, places: picturePlaces(in: book), pictures: pictures,
      options: options, jobs: jobs)
    let diagnostics = set.diagnostics + file.diagnostics.map { placed($0, by: set.diagnostics) }
    guard let made = file.value else { return Diagnosed((Rendering(), []), diagnostics) }
    let artifact = Artifact(path: book.metadata.fileName + ".pdf", bytes: made.bytes)
    let rendering = Rendering(
      artifacts: [artifact], pageStarts: pages.pageStarts,
      pageCount: options.profile == .print ? pages.pages.count : nil)
    return Diagnosed((rendering, made.faces), diagnostics)
  }

  /// What the faces in a file are, each once, in order of their names.
  private func usedFonts(_ faces: [FontFace], jobs: Int) async -> [UsedFont] {
    var fonts: [UsedFont] = []
    for font in await faces.mapInOrder(jobs: jobs, { _, face in face.identity })
    where !fonts.contains(font) {
      fonts.append(font)
    }
    return fonts.sorted { ($0.name, $0.sha256) < ($1.name, $1.sha256) }
  }

  /// A character that no font has stands where the typesetter missed it.
  private func placed(_ diagnostic: Diagnostic, by earlier: [Diagnostic]) -> Diagnostic {
    guard diagnostic.span == nil, case .characters(let signs) = diagnostic.subject
    else { return diagnostic }
    var diagnostic = diagnostic
    diagnostic.span =
      earlier.first {
        guard $0.code == .missingGlyph, case .characters(let missed) = $0.subject else {
          return false
        }
        return $0.span != nil && missed.contains(where: signs.contains)
      }?.span
    return diagnostic
  }
}
