package import BookDiagnostics
import BookLanguage
package import BookModel
import BookWords

/// "TODO ask Tom": a word by which writers mark what is still to be done, and which readers would
/// find.
///
/// It is told once a chapter, at its first place. Within a line of capitals it is a word like
/// others, and before a name it is somebody's initials.
package struct NoteToOneself: ChapterRule {
  package static let code = DiagnosticCode.noteToOneself

  package init() {}

  package func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic] {
    let language = Language.of(book.book.metadata.language)
    let parsed = book.book.chapters[chapter]
    let words = parsed.wordsCut
    var found: [Range<Int>] = []
    for leaf in 0..<words.leafCount {
      let tokens = words.leaf(leaf)
      let prose = parsed.prose[leaf].text
      found += Self.remarks(in: parsed.text[prose], language.unfinishedPhrases)
      for index in tokens.indices where Self.mayBeMark(tokens[index]) {
        let token = tokens[index]
        let isShouted =
          tokens[..<index].last.map(Self.isShouted) ?? false
          || tokens[(index + 1)...].first.map(Self.isShouted) ?? false
        guard !isShouted, language.unfinishedMarks.contains(parsed.string(token.range)) else {
          continue
        }
        if let next = tokens[(index + 1)...].first, Self.isName(next) { continue }
        found.append(token.range)
      }
    }
    guard let first = found.min(by: { $0.lowerBound < $1.lowerBound }) else { return [] }
    var notes = [DiagnosticNote("'%% … %%' keeps a remark to yourself")]
    if found.count > 1 { notes.append(DiagnosticNote("\(found.count) such in this chapter")) }
    return [
      Diagnostic(
        Self.code, "'\(parsed.string(first))' would be printed: it looks like a note to yourself",
        at: parsed.span(first), notes: notes)
    ]
  }

  /// `[check this]`, `(ask Tom)`, `Note to self: …`, `[?? year]`: words in brackets or before a colon.
  private static func remarks(in text: ArraySlice<UInt8>, _ phrases: [String]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var i = text.startIndex
    while i < text.endIndex {
      defer { i += 1 }
      let isSquare = text[i] == UInt8(ascii: "[")
      let opens = isSquare || text[i] == UInt8(ascii: "(")
      guard opens || i == text.startIndex else { continue }
      let start = opens ? i + 1 : i
      let rest = text[start...].prefix(longestPhrase)
      let words = String(decoding: rest.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
      let phrase = isSquare && words.hasPrefix("??") ? "??" : phrases.first { words.hasPrefix($0) }
      guard let phrase else { continue }
      let end = start + phrase.utf8.count
      let next = text[end...].first ?? 0
      let isEnded = !(next | 0x20 >= 0x61 && next | 0x20 <= 0x7A) && next < 0x80
      // "(Ask anybody who was there)" is a remark of the story's.
      let isLong = phrase.contains(" ")
      if isEnded, isSquare || isLong && (opens || next == UInt8(ascii: ":")) {
        found.append(start..<end)
      }
    }
    return found
  }

  /// In bytes.
  private static let longestPhrase = 24

  private static func mayBeMark(_ token: WordToken) -> Bool {
    token.shape.contains(.allCapitals) && token.shape.isDisjoint(with: [.digit, .joined])
      && (2...longest).contains(token.range.count)
  }

  private static func isShouted(_ token: WordToken) -> Bool {
    token.shape.contains(.allCapitals) && token.range.count > 1 && !mayBeMark(token)
      || token.shape.contains([.allCapitals, .headline])
  }

  /// Whether a word right behind a mark goes on with a name.
  private static func isName(_ next: WordToken) -> Bool {
    next.gap == .space && next.shape.contains(.capital)
      && next.shape.isDisjoint(with: [.allCapitals, .sentenceStart])
  }

  /// `FIXME`, in letters.
  private static let longest = 5
}
