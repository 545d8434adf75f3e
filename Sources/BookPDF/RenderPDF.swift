package import BookDiagnostics
package import BookFonts
import BookModel
package import BookTypesetting

/// What the writer needs to know beside the pages themselves.
package struct PDFSources: Sendable {
  /// The faces that `GlyphRun.face` counts.
  package var faces: [FontFace]
  /// Where text in drawings finds its faces; without one their text is left out.
  package var library: FontLibrary?
  /// Where each picture stands in the manuscript, by its path, for messages.
  package var places: [String: SourceSpan] = [:]

  package init(faces: [FontFace], library: FontLibrary? = nil) {
    self.faces = faces
    self.library = library
  }
}

/// Writes finished pages as one PDF; no bytes when a fault withholds the file.
package func renderPDF(
  _ pages: PageList, _ sources: PDFSources, options: PDFOptions = PDFOptions(), jobs: Int
) async -> Diagnosed<[UInt8]?> {
  var job = PDFJob(pages, sources, options: options)
  return await job.run(jobs: jobs)
}
