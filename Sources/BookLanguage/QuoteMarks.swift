/// The quotation marks of a language and what it does with apostrophes.
package struct QuoteMarks: Sendable {
  /// The marks around a quotation.
  package struct Pair: Sendable, Equatable {
    /// In front, with the blank behind it that the language sets.
    package let open: String
    /// Behind, with its blank.
    package let close: String
  }

  /// The outermost marks first, then those within.
  package let levels: [Pair]
  /// Whether a double mark within a quotation in double marks takes the marks of the next level.
  package var nests = true
  /// Whether a word before an apostrophe runs on into the next: l’ami, so that `l'"ami"` opens.
  package var elides = false
  /// Whether words stand without blanks between them, so that only turns tell how a mark stands.
  package var isUnspaced = false
  /// Words that begin with an apostrophe: ’tis.
  package var elided: Set<String> = []
  /// Those of them that are words without one as well: taken only where nothing closes soon.
  package var doubtful: Set<String> = []
  /// Marks within a word, for a straight double and a straight single one: צה״ל, ג׳ירף.
  package var withinWords: Pair?
  /// Signs before which a typed blank becomes another that does not break.
  package var blanks: [UInt8: String] = [:]

  /// From pairs in one string, outermost first; `blank` stands inside guillemets.
  package init(_ marks: String, blank: String = "", nests: Bool = true) {
    let signs = marks.map(String.init)
    levels = stride(from: 0, to: signs.count - 1, by: 2).map { i in
      let isGuillemet = signs[i] == "«"
      return Pair(
        open: signs[i] + (isGuillemet ? blank : ""),
        close: (isGuillemet ? blank : "") + signs[i + 1])
    }
    self.nests = nests
  }

  /// The marks of a level; those beyond the deepest begin again.
  package func level(_ depth: Int) -> Pair { levels[depth % levels.count] }
}
