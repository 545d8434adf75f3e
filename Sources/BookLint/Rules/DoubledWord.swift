package import BookDiagnostics
import BookLanguage
package import BookModel
import BookWords

/// "the the": a small word that stands twice in a row.
///
/// Only words that a language never doubles on purpose; "that that", "had had" and "nous nous" are
/// left alone.
package struct DoubledWord: ChapterRule {
  package static let code = DiagnosticCode.doubledWord

  package init() {}

  package func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic] {
    let doubled = Language.of(book.book.metadata.language).doubledWords
    if doubled.isEmpty { return [] }
    let parsed = book.book.chapters[chapter]
    let words = parsed.wordsCut
    var found: [Diagnostic] = []
    for leaf in 0..<words.leafCount {
      let tokens = words.leaf(leaf)
      for (first, second) in zip(tokens, tokens.dropFirst())
      where first.word == second.word && second.gap == .space {
        let word = parsed.string(second.range)
        guard doubled.contains(word), !hasMarkBetween(first, second, parsed, leaf),
          !hasSignBetween(first, second, parsed, book.book)
        else { continue }
        found.append(
          diagnostic(word, parsed.span(first.range.lowerBound..<second.range.upperBound)))
      }
    }
    return found
  }

  /// Whether a note's number, a picture or the end of a line parts the two.
  private func hasMarkBetween(
    _ first: WordToken, _ second: WordToken, _ chapter: ParsedChapter, _ leaf: Int
  ) -> Bool {
    chapter.marks[chapter.prose[leaf].marks].contains { mark in
      switch mark.kind {
      case .noteReference, .image:
        (first.range.upperBound...second.range.lowerBound).contains(mark.range.lowerBound)
      default: false
      }
    }
  }

  /// Whether a tag or a link that is not printed parts them in the file.
  private func hasSignBetween(
    _ first: WordToken, _ second: WordToken, _ chapter: ParsedChapter, _ book: Book
  ) -> Bool {
    let bytes = book.sources[chapter.source].bytes
    let gap = chapter.span(first.range.upperBound..<second.range.lowerBound).range
    return bytes[gap.clamped(to: 0..<bytes.count)].contains { $0 == 0x3C || $0 == 0x5B }
  }

  private func diagnostic(_ word: String, _ both: SourceSpan) -> Diagnostic {
    Diagnostic(Self.code, "'\(word)' stands twice in a row", at: both)
  }
}
