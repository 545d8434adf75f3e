package import BookDiagnostics
package import BookFonts
package import BookModel
package import BookTypesetting

/// Writes finished pages as one PDF; no bytes when a fault withholds the file.
///
/// - Parameters:
///   - library: where text in drawings finds its faces; without one it is set in the book's first.
///   - places: where each picture stands in the manuscript, by its path, for messages.
///   - pictures: gives them in the size of their place; nil to show them as they are.
package func renderPDF(
  _ pages: PageList, library: FontLibrary?, places: [String: SourceSpan] = [:],
  pictures: (any PictureSupply)? = nil, options: PDFOptions = PDFOptions(), jobs: Int
) async -> Diagnosed<[UInt8]?> {
  let sources = PDFSources(faces: pages.faces, library: library, places: places)
  var pages = pages
  pages.pictures = await fitPictures(pages, options, from: pictures, jobs: jobs)
  var job = PDFJob(pages, sources, options: options)
  return await job.run(jobs: jobs)
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
