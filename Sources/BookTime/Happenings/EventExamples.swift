import BookDiagnostics
import BookLanguage
package import BookModel

/// A line for every sentence of a chapter that may hold an event, for `Scripts/events` to learn from.
///
/// First and last byte in the file, worth, whether it needs the sentences before it, its cues, its title.
package func eventExamples(in chapter: ParsedChapter) -> [String] {
  let language = Language.english
  guard let finder = HappeningFinder(language) else { return [] }
  let leaves = readPhrases(of: chapter, lexicon: Lexicon.of(language), language: language)
  let everySentence = 1000.0
  return finder.happenings(in: chapter, dated: leaves, share: everySentence).map { happening in
    let span = chapter.span(happening.clause)
    let cues = happening.cues.all.map { "\($0)" }.joined(separator: " ")
    return "\(span.start)\t\(span.end)\t\(happening.worth)\t\(happening.leans)\t\(cues)\t"
      + (happening.title ?? "")
  }
}
