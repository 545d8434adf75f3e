/// A verb with its auxiliaries, or a copula with what it says: how something is told.
package struct VerbGroup: Equatable, Sendable {
  /// When it is told to be.
  package enum Tense: String, Sendable, CaseIterable {
    case past, present
    /// Will and shall.
    case future
    /// Would.
    case conditional
    /// Can, may, must and the other modals.
    case modal
    case infinitive, participle
    /// A plain form without a subject's time: "go!", "let him go".
    case bare
    /// No verb was found in it.
    case unknown = "none"
  }

  /// The index of the word that carries the meaning.
  package let head: Int
  /// The indices of auxiliaries and copula, in order.
  package let auxiliaries: [Int]
  /// When it is told to be, by its first verb.
  package let tense: Tense
  /// "Had gone".
  package let isPerfect: Bool
  /// "Was going".
  package let isProgressive: Bool
  /// "Was sent", "got lost".
  package let isPassive: Bool
  /// "Did not go", "never went", "nobody went".
  package let isNegated: Bool
  /// "Used to go", "always went", "went every day".
  package let isHabitual: Bool
}
