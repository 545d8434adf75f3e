/// The words of one sentence with their parts of speech and what each hangs under.
package struct TaggedSentence: Equatable, Sendable {
  /// Where the words stand in the text.
  package let words: [Range<Int>]
  /// The part of speech of each word.
  package let tags: [PartOfSpeech]
  /// The index of the word that each word hangs under; the count of words for the root.
  package let heads: [Int]
  /// What each word is to its head.
  package let relations: [Relation]
  let classes: [WordClass]
  let isQuestionMark: [Bool]
  /// What the templates know of each word.
  let atoms: [WordAtoms]
}
