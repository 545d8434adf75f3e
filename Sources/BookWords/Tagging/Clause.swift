/// A verb group with who and what, and the clause it hangs under.
package struct Clause: Equatable, Sendable {
  /// What the clause is in its sentence.
  package enum Kind: String, Sendable, CaseIterable {
    case main
    /// What is said, thought, seen: "that he came".
    case complement
    case relative
    /// When, if, because.
    case adverbial
    case infinitive, participle
    /// A verb that heads no clause of its own.
    case phrase
  }

  /// What makes the clause something else than told as having happened.
  package enum Embedding: String, Sendable, CaseIterable {
    case speech, thought, wish, condition, question
  }

  /// How it is told.
  package let group: VerbGroup
  /// What it is in its sentence; a clause joined by "and" is what its first is.
  package let kind: Kind
  /// The head of the verb group it hangs under.
  package let governor: Int?
  /// The word that opens it: that, if, when.
  package let marker: Int?
  /// Under what it hangs, itself or through the clauses above it.
  package let embedding: Embedding?
  /// The head word of who does it, found also where another clause names it.
  package let subject: Int?
  /// The head word of what it is done to.
  package let object: Int?
  /// From the first to the last word that hangs under it, the clauses under it included.
  package let span: ClosedRange<Int>
}
