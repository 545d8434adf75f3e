package import BookModel

/// Where a page of the printed book begins within a chapter, and the id of the break there.
package struct PageBreak: Sendable, Equatable {
  /// The folio.
  package var label: String
  /// Unique in its document.
  package var id: String
  /// Offset into the chapter's text.
  var offset: Int

  /// The breaks of every chapter that its document shows, in the order of the text.
  static func breaks(_ pageStarts: [PageStart], in chapters: [ParsedChapter]) -> [[PageBreak]] {
    var starts = [[PageStart]](repeating: [], count: chapters.count)
    for page in pageStarts where chapters.indices.contains(page.chapter) {
      if isShown(page, in: chapters[page.chapter]) { starts[page.chapter].append(page) }
    }
    return chapters.indices.map { index in
      if starts[index].isEmpty { return [] }
      var ids = ChapterIDs(chapters[index])
      return starts[index].sorted { $0.offset < $1.offset }.map {
        PageBreak(label: $0.label, id: ids.claim("page-" + slug($0.label)), offset: $0.offset)
      }
    }
  }

  /// A break in a note that nothing refers to, or past the end of its leaf, is not written.
  private static func isShown(_ page: PageStart, in chapter: ParsedChapter) -> Bool {
    guard chapter.prose.indices.contains(page.prose) else { return false }
    let leaf = chapter.prose[page.prose]
    guard leaf.text.contains(page.offset) else { return false }
    guard let note = leaf.note else { return true }
    return chapter.notes.indices.contains(note) && chapter.notes[note].number > 0
  }

  /// A folio without what may not stand in an id.
  private static func slug(_ label: String) -> String {
    String(label.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "-" })
  }
}

extension Publication {
  /// Every page of the printed book with the reference to its break, in the order of the pages.
  package func pageReferences(_ documentExtension: String) -> [(label: String, reference: String)] {
    pagesOfChapter.indices.flatMap { chapter in
      let name = self.documentName(ofChapter: chapter) + documentExtension
      return pagesOfChapter[chapter].map { ($0.label, "\(name)#\($0.id)") }
    }
  }
}
