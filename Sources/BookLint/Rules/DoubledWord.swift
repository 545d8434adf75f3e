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
      let code = parsed.marks[prose.marks].filter { $0.kind == .code }.map(\.range)
      parsed.text.withUnsafeBufferPointer { text in
        var previous = 0..<0
        var i = prose.text.lowerBound
        while i < prose.text.upperBound {
          let sign = Self.sign(text, i)
          guard sign.length == 0 else {
            // Only white space may stand between the two.
            if !sign.isBlank { previous = 0..<0 }
            i += sign.length
            continue
          }
          let start = i
          while i < prose.text.upperBound, Self.sign(text, i).length == 0 { i += 1 }
          if previous.count == i - start, i - start <= 5,
            text[previous.lowerBound] | 0x20 == text[start],
            zip(text[previous], text[start..<i]).allSatisfy({ $0 | 0x20 == $1 })
          {
            let word = String(decoding: text[start..<i], as: UTF8.self)
            let both = previous.lowerBound..<i
            // What stands in code is quoted as it is.
            if words.contains(word), !code.contains(where: { $0.overlaps(both) }) {
              found.append(diagnostic(word, parsed.span(both)))
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

  /// The sign at a byte: how long it is, none where a letter stands, and whether it is white space.
  private static func sign(
    _ text: UnsafeBufferPointer<UInt8>, _ i: Int
  ) -> (length: Int, isBlank: Bool) {
    let byte = text[i]
    if byte < 0x80 {
      let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      return (isLetter ? 0 : 1, byte == 0x20 || byte == 0x0A)
    }
    let next = i + 1 < text.count ? text[i + 1] : 0
    let last = i + 2 < text.count ? text[i + 2] : 0
    // U+00A0 among the signs of Latin-1; U+2000 to U+200A and U+202F among those of print.
    if byte == 0xC2 { return (2, next == 0xA0) }
    guard byte == 0xE2, next <= 0x81 else { return (0, false) }
    return (3, next == 0x80 && (last <= 0x8A || last == 0xAF))
  }
}
