import BookModel
import BookXHTML

/// Where each page of the printed book begins in the EPUB.
struct PageReferences {
  /// In the order of the pages.
  private(set) var pages: [(label: String, reference: String)] = []

  init(_ publication: Publication) {
    let chapters = publication.book.book.chapters
    for page in publication.book.pageStarts where chapters.indices.contains(page.chapter) {
      let document = publication.documents[publication.documentOfChapter[page.chapter]]
      pages.append(
        (page.label, "\(document.name).xhtml#\(publication.pageID(page.label))"))
    }
  }
}
