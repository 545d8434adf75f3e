import BookEPUB
package import BookModel
import BookPDF
import BookPreview

/// Every kind of book that can be made, in the order they are made.
///
/// The PDF comes first: the EPUB takes its page list from it.
package let outputFormats: [any OutputFormat] = [PDFFormat(), EPUBFormat(), HTMLFormat()]

/// The names for `--formats`.
package var outputFormatNames: [String] { outputFormats.map { type(of: $0).name } }

/// What is made when neither the command line nor book.yaml says: EPUB and PDF, or, where this
/// bookc was built without what pages need, EPUB and the HTML site.
package var defaultFormatNames: [String] {
  #if SETS_PAGES
    ["epub", "pdf"]
  #else
    ["epub", "html"]
  #endif
}
