import BookDiagnostics
import BookLanguage
package import BookModel
import BookWords

/// What is known of a book before its dates are read.
package struct DateReferences: Sendable {
  /// The day of writing, one for each chapter, nil where the chapter does not say.
  package var documentDates: [WrittenDate?]
  /// The day the book came out, which stands in where nothing else says when it was written.
  package var bookDate: WrittenDate?
  /// The narrator's birth.
  package var narratorBorn: WrittenDate?
  /// The narrator's family names, by which a note may tell the birth.
  package var narratorNames: [String]

  package init(
    documentDates: [WrittenDate?] = [], bookDate: WrittenDate? = nil,
    narratorBorn: WrittenDate? = nil,
    narratorNames: [String] = []
  ) {
    self.documentDates = documentDates
    self.bookDate = bookDate
    self.narratorBorn = narratorBorn
    self.narratorNames = narratorNames
  }
}

/// Every expression of time in the chapters, in reading order, with what it means.
///
/// The chapters' words are read in parallel; what they mean is then worked out in order, because
/// the story's year runs on from chapter to chapter.
package func findDates(
  in chapters: [ParsedChapter], language: String, references: DateReferences = DateReferences(),
  jobs: Int = 1
) async -> [DateExpression] {
  await datedChapters(chapters, language: language, references: references, jobs: jobs)
    .expressions
}

/// An expression with the phrase it came from, for the solver and the rules.
struct DatedPhrase: Sendable {
  var expression: DateExpression
  var meaning: Phrase.Meaning
  /// One end of a range that is an expression itself.
  var isInner: Bool
  /// The date by which it was reckoned was the narrative's, not one that stood in the words.
  var isLinked: Bool
  /// The text was written by the Julian calendar here.
  var isJulian: Bool
  /// What it is a bound of, rather than when something was.
  var bound: Resolver.Bound?
  /// The story itself went to it: it was not looked back at, quoted or noted.
  var isStory = false
}

/// A phrase with its bytes and how it stands.
struct PlacedPhrase: Sendable {
  var phrase: Phrase
  var range: Range<Int>
  var setting: Resolver.Setting
  /// True when it tells of an event: a finite verb of the past is in its sentence.
  var tells: Bool
  /// True when its sentence has a finite verb of the past, wherever it stands.
  var hasVerb = false
  /// First thing of its leaf.
  var isFirst: Bool
  /// Where the words begin that make it a bound: `up to`.
  var boundStart: Int?
  /// Moves the story but is no expression of its own: an event's mark.
  var isSilent = false
}

/// The phrases of one leaf.
struct LeafPhrases: Sendable {
  var prose: Int
  var phrases: [PlacedPhrase]
  /// True where the leaf has the word "born".
  var namesBirth = false
}

/// One pass over the bytes of every leaf of a chapter.
func readPhrases(of chapter: ParsedChapter, lexicon: Lexicon, language: Language) -> [LeafPhrases] {
  var leaves: [LeafPhrases] = []
  var allowsShortYears = false
  var tokens = TokenList(hasSmallNames: language.dateGrammar.hasSmallNames)
  let words = chapter.wordsCut
  chapter.text.withUnsafeBufferPointer { text in
    lexicon.withTables { tables in
      let meanings = tables.meanings(of: words, in: text)
      lending(meanings, words, language.dateGrammar) { meanings, fold, cut, grammar in
        let reading = Reading(grammar: grammar)
        for (index, prose) in chapter.prose.enumerated() {
          tokens.removeAll()
          var reader = DateTokenReader(text, prose.text, tables, fold: fold, meanings: meanings)
          let leaf = words.leaves[index]..<words.leaves[index + 1]
          reader.read(UnsafeBufferPointer(rebasing: cut[leaf]), into: &tokens)
          guard !tokens.beginnings.isEmpty || !prose.marks.isEmpty else { continue }
          let phrases = withMarks(
            reading.phrases(&tokens, text, prose.zone, &allowsShortYears), prose, chapter)
          if phrases.isEmpty { continue }
          leaves.append(
            LeafPhrases(prose: index, phrases: phrases, namesBirth: tokens.contains(.born)))
        }
      }
    }
  }
  return leaves
}

private func lending(
  _ meanings: [Lexicon.Meaning], _ words: ChapterWords, _ grammar: DateGrammar,
  _ body: (
    UnsafeBufferPointer<Lexicon.Meaning>, UnsafeBufferPointer<UInt8>,
    UnsafeBufferPointer<WordToken>, UnsafePointer<DateGrammar>
  ) -> Void
) {
  meanings.withUnsafeBufferPointer { meanings in
    DateTokenReader.fold.withUnsafeBufferPointer { fold in
      words.tokens.withUnsafeBufferPointer { cut in
        withUnsafePointer(to: grammar) { body(meanings, fold, cut, $0) }
      }
    }
  }
}

/// The phrases of a line that stands in no chapter.
func readPhrases(of line: String, language: String) -> [PlacedPhrase] {
  var chapter = ParsedChapter(source: SourceID(0), header: ChapterHeader())
  chapter.text = Array(line.utf8)
  chapter.prose = [
    Prose(
      text: 0..<chapter.text.count, marks: 0..<0, zone: .body, section: -1, paragraph: 1, id: "")
  ]
  let language = Language.of(language)
  return readPhrases(of: chapter, lexicon: Lexicon.of(language), language: language)
    .first?.phrases ?? []
}

/// How a language is read.
private struct Reading {
  let grammar: UnsafePointer<DateGrammar>

  /// The phrases of one leaf's tokens.
  func phrases(
    _ list: inout TokenList, _ text: UnsafeBufferPointer<UInt8>, _ zone: Zone,
    _ allowsShortYears: inout Bool
  ) -> [PlacedPhrase] {
    if list.beginnings.isEmpty { return [] }
    let names = list.withTokens { tokens in
      PhraseReader(
        tokens: tokens, text: text, allowsShortYears: allowsShortYears, grammar: grammar
      ).partsOfNames(among: list.beginnings)
    }
    list.makeWords(of: names)
    return list.withTokens { tokens in
      var reader = PhraseReader(
        tokens: tokens, text: text, allowsShortYears: allowsShortYears, grammar: grammar)
      var phrases = reader.readAll(list.beginnings)
      if grammar.pointee.hasDiaryEntries, zone == .body, let entry = reader.diaryEntry() {
        phrases.removeAll { $0.tokens.lowerBound < entry.tokens.upperBound }
        phrases.insert(entry, at: 0)
      }
      allowsShortYears = reader.allowsShortYears
      return phrases.isEmpty ? [] : reader.placed(phrases, zone: zone)
    }
  }
}

/// The phrases of a leaf with those its author marked: a marked date stands for whatever was read
/// within it.
private func withMarks(
  _ found: [PlacedPhrase], _ prose: Prose, _ chapter: ParsedChapter
) -> [PlacedPhrase] {
  var phrases = found
  for mark in chapter.marks[prose.marks] {
    let date: WrittenDate?
    let isEvent: Bool
    switch mark.kind {
    case .date(let written): (date, isEvent) = (written, false)
    case .event(_, let description): (date, isEvent) = (description.date, true)
    default: continue
    }
    guard let edtf = date?.edtf else { continue }
    if !isEvent { phrases.removeAll { $0.range.overlaps(mark.range) } }
    var tells = false
    if let near = phrases.first(where: { $0.range.lowerBound >= mark.range.lowerBound }) {
      tells = near.tells
    }
    let placed = PlacedPhrase(
      phrase: Phrase(tokens: 0..<0, meaning: .marked(edtf)), range: mark.range,
      setting: Resolver.Setting(), tells: tells, isFirst: false, isSilent: isEvent)
    let at = phrases.firstIndex { $0.range.lowerBound > mark.range.lowerBound } ?? phrases.count
    phrases.insert(placed, at: at)
  }
  return phrases
}
