import BookLanguage
import BookModel
import BookWords

/// Finds in a chapter every word that tells of something as having happened, worth a row or not.
struct EveryHappening: Sendable {
  private let lexicon: EventLexicon
  private let tagger: SentenceTagger
  private let scorer: HappeningScorer

  /// The finder of a language, nil where happenings are not found.
  init?(_ language: Language) {
    guard let lexicon = EventLexicon.of(language), let tagger = SentenceTagger.english(),
      let scorer = HappeningScorer.english()
    else { return nil }
    self.lexicon = lexicon
    self.tagger = tagger
    self.scorer = scorer
  }

  /// The words of a chapter that tell of something, each with the clause it stands in.
  func happenings(in chapter: ParsedChapter) -> [(clause: Range<Int>, trigger: Range<Int>)] {
    var found: [(clause: Range<Int>, trigger: Range<Int>)] = []
    chapter.readClosely(lexicon, tagger) { sentence in
      let features = sentence.features
      for word in sentence.tagged.words.indices where scorer.score(features.keys(of: word)) > 0 {
        let clause =
          sentence.clauses.first { $0.group.head == word } ?? features.clause(above: word)
        found.append(
          (
            sentence.bytes(clause?.span ?? 0...sentence.count - 1), sentence.tagged.words[word]
          ))
      }
    }
    return found
  }
}

extension ReadSentence {
  /// What can be seen of its words.
  var features: HappeningFeatures { HappeningFeatures(tagged, clauses, isQuoted: isQuoted) }
}

extension ParsedChapter {
  /// Reads every sentence closely, in the order of the text.
  func readClosely(
    _ lexicon: EventLexicon, _ tagger: SentenceTagger, _ body: (ReadSentence) -> Void
  ) {
    text.withUnsafeBufferPointer { text in
      let words = EventText(self, text, lexicon)
      for leaf in prose.indices {
        for sentence in sentences(ofLeaf: leaf, in: words.words) {
          body(ReadSentence(words.words(of: sentence, in: text), text, lexicon, tagger))
        }
      }
    }
  }
}
