/// How a language puts the words of a date together.
package struct DateGrammar: Sendable {
  /// Months, weekdays and feasts stand in small letters: `le 5 mai`.
  package var hasSmallNames = false
  /// Every noun has a capital, which therefore says nothing of a noun that is counted.
  package var hasCapitalNouns = false
  /// What makes an ordinal of a number: `5. Mai`, `1.º de mayo`.
  package var ordinal = Ordinal.letters
  /// `Anfang 1953`: a part of a time needs no joint before it.
  package var isPartJoined = false
  /// `die 30er Jahre`: the word for years goes with a decade.
  package var hasYearsBehindDecade = false
  /// `les années 1930`, `la década de 1930`: the word stands before it.
  package var hasYearsBeforeDecade = false
  /// A word that joins the ends of a range and is another elsewhere: `du 3 avril au 5 mai`.
  package var rangeJoint: StaticString?
  /// Eras in short forms, with the stops within them.
  package var eras: [Era] = []
  /// Leaves that begin with an ordinal, as in `5th. Lay long`, are entries of a diary.
  package var hasDiaryEntries = false
  /// `5/8/2016` is in August.
  package var isDayFirst = true
  /// Words that are looked for one by one.
  package var cues = DateCues()
  /// The words that count from somewhere else are known well enough to trust what they give.
  package var isWhole = false

  package init() {}

  /// The sign behind a number that counts a day.
  package enum Ordinal: Sendable {
    /// Letters that belong to the word: 5th, 1er.
    case letters
    /// A full stop.
    case stop
    /// A raised letter, perhaps behind a stop.
    case raised
  }

  /// A short form of an era: words and signs in the order they stand.
  package struct Era: Sendable {
    /// Letters in lower case, `.` and `-`.
    package let pieces: [StaticString]
    /// Whether its last word has a capital.
    package let endsInCapital: Bool
    /// -1 before Christ, 1 after.
    package let sign: Int
  }
}
