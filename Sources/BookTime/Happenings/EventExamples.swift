import BookDiagnostics
import BookLanguage
package import BookModel
import BookWords

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

/// A line for every word of a chapter, for `Scripts/events/happenings.py` to learn from.
///
/// First and last byte in the file, then the keys of what can be seen of it, in figures of base 16.
package func wordExamples(in chapter: ParsedChapter) -> [String] {
  guard let lexicon = EventLexicon.of(.english), let tagger = SentenceTagger.english() else {
    return []
  }
  var lines: [String] = []
  chapter.readClosely(lexicon, tagger) { sentence in
    let features = sentence.features
    for (word, range) in sentence.tagged.words.enumerated() {
      let keys = features.keys(of: word)
      if keys.isEmpty { continue }
      let span = chapter.span(range)
      lines.append(
        "\(span.start)\t\(span.end)\t"
          + keys.map { String($0, radix: 16) }.joined(separator: " "))
    }
  }
  return lines
}
