import BookLanguage
import BookModel
import BookWords

/// A sentence judged by its words alone, to find out which are worth being read closely.
struct SentenceSketch: Sendable {
  /// Index into the chapter's leaves.
  let prose: Int
  /// Which sentence of its leaf.
  let ordinal: Int
  /// How likely it holds an event.
  let worth: Double

  init(
    _ sentence: Sentence, of text: EventText, _ bytes: UnsafeBufferPointer<UInt8>, prose: Int,
    ordinal: Int
  ) {
    self.prose = prose
    self.ordinal = ordinal
    var kinds: EventKinds = []
    var names = 0
    var hasYear = false
    for token in text.words.tokens[sentence.tokens] {
      let own = text.kinds[Int(token.word)]
      kinds.formUnion(own)
      if token.shape.contains(.capital), !own.has(.narrator) { names += 1 }
      if token.shape.contains(.digit), token.isYear(in: bytes) { hasYear = true }
    }
    var worth = 0.0
    for (kind, weight) in Self.weights where kinds.has(kind) { worth += weight }
    if hasYear { worth += Self.yearWeight }
    if kinds.has(.life), kinds.has(.kin) { worth += Self.familyWeight }
    if ordinal == 0 { worth += Self.openingWeight }
    worth += Self.nameWeight * Double(min(names, Self.mostNames))
    self.worth = sentence.tokens.count < Self.fewestWords ? -10 : worth
  }

  private static let fewestWords = 4
  private static let mostNames = 4
  private static let nameWeight = 0.25
  private static let yearWeight = 1.9
  private static let openingWeight = 0.7
  /// A death or a wedding in the family is a row however it is told.
  private static let familyWeight = 0.5

  /// How much a sentence is worth that has a word of a kind.
  private static let weights: [(EventWords.Kind, Double)] = [
    (.life, 0.9), (.motion, 0.4), (.arriving, 0.8), (.sending, 0.4), (.trade, 0.3),
    (.beginning, 0.4),
    (.ending, 0.5), (.getting, 0.2), (.office, 0.2), (.deciding, 0.5), (.meeting, 0.5),
    (.learning, 0.1), (.publishing, 0.5), (.fighting, 0.4), (.turning, 0.3), (.month, 0.9),
    (.season, 0.3), (.unit, 0.4), (.direction, 0.4), (.promptness, 0.6), (.first, 0.2),
    (.atLast, 0.3), (.age, 0.5), (.kin, 0.3), (.institution, 0.3), (.narrator, 0.6),
    (.narrators, 0.4), (.habit, -0.4), (.thing, -0.1),
  ]
}
