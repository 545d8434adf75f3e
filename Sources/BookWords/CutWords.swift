package import BookLanguage
package import BookModel

/// Cuts all leaves of a chapter into words; what the author wrote as code parts the words on both
/// sides and is none itself.
package func cutWords(
  of chapter: ParsedChapter, language: Language = .english
) -> ChapterWords {
  return chapter.text.withUnsafeBufferPointer { text in
    var cutter = WordCutter(text, abbreviations: .of(language))
    for prose in chapter.prose {
      let code = chapter.marks[prose.marks.clamped(to: 0..<chapter.marks.count)].compactMap {
        if case .code = $0.kind { $0.range } else { nil }
      }
      cutter.cut(prose.text, isHeading: prose.zone == .heading, skipped: code)
    }
    return cutter.finished()
  }
}

/// Cuts a stretch of text that is no chapter's.
package func cutWords(
  in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, language: Language = .english
) -> [WordToken] {
  var cutter = WordCutter(text, abbreviations: .of(language))
  cutter.cut(range, isHeading: false)
  return cutter.finished().tokens
}

extension ParsedChapter {
  /// Its words: those it was given, else cut now.
  package var wordsCut: ChapterWords { words ?? cutWords(of: self) }
}
