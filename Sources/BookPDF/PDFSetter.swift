import BookDiagnostics
import BookFonts
package import BookModel
import BookTypesetting

/// Makes the PDF of a book again and again, setting only chapters that have changed.
///
/// Each file is byte for byte the one that `PDFFormat` gives.
package actor PDFSetter {
  private var library: FontLibrary?
  private var galleys = SetGalleys()
  private let format: PDFFormat
  private let files: any Workspace

  /// `files` are those of this machine, from its root.
  package init(options: PDFOptions = PDFOptions(), files: any Workspace) {
    format = PDFFormat(options: options, files: files)
    self.files = files
  }

  /// How many chapters the last book set anew, and how many it took from the one before.
  package var chapters: (set: Int, reused: Int) { (galleys.fresh, galleys.reused) }

  /// The file and where its pages begin; nothing where there are no fonts.
  package func render(_ outline: Outline, theme: Theme, jobs: Int) async -> Rendering {
    if library == nil { library = try? FontLibrary.system(files).get() }
    guard let library else { return Rendering() }
    var held = galleys
    let rendered = await format.render(outline, theme: theme, jobs: jobs, library, reusing: &held)
    galleys = held
    return rendered.value.rendering
  }
}
