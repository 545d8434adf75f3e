import BookLanguage
package import BookModel
import BookDiagnostics

/// The dates of a book's chapters as they were last worked out, to be used again.
///
/// A chapter that is as it was is not read again, nor reckoned again while what comes before it
/// leads into it as it did. All that a chapter's dates depend on is kept beside them and compared,
/// so that whatever is used again equals what would have been found anew.
package struct DatedChapters: Sendable {
  fileprivate(set) var chapters: [DatedChapter] = []
  /// The narrator's birth, as far as it is known.
  fileprivate(set) var birth: References.Birth?

  package init() {}

  /// What is known of a chapter, wherever in the book it stood.
  fileprivate func known(_ chapter: ParsedChapter, at index: Int, _ language: String)
    -> DatedChapter?
  {
    if index < chapters.count, chapters[index].isAbout(chapter, in: language) {
      return chapters[index]
    }
    return chapters.first { $0.isAbout(chapter, in: language) }
  }

  /// The chapters that would have to be read again.
  func readAgain(for chapters: [ParsedChapter], in language: String) -> [Int] {
    chapters.indices.filter { known(chapters[$0], at: $0, language) == nil }
  }

  /// The happenings of every chapter that may be worth a row.
  var happenings: [[Happening]] { chapters.map(\.happenings) }
  /// Where the chapters name times that everybody knows.
  var periods: [[PeriodMention]] { chapters.map(\.periods) }
  /// Every phrase of every chapter.
  var phrases: [[DatedPhrase]] { chapters.map(\.dated) }
  /// Every expression, in reading order.
  var expressions: [DateExpression] { chapters.flatMap(\.expressions) }
}

/// One chapter's dates, with all that they were worked out from.
struct DatedChapter: Sendable {
  private let chapter: ParsedChapter
  private let language: String
  fileprivate let leaves: [LeafPhrases]
  /// What may be worth a row in it.
  fileprivate let happenings: [Happening]
  fileprivate let periods: [PeriodMention]
  /// How closely it was read for that, 0 for not at all.
  fileprivate let share: Double
  private var entrance: Narrative.Entrance
  /// Where the story's year stands behind it.
  fileprivate var exit: Int?
  fileprivate(set) var dated: [DatedPhrase]
  /// The expressions alone.
  private(set) var expressions: [DateExpression]

  fileprivate init(
    _ chapter: ParsedChapter, _ language: String, _ read: ReadChapter,
    _ entrance: Narrative.Entrance
  ) {
    self.chapter = chapter
    self.language = language
    leaves = read.leaves
    happenings = read.happenings
    periods = read.periods
    share = read.share
    self.entrance = entrance
    (dated, exit) = Narrative(language: language).resolve(leaves, of: chapter, entrance)
    expressions = dated.map(\.expression)
  }

  /// Whether its phrases are those of a chapter: the same words, marks and places in the same file.
  ///
  /// Arrays that were never copied compare by their address.
  fileprivate func isAbout(_ other: ParsedChapter, in language: String) -> Bool {
    chapter.text.count == other.text.count && self.language == language
      && chapter.source == other.source && chapter.text == other.text
      && chapter.prose == other.prose && chapter.marks == other.marks
      && chapter.segments == other.segments && chapter.blocks == other.blocks
  }

  /// The same where the story comes in as it did, else reckoned again from its phrases.
  fileprivate func entered(by entrance: Narrative.Entrance) -> DatedChapter {
    entrance == self.entrance ? self : DatedChapter(chapter, language, read, entrance)
  }

  /// What was read in its words.
  var read: ReadChapter {
    ReadChapter(leaves: leaves, happenings: happenings, periods: periods, share: share)
  }
}

/// What the words of a chapter hold, wherever it stands.
struct ReadChapter: Sendable {
  var leaves: [LeafPhrases]
  var happenings: [Happening]
  var periods: [PeriodMention]
  var share: Double
}

/// What the words of a book say of time, before it is asked what they mean: it hangs on nobody who
/// is named in the book, so that it can be read while they are looked for.
package struct TimeReading: Sendable {
  fileprivate let known: [DatedChapter?]
  fileprivate let read: [ReadChapter]
}

/// Finds the dates of every chapter, or takes them from an earlier time.
///
/// The chapters' words are read in parallel; what they mean is then worked out in order, because
/// the story's year runs on from chapter to chapter.
/// - Parameter share: of how many sentences in a thousand words happenings are read off, 0 for none
func datedChapters(
  _ chapters: [ParsedChapter], language: String, references: DateReferences, jobs: Int,
  reusing earlier: DatedChapters = DatedChapters(), share: Double = 0
) async -> DatedChapters {
  let reading = await timeReading(
    of: chapters, language: language, jobs: jobs, reusing: earlier, share: share)
  return datedChapters(chapters, language: language, references: references, reading)
}

/// Reads what is to be read of time in every chapter, or takes it from an earlier time.
func timeReading(
  of chapters: [ParsedChapter], language: String, jobs: Int, reusing earlier: DatedChapters,
  share: Double
) async -> TimeReading {
  let tongue = Language.of(language)
  let lexicon = Lexicon.of(tongue)
  let known = chapters.enumerated().map { place, chapter -> DatedChapter? in
    let known = earlier.known(chapter, at: place, language)
    return known?.share == share ? known : nil
  }
  let finder = share > 0 ? HappeningFinder(tongue) : nil
  let read = await chapters.mapInOrder(jobs: jobs) { index, chapter in
    if let known = known[index] { return known.read }
    let leaves = readPhrases(of: chapter, lexicon: lexicon, language: tongue)
    return ReadChapter(
      leaves: leaves,
      happenings: finder?.happenings(in: chapter, dated: leaves, share: share) ?? [],
      periods: finder?.periods(in: chapter) ?? [],
      share: share)
  }
  return TimeReading(known: known, read: read)
}

/// Works out in order what was read.
func datedChapters(
  _ chapters: [ParsedChapter], language: String, references: DateReferences,
  _ reading: TimeReading
) -> DatedChapters {
  let (known, read) = (reading.known, reading.read)
  let birth = birth(references, chapters, read.map(\.leaves))
  var result = DatedChapters()
  result.birth = birth
  result.chapters.reserveCapacity(chapters.count)
  var year: Int?
  for (index, chapter) in chapters.enumerated() {
    let stated = index < references.documentDates.count ? references.documentDates[index] : nil
    let entrance = Narrative.Entrance(
      index: index, written: stated, bookDate: references.bookDate, year: year, birth: birth)
    let dated =
      known[index]?.entered(by: entrance) ?? DatedChapter(chapter, language, read[index], entrance)
    year = dated.exit ?? year
    result.chapters.append(dated)
  }
  return result
}
