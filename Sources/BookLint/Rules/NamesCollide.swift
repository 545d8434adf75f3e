package import BookDiagnostics
package import BookModel

/// Chapter files whose names would be one name on another disk: EPUB 3.3, 4.2.2, wants them to
/// differ after case folding and canonical decomposition.
package struct NamesCollide: BookRule {
  package static let code = DiagnosticCode.namesCollide

  package init() {}

  package func check(_ book: Book) -> [Diagnostic] {
    var seen: [String: String] = [:]
    return book.chapters.compactMap { chapter in
      let path = book.sources[chapter.source].path
      let folded = path.lowercased()
      // Swift compares strings by canonical equivalence, so composed and decomposed meet here.
      guard let other = seen[folded] else {
        seen[folded] = path
        return nil
      }
      return Diagnostic(
        Self.code,
        "'\(path)' and '\(other)' differ only in capitals or in how an accent is written",
        at: SourceSpan(file: chapter.source, start: 0, end: 0))
    }
  }
}
