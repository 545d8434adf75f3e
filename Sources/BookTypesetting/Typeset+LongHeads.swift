import BookDiagnostics
import BookModel

extension BookSetter {
  /// Running heads that are cut, each once: the book's title, then chapter by chapter.
  func longHeads(_ sections: [SetSection], _ furniture: Furniture) -> [Diagnostic] {
    let metadata = book.metadata
    var found: [Diagnostic] = []
    var seen: Set<String> = []
    // A page that opens a chapter has no head.
    for section in sections where section.pageCount > 1 {
      guard let chapter = section.section.chapter else { continue }
      for head in [section.section.heads.verso, section.section.heads.recto].compactMap({ $0 })
      where !furniture.fits(head) && seen.insert(head).inserted {
        if head == metadata.short ?? metadata.title {
          found.insert(long(head, furniture, at: metadata.titleSpan, in: "book.yaml"), at: 0)
        } else if head == outline.chapters[chapter].shortTitle {
          let span = book.chapters[chapter].blocks.first?.span
          found.append(long(head, furniture, at: span, in: "the chapter's head"))
        }
      }
    }
    return found
  }

  private func long(
    _ head: String, _ furniture: Furniture, at span: SourceSpan?, in place: String
  ) -> Diagnostic {
    let tokens = furniture.tokens(ofHead: head).dropLast()
    let first = tokens.first ?? 0
    let words = furniture.source.store.bytes(spaced: first...(tokens.last ?? first))
    return Diagnostic(
      .runningHeadTooLong,
      "'\(head)' is too long for the running head, which ends after "
        + "'\(String(decoding: words, as: UTF8.self))'",
      at: span,
      notes: [DiagnosticNote("'short:' in \(place) says what stands there instead")])
  }
}
