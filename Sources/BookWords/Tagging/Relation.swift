/// What a word is to the word it hangs under: the relations of Universal Dependencies, reduced.
///
/// The raw values are the label numbers of the packed model.
package enum Relation: UInt8, CaseIterable, Sendable {
  case root, subject, object, indirectObject
  /// A clause that is an object: "said that he came".
  case complement
  /// A clause whose subject is another's: "began to rain".
  case openComplement
  /// When, if, because: a clause of circumstance.
  case adverbial
  /// A clause that tells of a noun without a relative.
  case nounClause
  case relativeClause
  case conjunct, coordinator, marker, auxiliary, copula
  /// A preposition, under its noun.
  case preposition
  case determiner
  /// Adjectives, numbers, parts of compounds and names.
  case modifier
  /// A noun with a preposition, under a noun.
  case nounPhrase
  /// A possessor.
  case possessor
  /// A noun with a preposition, or of time, under a verb.
  case oblique
  case adverb
  /// Not and never.
  case negation
  case particle, apposition
  /// A clause set beside: "he came, he said".
  case aside
  /// It, there, without a meaning of their own.
  case expletive
  case punctuation, other

  /// Whether an auxiliary verb or a copula is tied by it.
  var isAuxiliary: Bool { self == .auxiliary || self == .copula }
}
