package import BookDiagnostics
import BookLanguage
package import BookModel

/// "the the": a small word that stands twice in a row.
///
/// Only words that a language never doubles on purpose; "that that", "had had" and "nous nous" are
/// left alone.
package struct DoubledWord: ChapterRule {
  package static let code = DiagnosticCode.doubledWord

  package init() {}

  package func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic] {
    let words = Language.of(book.book.metadata.language).doubledWords
    if words.isEmpty { return [] }
    let parsed = book.book.chapters[chapter]
    var found: [Diagnostic] = []
    for prose in parsed.prose {
      parsed.text.withUnsafeBufferPointer { text in
        var previous = 0..<0
        var i = prose.text.lowerBound
        while i < prose.text.upperBound {
          guard Self.isLetter(text[i]) else {
            // Only white space may stand between the two.
            if text[i] != 0x20 && text[i] != 0x0A { previous = 0..<0 }
            i += 1
            continue
          }
          let start = i
          while i < prose.text.upperBound, Self.isLetter(text[i]) { i += 1 }
          if previous.count == i - start, i - start <= 5,
            text[previous.lowerBound] | 0x20 == text[start],
            zip(text[previous], text[start..<i]).allSatisfy({ $0 | 0x20 == $1 })
          {
            let word = String(decoding: text[start..<i], as: UTF8.self)
            if words.contains(word) {
              found.append(diagnostic(word, parsed.span(previous.lowerBound..<i)))
            }
          }
          previous = start..<i
        }
      }
    }
    return found
  }

  private func diagnostic(_ word: String, _ both: SourceSpan) -> Diagnostic {
    Diagnostic(Self.code, "'\(word)' stands twice in a row", at: both)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }
}
