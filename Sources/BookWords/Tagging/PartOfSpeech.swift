/// The part of speech of a word in its sentence: Penn's tags, reduced to what tells happenings apart.
///
/// The raw values are the class numbers of the packed model.
package enum PartOfSpeech: UInt8, CaseIterable, Sendable {
  /// A common noun in the singular, or one that has no plural.
  case noun
  /// A common noun in the plural.
  case nounPlural
  /// A name.
  case name
  /// I, her, themselves.
  case pronoun
  /// My, his, their.
  case possessivePronoun
  /// The "there" of "there was".
  case existentialThere
  /// The, a, this, all.
  case determiner
  /// Who, which, what, whose; "that" which stands for a noun.
  case relative
  /// When, where, why, how.
  case relativeAdverb
  /// Adjectives of every degree.
  case adjective
  /// Adverbs of every degree.
  case adverb
  /// Not, n't.
  case not
  /// Figures and numbers in words.
  case number
  /// Prepositions before a noun.
  case preposition
  /// If, because, that, and prepositions that open a clause.
  case subordinator
  /// And, or, but.
  case coordinator
  /// The "to" of an infinitive, and of a goal.
  case to
  /// The "up" of "gave up".
  case particle
  /// Will, could, must.
  case modal
  /// The plain form of a verb.
  case verbBase
  /// The past form that needs no auxiliary.
  case verbPast
  /// The present form of I, you, we, they.
  case verbPresent
  /// The present form of he, she, it.
  case verbPresentThird
  /// The form in -ing.
  case verbIng
  /// The participle of the past.
  case verbParticiple
  /// 's and the apostrophe of a possessor.
  case possessiveEnding
  /// Oh, yes, please.
  case interjection
  /// What ends a sentence.
  case stop
  /// Comma, colon, semicolon, dash.
  case comma
  /// Quotation marks and brackets.
  case quote
  /// Foreign words, symbols, list marks.
  case other

  /// Whether it is a form of a verb; modals are none.
  package var isVerb: Bool {
    (Self.verbBase.rawValue...Self.verbParticiple.rawValue).contains(rawValue)
  }

  /// Whether it binds a sentence to a time by itself: past, present or modal.
  package var isFinite: Bool {
    switch self {
    case .modal, .verbPast, .verbPresent, .verbPresentThird: true
    default: false
    }
  }
}
