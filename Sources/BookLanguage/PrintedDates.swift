import BookModel

/// The words a language prints dates with, and how it puts them together.
package struct PrintedDates: Sendable {
  /// January to December.
  package let months: [String]
  /// Spring to winter.
  package var seasons: [String]
  /// `$` is the date.
  package let circa: String
  /// At the latest: `$` is the date.
  package let before: String
  /// At the earliest: `$` is the date.
  package let after: String
  /// `$` and `&` are the dates.
  package let between: String
  /// Between dates of which one is meant.
  package let or: String
  /// Between dates that are all meant.
  package let and: String
  /// `$` is the year or what is said of it.
  package let beforeChrist: String
  /// `$` is the first year.
  package let decade: String
  /// `$` is the ordinal number.
  package let century: String
  /// Quarters, thirds, halves: `$` is the ordinal, `&` the year.
  package let part: String
  /// What a quarter, a third and a half of a year are called.
  package let parts: [String]
  /// For a year of which no digit is known.
  package let unknownYear: String
  /// A day or a month in a year that is known in part: `$` the first, `&` the year.
  package let inYear: String
  /// `$` is the day of the month, `&` the month.
  package var dayAndMonth = "$ &"
  /// The first of a month, where it is written in another way.
  package var firstDay: String?
  /// `$` is the month, with its day perhaps, or the season, `&` the year.
  package var monthAndYear = "$ &"
  /// The same with a day before the month's end: `May 3, 1944`; as `monthAndYear` where nothing is said.
  package var dayAndYear: String?
  /// What makes an ordinal of a number; where the last digits decide, the longest that fits.
  let ordinals: [Ending]
  /// What makes an ordinal of a century's number; nil where it is one like others.
  var centuries: [Ending]?
  /// Whether centuries are counted in Roman numerals.
  var hasRomanCenturies = false

  /// What stands behind a number whose last digits are these; without digits, behind any.
  struct Ending: Sendable {
    let digits: String
    let ending: String
    /// The number itself and not only its last digits.
    var isWhole = false

    func fits(_ number: String) -> Bool {
      isWhole ? number == digits : number.hasSuffix(digits)
    }
  }

  /// A pattern with its `$` and `&` filled in.
  package static func fill(_ pattern: String, _ first: String, _ second: String = "") -> String {
    var result = ""
    for character in pattern {
      switch character {
      case "$": result += first
      case "&": result += second
      default: result.append(character)
      }
    }
    return result
  }

  /// `1st`, `1er`, `1.`, `1.º`.
  package func ordinal(_ n: Int) -> String { "\(n)" + Self.ending(n, ordinals) }

  /// The number of a century, in Roman numerals where that is the custom.
  package func centuryNumber(_ n: Int) -> String {
    (hasRomanCenturies ? RomanNumeral.written(n) : "\(n)") + Self.ending(n, centuries ?? ordinals)
  }

  /// `5 August`, `1er août`, `5. August`, `5 de agosto`; the number alone beyond December.
  package func dayAndMonth(_ day: Int, _ month: Int) -> String {
    guard (1...12).contains(month) else { return "\(day)" }
    let number = day == 1 ? firstDay ?? "1" : "\(day)"
    return Self.fill(dayAndMonth, number, months[month - 1])
  }

  /// Month or season with the year.
  package func monthAndYear(_ name: String, _ year: String) -> String {
    Self.fill(monthAndYear, name, year)
  }

  /// Day and month with the year.
  package func dayAndYear(_ name: String, _ year: String) -> String {
    Self.fill(dayAndYear ?? monthAndYear, name, year)
  }

  private static func ending(_ n: Int, _ endings: [Ending]) -> String {
    let number = "\(n)"
    return endings.filter { $0.fits(number) }.max { $0.digits.count < $1.digits.count }?.ending
      ?? ""
  }
}
