/// Something particular that a clause tells as having happened.
struct Happening: Sendable, Equatable {
  /// Index into the chapter's leaves.
  var prose: Int
  /// Ranges of the chapter's text.
  var sentence: Range<Int>
  var clause: Range<Int>
  /// The word that carries it.
  var trigger: Range<Int>
  /// Clauses of the sentence that tell something else, and have their own dates.
  var others: [Range<Int>]
  /// As the chronology would print it, nil where no good title can be made.
  var title: String?
  /// A pronoun of it was taken for somebody named before.
  var namesAnother: Bool
  /// A word of it needs the sentences before.
  var leans: Bool
  /// The narrator is born.
  var isOwnBirth: Bool
  /// The date up to which it lasted, where the title says that it did.
  var limit: Range<Int>?
  /// What shows that it is worth a row.
  var cues: ClauseCues
  /// How much it is worth one: the logarithm of the odds.
  var worth: Double
}
