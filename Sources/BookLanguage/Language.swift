package import BookModel

/// What a language decides in a book: asked for once a book or a chapter, never in a loop.
package struct Language: Sendable {
  /// Its BCP 47 tag in small letters, with a region where the region has ways of its own.
  package private(set) var tag: String
  /// What it is called in a message.
  package var name: String
  /// What bookc reads in it.
  package var supports: Support = []
  /// What bookc itself writes; English where the language has none.
  package var phrases = Language.englishPhrases
  /// Quotation marks and apostrophes.
  package var quotes = QuoteMarks("“”‘’", nests: false)
  /// Words that can stand in a date; none where numbers alone are read.
  package var dateWords: [DateWord] = []
  /// How they are put together.
  package var dateGrammar = DateGrammar()
  /// Words that show what happened; nil where happenings are not found.
  package var eventWords: EventWords?
  /// The words dates are printed with; English where the language has none.
  package var printedDates = Language.englishPrintedDates
  /// Words for people in bookc's own lists; English where the language has none.
  package var people = Language.englishPeople
  /// Articles that a title is not filed under, in small letters.
  package var articles: Set<String> = []
  /// Small words that never stand twice in a row on purpose.
  package var doubledWords: Set<String> = []
  /// Words in capitals by which writers mark what is still to be done, and which mean nothing else.
  package var unfinishedMarks: Set<String> = ["FIXME", "TKTK"]
  /// Words in small letters that say so in brackets, or before a colon at the head of a paragraph.
  package var unfinishedPhrases: [String] = []
  /// Words whose full stop ends no sentence, in small letters, parted by blanks; English where the
  /// language has none.
  package var abbreviations = Language.englishAbbreviations
  /// The number one as it is counted, where no date says it so: `Kapitel eins`.
  package var countedOne = "one"
  /// Names, in small letters, that a file of the front of a book has: prologue, preface.
  package var openingMatter: Set<String> = []
  /// Names that a file of its end has, in the order in which books have them: epilogue, afterword.
  package var closingMatter: [String] = []
  /// The words that every text in it is full of, in small letters: it is known by them.
  package var smallWords: Set<String> = []
  /// Words by which a typed manuscript shows what its lines are; nil where none are known.
  package var manuscript: ManuscriptWords?
  /// How systems in this language name the copy of a file, in small letters: `two copy`, `copy of two`.
  package var copyMarks: (after: [String], before: [String]) = ([], [])
  /// What folders are called that hold nothing to be printed, in small letters: drafts, private, trash.
  package var foldersSetAside: Set<String> = []
  /// Words of them that say the same in the short name of a file: no word of a title is among them.
  package var wordsSetAside: Set<String> = []
  /// Words that say of any file in whose name they stand that it is none of the book.
  package var draftWords: Set<String> = []
  /// Letters filed apart from those they look like.
  package var lettersOfTheirOwn: [Letters] = []
  /// When the country left the Julian calendar.
  package var calendarChange = CalendarChange.greatBritain
  /// Whether its script runs from right to left.
  package var isRightToLeft = false
  /// The region whose ways of hyphenating stand for the language at large; nil where it is the one
  /// that is called as the language is, as in `de-DE`.
  package var usualRegion: String?

  /// Letters of an alphabet that follow one of the twenty-six, in their order.
  package struct Letters: Sendable {
    /// The letter that they follow, a to z.
    package let after: UInt8
    /// The code points, in order.
    package let letters: [UInt32]

    init(_ letters: String, after: Unicode.Scalar) {
      self.after = UInt8(truncatingIfNeeded: after.value)
      self.letters = letters.unicodeScalars.map(\.value)
    }
  }

  /// What bookc can read in a language beyond numbers and names in capitals.
  package struct Support: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    /// Dates in words, absolute and relative.
    package static let dates = Support(rawValue: 1)
    /// Titles, kin words and the small words beside names.
    package static let people = Support(rawValue: 2)
    /// Which sentences tell of an event.
    package static let events = Support(rawValue: 4)
  }

  init(tag: String, name: String? = nil) {
    self.tag = tag
    self.name = name ?? "the language '\(tag)'"
  }

  /// The language of a tag: the longest part of it that is known, else one that supports nothing.
  package static func of(_ tag: String) -> Language {
    // As the languages themselves write it, as most do.
    if let language = byTag[tag] { return language }
    var parts = tag.lowercased().split(separator: "-")
    while !parts.isEmpty {
      let known = parts.joined(separator: "-")
      if let language = byTag[known] { return language }
      parts.removeLast()
    }
    return Language(tag: tag.lowercased())
  }

  /// The tag of the language in which bookc speaks to authors.
  package static let ofMessages = english.tag
  /// The tag of a book's language where none is named.
  package static let unstated = english.tag

  /// Whether a tag is that of the language of messages, in whatever region.
  package static func isOfMessages(_ tag: String) -> Bool {
    tag.prefix { $0 != "-" }.lowercased() == ofMessages
  }

  /// Every language of which something is known.
  package static let all: [Language] = [english, french, german, spanish] + variants + others

  static let byTag = Dictionary(
    all.map { ($0.tag, $0) }, uniquingKeysWith: { first, _ in first })

  /// The same language where a region has ways of its own.
  func variant(_ tag: String, _ change: (inout Language) -> Void) -> Language {
    var result = self
    result.tag = tag
    change(&result)
    return result
  }

  private static let variants: [Language] = [
    americanEnglish, swissFrench, swissGerman, liechtensteinGerman,
  ]
}
