package import BookDiagnostics
package import BookFonts
package import BookModel
package import BookTypesetting

/// A PDF, and the faces that are in it.
package struct PDFRendering: Sendable {
  /// The file.
  package var bytes: [UInt8]
  /// In order of their first use.
  package var faces: [FontFace]
}

/// Writes finished pages as one PDF; nothing when a fault withholds the file.
///
/// - Parameters:
///   - library: where text in drawings finds its faces; without one it is set in the book's first.
///   - places: where each picture stands in the manuscript, by its path, for messages.
///   - pictures: gives them in the size of their place; nil to show them as they are.
package func renderPDF(
  _ pages: PageList, library: FontLibrary?, places: [String: SourceSpan] = [:],
  pictures: (any PictureSupply)? = nil, options: PDFOptions = PDFOptions(), jobs: Int
) async -> Diagnosed<PDFRendering?> {
  let sources = PDFSources(faces: pages.faces, library: library, places: places)
  var pages = pages
  pages.pictures = await fitPictures(pages, options, from: pictures, jobs: jobs)
  var job = PDFJob(pages, sources, options: options)
  let bytes = await job.run(jobs: jobs)
  return Diagnosed(
    bytes.value.map { PDFRendering(bytes: $0, faces: job.embedded) }, bytes.diagnostics)
}

/// What the writer needs to know beside the pages themselves.
struct PDFSources: Sendable {
  /// The faces that `GlyphRun.face` counts.
  var faces: [FontFace]
  /// Where text in drawings finds its faces.
  var library: FontLibrary?
  /// Where each picture stands in the manuscript, by its path.
  var places: [String: SourceSpan]
}
