/// Words that the reader of dates looks for one by one beside others, ASCII in small letters.
///
/// None where a language has none: what hangs on such a word is then not read.
package struct DateCues: Sendable {
  /// A few words, each looked for letter by letter.
  package typealias Words = [StaticString]

  /// Helps to tell what lay behind the story: `he had gone`.
  package var pluperfect = Words()
  /// Behind it, in a sentence that begins with a date: `had been`.
  package var pluperfectOfBeing = Words()
  /// Before `in`: `back in 1931`.
  package var backward = Words()
  /// Before `to` and a date: until then.
  package var upTo = Words()
  /// What is told with them did not happen: `would`.
  package var unreal = Words()
  /// What the past of regular verbs ends in.
  package var pastEnding: StaticString?
  /// The past of other verbs, up to seven letters each, packed: the first letter in the lowest byte.
  package private(set) var packedPasts: Set<UInt64> = []
  /// Letters of the longest of them.
  package static let longestPast = 7

  /// Feasts of more than one word.
  package var feasts: [Feast] = []
  /// Nouns that make no date of the feast before them: `Christmas card`.
  package var nounsBehindFeast = Words()
  /// Behind the feast of Michaelmas, which then lasts till the next, and behind a season.
  package var terms = Words()
  /// Behind a word of dates, with a capital: both name a place.
  package var nounsOfPlaces = Words()
  /// Before `’s day`: the Sunday of a diary.
  package var lords = Words()

  /// Before `style`: dates by the Julian calendar, by the Gregorian.
  package var style = Words()
  /// For Gregorian dates, before `style`.
  package var new = Words()
  /// `O. S.`, `N. S.`: the letters for old, new and style.
  package var styleLetters: (old: StaticString, new: StaticString, style: StaticString)?
  /// Behind a day: of this month.
  package var ofThisMonth = Words()
  /// Behind a day: of the month before.
  package var ofLastMonth = Words()
  /// Behind a date within a clause: what follows is no part of a name.
  package var smallWords = Words()
  /// Seasons that are other words as well: `fall`.
  package var doubtfulSeasons = Words()
  /// Behind such a word that is no season: `fall from`.
  package var behindDoubtful = Words()
  /// Before `the` and a season: `spent the summer`.
  package var spending = Words()
  /// Joined to a year with a hyphen: `pre-1914`.
  package var yearPrefixes = Words()

  /// Between `was` and an age in a comparison: `as a boy of nine`.
  package var asWords = Words()
  /// Before a year of life: `of life`.
  package var life = Words()
  /// `with his sixth year`: no age.
  package var notBeforeYear = Words()
  /// The narrator alone, not several.
  package var narrator = Words()
  /// Behind `my`: from then on one counts.
  package var births = Words()

  /// `a couple of`.
  package var couples = Words()
  /// `half a year`.
  package var halves = Words()
  /// Behind `or`: `two weeks or so`.
  package var orMore = Words()
  /// `one day`, which is no length.
  package var ones = Words()
  /// Two days that a week ends with.
  package var weekends = Words()
  /// `the very next`.
  package var very = Words()
  /// Counts from the day of writing: `next week`.
  package var next = Words()
  /// `the same year`, in one word.
  package var years = Words()
  /// `May Day`, `D-Day`.
  package var days = Words()

  package init() {}

  /// Takes the past of verbs that is not formed by the ending, apart by blanks.
  mutating func setPasts(_ words: String) {
    packedPasts = Set(
      words.utf8.split(separator: 0x20).map { word in
        word.enumerated().reduce(0) { $0 | UInt64($1.element) << (8 * $1.offset) }
      })
  }

  /// A feast by its words.
  package struct Feast: Sendable {
    /// Its number, as in the lists of feasts of one word.
    package let number: Int
    /// Its words and what may stand between them, in order.
    package let pieces: [Piece]
  }

  /// A part of the name of a feast.
  package enum Piece: Sendable, Equatable {
    /// This word, in ASCII and small letters.
    case word([UInt8])
    /// A dash.
    case dash
    /// A possessive, which may be missing.
    case possessive
    /// The word for a day.
    case day
    /// Possessives, and the word for a day behind them, all of which may be missing.
    case perhapsDay
    /// The word for the evening before.
    case eve
  }

  /// Feasts from rows `words=number`: a hyphen is a dash, `’s` a possessive, `DAY`, `DAY?` and
  /// `EVE` are the words for them.
  static func feasts(_ rows: [String]) -> [Feast] {
    rows.compactMap { row in
      let sides = row.split(separator: "=")
      guard sides.count == 2, let number = Int(sides[1]) else { return nil }
      return Feast(
        number: number,
        pieces: sides[0].split(separator: " ").map { piece in
          switch piece {
          case "-": .dash
          case "’s": .possessive
          case "DAY": .day
          case "DAY?": .perhapsDay
          case "EVE": .eve
          default: .word(Array(piece.utf8))
          }
        })
    }
  }
}
