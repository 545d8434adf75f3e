/// Words of one kind that can stand in a date.
package struct DateWord: Sendable {
  /// What they are.
  package let kind: Kind
  /// Apart by blanks: `word=value` where the value matters, `word!` where it is a short form that
  /// needs company.
  package let words: String

  /// What a word does in a date.
  package enum Kind: Sendable, CaseIterable {
    case ordinal, month, weekday, season, feast, feastWord, era, unit, numberWord, few, ago
    case later, earlier, before, after, since, hence, from, now, the, this, that, same, next
    case previous, last, each, past, today, partOfDay, early, late, mid, begin, ending, half
    case about, perhaps, of, `in`, on, by, at, to, until, and, or, between, during, within
    case `for`, a, only, very, full, i, my, was, age, aged, old, when, born, turned, birthday
    case being, person, modal, counted, labelled
  }

  static func list(_ rows: [(Kind, String)]) -> [DateWord] {
    rows.map { DateWord(kind: $0, words: $1) }
  }
}
